from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from event_recap.calendar.span import find_span

MONTREAL = ZoneInfo("America/Montreal")


@pytest.mark.parametrize(
    ("last", "after"),
    [
        (None, date(2010, 2, 3)),
        (date(2010, 2, 2), date(2010, 2, 3)),
        (date(2010, 2, 28), date(2010, 3, 1)),
    ],
)
def test_whole_days_end_before_the_day_after_the_last(last, after):
    """An event of one day takes one day in a calendar, whose end is the first day without it."""
    assert find_span(date(2010, 2, 2), last) == (date(2010, 2, 2), after)


def test_the_last_day_of_all_has_no_day_after_it():
    """A date at the end of the calendar is no reason to stop a build."""
    assert find_span(date.max, None) == (date.max, None)


@pytest.mark.parametrize(("month", "hour"), [(2, 23), (7, 22)])
def test_an_hour_is_told_in_the_time_of_the_world(month, hour):
    """18 o'clock in Montréal is 23 o'clock UTC in winter, 22 o'clock in summer."""
    start, end = find_span(datetime(2010, month, 2, 18, tzinfo=MONTREAL), None)

    assert (start, end) == (datetime(2010, month, 2, hour, tzinfo=UTC), None)
    assert start.tzinfo is UTC


def test_an_evening_may_end_on_another_day_in_the_time_of_the_world():
    """The end is told in UTC as the start is, whatever the zone in which it was typed."""
    zone = timezone(timedelta(hours=-5))

    assert find_span(datetime(2010, 2, 2, 18, tzinfo=MONTREAL), datetime(2010, 2, 2, 21, tzinfo=zone)) == (
        datetime(2010, 2, 2, 23, tzinfo=UTC),
        datetime(2010, 2, 3, 2, tzinfo=UTC),
    )


def test_an_event_without_a_length_has_no_end():
    """The standard wants an end after the start; the same moment twice says nothing."""
    start = datetime(2010, 2, 2, 18, tzinfo=MONTREAL)

    assert find_span(start, start)[1] is None
