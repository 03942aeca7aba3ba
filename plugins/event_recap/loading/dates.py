"""Dates and times as authors type them; nothing is guessed."""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from babel.core import get_global

from ..errors import suggest
from .report import UnreadableError, quote

_DAY = re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})")
_TIME = re.compile(
    r"""(?P<hour>\d{1,2}) (?: : | \s?h\s? ) (?P<minute>\d{2})?
        (?: : (?P<second>\d{2}) (?:[.,]\d+)? )?
        \s? (?P<zone> Z | UTC | GMT | [+-]\d{2}:?\d{2} | [A-Z][A-Za-z_+-]*(?:/[\w+-]+)* )?""",
    re.VERBOSE | re.ASCII,
)
_PARTS = re.compile(r"(?P<day>\S+?)(?:(?:[T_]|\s+)(?P<time>\d.*))?", re.DOTALL)
_OTHER_ORDER = re.compile(r"(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})", re.ASCII)
_YEAR_FIRST = re.compile(r"(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})", re.ASCII)
_TWO_KINDS = "start and end are of two kinds; give both a time, or neither"
FIRST_YEAR = 1000
"""Before it, the zones of the clocks mean nothing and other programs fail."""
LONGEST_NIGHT = timedelta(hours=18)
"""An end that is a time alone lies on the next day up to here; beyond, it is taken for a slip."""


def parse_moment(text: str, zone: ZoneInfo | None) -> datetime | date:
    """Return a day, or a moment where a time is typed.

    Args:
        text: ``2010-02-03``, ``2010-02-03 18:30``, ``2010-02-03T18:30:00Z``, ``2010-02-03 18h30``.
        zone: Zone of a time without one; None leaves such a time without.

    Raises:
        UnreadableError: It is no such date, or does not exist.

    >>> parse_moment("2010-02-03", None), parse_moment("2010-02-03 18 h 30", None)
    (datetime.date(2010, 2, 3), datetime.datetime(2010, 2, 3, 18, 30))
    """
    parts = _PARTS.fullmatch(text.strip())
    if not parts:
        what = f"{_explain_day(text)} or 2010-02-03 18:30"
        raise UnreadableError(what)
    day = parse_day(parts["day"])
    return _join_moment(day, parts["time"], zone) if parts["time"] else day


def parse_day(text: str) -> date:
    """Return a day typed as ``2010-02-03``.

    Raises:
        UnreadableError: It is typed in another way, or does not exist.
    """
    parts = _DAY.fullmatch(text)
    if not parts:
        raise UnreadableError(_explain_day(text))
    day = _build_day(*(int(number) for number in parts.groups()))
    if day is None or day.year < FIRST_YEAR:
        what = f"{quote(text)} is no day of the calendar; expected a date such as 2010-02-03"
        raise UnreadableError(what)
    return day


def _join_moment(day: date, text: str, zone: ZoneInfo | None) -> datetime:
    """Return the moment of a day that a time names.

    Raises:
        UnreadableError: It is no time, or the clocks skip it that day.
    """
    parts = _TIME.fullmatch(text)
    if not parts:
        what = f"{quote(text)} is no time; expected hours and minutes such as 18:30"
        raise UnreadableError(what)
    try:
        hours = time(int(parts["hour"]), int(parts["minute"] or 0), int(parts["second"] or 0))
    except ValueError:
        what = f"{quote(text)} is no time of the day; expected 00:00 to 23:59"
        raise UnreadableError(what) from None
    moment = datetime.combine(day, hours, tzinfo=_parse_zone(parts["zone"]) or zone)
    if moment.tzinfo is not None:
        _check_exists(moment)
    return moment


def parse_end(text: str, start: datetime | date | None, zone: ZoneInfo | None) -> datetime | date:
    """Return when something ends; a time alone is that of the first day, or of the next morning.

    Raises:
        UnreadableError: It is no date, of another kind than the start, or before it.
    """
    if is_time(text):
        return _parse_end_time(text, start, zone)
    try:
        moment = parse_moment(text, zone)
    except UnreadableError as error:
        hint = ", or a time such as 21:00" if isinstance(start, datetime) else ""
        what = f"{error}{hint}"
        raise UnreadableError(what) from None
    if start is None:
        return moment
    if isinstance(start, datetime) != isinstance(moment, datetime):
        raise UnreadableError(_TWO_KINDS)
    if moment < start:
        what = f"the end is before the start, {str(start)[:16]}; put one of the two right"
        raise UnreadableError(what)
    return moment


def is_time(text: str) -> bool:
    """Tell whether a text is a time alone.

    >>> is_time("22 h 15"), is_time("2010-02-03 22:15")
    (True, False)
    """
    return bool(_TIME.fullmatch(text))


def _parse_end_time(text: str, start: datetime | date | None, zone: ZoneInfo | None) -> datetime:
    if start is None:
        what = f"{quote(text)} is a time alone; add 'start: …', or write the day before it"
        raise UnreadableError(what)
    if not isinstance(start, datetime):
        raise UnreadableError(_TWO_KINDS)
    end = _join_moment(start.date(), text, zone)
    if end < start:
        end = _join_moment(start.date() + timedelta(days=1), text, zone)
        if end - start > LONGEST_NIGHT:
            what = f"the end is before the start, {str(start)[:16]}; write the day as well if it is the next"
            raise UnreadableError(what)
    return end


def parse_zone(text: str) -> ZoneInfo:
    """Return the time zone of a name in the IANA list, in exact case.

    Raises:
        UnreadableError: There is none of that name.
    """
    if text in get_global("zone_territories") or text in get_global("zone_aliases"):
        with suppress(ZoneInfoNotFoundError):
            return ZoneInfo(text)  # the list of the machine takes long to make
    if text not in _zone_names():
        city = text.rpartition("/")[2].replace(" ", "_").casefold()
        same_city = sorted(name for name in _zone_names() if name.rpartition("/")[2].casefold() == city)
        hint = f"; did you mean '{same_city[0]}'?" if same_city else suggest(text, _zone_names())
        what = f"{quote(text)} is no time zone{hint or '; expected a name such as Europe/Paris'}"
        raise UnreadableError(what)
    return ZoneInfo(text)


@cache
def _zone_names() -> frozenset[str]:
    return frozenset(available_timezones())


def _parse_zone(text: str | None) -> ZoneInfo | timezone | None:
    if text is None:
        return None
    if text in {"Z", "UTC", "GMT"}:
        return UTC
    if text[0] in "+-":
        offset = timedelta(hours=int(text[1:3]), minutes=int(text[-2:]))
        if offset >= timedelta(hours=24):
            what = f"{quote(text)} is no offset from UTC; expected one such as +02:00"
            raise UnreadableError(what)
        return timezone(-offset if text[0] == "-" else offset)
    if "/" in text:
        return parse_zone(text)
    what = f"the zone {quote(text)} is not the same everywhere; write an offset such as +02:00"
    raise UnreadableError(what)


def _check_exists(moment: datetime) -> None:
    """Tell of a time that the clocks skip when they go forward."""
    try:
        back = moment.astimezone(UTC).astimezone(moment.tzinfo)
    except OverflowError:
        what = f"the year {moment.year} is out of reach; write another year"
        raise UnreadableError(what) from None
    if back.replace(tzinfo=None) != moment.replace(tzinfo=None):
        what = (
            f"{moment:%H:%M} does not exist on {moment:%Y-%m-%d} in {moment.tzinfo}, "
            f"where the clocks go forward; did you mean {back:%H:%M}?"
        )
        raise UnreadableError(what)


def _explain_day(text: str) -> str:
    shown = quote(text)
    other = _OTHER_ORDER.match(text)
    if other:
        first, second, year = (int(number) for number in other.groups())
        days = dict.fromkeys((_build_day(year, second, first), _build_day(year, first, second)))
        readings = [day.isoformat() for day in days if day]
        if readings:
            reason = "may mean two days" if len(readings) > 1 else "does not begin with the year"
            return f"{shown} {reason}; write {' or '.join(readings)}"
    year_first = _YEAR_FIRST.match(text)
    day = _build_day(*(int(number) for number in year_first.groups())) if year_first else None
    hint = f"write {day}" if day else "expected one such as 2010-02-03"
    return f"{shown} is no date; {hint}"


def _build_day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
