"""Paragraphs of a text that has no tags for them; WordPress parts them by blank lines."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from bs4.element import NavigableString, PageElement, Tag

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

_BLANK = re.compile(r"[ \t]*\n[ \t]*(?:\n[ \t]*)+")
_HOLDERS = ("body", "div", "blockquote", "section", "article")
_INLINE = frozenset(
    """a abbr acronym b bdi bdo big br cite code del dfn em font i img ins kbd mark q s samp small span strike
    strong sub sup time tt u var""".split()  # noqa: SIM905 -- words read better as a text
)


def part_paragraphs(soup: BeautifulSoup, *, has_blank_lines: bool) -> None:
    """Put tags around words that stand beside paragraphs without one of their own.

    Args:
        soup: The tree, which is changed.
        has_blank_lines: Whether a blank line parts paragraphs too, and the end of a line is a break.
    """
    for holder in [*soup.find_all(_HOLDERS)]:
        _part(holder, soup, has_blank_lines=has_blank_lines)
    for paragraph in [*soup.find_all("p")] if has_blank_lines else ():
        for text in [*paragraph.find_all(string=re.compile("\n"))]:
            if not text.find_parent("pre"):
                _break_lines(text, soup)


def _part(holder: Tag, soup: BeautifulSoup, *, has_blank_lines: bool) -> None:
    """Put tags around the words that stand in a block by themselves."""
    run: list[PageElement] = []
    children = [*holder.children]
    is_mixed = any(isinstance(child, Tag) and child.name not in _INLINE for child in children)
    is_blank = has_blank_lines and any(_is_parted(child) for child in children)
    if not (is_mixed or is_blank or holder.name == "body"):
        return
    for child in children:
        if isinstance(child, Tag) and child.name not in _INLINE:
            _wrap(run, soup)
            run = []
        elif isinstance(child, Tag) or not (has_blank_lines and _is_parted(child)):
            run.append(child)
        else:
            pieces = [soup.new_string(piece) for piece in _BLANK.split(str(child))]
            child.replace_with(*pieces)
            for number, piece in enumerate(pieces):
                if number:
                    _wrap(run, soup)
                    run = []
                run.append(piece)
    _wrap(run, soup)


def _is_parted(child: object) -> bool:
    return isinstance(child, NavigableString) and _BLANK.search(child) is not None


def _wrap(run: list[PageElement], soup: BeautifulSoup) -> None:
    """Put one paragraph around neighbours; nothing around mere space."""
    if not any(isinstance(one, Tag) or str(one).strip() for one in run):
        return
    paragraph = soup.new_tag("p")
    run[0].insert_before(paragraph)
    for one in run:
        paragraph.append(one.extract())


def _break_lines(text: NavigableString, soup: BeautifulSoup) -> None:
    """Put a break in the place of each end of a line, but at the ends of a paragraph and beside a break."""
    lines = str(text).split("\n")
    is_first, is_last = text.previous_sibling is None, text.next_sibling is None
    pieces: list[NavigableString | Tag] = []
    for number, line in enumerate(lines):
        is_edge = (number == 1 and not lines[0].strip() and _ends_line(text.previous_sibling, is_first)) or (
            number == len(lines) - 1 and not line.strip() and _ends_line(text.next_sibling, is_last)
        )
        if number:
            pieces.append(soup.new_string("\n") if is_edge else soup.new_tag("br"))
        pieces.append(soup.new_string(line))
    text.replace_with(*pieces)


def _ends_line(neighbour: object, is_none: bool) -> bool:  # noqa: FBT001 -- one question
    return is_none or (isinstance(neighbour, Tag) and neighbour.name == "br")
