"""What WordPress exports (WXR): posts, pages and drafts with what they were filed under.

Nothing of the XML leads outside: entities are not resolved, and a file that declares some is refused.
"""

from __future__ import annotations

import codecs
import re
from collections import Counter
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING
from urllib.parse import unquote

from lxml import etree

from ...errors import EventRecapError, Place, Problem
from ...rendering import strip_html
from .found import DRAFT, HELD, PUBLISHED, FoundBlog, FoundPost, Remarks
from .shortcodes import expand_shortcodes

if TYPE_CHECKING:
    from datetime import date
    from zoneinfo import ZoneInfo

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_PLAIN = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "{http://purl.org/dc/elements/1.1/}creator": "creator",
}
"""Elements of every feed, and what they are called here."""
_WORDPRESS = re.compile(r"\{https?://wordpress\.org/export/[\d.]+/(?P<part>excerpt/)?\}")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]")
_BEFORE_ROOT = re.compile(rb"(?:\xef\xbb\xbf)?(?:\s|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_NO_CATEGORY = {"uncategorized", "non-classe", "non-classé", "uncategorised"}
_UNTOLD = {"attachment", "revision", "nav_menu_item", "wp_global_styles", "wp_template", "custom_css"}
"""Kinds of entries that are no texts."""
_UNPUBLISHED = {
    "draft": "",
    "pending": "waited for approval, and comes as a draft",
    "future": "was to be published later, and comes as a draft",
    "private": "was private, and comes with 'status: skip'; a draft has a page that anybody may open",
}


@dataclass(slots=True)
class _Entry:
    """One entry of the export, as it stands there."""

    line: int
    texts: dict[str, str] = field(default_factory=dict)
    """By name without namespace; the excerpt as ``excerpt``, the text as ``content``."""
    content_line: int = 1
    filed: list[tuple[str, str]] = field(default_factory=list)
    """Domain and name of each category and tag."""
    facts: dict[str, str] = field(default_factory=dict)
    comment_count: int = 0


def check_xml(data: bytes, source: str) -> bytes:
    """Return XML without characters that are none; what declares entities of its own is refused.

    Raises:
        EventRecapError: It declares some: a few lines of such can fill a memory, or fetch files.
    """
    if data.startswith(_UTF16):
        text = data.decode("utf-16", "replace")
        data = re.sub(r"^\s*<\?xml.*?\?>", "", text, count=1, flags=re.DOTALL).encode()
    before = _BEFORE_ROOT.match(data)
    if data.startswith(b"<!", before.end() if before else 0):
        what = "declares entities of its own (DOCTYPE), which no export of a blog does; nothing was read"
        raise EventRecapError([Problem(Place(source, 1), "", what)])
    return _CONTROLS.sub(b"", data)


def read_wordpress(data: bytes, source: str, zone: ZoneInfo) -> FoundBlog:
    """Return the posts and pages of an export.

    Args:
        data: The file.
        source: Path of it as the author would type it.
        zone: Of the site; the moment of a post is told on its clocks.

    Raises:
        EventRecapError: It is no XML that can be read to its end.
    """
    remarks = Remarks(source)
    channel = _parse(check_xml(data, source), source)
    authors = dict(filter(None, map(_read_author, channel)))
    entries = [_read_entry(item) for item in channel.iterfind("item")]
    pictures = {
        one.texts["post_id"]: one.texts["attachment_url"]
        for one in entries
        if one.texts.get("attachment_url")
    }
    lang = (channel.findtext("language") or "").strip()
    reader = _Reader(source, zone, authors, pictures, lang)
    posts = [reader.read(one) for one in entries if one.texts.get("post_type", "post") in {"post", "page"}]
    _tell_rest(entries, remarks)
    return FoundBlog(tuple(post for post in posts if post), remarks)


def _parse(data: bytes, source: str) -> etree._Element:
    """Return the channel.

    Raises:
        EventRecapError: There is none.
    """
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        what = "the export cannot be read from here on; export it again, and do not open it in between"
        raise EventRecapError([Problem(Place(source, error.lineno or 0), "", what)]) from None
    channel = root.find("channel")
    if channel is None:
        what = "no export of WordPress; expected the file that its page 'Tools, Export' saves"
        raise EventRecapError([Problem(Place(source, 1), "", what)])
    return channel


def _find_name(tag: object) -> str:
    """Return the name of an element of WordPress's own, without its namespace; empty for others."""
    if not isinstance(tag, str):
        return ""
    found = _WORDPRESS.match(tag)
    return ("excerpt" if found["part"] else tag[found.end() :]) if found else ""


def _read_author(element: etree._Element) -> tuple[str, str] | None:
    """Return what an author signs in with, and the name that readers saw; never the e-mail address."""
    if _find_name(element.tag) != "author":
        return None
    texts = {_find_name(child.tag): (child.text or "").strip() for child in element}
    login = texts.get("author_login", "")
    return login, texts.get("author_display_name") or login


def _read_entry(item: etree._Element) -> _Entry:
    entry = _Entry(item.sourceline or 0)
    for child in item:
        name, text = _find_name(child.tag), child.text or ""
        if child.tag == _CONTENT:
            entry.texts["content"], entry.content_line = text, child.sourceline or entry.line
        elif plain := _PLAIN.get(child.tag):
            entry.texts[plain] = text.strip()
        elif child.tag == "category":
            entry.filed.append((child.get("domain", ""), text.strip()))
        elif name == "postmeta":
            key, value = (_find_text(child, part) for part in ("meta_key", "meta_value"))
            entry.facts[key] = value
        elif name == "comment":
            entry.comment_count += _find_text(child, "comment_approved") == "1"
        elif name:
            entry.texts[name] = text.strip()
    return entry


def _find_text(element: etree._Element, name: str) -> str:
    return next(((child.text or "").strip() for child in element if _find_name(child.tag) == name), "")


@dataclass(frozen=True, slots=True)
class _Reader:
    """What is the same for all entries of one export."""

    source: str
    zone: ZoneInfo
    authors: dict[str, str]
    pictures: dict[str, str]
    lang: str

    def read(self, entry: _Entry) -> FoundPost | None:
        """Return a post or a page; None for what was thrown away."""
        texts, remarks = entry.texts, Remarks(self.source)
        status = texts.get("status", "publish")
        if status not in {"publish", *_UNPUBLISHED}:
            return None
        if why := _UNPUBLISHED.get(status, ""):
            remarks.warn(entry.line, why)
        is_locked = bool(texts.get("post_password"))
        if is_locked:
            remarks.warn(
                entry.line,
                "was locked with a password, and comes with 'status: skip'; here, all or nobody reads it",
            )
        is_public = status == "publish" and not is_locked
        category, tags = _read_filed(entry)
        content = texts.get("content", "")
        return FoundPost(
            remarks=remarks,
            line=entry.line,
            title=strip_html(texts.get("title", "")),
            is_page=texts.get("post_type") == "page",
            status=PUBLISHED if is_public else HELD if is_locked or status == "private" else DRAFT,
            moment=self._read_moment(entry),
            slug=unquote(texts.get("post_name", "")),
            lang=self.lang,
            authors=tuple(
                filter(None, [self.authors.get(texts.get("creator", ""), texts.get("creator", ""))])
            ),
            category=category,
            tags=tags,
            summary=strip_html(texts.get("excerpt", "")),
            entry_id=texts.get("guid", "") if is_public and texts.get("post_type") != "page" else "",
            address=texts.get("link", "") if is_public else "",
            cover=self.pictures.get(entry.facts.get("_thumbnail_id", ""), ""),
            html=expand_shortcodes(content, entry.content_line, self.pictures, remarks),
            html_line=entry.content_line,
            has_blank_lines="<!-- wp:" not in content,
        )

    def _read_moment(self, entry: _Entry) -> datetime | date | None:
        """Return when an entry was published, on the clocks of the site; None for what never was."""
        for name, zone in (("post_date_gmt", UTC), ("post_date", self.zone)):
            try:
                moment = datetime.fromisoformat(entry.texts.get(name, "")).replace(tzinfo=zone)
                return moment.astimezone(self.zone)
            except (ValueError, OverflowError):
                continue
        return None


def _read_filed(entry: _Entry) -> tuple[str, tuple[str, ...]]:
    """Return the first category, and every other one with the tags."""
    names = [name for domain, name in entry.filed if domain == "category" and name]
    names = [name for name in names if name.casefold() not in _NO_CATEGORY]
    tags = [name for domain, name in entry.filed if domain in {"post_tag", "tag"} and name]
    return (names[0] if names else ""), tuple(dict.fromkeys((*names[1:], *tags)))


def _tell_rest(entries: list[_Entry], remarks: Remarks) -> None:
    """Tell how much of an export is no text of its authors."""
    kinds = Counter(one.texts.get("post_type", "post") for one in entries)
    for kind, count in sorted(kinds.items()):
        if kind not in {"post", "page", *_UNTOLD}:
            remarks.note(0, f"left out: entries of the kind '{kind}' ({count})")
    if count := sum(one.comment_count for one in entries):
        what = f"left out: comments of readers ({count}), who were not asked"
        remarks.note(0, what)


def is_wordpress(data: bytes) -> bool:
    """Tell whether XML is an export of WordPress, by its namespace."""
    return b"wordpress.org/export/" in data[:20_000]
