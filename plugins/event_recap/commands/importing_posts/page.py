"""A page that a browser or a program saved: the text in it, and what its head says of it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup
from bs4.dammit import EncodingDetector

from ...loading.encodings import read_saved
from ...recaps.deadline import OutOfTimeError, limit_time
from .bylines import Byline, read_byline
from .feed import read_moment
from .found import DRAFT, PUBLISHED, FoundBlog, FoundPost, Remarks
from .tree import NOWHERE, read, tell_place

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from bs4 import Tag

SECONDS = 60
_BODIES = (
    ".e-content",
    "[itemprop~=articleBody]",
    ".entry-content",
    ".post-content",
    ".post-body",
    ".article-body",
    "article",
    "main",
    "[role=main]",
    "#content",
)
"""What holds the text of a page, the surest first."""
_SAVED = re.compile(r"<!--\s*saved from url=\(\d+\)(?P<url>https?://\S+)", re.IGNORECASE)
_META_CLASSES = re.compile(
    r"(?:^|\s)(?:date|published|posted-on|entry-meta|post-meta|byline|author|post-info|meta)(?:$|\s)"
)
_AROUND = ("header", "nav", "aside", "footer", "form")
_LONGEST_TAIL = 60


def read_page(data: bytes, source: str, inner_path: str, zone: ZoneInfo) -> FoundBlog:
    """Return the post that a saved page shows; nothing where it is a list of several.

    Args:
        data: The file.
        source: Path of it as the author would type it.
        inner_path: The same from the folder that is read, with ``/`` between folders.
        zone: Of the site.
    """
    remarks = Remarks(source)
    text = decode_page(data)
    try:
        with limit_time(SECONDS):
            soup = BeautifulSoup(text, "html5lib")
            if _holds_several(soup):
                remarks.warn(0, "shows several posts, and was left out; save the page of each")
                return FoundBlog((), remarks)
            post = _read(soup, text, remarks, inner_path, zone)
    except (OutOfTimeError, RecursionError):
        remarks.warn(0, "nested too deep to be read, and was left out; copy its text into a .txt file")
        return FoundBlog((), remarks)
    return FoundBlog((post,), Remarks(source))


def decode_page(data: bytes) -> str:
    """Return the text of an HTML file, in the encoding that it names, else in the one that fits."""
    named = EncodingDetector.find_declared_encoding(data, is_html=True, search_entire_document=False)
    try:
        if named and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
            return data.decode(named)
    except (UnicodeDecodeError, LookupError):
        pass
    saved = read_saved(data)
    return saved.text if saved else data.decode("utf-8", "replace")


def _holds_several(soup: BeautifulSoup) -> bool:
    articles = [one for one in soup.find_all("article") if "comment" not in read(one, "class")]
    outer = [one for one in articles if one.find_parent("article") is None]
    return len(outer) > 1 and _meta(soup, "og:type") != "article" and len(soup.select("h1")) != 1


def _read(soup: BeautifulSoup, text: str, remarks: Remarks, inner_path: str, zone: ZoneInfo) -> FoundPost:
    described = _read_json_ld(soup)
    address = _find_address(soup, text) or f"https://{NOWHERE}/{inner_path}"
    body = _find_body(soup)
    title = _find_title(soup, body)
    moment = _find_moment(soup, described, zone)
    around = body.find_parent(("article", "main")) if body is not None else soup
    byline = _take_byline(around or body or soup, remarks)
    if body is not None:
        _drop_title(body, title, remarks)
        _tell_rest(soup, body, remarks)
    author = _meta(soup, "author") or _name_author(described.get("author"))
    tags = [read(one, "content") for one in soup.select('meta[property="article:tag"]')]
    found = byline or Byline()
    return FoundPost(
        remarks=remarks,
        line=1,
        title=title,
        status=PUBLISHED if moment else DRAFT,
        moment=moment or found.moment,
        lang=read(soup.html, "lang") if soup.html else "",
        authors=tuple(filter(None, [author or ("" if found.guest else found.name)])),
        guests=(found.guest,) if found.guest and not author else (),
        category=_meta(soup, "article:section") or found.category,
        tags=tuple(dict.fromkeys(tag for tag in tags if tag)),
        summary=_meta(soup, "description") or _meta(soup, "og:description"),
        address=address,
        cover=_meta(soup, "og:image"),
        html=str(body if body is not None else soup.body),
        html_line=(body.sourceline if body is not None else 1) or 1,
        has_page_words=True,
        hints=()
        if moment
        else ("the page does not say for certain when it was published; look, then take out 'status'",),
    )


def _find_body(soup: BeautifulSoup) -> Tag | None:
    """Return what holds the text: of the first kind of holder that is there, the longest."""
    for selector in _BODIES:
        if found := [one for one in soup.select(selector) if one.get_text().strip()]:
            return max(found, key=lambda one: len(one.get_text()))
    return None


def _find_title(soup: BeautifulSoup, body: Tag | None) -> str:
    heads = body.find_all("h1") if body is not None else []
    heads = heads or soup.select("article h1, main h1, h1.entry-title, .entry-title, .p-name, h1")
    shown = " ".join(heads[0].get_text(" ").split()) if heads else ""
    if named := _meta(soup, "og:title"):
        return named
    title = " ".join(soup.title.get_text().split()) if soup.title else ""
    if shown and (not title or shown in title or len(heads) == 1):
        return shown
    head, sign, tail = title.rpartition(" | ") if " | " in title else title.rpartition(" – ")
    return head if sign and len(tail) < _LONGEST_TAIL else title


def _find_moment(soup: BeautifulSoup, described: dict[str, Any], zone: ZoneInfo) -> datetime | date | None:
    """Return when a page says, to machines, that it was published."""
    shown = [
        *soup.select(
            "time.published, time.dt-published, time.entry-date, time[pubdate], article time[datetime]"
        )
    ]
    typed = [
        _meta(soup, "article:published_time"),
        str(described.get("datePublished") or ""),
        *(read(one, "datetime") for one in shown),
        *(read(one, "title") for one in soup.select("abbr.published, .published[title]")),
        _meta(soup, "date") or _meta(soup, "dc.date") or _meta(soup, "DC.date.issued"),
    ]
    return next((moment for one in typed if (moment := read_moment(one, zone))), None)


def _find_address(soup: BeautifulSoup, text: str) -> str:
    link = soup.select_one('link[rel~="canonical"][href^="http"]')
    saved = _SAVED.search(text[:4000])
    return (read(link, "href") if link else "") or _meta(soup, "og:url") or (saved["url"] if saved else "")


def _take_byline(holder: Tag, remarks: Remarks) -> Byline | None:
    """Return what lines of author and day beside the text say; they are taken off it."""
    found: Byline | None = None
    for tag in [
        *holder.find_all(
            lambda one: one.name in {"time", "address"} or bool(_META_CLASSES.search(read(one, "class")))
        )
    ]:
        if tag.decomposed:
            continue
        byline = read_byline(tag.get_text(" "))
        if byline is not None or tag.name == "time":
            found = found or byline
            remarks.take_off(tell_place(tag), tag.get_text(" "), "a line of author and day")
            tag.decompose()
    return found


def _drop_title(body: Tag, title: str, remarks: Remarks) -> None:
    for head in [*body.find_all(("h1", "h2"))][:1]:
        words = " ".join(head.get_text(" ").split())
        if words == title:
            remarks.take_off(tell_place(head), words, "now in the front matter, as title")
            head.decompose()


def _tell_rest(soup: BeautifulSoup, body: Tag, remarks: Remarks) -> None:
    """Tell every word of the page that does not stand in its text."""
    body.extract()
    for tag in [*soup.find_all(("script", "style", "template", "title", "noscript"))]:
        tag.decompose()
    for name in _AROUND:
        for tag in [*soup.find_all(name)]:
            if not tag.decomposed:
                remarks.take_off(tell_place(tag), tag.get_text(" "), "beside the text of the page")
                tag.decompose()
    if soup.body:
        remarks.take_off(0, soup.body.get_text(" "), "beside the text of the page")


def _read_json_ld(soup: BeautifulSoup) -> dict[str, Any]:
    """Return the description of a post that a page has for search engines; empty where it has none."""
    for script in soup.select('script[type="application/ld+json"]'):
        try:
            data = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        things = data.get("@graph", [data]) if isinstance(data, dict) else data
        for thing in things if isinstance(things, list) else []:
            if isinstance(thing, dict) and str(thing.get("@type", "")).endswith(("Posting", "Article")):
                return thing
    return {}


def _name_author(author: Any) -> str:  # noqa: ANN401 -- what JSON holds
    author = author[0] if isinstance(author, list) and author else author
    name = author.get("name") if isinstance(author, dict) else author
    return name if isinstance(name, str) else ""


def _meta(soup: BeautifulSoup, name: str) -> str:
    tag = soup.find("meta", attrs={"property": name}) or soup.find("meta", attrs={"name": name})
    return " ".join(read(tag, "content").split()) if tag else ""
