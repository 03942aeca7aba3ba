"""Lines of a copied text as Markdown: paragraphs, lists, headings, footnotes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .bylines import read_credit
from .markdown import escape_words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .found import Remarks

NOTE = re.compile(r"\[(?P<number>\d{1,3})\]\s*(?P<words>\S.*)")
"""A line that is a footnote."""
_REFERENCE = re.compile(r"\\\[(?P<number>\d{1,3})\\\](?=(?P<next>\w)?)")
"""Where a footnote is referred to, once its brackets are escaped; a word may be glued to it."""
_ITEM = re.compile(r"[•‣◦▪●·*]\s*(?P<words>\S.*)|[-–—]\s+(?P<dashed>\S.*)")
_NUMBERED = re.compile(r"(?P<number>\d{1,2})\s?[-–.)]\s*(?P<words>\D.*)")
_LONGEST_HEADING = 80
_WRAPPED = range(45, 101)
"""Columns at which programs break lines."""
_LONGEST_PROPOSAL = 70
"""Characters of a title that is made of the first sentence."""
_STOPS = re.compile(r"(?<=[.!?…])\s+")
_LINES_WRAPPED = 3
"""Lines of a paragraph of which it can be told."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text."""

    number: int
    """From 1."""
    words: str


def propose_title(text: str) -> str:
    """Return the beginning of a text as the title of one that has none; never empty.

    >>> propose_title("Je tweete depuis un an. En fait, oui."), propose_title(" ")
    ('Je tweete depuis un an', '…')
    """
    words = " ".join(text[:2000].split())
    sentence = _STOPS.split(words, maxsplit=1)[0]
    if len(sentence) > _LONGEST_PROPOSAL:
        cut = sentence[:_LONGEST_PROPOSAL].rpartition(" ")[0] or sentence[:_LONGEST_PROPOSAL]
        cut = cut.rpartition("(")[0] if cut.count("(") > cut.count(")") else cut
        sentence = cut.rstrip(" ,;:–—-([«“") + "…"
    return sentence.rstrip(".") or "…"


def write_prose(lines: list[Line], blanks: set[int], remarks: Remarks, *, is_spaced: bool) -> str:
    """Return lines as Markdown, in their order.

    Args:
        lines: Those with words.
        blanks: Numbers of the blank lines between them.
        remarks: Where the author is told what was taken for a heading.
        is_spaced: Whether blank lines part the paragraphs of this text.
    """
    notes = _find_notes(lines)
    groups = list(_group(lines, blanks))
    last = len(groups) - 1
    blocks: list[str] = []
    for place, group in enumerate(groups):
        is_alone = is_spaced and len(group) == 1 and 0 < place < last
        if is_alone and _is_heading(group[0], groups[place + 1][0]):
            remarks.note(group[0].number, f"taken for a heading: {group[0].words}")
            blocks.append(f"## {_write(group[0].words, notes)}")
        else:
            blocks += _write_group(group, notes)
    return _join(blocks)


def _find_notes(lines: list[Line]) -> set[str]:
    """Return the numbers of footnotes that are there once, and referred to."""
    numbers = [found["number"] for line in lines if (found := NOTE.fullmatch(line.words))]
    texts = " ".join(re.sub(r"^\[\d{1,3}\]", "", line.words) for line in lines)
    return {one for one in numbers if numbers.count(one) == 1 and f"[{one}]" in texts}


def _group(lines: list[Line], blanks: set[int]) -> Iterator[list[Line]]:
    """Yield runs of lines between which no blank line stands."""
    group: list[Line] = []
    for line in lines:
        if group and any(number in blanks for number in range(group[-1].number + 1, line.number)):
            yield group
            group = []
        group.append(line)
    if group:
        yield group


def _is_heading(line: Line, after: Line) -> bool:
    """Tell whether a line that stands alone is one."""
    is_short = len(line.words) <= _LONGEST_HEADING and not re.search(r"[.,;!?…»”\"]$", line.words)
    is_text = _ITEM.match(line.words) or _NUMBERED.match(line.words) or NOTE.match(line.words)
    is_more = not NOTE.match(after.words) and not read_credit(after.words)
    is_word = re.match(r"[^\W\d_]", line.words) and not line.words[0].islower()
    return bool(is_short and is_word and not is_text and is_more and not read_credit(line.words))


def _write_group(group: list[Line], notes: set[str]) -> Iterator[str]:
    """Yield the paragraphs of lines between which no blank line stands."""
    if _is_wrapped(group):
        yield "\n".join(_write(line.words, notes) for line in group)
        return
    numbered = _find_numbered(group)
    for line in group:
        note, item = NOTE.fullmatch(line.words), _ITEM.fullmatch(line.words)
        if note and note["number"] in notes:
            yield f"[^{note['number']}]: {_write(note['words'], notes)}"
        elif item:
            yield f"-   {_write(item['words'] or item['dashed'], notes)}"
        elif line.number in numbered:
            yield f"{numbered[line.number][0]}.".ljust(4) + _write(numbered[line.number][1], notes)
        else:
            yield _write(line.words, notes)


def _find_numbered(group: list[Line]) -> dict[int, tuple[str, str]]:
    """Return number and words of lines that count from 1, by their number in the file."""
    found: dict[int, tuple[str, str]] = {}
    run: dict[int, tuple[str, str]] = {}
    for line in [*group, Line(0, "")]:
        item = _NUMBERED.fullmatch(line.words)
        if item and int(item["number"]) == len(run) + 1:
            run[line.number] = (item["number"], item["words"])
            continue
        found |= run if len(run) > 1 else {}
        run = {}
        if item and item["number"] == "1":
            run[line.number] = ("1", item["words"])
    return found


def _is_wrapped(group: list[Line]) -> bool:
    """Tell whether a program broke the lines of one paragraph."""
    *lines, _ = group
    is_item = any(_ITEM.match(line.words) or _NUMBERED.match(line.words) for line in group)
    return len(group) >= _LINES_WRAPPED and not is_item and all(len(line.words) in _WRAPPED for line in lines)


def _write(words: str, notes: set[str]) -> str:
    """Return words that show as they are, with references to footnotes."""

    def refer(found: re.Match[str]) -> str:
        if found["number"] not in notes:
            return found[0]
        return f"[^{found['number']}]{' ' if found['next'] else ''}"

    return _REFERENCE.sub(refer, escape_words(words))


def _join(blocks: list[str]) -> str:
    """Return paragraphs with a blank line between them; items of one list stand together."""
    text = ""
    for block in blocks:
        is_item = re.match(r"-   |\d+\. +", block)
        joint = "\n" if is_item and re.search(r"(?:^|\n)(?:-   |\d+\. )[^\n]*$", text) else "\n\n"
        text += (joint if text else "") + block
    return text
