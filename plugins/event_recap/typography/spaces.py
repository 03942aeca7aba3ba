"""Spaces that must not break, dots that are one sign, and hyphens that are dashes."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from .languages import NO_BREAK, THIN

if TYPE_CHECKING:
    from .languages import Rules
    from .passage import Edit


class Change(NamedTuple):
    """What is put in the place of what was typed."""

    signs: str
    """A text that has none of these signs stays; so most texts need not be searched."""
    pattern: re.Pattern[str]
    new: str

    def find_edits(self, text: str) -> list[Edit]:
        """Return the edits that replace what the pattern finds, after its title where it has one."""
        for sign in self.signs:
            if sign in text:
                break
        else:
            return []
        edits = []
        for found in self.pattern.finditer(text):
            start = found.end("title") if "title" in self.pattern.groupindex else found.start()
            if text[start : found.end()] != self.new:
                edits.append((start, found.end(), self.new))
        return edits


ELLIPSIS = Change(".", re.compile(r"(?<![./\\])\.\.\.(?![./\\])"), "…")
_DASHES = (
    Change("-", re.compile(r"(?<=\d)--(?=\d)"), "–"),
    Change("-", re.compile(r"(?<=[^\W\d])---?(?=[^\W\d])"), "—"),
    Change("-", re.compile(r"(?<=\S)[ \xa0]---(?= \S)"), f"{NO_BREAK}—"),
    Change("-", re.compile(r"(?<=\S)[ \xa0]--(?= \S)"), f"{NO_BREAK}–"),
    Change(
        "-",
        re.compile(r"(?<=[^\W\d_])[ ]-(?=[ ][^\W\d_«“„])|(?<=[)»”’…!?.])[ ]-(?=[ ][^\W\d_«“„])"),
        f"{NO_BREAK}–",
    ),
)
"""What is typed for a dash."""

_BEFORE_DASH = Change("–—", re.compile(r"(?<=[^\s–—])[ ](?=[–—] )"), NO_BREAK)
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


def list_dashes(*, has_lines: bool) -> tuple[Change, ...]:
    """Return what becomes a dash in every language that has rules, one after the other.

    Args:
        has_lines: Whether the text can run over several lines; a page's title cannot.
    """
    return (*_DASHES, _BEFORE_DASH) if has_lines else _DASHES


@cache
def list_spaces(rules: Rules) -> tuple[Change, ...]:
    """Return where a space is put, changed or taken away, one after the other."""
    percent = rules.before_percent
    spaces = [
        Change(" ", _UNITS, NO_BREAK),
        Change(".", _INITIALS, NO_BREAK),
        Change(".", _ABBREVIATION, THIN),
        Change("%‰€$£", *((_PERCENT, NO_BREAK) if percent is None else (_CLOSE_PERCENT, percent))),
    ]
    if rules.titles:
        pattern = rf"(?<![\w.'’-])(?P<title>{rules.titles}) (?=[A-ZÀ-ÖØ-Þ\d])"
        spaces.append(Change(" ", re.compile(pattern), NO_BREAK))
    if rules.inside_guillemets is not None:
        spaces.append(Change("«", _OPEN_GUILLEMET, rules.inside_guillemets))
        spaces.append(Change("»", _CLOSE_GUILLEMET, rules.inside_guillemets))
    if rules.before_double is not None:
        spaces.append(Change(";!?", _DOUBLE, rules.before_double))
    if rules.before_colon is not None:
        spaces.append(Change(":", _COLON, rules.before_colon))
    if rules.has_inverted:
        spaces += [Change("¿¡", _INVERTED, ""), Change("?!", _BEFORE_MARK, "")]
    return tuple(spaces)


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
