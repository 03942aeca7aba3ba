"""What an author's own HTML gets wrong, mended: the checker of the W3C finds nothing in it afterwards."""

from __future__ import annotations

import re
from urllib.parse import quote

RENAMED = {"acronym": "abbr", "center": "div", "strike": "s", "tt": "code"}
"""Elements that HTML no longer has, by those that look the same."""

_ON_PAGES = """
    all attendees calendars coming comments comments-answer comments-title content contents coverage
    editions feeds latest mastodon-server mastodon-text meetings mentions met network network-table opml
    q recaps related returned share share-text shared upcoming
"""
PAGE_IDS = frozenset(_ON_PAGES.split())
"""Ids of what our templates put around a text; an address with one leads there."""

_TAG = re.compile(r"<(?P<name>[a-z][a-z0-9]*)(?P<attributes>(?: [a-z-]+=\"[^\"]*\")*)(?P<end> ?/?>)")
"""A tag as our sanitiser writes it: names in lower case, values between double quotes."""
_RENAMED_END = re.compile(rf"</({'|'.join(RENAMED)})>")
_OBSOLETE = re.compile(r' (?:align|char|charoff|summary|noshade|size)="[^"]*"')
_RULE_WIDTH = re.compile(r' width="[^"]*"')
_ALIGN = re.compile(r' align="(left|right|center)"')
_ID = re.compile(r' id="([^"]*)"')
_ADDRESS = re.compile(r' (?P<name>href|src|poster|cite)="(?P<url>(?![{|])[^"]*)"')
_NOT_IN_URL = re.compile(r"[\s|^`{}\\<>]|%(?![0-9A-Fa-f]{2})")
_HEADING = re.compile(r"<(?P<end>/?)h(?P<level>[1-6])(?=[ >])")
_EMPTY_HEADING = re.compile(r"<h([1-6])(?: [^>]*)?>\s*</h\1>")
_CELLS = frozenset({"td", "th"})
_LAST_LEVEL = 6


def mend_html(html: str) -> str:
    """Return HTML without what is no longer part of it, or never was.

    Args:
        html: As our sanitiser writes it.

    A picture without words stays without: its author is told, and the page writes an empty text.

    >>> mend_html('<p><strike>once</strike> <img src="a.jpg"></p>')
    '<p><s>once</s> <img src="a.jpg"></p>'
    """
    seen = set(PAGE_IDS)
    mended = _RENAMED_END.sub(lambda end: f"</{RENAMED[end[1]]}>", html)
    mended = _TAG.sub(lambda tag: _mend_tag(tag, seen), mended)
    return level_headings(_EMPTY_HEADING.sub("", mended))


def level_headings(html: str) -> str:
    """Return HTML whose headings skip no level: the title of the page is the first.

    >>> level_headings("<h3>a</h3><h5>b</h5><h3>c</h3>")
    '<h2>a</h2><h3>b</h3><h2>c</h2>'
    """
    open_levels: list[int] = []
    now = 0

    def level(heading: re.Match[str]) -> str:
        nonlocal now
        if not heading["end"]:
            typed = int(heading["level"])
            while open_levels and open_levels[-1] >= typed:
                open_levels.pop()
            open_levels.append(typed)
            now = min(len(open_levels) + 1, _LAST_LEVEL)
        return f"<{heading['end']}h{now or heading['level']}"

    return _HEADING.sub(level, html)


def _mend_tag(tag: re.Match[str], seen: set[str]) -> str:
    name, attributes = tag["name"], tag["attributes"]
    aligned = "center" if name == "center" else ""
    if name in _CELLS and (found := _ALIGN.search(attributes)):
        aligned = found[1]
    attributes = _OBSOLETE.sub("", attributes)
    if name in {"hr", "table"}:
        attributes = _RULE_WIDTH.sub("", attributes)
    if aligned:
        attributes = _add_class(attributes, f"align-{aligned}")
    attributes = _ADDRESS.sub(_quote, attributes)
    if found := _ID.search(attributes):
        # A link leads to the first of two of one name, and to the page's own; an empty one is none.
        attributes = attributes if found[1] and found[1] not in seen else _ID.sub("", attributes)
        seen.add(found[1])
    return f"<{RENAMED.get(name, name)}{attributes}{tag['end']}"


def _add_class(attributes: str, name: str) -> str:
    if ' class="' in attributes:
        return attributes.replace(' class="', f' class="{name} ', 1)
    return f'{attributes} class="{name}"'


def _quote(address: re.Match[str]) -> str:
    """Return an address as one may write it; Pelican's own links to files stay."""
    url = _NOT_IN_URL.sub(lambda sign: quote(sign[0]), address["url"])
    return f' {address["name"]}="{url}"'
