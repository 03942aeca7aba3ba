"""The table of contents of a text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model.identity import build_id
from ..rendering import strip_html
from ..views.anchors import ID, choose_id, find_ids
from ..views.reading_values import HeadingView

if TYPE_CHECKING:
    from collections.abc import Iterable

FEWEST_HEADINGS = 3
"""A text with fewer has no table of contents unless its author wants one."""

_HEADING = re.compile(
    r"<h(?P<level>[23])(?P<attributes>(?:\s(?:[^>\"']|\"[^\"]*\"|'[^']*')*)?)>(?P<inner>.*?)</h(?P=level)\s*>",
    re.IGNORECASE | re.DOTALL,
)


def outline_text(html: str, name: str, apart: str = "") -> tuple[str, tuple[HeadingView, ...]]:
    """Return a text whose headings have ids, and its headings of the second and third level.

    An id that is there stays. A new one begins with the name of the text: it is the same wherever the text is
    shown, and no other text on the page has it.

    Args:
        html: A text as readers get it.
        name: Slug of the text, with its language where that is not the site's.
        apart: The same text as it may be read far from the page, where addresses are read too.

    >>> outline_text("<h2>Dans la rue</h2>", "soir")[0]
    '<h2 id="soir--dans-la-rue">Dans la rue</h2>'
    """
    taken = find_ids(html)
    found: list[tuple[int, HeadingView]] = []
    far = _HEADING.finditer(apart or html)

    def mark(heading: re.Match[str]) -> str:
        text, said = strip_html(heading["inner"]), strip_html(next(far, heading)["inner"])
        if not text:
            return heading[0]
        own = ID.search(heading["attributes"])
        anchor = (own[1] or own[2]) if own else choose_id(f"{name}--{build_id(said) or 'section'}", taken)
        if not anchor:
            return heading[0]
        found.append((int(heading["level"]), HeadingView(text, anchor)))
        tag = f"h{heading['level']}"
        added = "" if own else f' id="{anchor}"'
        return f"<{tag}{added}{heading['attributes']}>{heading['inner']}</{tag}>"

    marked = _HEADING.sub(mark, html)
    return marked, _nest(found)


def count_headings(headings: Iterable[HeadingView]) -> int:
    """Return how many headings there are on both levels."""
    return sum(1 + len(heading.headings) for heading in headings)


def _nest(found: list[tuple[int, HeadingView]]) -> tuple[HeadingView, ...]:
    """Return headings of the third level under those of the second before them."""
    if not found:
        return ()
    first = min(level for level, _ in found)
    rows: list[tuple[HeadingView, list[HeadingView]]] = []
    for level, heading in found:
        if level == first or not rows:
            rows.append((heading, []))
        else:
            rows[-1][1].append(heading)
    return tuple(HeadingView(head.text, head.anchor, tuple(below)) for head, below in rows)
