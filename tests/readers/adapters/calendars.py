"""Calendars as three programs read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from .node import run_node


@dataclass(frozen=True, slots=True)
class Appointment:
    """One event, as a calendar shows it."""

    uid: str
    summary: str
    start: str
    """ISO 8601, in UTC; a date where no hour is known."""
    end: str
    """The same; empty where it is not told."""
    location: str
    url: str


def read_with_icalendar(paths):
    """Return the appointments in each file, in order; nothing may be ill-formed."""
    from icalendar import Calendar

    found = []
    for path in paths:
        calendar = Calendar.from_ical(path.read_bytes())
        assert [error for part in calendar.walk() for error in part.errors] == []
        found.append([_read_event(event) for event in calendar.walk("VEVENT")])
    return found


def _read_event(event):
    texts = [str(event.get(name, "")) for name in ("UID", "SUMMARY", "LOCATION", "URL")]
    start, end = (_write_date(event[name].dt) if name in event else "" for name in ("DTSTART", "DTEND"))
    return Appointment(texts[0], texts[1], start, end, *texts[2:])


def read_with_vobject(paths):
    """Return the appointments in each file, in order."""
    import vobject

    return [
        [
            _read_component(event)
            for calendar in vobject.readComponents(path.read_bytes().decode("utf-8"))
            for event in calendar.contents["vevent"]
        ]
        for path in paths
    ]


def _read_component(event):
    values = {name: event.contents[name][0].value for name in event.contents}
    texts = [values.get(name, "") for name in ("uid", "summary", "location", "url")]
    start, end = (_write_date(values[name]) if name in values else "" for name in ("dtstart", "dtend"))
    return Appointment(texts[0], texts[1], start, end, *texts[2:])


def read_with_ical_js(paths):
    """Return the appointments in each file, in order."""
    return [
        [Appointment(**{**event, **_read_dates(event)}) for event in events]
        for events in run_node("calendars.cjs", paths)
    ]


def _read_dates(event):
    """Return the dates of an appointment in our form; a script gives hours with their zone and dates as they are."""
    return {
        name: _write_date(datetime.fromisoformat(event[name])) if "T" in event[name] else event[name]
        for name in ("start", "end")
    }


def _write_date(value):
    """Return a moment in UTC, or a date as it is."""
    return value.astimezone(UTC).isoformat() if isinstance(value, datetime) else value.isoformat()


READERS = {"icalendar": read_with_icalendar, "vobject": read_with_vobject, "ical.js": read_with_ical_js}
"""What reads calendars, by name: files in, a list of appointments for each out."""
