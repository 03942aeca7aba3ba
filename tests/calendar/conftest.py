"""Events of one's own, and what calendars are told of them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from event_recap.calendar.document import CalendarDocument, CalendarEntry
from event_recap.calendar.site import Site
from event_recap.errors import Place
from event_recap.model.consent import Policy
from event_recap.model.event import Event
from event_recap.model.registry import Registry
from event_recap.views.address import Addresses
from event_recap.views.events import view_event

PLACE = Place("content/attendees/focus-20.yml", 2, 3)


@pytest.fixture(name="site")
def fixture_site():
    """Return a site with an address."""
    return Site(url="https://blog.example", name="Carnet", lang="fr", events_url="events/")


@pytest.fixture(name="make_event")
def fixture_make_event():
    """Return what makes an event from facts."""
    return lambda **facts: Event(
        **{"id": "focus-20", "place": PLACE, "start": date(2010, 2, 2), "name": "Focus 20", **facts}
    )


@pytest.fixture(name="view")
def fixture_view():
    """Return what views an event on a day of 2026, on a site with calendars."""
    addresses = Addresses("people/{slug}/", "events/{slug}/", event_calendar="events/{slug}.ics")

    def view(event):
        registry = Registry(Policy(today=date(2026, 1, 1)), {event.id: event}, {})
        return view_event(registry, event, addresses, "fr")

    return view


@pytest.fixture(name="recap")
def fixture_recap():
    """Return what makes an article as Pelican has it, with our view."""

    def recap(title="Le récit", **facts):
        values = {
            "url": "recaps/le-recit/",
            "date": datetime(2010, 2, 3, 8, 30, tzinfo=UTC),
            "category": SimpleNamespace(name="Soirées"),
            "event_recap": SimpleNamespace(title=title),
            **facts,
        }
        return SimpleNamespace(**values)

    return recap


@pytest.fixture(name="make_entry")
def fixture_make_entry():
    """Return what makes an entry of a calendar."""
    return lambda **facts: CalendarEntry(
        **{
            "uid": "urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02",
            "summary": "Focus 20",
            "start": datetime(2010, 2, 2, 23, 0, tzinfo=UTC),
            "stamp": datetime(2010, 2, 3, 13, 30, tzinfo=UTC),
            **facts,
        }
    )


@pytest.fixture(name="make_document")
def fixture_make_document(make_entry):
    """Return what makes a calendar of one entry."""
    return lambda **facts: CalendarDocument(**{"name": "Carnet", "entries": (make_entry(),), **facts})
