from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (datetime(2010, 2, 2, 23, 30, tzinfo=ZoneInfo("America/Montreal")), date(2010, 2, 2)),
        (date(2010, 2, 2), date(2010, 2, 2)),
        (None, None),
    ],
    ids=["an hour", "a whole day", "unknown"],
)
def test_an_event_takes_place_on_the_day_of_its_own_zone(make_event, start, expected):
    """An evening in Montreal is not on the next day because it is in Greenwich."""
    assert make_event("focus", start=start).start_date == expected


def test_moving_a_file_does_not_change_what_it_says(make_event, make_person):
    """Two readings of the same facts are equal, wherever the file lies."""
    assert make_event("focus", path="attendees/focus.yml") == make_event("focus", path="elsewhere/focus.yml")
    assert make_person("anne", path="people/anne.yml") == make_person("anne")
