"""Texts that are none: looked at before they are read, since some would take hours and nothing stops them."""

from __future__ import annotations

import re

SIGNS = "@[`<&*_\\!"
"""Signs by which Markdown looks for something; what they cost grows with the square of their number."""
MOST_SIGNS = 100_000
"""Of one kind, in one text; the longest real one has some thousands."""
MOST_OPEN = 500
"""Elements inside of each other; browsers take no more of them."""

_TAG = re.compile(r"<(?P<end>/?)(?P<name>[a-z][a-z0-9-]*)", re.IGNORECASE)
_WITHOUT_END = frozenset(
    {"area", "base", "br", "col", "dd", "dt", "embed", "hr", "img", "input", "li", "link", "meta", "option"}
    | {"p", "source", "tbody", "td", "tfoot", "th", "thead", "tr", "track", "wbr"}
)
"""Elements that end by themselves."""


class TooMuchError(Exception):
    """A text cannot be read; the message says why."""


def check_signs(text: str) -> None:
    """Count what a text is to be searched for.

    Raises:
        TooMuchError: There are more signs of a kind than anybody types.
    """
    for sign in SIGNS:
        if (count := text.count(sign)) > MOST_SIGNS:
            what = f"{sign!r} stands there {count} times; expected {MOST_SIGNS} at most"
            raise TooMuchError(what)


def check_depth(html: str) -> None:
    """Count how deep the elements of HTML are inside of each other.

    Raises:
        TooMuchError: They are so deep that whatever reads them takes minutes.
    """
    deep = 0
    for tag in _TAG.finditer(html):
        if tag["name"].lower() not in _WITHOUT_END:
            deep = max(0, deep - 1) if tag["end"] else deep + 1
            if deep > MOST_OPEN:
                what = f"tags inside of tags, more than {MOST_OPEN} deep; look for one that never ends"
                raise TooMuchError(what)
