from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.loading.dates import parse_end, parse_moment
from event_recap.loading.report import UnreadableError

PARIS = ZoneInfo("Europe/Paris")
EVENING = datetime.fromisoformat("2010-02-03 18:30")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "2010-02-03 18:30",
            "2010-02-03T18:30",
            "2010-02-03 18:30:00",
            "2010-02-03 18h30",
            "2010-02-03 18 h 30",
        ),
        *("2010-02-03_18:30", "2010-02-03  18:30:00.000", " 2010-02-03 18H30 ".replace("H", "h")),
    ],
)
def test_a_time_is_read_in_many_forms(typed):
    """18:30 and 18 h 30 are one time, in the zone of the site."""
    moment = parse_moment(typed, PARIS)

    assert moment == EVENING.replace(tzinfo=PARIS)


@pytest.mark.parametrize(
    ("typed", "zone"),
    [
        ("2010-02-03 18:30Z", UTC),
        ("2010-02-03 18:30 UTC", UTC),
        ("2010-02-03T18:30:00+00:00", UTC),
        ("2010-02-03 18:30 -0500", timezone(timedelta(hours=-5))),
        ("2010-02-03 18:30 America/Toronto", ZoneInfo("America/Toronto")),
    ],
)
def test_a_zone_beside_the_time_comes_first(typed, zone):
    """A zone or an offset after the time is that of this time, whatever the site's is."""
    moment = parse_moment(typed, PARIS)

    assert moment == EVENING.replace(tzinfo=zone)


def test_an_hour_alone_is_a_time():
    """18h is six in the evening."""
    assert parse_moment("2010-02-03 18h", None) == EVENING.replace(minute=0)


def test_an_hour_that_comes_twice_is_the_first():
    """Where the clocks go back, 02:30 is the earlier of the two."""
    moment = parse_moment("2010-10-31 02:30", PARIS)

    assert moment.utcoffset() == timedelta(hours=2)


@pytest.mark.parametrize(
    ("typed", "end"),
    [("21:00", "2010-02-03 21:00"), ("1h30", "2010-02-04 01:30"), ("18:30", "2010-02-03 18:30")],
)
def test_an_end_may_be_a_time_alone(typed, end):
    """An end of 21:00 is that of the same evening, 1 h 30 that of the next morning."""
    start = EVENING.replace(tzinfo=PARIS)

    assert parse_end(typed, start, PARIS) == datetime.fromisoformat(end).replace(tzinfo=PARIS)


def test_an_end_stands_without_a_start():
    """An end is read where no start is known."""
    assert parse_end("2010-02-03", None, PARIS) == date(2010, 2, 3)


def test_one_day_begins_and_ends():
    """An event of one day may say so twice."""
    assert parse_end("2010-02-03", date(2010, 2, 3), PARIS) == date(2010, 2, 3)


@given(moment=st.datetimes(min_value=datetime.fromisoformat("1000-01-01")))
def test_what_python_writes_is_read(moment):
    """A moment in ISO 8601 is read to the second."""
    assert parse_moment(moment.isoformat(), None) == moment.replace(microsecond=0)


@given(text=st.text())
def test_any_text_is_a_date_or_told(text):
    """A text is read as a date, or refused in words; nothing else happens."""
    try:
        moment = parse_moment(text, PARIS)
    except UnreadableError:
        return

    assert isinstance(moment, date)
