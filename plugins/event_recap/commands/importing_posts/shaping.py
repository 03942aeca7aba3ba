"""Gives HTML the shapes that Markdown has: captions below pictures, films as links, words in paragraphs."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from bs4.element import NavigableString

from ...model.video import find_video
from .tree import read, resolve

if TYPE_CHECKING:
    from bs4 import BeautifulSoup, Tag

    from .tree import Setting

_FRAMES = ("iframe", "object", "embed", "video", "audio")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_WORDS = frozenset(
    (*_HEADINGS, *"p b strong i em u s del strike code span font small a sub sup kbd samp q big tt".split())  # noqa: SIM905 -- words read better as a text
)
_SAME = {name: names for names in (("b", "strong"), ("i", "em"), ("del", "s", "strike")) for name in names}
"""Tags that are nothing more inside one of the same kind."""
_WHOLE = (
    "p",
    "div",
    "table",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "hr",
    "blockquote",
    "pre",
    "figure",
    "section",
    *_HEADINGS,
)
_TABLE = ("thead", "tbody", "tfoot", "tr", "td", "th", "caption", "colgroup", "col")
_MAY_BE_EMPTY = ("p", "div", "ul", "ol", "dl", "blockquote", "pre", "section", "table", *_HEADINGS)
_SHOWN = ("img", "hr", "br", "a")
"""What shows something without words."""
_PLAIN = ("figure", "center", "main", "header", "footer", "aside", "details", "summary", "nav", "address")


def replace_frames(soup: BeautifulSoup, setting: Setting) -> None:
    """Put a link in the place of what is shown from elsewhere; a film on a line of its own stays one."""
    for tag in [*soup.find_all(_FRAMES)]:
        if tag.decomposed:
            continue
        address = _find_address(tag, setting)
        words = " ".join(tag.get_text(" ").split())
        if not address:
            setting.take_off(tag, words or f"<{tag.name}>", "a player without an address")
            tag.decompose()
            continue
        video = find_video(address)
        if not video:
            setting.note(tag, f"a frame or a player became a link to {urlsplit(address).hostname}")
        _put_link(tag, video.page if video else address, read(tag, "title") or words, soup)


def unwrap_blocks(soup: BeautifulSoup) -> None:
    """Take tags away that Markdown cannot have where they stand: around whole paragraphs, inside code."""
    _flatten_code(soup)
    _flatten_tables(soup)
    for empty in [*soup.find_all(_MAY_BE_EMPTY)]:
        if not empty.decomposed and not empty.get_text().strip() and not empty.find(_SHOWN):
            empty.replace_with(NavigableString(" "))
    for quote in [*soup.select("li blockquote, td blockquote, dd blockquote")]:
        quote.name = "div"
    for tag in [*soup.find_all(_WORDS)]:
        is_inner = tag.name in _SAME and tag.find_parent(_SAME[tag.name])
        if is_inner or tag.find(_WHOLE):
            tag.unwrap()
    _join_line_ends(soup)


def _join_line_ends(soup: BeautifulSoup) -> None:
    """Leave one of two ends of a line inside emphasis or a link, which a blank line would end."""
    for line_end in [*soup.find_all("br")]:
        before = line_end.previous_sibling
        while isinstance(before, NavigableString) and not before.strip():
            before = before.previous_sibling
        is_second = getattr(before, "name", "") == "br"
        if is_second and line_end.parent is not None and line_end.parent.name in _WORDS - {"p"}:
            line_end.decompose()


def _flatten_code(soup: BeautifulSoup) -> None:
    """Leave nothing but text in code."""
    for code in [*soup.find_all("pre")]:
        for line_end in [*code.find_all("br")]:
            line_end.replace_with("\n")
        code.string = code.get_text()


def _flatten_tables(soup: BeautifulSoup) -> None:
    """Make blocks of tables that have one column, hold blocks, or stand inside others."""
    for table in [*soup.find_all("table")]:
        rows = [row.find_all(("td", "th"), recursive=False) for row in table.find_all("tr")]
        is_wide = max(map(len, rows), default=0) > 1
        if not is_wide or table.find((*_WHOLE, "br")) or table.find_parent(("table", "td", *_HEADINGS)):
            for part in [table, *table.find_all(_TABLE)]:
                part.name = "div"


def write_captions(soup: BeautifulSoup) -> None:
    """Put what a picture is said to show below it, as a paragraph between asterisks."""
    for caption in [*soup.find_all("figcaption")]:
        for picture in [*caption.find_all(("img", "a"))]:
            is_linked = picture.name == "a" and picture.find("img")
            if (picture.name == "img" or is_linked) and picture.find_parent("figcaption"):
                caption.insert_before(picture.extract())
        if not caption.get_text().strip():
            caption.decompose()
        elif caption.find(_WHOLE):
            caption.name = "div"
        else:
            _emphasise(caption, soup)
    for tag in [*soup.find_all(_PLAIN)]:
        tag.name = "div"


def _emphasise(caption: Tag, soup: BeautifulSoup) -> None:
    """Make a caption a paragraph of emphasis."""
    for emphasis in [*caption.find_all(("em", "i", "cite"))]:
        emphasis.unwrap()
    caption.name = "p"
    words = soup.new_tag("em")
    for child in [*caption.children]:
        words.append(child.extract())
    caption.append(words)


def _find_address(tag: Tag, setting: Setting) -> str:
    """Return the address of what a frame shows; empty where it has none."""
    sources = [read(tag, name) for name in ("src", "data-src", "data")]
    sources += [read(one, "src") for one in tag.find_all(("source", "embed"))]
    params = [one for one in tag.find_all("param") if read(one, "name").lower() in {"movie", "src"}]
    sources += [read(one, "value") for one in params]
    found = [url for source in sources if (url := resolve(source, setting.base))]
    return next((url for url in found if find_video(url)), found[0] if found else "")


def _put_link(tag: Tag, address: str, words: str, soup: BeautifulSoup) -> None:
    """Put a link in the place of a tag, as a paragraph of its own."""
    link = soup.new_tag("a", href=address)
    link.string = words or address
    holder = tag.find_parent("p")
    tag.replace_with(link)
    if holder is not None and holder.get_text().strip() == link.get_text().strip():
        return
    paragraph = soup.new_tag("p")
    (holder or link).insert_after(paragraph)
    paragraph.append(link.extract())
