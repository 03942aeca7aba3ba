"""A text as somebody copied it from a page, parted into front matter, the text, and the page's own words."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...loading.text import INVISIBLE
from .bylines import read_byline, read_credit, read_filed
from .days import is_ambiguous
from .found import DRAFT, FoundPost, Remarks
from .leftovers import find_leftover, find_menu_word, opens_comments, opens_other_posts
from .prose import NOTE, Line, propose_title, write_prose

if TYPE_CHECKING:
    from datetime import date, datetime

    from ...model.recap import Guest

LONGEST_TITLE = 120
"""Characters of a first line that may be the title."""
_LONG = 150
"""Characters of a line that is no part of a page's menus and lists."""
_EDGE = 8
"""Lines at the top and at the end among which bylines and dates stand."""


@dataclass(slots=True)
class _Draft:
    """What is known of a text so far."""

    remarks: Remarks
    lines: list[Line]
    title: str = ""
    moment: datetime | date | None = None
    author: str = ""
    guest: Guest | None = None
    category: str = ""
    tags: tuple[str, ...] = ()
    credits: list[str] = field(default_factory=list)
    hints: list[str] = field(default_factory=list)

    def drop(self, line: Line, key: str) -> None:
        """Take a line out of the text because the front matter says it; the words go into the listing too."""
        self.lines.remove(line)
        self.remarks.take_off(line.number, line.words, f"now in the front matter, as {key}")


def read_raw_text(text: str, source: str) -> FoundPost:
    """Return the draft of a post that a copied text is; every line is in it or in its remarks.

    Args:
        text: Of the file.
        source: Path of the file as the author would type it.
    """
    remarks = Remarks(source)
    rows = INVISIBLE.sub("", text.replace("\r\n", "\n").replace("\r", "\n")).split("\n")
    lines = [Line(number, row.strip()) for number, row in enumerate(rows, 1)]
    is_spaced = any(not line.words for line in lines[1:-1])
    draft = _Draft(remarks, [line for line in lines if line.words])
    blanks = {line.number for line in lines if not line.words}
    _take_off_page(draft)
    _read_edges(draft)
    _find_title(draft, blanks)
    body = write_prose(draft.lines, blanks, remarks, is_spaced=is_spaced)
    draft.hints += ["a proposal from a copied text: read it, then take out the line 'status'"]
    return FoundPost(
        remarks=remarks,
        title=draft.title,
        status=DRAFT,
        moment=draft.moment,
        authors=(draft.author,) if draft.author and not draft.guest else (),
        guests=(draft.guest,) if draft.guest else (),
        category=draft.category,
        tags=draft.tags,
        text=body,
        hints=(
            *draft.hints,
            *(
                f"cover: {{src: images/…, alt: …, credit: {json.dumps(one, ensure_ascii=False)}}}"
                for one in draft.credits
            ),
        ),
    )


def _take_off_page(draft: _Draft) -> None:
    """Take off what belongs to the page: wherever it stands, at its edges, and all after the text."""
    _take_off_tail(draft)
    for line in [*draft.lines]:
        if why := find_leftover(line.words):
            draft.lines.remove(line)
            draft.remarks.take_off(line.number, line.words, why)
    for step in (1, -1):
        for line in draft.lines[::step]:
            why = find_menu_word(line.words)
            if not why:
                break
            draft.lines.remove(line)
            draft.remarks.take_off(line.number, line.words, why)


def _take_off_tail(draft: _Draft) -> None:
    """Take off lists of other posts, and comments of readers, which end a page."""
    long = [place for place, line in enumerate(draft.lines) if len(line.words) >= _LONG] or [0]
    for place, line in enumerate(draft.lines):
        is_list = opens_other_posts(line.words) and place > long[-1]
        is_talk = opens_comments(line.words) and place > long[0]
        if not (is_list or is_talk):
            continue
        why = "other posts" if is_list else "comments of readers, who were not asked"
        kept = draft.lines[:place]
        for one in draft.lines[place:]:
            if NOTE.match(one.words) or read_credit(one.words):
                kept.append(one)
            else:
                draft.remarks.take_off(one.number, one.words, why)
        draft.lines = kept
        return


def _read_edges(draft: _Draft) -> None:
    """Read bylines, days, tags and credits at the top and at the end."""
    for line in [*draft.lines[:_EDGE], *draft.lines[_EDGE:][-_EDGE:]]:
        is_top = line in draft.lines[:_EDGE]
        if filed := read_filed(line.words):
            _file(draft, line, *filed)
        elif credit := read_credit(line.words):
            draft.credits.append(credit)
            draft.hints.append(f"line {line.number} credits a picture that the copy does not hold")
        elif byline := read_byline(line.words):
            says_author = bool(byline.name) and not draft.author
            says_day = byline.moment is not None and draft.moment is None
            if not (says_author or says_day):
                continue
            draft.author = byline.name or draft.author
            draft.guest = byline.guest if says_author else draft.guest
            draft.moment = draft.moment or byline.moment
            draft.category = draft.category or byline.category
            draft.drop(line, " and ".join(filter(None, ("author" * says_author, "date" * says_day))))
        elif (
            is_ambiguous(line.words) and len(line.words) < _LONG and (is_top or len(line.words) < _LONG // 2)
        ):
            what = "a day in numbers that may mean two; write it into 'date' as 2010-02-03"
            draft.remarks.warn(line.number, what)
    if draft.moment is None:
        draft.hints.append("no line tells the day; write it as 'date: 2010-02-03'")


def _file(draft: _Draft, line: Line, key: str, words: tuple[str, ...]) -> None:
    if key == "category" and not draft.category:
        draft.category, words = words[0], words[1:]
    draft.tags = tuple(dict.fromkeys((*draft.tags, *words)))
    draft.drop(line, key)


def _find_title(draft: _Draft, blanks: set[int]) -> None:
    """Take the first line for the title where it looks like one; else propose the first sentence."""
    if not draft.lines:
        return
    first = draft.lines[0]
    stands_alone = len(draft.lines) > 1 and (first.number + 1 in blanks or len(draft.lines[1].words) >= _LONG)
    is_title = len(first.words) <= LONGEST_TITLE and not re.search(
        r"[.,;:…]$|^[•*–-]\s|^\d+\s*[-.)]", first.words
    )
    if is_title and (stands_alone or first.number == 1):
        draft.title = re.sub(r"^#+\s*", "", first.words)
        draft.drop(first, "title")
        return
    draft.title = propose_title(first.words)
    draft.hints.append("the text has no title; this one is made of its first words")
