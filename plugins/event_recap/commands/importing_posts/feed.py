"""The posts of a feed: RSS, Atom or JSON Feed, with the ids by which its subscribers know them."""

from __future__ import annotations

import calendar
import io
import json
import re
import time
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING, Any
from xml.sax import SAXParseException

import feedparser

from ...errors import EventRecapError, Place, Problem
from ...loading.report import EMAIL
from ...recaps.deadline import OutOfTimeError, limit_time
from ...rendering import strip_html
from .found import FoundBlog, FoundPost, Remarks
from .markdown import escape_words
from .wordpress import check_xml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from zoneinfo import ZoneInfo

SECONDS = 120
_CUT = re.compile(
    r"(?:\[(?:…|\.\.\.|&hellip;|&#8230;)\]|(?:lire la suite|continue reading|read more)[^\n<]{0,80})"
    r"\s*(?:<[^<>]*>\s*)*$",
    re.IGNORECASE,
)
_CUT_MARK = re.compile(r"\[(?:…|\.{3})\]\s*$")


def read_feed(data: bytes, source: str, zone: ZoneInfo) -> FoundBlog:
    """Return the posts of a feed in XML.

    Args:
        data: The file.
        source: Path or address of it.
        zone: Of the site; the moment of a post is told on its clocks.

    Raises:
        EventRecapError: It is no feed.
    """
    remarks = Remarks(source)
    try:
        with limit_time(SECONDS):
            feed = feedparser.parse(
                io.BytesIO(check_xml(data, source)), sanitize_html=False, resolve_relative_uris=False
            )
    except (OutOfTimeError, RecursionError):
        raise _refuse(source, "cannot be read as a feed within two minutes; is it one") from None
    if not feed.version and not feed.entries:
        raise _refuse(source, "no feed that can be read; expected RSS, Atom or JSON Feed")
    if isinstance(feed.get("bozo_exception"), SAXParseException):
        line = feed.bozo_exception.getLineNumber() or 0
        remarks.warn(line, "the feed is not well-formed here; it was read as far as it could be")
    lang = str(feed.feed.get("language") or "")
    return FoundBlog(tuple(_read_entry(entry, source, zone, lang) for entry in feed.entries), remarks)


def read_json_feed(data: bytes, source: str, zone: ZoneInfo) -> FoundBlog:
    """Return the posts of a JSON Feed (https://jsonfeed.org/version/1.1); arguments as above.

    Raises:
        EventRecapError: It is none.
    """
    try:
        feed = json.loads(data.decode("utf-8-sig"))
        version = str(feed["version"])
    except (ValueError, KeyError, TypeError, RecursionError):
        version = ""
    if "jsonfeed.org" not in version:
        raise _refuse(source, "no JSON Feed; expected 'version' to name jsonfeed.org")
    lang = _read(feed, "language")
    posts = [_read_item(item, source, zone, lang) for item in _list(feed, "items") if isinstance(item, dict)]
    return FoundBlog(tuple(posts), Remarks(source))


def _refuse(source: str, what: str) -> EventRecapError:
    return EventRecapError([Problem(Place(source), "", what)])


def _read_entry(entry: Any, source: str, zone: ZoneInfo, lang: str) -> FoundPost:  # noqa: ANN401 -- the library's
    contents = [*entry.get("content", ()), *([entry.summary_detail] if entry.get("summary_detail") else ())]
    whole: dict[str, Any] = max(contents, key=lambda one: len(one.get("value", "")), default={})
    is_plain = whole.get("type") == "text/plain"
    summary = _CUT_MARK.sub("…", strip_html(entry.get("summary", ""))) if len(contents) > 1 else ""
    moment = entry.get("published_parsed") or entry.get("updated_parsed")
    remarks = Remarks(source)
    html = "" if is_plain else str(whole.get("value", ""))
    _tell_cut(html, remarks)
    for enclosure in entry.get("enclosures", ()):
        if enclosure.get("href"):
            remarks.note(
                0, f"{entry.get('link') or 'an entry'} has a file beside its text, which was left out"
            )
    tags = tuple(dict.fromkeys(tag.get("label") or tag.get("term") or "" for tag in entry.get("tags", ())))
    return FoundPost(
        remarks=remarks,
        title=strip_html(entry.get("title", "")),
        moment=_read_moment(moment, zone),
        lang=str(entry.get("language") or lang),
        authors=_clean_names(author.get("name", "") for author in entry.get("authors", ())),
        tags=tuple(tag for tag in tags if tag and not tag.startswith("http")),
        summary="" if _is_beginning(summary, html) else summary,
        entry_id=str(entry.get("id") or ""),
        address=str(entry.get("link") or ""),
        text=_write_plain(str(whole.get("value", ""))) if is_plain else "",
        html=html,
        html_line=0,
        has_page_words=True,
    )


def _read_item(item: dict[str, Any], source: str, zone: ZoneInfo, lang: str) -> FoundPost:
    authors = [*_list(item, "authors"), item.get("author")]
    html, text = _read(item, "content_html"), _read(item, "content_text")
    remarks = Remarks(source)
    _tell_cut(html, remarks)
    return FoundPost(
        remarks=remarks,
        title=_read(item, "title"),
        moment=read_moment(_read(item, "date_published"), zone),
        lang=_read(item, "language") or lang,
        authors=_clean_names(_read(one, "name") for one in authors if isinstance(one, dict)),
        tags=tuple(dict.fromkeys(tag for tag in _list(item, "tags") if isinstance(tag, str) and tag)),
        summary=_read(item, "summary"),
        entry_id=str(item.get("id") or ""),
        address=_read(item, "url"),
        cover=_read(item, "image") or _read(item, "banner_image"),
        text="" if html else _write_plain(text),
        html=html,
        html_line=0,
        has_page_words=True,
    )


def read_moment(text: str, zone: ZoneInfo) -> datetime | date | None:
    """Return a moment in the form of ISO 8601 on the clocks of a zone, or a day; None for anything else.

    >>> from zoneinfo import ZoneInfo
    >>> str(read_moment("2010-02-03T08:30:00Z", ZoneInfo("Europe/Paris")))
    '2010-02-03 09:30:00+01:00'
    """
    try:
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text):
            return date.fromisoformat(text)
        moment = datetime.fromisoformat(text)
        return moment.astimezone(zone) if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return None


def _read_moment(parsed: time.struct_time | None, zone: ZoneInfo) -> datetime | None:
    """Return a moment that the library read, on the clocks of the site."""
    try:
        return datetime.fromtimestamp(calendar.timegm(parsed), UTC).astimezone(zone) if parsed else None
    except (ValueError, OverflowError, OSError):
        return None


def _tell_cut(html: str, remarks: Remarks) -> None:
    if _CUT.search(html[-600:]):
        remarks.warn(0, "the feed seems to have the beginning of this text only; compare it with its page")


def _clean_names(names: Iterable[str]) -> tuple[str, ...]:
    """Return names, each once; an e-mail address is none."""
    cleaned = (EMAIL.sub("", name or "").strip(" ()<>") for name in names)
    return tuple(dict.fromkeys(name for name in cleaned if name))


def _is_beginning(summary: str, html: str) -> bool:
    """Tell whether a summary is only the beginning of the text."""
    start = " ".join(summary.rstrip(" .…[]").split())[:100]
    return " ".join(strip_html(html).split()).startswith(start)


def _write_plain(text: str) -> str:
    return "\n\n".join(escape_words(part.strip()) for part in re.split(r"\n\s*\n", text) if part.strip())


def _read(mapping: Any, key: str) -> str:  # noqa: ANN401 -- what JSON holds
    value = mapping.get(key)
    return value.strip() if isinstance(value, str) else ""


def _list(mapping: dict[str, Any], key: str) -> list[Any]:
    value = mapping.get(key)
    return value if isinstance(value, list) else []
