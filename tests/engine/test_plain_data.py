"""Values that become plain data, and the same values again."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from enum import Enum
from zoneinfo import ZoneInfo

import pytest

from event_recap.engine.plain_data import PlainData, StrangeDataError


class Level(Enum):
    """How much is shown."""

    ALL = "all"
    NONE = "none"


@dataclass(frozen=True)
class Thing:
    """Something with defaults."""

    name: str
    level: Level = Level.ALL
    seen: bool | None = None
    parts: tuple[object, ...] = ()
    words: dict[str, str] = field(default_factory=dict)


DATA = PlainData((Thing, Level))


def turn_around(value):
    """Return a value that was written as JSON and read again."""
    return DATA.unpack(json.loads(json.dumps(DATA.pack(value))))


@pytest.mark.parametrize(
    "value",
    [
        Thing("Zoé"),
        Thing("", Level.NONE, seen=False, parts=(Thing("inner"), ("a", None, 1.5)), words={"a": "b"}),
        [date(2010, 2, 3), Decimal("12.50")],
        datetime(2010, 2, 3, 18, 30, tzinfo=ZoneInfo("Europe/Paris")),
        datetime(2010, 10, 31, 2, 30, tzinfo=ZoneInfo("Europe/Paris"), fold=1),
        datetime(2010, 2, 3, 18, 30, 59, 7, tzinfo=UTC),
        datetime(2010, 2, 3, 18, 30, tzinfo=timezone(timedelta(hours=-3.5))),
        datetime(2010, 2, 3, 18, 30),  # noqa: DTZ001 -- a moment without a zone is one, too
    ],
)
def test_a_value_is_the_same_again(value):
    """With the same zone and the same half of an hour that comes twice."""
    again = turn_around(value)

    assert (again, repr(again), getattr(again, "fold", 0)) == (value, repr(value), getattr(value, "fold", 0))


def test_what_nobody_said_takes_no_room():
    """Of thousands of people most facts are left out."""
    assert DATA.pack(Thing("a")) == ["Thing", {"name": "a", "words": ["dict"]}]


@pytest.mark.parametrize("value", [object(), timezone(timedelta(0), "odd"), {1, 2}, Thing(b"bytes")])
def test_a_value_of_another_class_is_refused(value):
    """Nobody could make it again."""
    with pytest.raises(StrangeDataError):
        DATA.pack(value)


@pytest.mark.parametrize(
    "said",
    [
        *([], [[]], ["os.system", "x"], ["Thing"], ["Thing", {}], ["Thing", {"name": "a", "more": 1}]),
        *(
            ["Level", "x"],
            ["date", "yesterday"],
            ["datetime", "x", 0, None],
            ["datetime", "2010-02-03", 0, "No/W"],
        ),
        *(["Decimal", "x"], ["dict", "x"], ["tuple", ["Thing", 3]]),
    ],
)
def test_data_of_which_nothing_can_be_made_is_refused(said):
    """Whatever somebody typed there, nothing runs and nothing else comes of it."""
    with pytest.raises(StrangeDataError):
        DATA.unpack(said)
