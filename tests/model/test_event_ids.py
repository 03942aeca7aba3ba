"""A list that is renamed is known again, and its old address leads on."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from event_recap.errors import Place
from event_recap.model.event import Event
from event_recap.model.event_ids import drop_former, follow_events
from event_recap.model.ids import EventRecord, Ids, PostRecord

EVENING = datetime(2010, 2, 2, 18, tzinfo=UTC)
MORNING = datetime(2010, 2, 3, 9, tzinfo=UTC)


def build(ids, **starts):
    """Return what a build with these lists remembers; ``_`` stands for a hyphen."""
    events = [
        Event(id=key.replace("_", "-"), place=Place("a.yml"), start=start) for key, start in starts.items()
    ]
    return follow_events(ids, events)


def find_former(ids):
    """Return the former ids of each event that has some."""
    return {key: record.former for key, record in ids.events.items() if record.former}


def test_a_renamed_list_is_known_by_its_start():
    """One list is gone and a new one begins at the same moment: it is the same event, twice over."""
    once = build(build(Ids(), focus=EVENING, other=MORNING), focus_20=EVENING, other=MORNING)
    twice = build(once, focus_2010=EVENING, other=MORNING)

    assert find_former(once) == {"focus-20": ("focus",)}
    assert find_former(twice) == {"focus-2010": ("focus", "focus-20")}


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ({"a": EVENING}, {"b": MORNING}),
        ({"a": EVENING, "b": EVENING}, {"c": EVENING}),
        ({"a": EVENING}, {"b": EVENING, "c": EVENING}),
        ({"a": None}, {"b": None}),
    ],
    ids=["another start", "two that are gone", "two that are new", "no start"],
)
def test_in_doubt_nothing_leads_on(before, after):
    """Where it may be another event, the old address leads nowhere."""
    assert find_former(build(build(Ids(), **before), **after)) == {}


def test_an_id_that_is_used_again_is_no_former_one():
    """A page of today keeps its address, whatever had it before."""
    moved = build(build(Ids(), a=EVENING), b=EVENING)

    assert find_former(build(moved, b=EVENING, a=MORNING)) == {}


def test_what_tells_of_somebody_is_forgotten():
    """A former slug or id that may not be named is not kept."""
    ids = Ids(
        posts={"a.md": PostRecord(id="urn:uuid:1", slug="a", former=("with-luc", "b"))},
        events={"e": EventRecord(start="", former=("luc-2010", "d"))},
    )

    kept = drop_former(ids, lambda text: "luc" in text)

    assert kept.posts["a.md"].former == ("b",)
    assert find_former(kept) == {"e": ("d",)}
