"""What stands where HTML has no place for it: a paragraph right in a list, a list in a heading.

The parser of the sanitiser mends what a browser would; this is what both leave as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9]*)(?: [a-z-]+=\"[^\"]*\")* ?/?>")
"""A tag as our sanitiser writes it; what waits for a mention has a hyphen, and is none."""
_VOID = frozenset({"area", "br", "col", "hr", "img", "source", "track", "wbr"})
_TRANSPARENT = frozenset({"a", "del", "ins", "map"})
"""Elements that hold what the element around them holds."""
_AMONG_WORDS = """
    p h1 h2 h3 h4 h5 h6 pre abbr b bdi bdo cite code data dfn em i kbd mark q rp rt ruby s samp small span
    strong strike sub summary sup time tt u var
"""
_PHRASING = frozenset(_AMONG_WORDS.split())
"""Elements that hold words and what stands among words."""
_BY_THEMSELVES = """
    address article aside blockquote center details dl div figure footer h1 h2 h3 h4 h5 h6 header hr main nav
    ol p pre section table ul
"""
_BLOCKS = frozenset(_BY_THEMSELVES.split())
"""Elements that never stand among words."""
_HOLDS = {"ul": "li", "ol": "li", "dl": "dt"}
"""Elements that hold nothing but one kind of element, and that kind."""
_ALLOWED = {"ul": {"li"}, "ol": {"li"}, "dl": {"dt", "dd", "div"}}
_BELONGS = {
    "li": ("ul", "ol"),
    "dt": ("dl", "div"),
    "dd": ("dl", "div"),
    "figcaption": ("figure",),
    "summary": ("details",),
}
"""Elements that stand right in one of some others, the usual one first."""


@dataclass(frozen=True, slots=True)
class Misplaced:
    """An element, or words, where there is no place for it."""

    what: str
    """What the author is told."""
    words: str
    """Text that follows, by which the place is found; may be empty."""


def find_misplaced(html: str) -> Iterator[Misplaced]:
    """Yield what has no place where it stands, in the order of the text.

    Args:
        html: As our sanitiser writes it: every element is closed in the reverse order.

    >>> [one.what for one in find_misplaced("<ul><p>a</p></ul>")]
    ['<p> has no place right in <ul>; put it inside <li>']
    """
    around: list[str] = []
    tags = [*_TAG.finditer(html)]
    ends = [*(tag.start() for tag in tags[1:]), len(html)]
    for tag, end in zip(tags, ends, strict=False):
        words = unescape(html[tag.end() : end]).strip()
        name = tag["name"]
        if tag["end"]:
            if around and around[-1] == name:
                around.pop()
        else:
            if what := _explain(name, around):
                yield Misplaced(what, words)
            around += () if name in _VOID else (name,)
        if words and around and around[-1] in _HOLDS:
            yield Misplaced(_explain_inside("text", around[-1]), words)


def _explain(name: str, around: Sequence[str]) -> str:
    """Return why an element may not stand inside of others, the last of which is the nearest; or nothing."""
    parent = around[-1] if around else ""
    if parent in _HOLDS and name not in _ALLOWED[parent]:
        return _explain_inside(f"<{name}>", parent)
    if name in _BELONGS and parent not in _BELONGS[name]:
        return f"<{name}> has no place outside of <{_BELONGS[name][0]}>; put it inside one"
    if name == "a" and "a" in around:
        return "a link has no place inside of a link; close the first before the second"
    if name in _BLOCKS and (holder := _find_holder(around)) in _PHRASING:
        is_title = holder == "summary" and re.fullmatch("h[1-6]", name)
        return "" if is_title else f"<{name}> has no place inside of <{holder}>; close that before it"
    return ""


def _explain_inside(child: str, parent: str) -> str:
    return f"{child} has no place right in <{parent}>; put it inside <{_HOLDS[parent]}>"


def _find_holder(around: Sequence[str]) -> str:
    """Return the nearest element around that has rules of its own."""
    return next((name for name in reversed(around) if name not in _TRANSPARENT), "")
