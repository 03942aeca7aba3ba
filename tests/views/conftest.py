"""An evening of one's own, seen through the views."""

from datetime import date

import pytest

from event_recap.errors import Place
from event_recap.model.consent import Policy
from event_recap.model.event import Event
from event_recap.model.person import Person
from event_recap.model.registry import Registry
from event_recap.views.address import Addresses

PLACE = Place("content/test.yml", 1, 1)


@pytest.fixture(name="addresses")
def fixture_addresses():
    """Return where the pages of a site are."""
    return Addresses("people/{slug}/", "events/{slug}/")


@pytest.fixture(name="make_event")
def fixture_make_event():
    """Return what makes an event from entries and facts."""

    def make_event(*entries, **facts):
        return Event(**{"id": "focus-20", "place": PLACE, "attendees": tuple(entries), **facts})

    return make_event


@pytest.fixture(name="make_registry")
def fixture_make_registry():
    """Return what joins events and people on the first day of 2026."""

    def make_registry(*values):
        events = {value.id: value for value in values if isinstance(value, Event)}
        people = {value.id: value for value in values if isinstance(value, Person)}
        return Registry(Policy(today=date(2026, 1, 1)), events, people)

    return make_registry
