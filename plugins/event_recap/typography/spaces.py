"""Spaces that must not break, dots that are one sign, and hyphens that are dashes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from .languages import NO_BREAK, THIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .languages import Rules
    from .passage import Edit

ELLIPSIS = re.compile(r"(?<![./\\])\.\.\.(?![./\\])")
_DASHES = (
    (re.compile(r"(?<=\d)--(?=\d)"), "–"),
    (re.compile(r"(?<=[^\W\d])---?(?=[^\W\d])"), "—"),
    (re.compile(r"(?<=\S)[ \xa0]---(?= \S)"), f"{NO_BREAK}—"),
    (re.compile(r"(?<=\S)[ \xa0]--(?= \S)"), f"{NO_BREAK}–"),
    (
        re.compile(r"(?<=[^\W\d_])[ ]-(?=[ ][^\W\d_«“„])|(?<=[)»”’…!?.])[ ]-(?=[ ][^\W\d_«“„])"),
        f"{NO_BREAK}–",
    ),
)
"""What is typed for a dash."""

_BEFORE_DASH = re.compile(r"(?<=[^\s–—])[ ](?=[–—] )")
"""A space that would put a dash at the start of a line."""

_UNIT = (
    r"k?m|[cmµ]m|[kmµ]?g|[cdmh]?[lL]|ha|m[²³]|km²|min|m?s|h|[kKMGT][oB]|[kMGT]?Hz|[kMG]?Wh?|px|°[CF]?"
    r"|millions?|milliards?|billions?|mil|Millionen|Milliarden|milioni|milhões|millones"
)
_UNITS = re.compile(
    rf"(?<=\d)[ ](?=(?:{_UNIT})(?![\w'’]))|(?<=\d\xa0h)[ ](?=\d\d(?!\d))|(?<=\d h)[ ](?=\d\d(?!\d))"
)
_PERCENT = re.compile(r"(?<=\d)[ ](?=[%‰€$£](?!\w))")
_CLOSE_PERCENT = re.compile(r"(?<=\d)\s*(?=[%‰€$£](?!\w))")
_INITIALS = re.compile(r"(?<=\b[A-ZÀ-ÖØ-Þ]\.)[ ](?=[A-ZÀ-ÖØ-Þ])")
_ABBREVIATION = re.compile(r"(?<=\b[a-zA-Z]\.)[ ](?=[a-zA-Z]\.(?!\.))")
_GROUPS = re.compile(r"(?<![\w,.\-+])(?<!\d[ \xa0\u202f])\d{1,3}(?:[ \xa0]\d{3})+(?![\w-]|[ \xa0]\d)")
_OPEN_GUILLEMET = re.compile(r"(?<=«)\s*(?=[^\s«»])")
_CLOSE_GUILLEMET = re.compile(r"(?<=[^\s«»])\s*(?=»)")
_AFTER = r"(?<=[^\s(\[{«“‘„‹¿¡;:!?–—/\\-])"
"""Nothing is put before a sign that follows no word, as in ``(?)``."""
_DOUBLE = re.compile(rf"{_AFTER}\s*(?=[;!?]++(?![\w=<>/\\*_|&#%$@+~^-]))")
_COLON = re.compile(rf"{_AFTER}\s*(?=:(?:[\s»”’\"')\]]|$))")
_INVERTED = re.compile(r"(?<=[¿¡])\s+(?=\w)")
_BEFORE_MARK = re.compile(r"(?<=\w)\s+(?=[?!])")
_ORDINAL = re.compile(
    r"""(?<![\w,.'’-])(?:
      (?:1|I)(?P<first>ers?|[eè]res?|res?)
    | (?:\d{1,4}|[IVXL]{2,}|[VX](?=e\s+(?:siècle|République|arrondissement|édition|anniversaire|congrès)))
      (?P<other>es?|[eè]mes?)
    | 2(?P<second>nde?s?)
    )(?![\w'’])""",
    re.VERBOSE,
)


def list_dashes(*, has_lines: bool) -> Iterator[tuple[re.Pattern[str], str]]:
    """Yield what becomes a dash in every language that has rules, one after the other.

    Args:
        has_lines: Whether the text can run over several lines; a page's title cannot.
    """
    yield from _DASHES
    if has_lines:
        yield _BEFORE_DASH, NO_BREAK


@cache
def list_spaces(rules: Rules) -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return where a space is put, changed or taken away, one after the other."""
    spaces = [
        (_UNITS, NO_BREAK),
        (_INITIALS, NO_BREAK),
        (_ABBREVIATION, THIN),
        (_PERCENT, NO_BREAK) if rules.before_percent is None else (_CLOSE_PERCENT, rules.before_percent),
    ]
    if rules.titles:
        pattern = rf"(?<![\w.'’-])(?P<title>{rules.titles}) (?=[A-ZÀ-ÖØ-Þ\d])"
        spaces.append((re.compile(pattern), NO_BREAK))
    if rules.inside_guillemets is not None:
        spaces += [(_OPEN_GUILLEMET, rules.inside_guillemets), (_CLOSE_GUILLEMET, rules.inside_guillemets)]
    if rules.before_double is not None:
        spaces.append((_DOUBLE, rules.before_double))
    if rules.before_colon is not None:
        spaces.append((_COLON, rules.before_colon))
    if rules.has_inverted:
        spaces += [(_INVERTED, ""), (_BEFORE_MARK, "")]
    return tuple(spaces)


def replace_all(text: str, pattern: re.Pattern[str], new: str) -> list[Edit]:
    """Return the edits that replace what a pattern finds, after its title where it has one."""
    edits = []
    for found in pattern.finditer(text):
        start = found.end("title") if "title" in pattern.groupindex else found.start()
        if text[start : found.end()] != new:
            edits.append((start, found.end(), new))
    return edits


def group_digits(text: str, space: str) -> list[Edit]:
    """Return the edits that put a space of its own between groups of three digits."""
    return [
        (place, place + 1, space)
        for found in _GROUPS.finditer(text)
        for place in range(found.start(), found.end())
        if text[place] in {" ", NO_BREAK, THIN} and text[place] != space
    ]


def find_ordinals(text: str) -> list[tuple[int, int]]:
    """Return where the endings of French ordinal numbers are.

    >>> [("la 2e du XXe siècle, le 1er")[a:b] for a, b in find_ordinals("la 2e du XXe siècle, le 1er")]
    ['e', 'e', 'er']
    """
    return [found.span(found.lastgroup) for found in _ORDINAL.finditer(text) if found.lastgroup is not None]
