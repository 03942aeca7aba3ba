"""A piece of a page as plain text, to be read in an e-mail."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

_BLOCKS = frozenset(
    "article aside blockquote br dd div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li"  # noqa: SIM905
    " main nav ol p pre section table td th tr ul".split()
)
_UNREAD = frozenset({"script", "style", "svg", "template"})
_EMPTY = frozenset({"br", "hr", "img", "input", "link", "meta", "source", "wbr"})


def write_plain_text(html: str, find_address: Callable[[str], str], picture: str) -> str:
    r"""Return what a reader reads of a piece of HTML, a line for each block, and addresses of links.

    Args:
        html: As a template wrote it.
        find_address: Returns the whole address of a link; empty where there is none to show.
        picture: Word for a picture, before the words that stand for it.

    >>> write_plain_text('<p>Vu <a href="u">ici</a></p><svg>A</svg><p>Puis</p>', str.upper, "photo")
    'Vu ici <U>\nPuis'
    """
    reader = _Reader(find_address, picture)
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    """Gathers words and addresses; what is hidden from screen readers is passed over."""

    def __init__(self, find_address: Callable[[str], str], picture: str) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._find_address = find_address
        self._picture = picture
        self._hidden = 0
        self._links: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        facts = {name: value or "" for name, value in attrs}
        if self._hidden or tag in _UNREAD:
            self._hidden += tag not in _EMPTY
        elif tag == "img":
            self.parts.append(
                f"\n[{self._picture}{': ' if facts.get('alt') else ''}{facts.get('alt', '')}]\n"
            )
        elif tag == "a":
            self._links.append(self._find_address(facts.get("href", "")))
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if self._hidden:
            self._hidden -= tag not in _EMPTY
        elif tag == "a" and self._links:
            address = self._links.pop()
            self.parts.append(f" <{address}>" if address else "")
        elif tag in _BLOCKS:
            self.parts.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.parts.append(re.sub(r"\s+", " ", data))
