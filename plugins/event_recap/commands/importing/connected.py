"""The day on which two people connected, as networks write it."""

from __future__ import annotations

import re
from datetime import date

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_ENGLISH = re.compile(r"(?P<day>\d{1,2}) (?P<month>[A-Za-z]{3})[a-z]* (?P<year>\d{4})")
_STANDARD = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")


def parse_connected(text: str) -> date | None:
    """Return a day; None for what is none.

    >>> parse_connected("02 Feb 2010"), parse_connected("2010-02-02T18:00:00Z"), parse_connected("soon")
    (datetime.date(2010, 2, 2), datetime.date(2010, 2, 2), None)
    """
    found = _ENGLISH.match(text.strip()) or _STANDARD.match(text.strip())
    if not found:
        return None
    word = found["month"].casefold()
    month = int(word) if word.isdigit() else _MONTHS.index(word) + 1 if word in _MONTHS else 0
    try:
        return date(int(found["year"]), month, int(found["day"]))
    except ValueError:
        return None
