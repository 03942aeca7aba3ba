"""Days as blogs word them in French and English; one that may mean two days is not guessed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import cache

from babel.dates import get_day_names, get_month_names

from ...loading.dates import FIRST_YEAR

_LANGUAGES = ("fr", "en")
_TIME = r"(?P<hour>\d{1,2})\s?(?:h|:)\s?(?P<minute>\d{2})?(?::\d{2})?\s?(?P<half>[ap]\.?m\.?)?"
_SPOKEN = re.compile(r"[.,]")


@dataclass(frozen=True, slots=True)
class Found:
    """A day that words tell."""

    moment: datetime | date
    start: int
    """Where the words begin."""
    end: int


@cache
def _months() -> dict[str, int]:
    """Return the number of each month by its names, in lower case and without stops."""
    return {
        _SPOKEN.sub("", name).lower(): number
        for lang in _LANGUAGES
        for width in ("wide", "abbreviated")
        for number, name in get_month_names(width, locale=lang).items()
    } | {"sept": 9, "fevrier": 2, "aout": 8, "decembre": 12, "fevr": 2}


@cache
def _pattern() -> re.Pattern[str]:
    """Return what finds a day, with a weekday before it and a time after it where there are any."""
    months = "|".join(sorted(map(re.escape, _months()), key=len, reverse=True))
    days = {
        _SPOKEN.sub("", name).lower()
        for lang in _LANGUAGES
        for width in ("wide", "abbreviated")
        for name in get_day_names(width, locale=lang).values()
    }
    weekdays = "|".join(sorted(days, key=len, reverse=True))
    return re.compile(
        rf"""(?<![\w/.-])(?:(?:{weekdays})\.?,?\s+)?(?:le\s+|on\s+|the\s+)?
        (?: (?P<year>\d{{4}})-(?P<number>\d{{2}})-(?P<day>\d{{2}})
          | (?P<day1>\d{{1,2}})\s?(?:er|st|nd|rd|th)?\s+(?:of\s+)?
            (?P<month1>{months})\.?,?\s+(?P<year1>\d{{4}})
          | (?P<month2>{months})\.?\s+(?P<day2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{{4}})
          | (?P<first>\d{{1,2}})[/.-](?P<second>\d{{1,2}})[/.-](?P<year3>\d{{4}})
        )(?!\d)(?:(?:\s*[,T–-]?\s*|\s+(?:à|a|at|@|vers)\s+){_TIME}(?!\w))?""",
        re.VERBOSE | re.IGNORECASE,
    )


def find_day(text: str) -> Found | None:
    """Return the first day that a text tells for certain; None where there is none.

    >>> find_day("Publié le mercredi 3 février 2010 à 8 h 30").moment
    datetime.datetime(2010, 2, 3, 8, 30)
    >>> find_day("1er mars 2011").moment, find_day("Feb. 3rd, 2010").moment, find_day("03/02/2010")
    (datetime.date(2011, 3, 1), datetime.date(2010, 2, 3), None)
    """
    for found in _pattern().finditer(text):
        day = _build_day(found)
        if day is not None:
            return Found(_add_time(day, found), found.start(), found.end())
    return None


def is_ambiguous(text: str) -> bool:
    """Tell whether a text has a day in numbers that may mean two.

    >>> is_ambiguous("03/02/2010"), is_ambiguous("23/02/2010")
    (True, False)
    """
    return any(
        found["first"] and _build_day(found) is None and max(int(found["first"]), int(found["second"])) <= 12  # noqa: PLR2004 -- months
        for found in _pattern().finditer(text)
    )


def _build_day(found: re.Match[str]) -> date | None:
    if found["year"]:
        numbers = (int(found["year"]), int(found["number"]), int(found["day"]))
    elif found["first"]:
        first, second = int(found["first"]), int(found["second"])
        if first <= 12 and second <= 12 and first != second:  # noqa: PLR2004 -- months
            return None
        numbers = (int(found["year3"]), min(first, second), max(first, second))
    else:
        which = "1" if found["month1"] else "2"
        month = _months()[found[f"month{which}"].lower()]
        numbers = (int(found[f"year{which}"]), month, int(found[f"day{which}"]))
    try:
        return date(*numbers) if numbers[0] >= FIRST_YEAR else None
    except ValueError:
        return None


def _add_time(day: date, found: re.Match[str]) -> datetime | date:
    if not found["hour"]:
        return day
    half = (found["half"] or "").lower()[:1]
    hour = int(found["hour"]) % 12 + (12 if half == "p" else 0) if half else int(found["hour"])
    try:
        return datetime.combine(day, time(hour, int(found["minute"] or 0)))
    except ValueError:
        return day
