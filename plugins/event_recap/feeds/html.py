"""Content made fit for readers: an allow-list, absolute addresses, and no frame."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

import nh3

from ..rendering import UNREAD, URL_SCHEMES
from .links import find_absolute_srcset, find_absolute_url

if TYPE_CHECKING:
    from collections.abc import Callable

# fmt: off
TAGS = frozenset({
    "a", "abbr", "address", "article", "aside", "audio", "b", "bdi", "blockquote", "br", "caption",
    "cite", "code", "col", "colgroup", "data", "dd", "del", "details", "dfn", "div", "dl", "dt", "em",
    "figcaption", "figure", "footer", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "i", "img",
    "ins", "kbd", "li", "mark", "ol", "p", "picture", "pre", "q", "rp", "rt", "ruby", "s", "samp",
    "section", "small", "source", "span", "strong", "sub", "summary", "sup", "table", "tbody", "td",
    "tfoot", "th", "thead", "time", "tr", "track", "u", "ul", "var", "video", "wbr",
})
# fmt: on
"""Elements that readers and the validator of the W3C accept and that a recap needs."""

_CELL = {"colspan", "rowspan", "headers", "scope", "align"}
ATTRIBUTES = {
    "*": {"dir", "id", "lang", "title"},
    "a": {"href", "hreflang"},
    "audio": {"loop", "muted", "preload", "src"},
    "blockquote": {"cite"},
    "col": {"span"},
    "colgroup": {"span"},
    "data": {"value"},
    "del": {"cite", "datetime"},
    "details": {"open"},
    "iframe": {"src"},
    "img": {"alt", "height", "sizes", "src", "srcset", "width"},
    "ins": {"cite", "datetime"},
    "li": {"value"},
    "ol": {"reversed", "start", "type"},
    "q": {"cite"},
    "source": {"height", "media", "sizes", "src", "srcset", "type", "width"},
    "td": _CELL,
    "th": _CELL,
    "time": {"datetime"},
    "track": {"default", "kind", "label", "src", "srclang"},
    "video": {"height", "loop", "muted", "poster", "preload", "src", "width"},
}
"""Attributes kept on each element; all others, styles and event handlers among them, are dropped."""

_ADDRESSES = frozenset({"cite", "href", "poster", "src"})
_CONTROLS = {"audio": {"controls": ""}, "video": {"controls": ""}}

# What nh3 writes is regular: names in lower case, values between double quotes, brackets escaped.
_NAMED_VALUES = r'((?: [^\s=>"]+="[^"]*")*)'
_FRAME = re.compile(rf"<iframe{_NAMED_VALUES}>.*?</iframe>", re.DOTALL)
_IMAGE = re.compile(rf"<img{_NAMED_VALUES}>")
_NAMED_VALUE = re.compile(r' ([^\s=>"]+)="([^"]*)"')


def clean_html(markup: str, page_url: str) -> str:
    """Return the content of a page for a reader that shows it elsewhere.

    Frames become links that bear their title, pictures without words get an empty text, and every
    address is absolute, also that of a footnote. Only footnotes keep their ids.

    Args:
        markup: HTML of any kind, without lone surrogates.
        page_url: Absolute URL of the page that shows it.

    Returns:
        HTML, safe; may hold control characters that were written as entities.

    >>> clean_html('<p onclick="x()">Un <a href="#fn:1">appel</a></p>', "https://blog.example/a/")
    '<p>Un <a href="https://blog.example/a/#fn:1">appel</a></p>'
    """
    cleaned = nh3.clean(
        markup,
        tags=TAGS | {"iframe"},
        clean_content_tags=UNREAD,
        attributes=ATTRIBUTES,
        attribute_filter=_build_filter(page_url),
        link_rel=None,
        set_tag_attribute_values=_CONTROLS,
        url_schemes=URL_SCHEMES,
    )
    return _IMAGE.sub(_complete_image, _FRAME.sub(_replace_frame, cleaned))


def _build_filter(page_url: str) -> Callable[[str, str, str], str | None]:
    """Return what decides about one attribute: its new value, or None to drop it."""

    def filter_attribute(_tag: str, name: str, value: str) -> str | None:
        if name in _ADDRESSES:
            return find_absolute_url(page_url, value)
        if name == "srcset":
            return find_absolute_srcset(page_url, value)
        if name == "id":
            return value if value.startswith("fn") else None
        return value

    return filter_attribute


def _read_values(match: re.Match[str]) -> dict[str, str]:
    """Return the attributes of an element, values still escaped."""
    return dict(_NAMED_VALUE.findall(match[1]))


def _replace_frame(match: re.Match[str]) -> str:
    """Return a link in the place of a frame; nothing where it leads nowhere."""
    values = _read_values(match)
    address = values.get("src", "")
    if not address:
        return ""
    words = html.unescape(values.get("title", "")).strip() or urlsplit(html.unescape(address)).netloc
    return f'<a href="{address}">{html.escape(words or html.unescape(address), quote=False)}</a>'


def _complete_image(match: re.Match[str]) -> str:
    """Return a picture that has a text, or its text alone where the picture is lost."""
    values = _read_values(match)
    if not values.keys() & {"src", "srcset"}:
        return html.escape(html.unescape(values.get("alt", "")), quote=False)
    return match[0] if "alt" in values else f'{match[0][:-1]} alt="">'
