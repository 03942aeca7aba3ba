"""People, entries and events with what a test says of them, and nothing else."""

from datetime import date

import pytest

from event_recap.errors import Place
from event_recap.model.consent import Policy
from event_recap.model.event import Event
from event_recap.model.person import Person
from event_recap.model.registry import Registry

PLACE = Place("content/test.yml", 1, 1)


@pytest.fixture(name="policy")
def fixture_policy():
    """Return the rules of a site that chose nothing."""
    return Policy(today=date(2026, 1, 1))


@pytest.fixture(name="make_event")
def fixture_make_event():
    """Return what makes an event from an id, entries and facts."""

    def make_event(identifier, *entries, **facts):
        return Event(id=identifier, place=PLACE, attendees=tuple(entries), **facts)

    return make_event


@pytest.fixture(name="make_registry")
def fixture_make_registry(policy):
    """Return what joins events and people."""

    def make_registry(*values, policy=policy):
        events = {value.id: value for value in values if isinstance(value, Event)}
        people = {value.id: value for value in values if isinstance(value, Person)}
        return Registry(policy, events, people)

    return make_registry
