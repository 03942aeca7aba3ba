"""Straight quotes and apostrophes, as keyboards have them, become those of a language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import TypeAlias

    from .languages import Marks, Rules
    from .passage import Edit

    Together: TypeAlias = Callable[[int, int], bool]

APOSTROPHE = "’"

_SIGN = re.compile("['´]")
_SINGLE = frozenset("'´‘’")
_OPENS_AFTER = frozenset("([{«“„‘‚‹—–-/¿¡'’")
_CLOSES_BEFORE = frozenset(".,;:!?)]}»”’›…\"'")


def set_quotes(text: str, rules: Rules, are_together: Together) -> list[Edit]:
    """Return what turns straight double quotes into those of a language; one without its fellow stays.

    Args:
        text: Of a passage.
        rules: Of its language.
        are_together: Tells whether what is at two places is in the same element.

    >>> from .languages import RULES
    >>> set_quotes('Un "mot".', RULES["de"], lambda *places: True)
    [(3, 4, '„'), (7, 8, '“')]
    """
    pairs = [pair for pair in _pair(text, '"') if are_together(*pair)]
    edits: list[Edit] = []
    for start, end in pairs:
        depth = sum(other < start and end < close for other, close in pairs)
        depth += max(0, text.count(rules.outer[0][0], 0, start) - text.count(rules.outer[1][-1], 0, start))
        edits += _mark(start, end, rules.inner if depth % 2 else rules.outer)
    return sorted(edits)


def set_apostrophes(text: str, rules: Rules, are_together: Together) -> list[Edit]:
    """Return what turns straight single quotes into apostrophes, or into quotes where they are a pair.

    Args:
        text: Of a passage.
        rules: Of its language.
        are_together: Tells whether what is at two places is in the same element.

    >>> from .languages import RULES
    >>> [new for *_, new in set_apostrophes("It's a 'test' of '90s shoes", RULES["en"], lambda *_: True)]
    ['’', '‘', '’', '’']
    """
    elided = {
        found.start() for found in re.finditer(rf"(?<!\w)'(?={rules.elisions})", text) if rules.elisions
    }
    pairs = [pair for pair in _pair(text, "'") if pair[0] not in elided and are_together(*pair)]
    edits = [edit for pair in pairs for edit in _mark(*pair, rules.inner)]
    paired = {place for pair in pairs for place in pair}
    edits += [
        (place, place + 1, APOSTROPHE)
        for place in (found.start() for found in _SIGN.finditer(text))
        if place not in paired and (place in elided or _is_apostrophe(text, place))
    ]
    return sorted(edits)


def _pair(text: str, sign: str) -> Iterator[tuple[int, int]]:
    """Yield where quotes begin and end, the inner of two first."""
    waiting: list[int] = []
    place = text.find(sign)
    while place >= 0:
        before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
        if not {before, after} & (_SINGLE if sign == "'" else {sign}):
            if waiting and _can_close(before, after):
                yield waiting.pop(), place
            elif _can_open(before, after):
                waiting.append(place)
        place = text.find(sign, place + 1)


def _can_open(before: str, after: str) -> bool:
    is_free = not before or before.isspace() or before in _OPENS_AFTER or before == '"'
    return is_free and bool(after) and not after.isspace() and after not in _CLOSES_BEFORE - {"'", '"', "…"}


def _can_close(before: str, after: str) -> bool:
    return bool(before) and not before.isspace() and not after.isalnum()


def _is_apostrophe(text: str, place: int) -> bool:
    """Tell whether a sign stands for a letter: ``l'été``, ``the '90s'``; feet and minutes are none."""
    before, after = text[place - 1 : place] if place else "", text[place + 1 : place + 2]
    if text[place] == "´":
        return before.isalpha() and after.isalpha()
    return before.isalpha() or (before.isdigit() and after.isalpha())


def _mark(start: int, end: int, marks: Marks) -> list[Edit]:
    return [(start, start + 1, marks[0]), (end, end + 1, marks[1])]
