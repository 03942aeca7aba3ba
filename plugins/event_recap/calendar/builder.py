"""From values to the bytes of a calendar, with icalendar; the one module that knows it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from icalendar import Calendar, Event
from icalendar.prop import vCategory, vInline, vText, vUri

if TYPE_CHECKING:
    from .document import CalendarDocument, CalendarEntry

PRODUCT = "-//pelican-event-recap//Calendars 1.0//EN"
"""Who wrote the calendar, a formal public identifier; the version is that of what we write into it."""

REFRESH = "P1D"
"""How often a reader asks again: once a day."""

_SPECIAL = re.compile(r"[\\;,]")
_END = b"END:VCALENDAR\r\n"


class Text(vText):
    r"""A text with its signs escaped (RFC 5545, 3.3.11); the library takes ``\N`` in it for a new line.

    >>> Text("C:\\New; one, two\nthree").to_ical()
    b'C:\\\\New\\; one\\, two\\nthree'
    """

    __slots__ = ()

    def to_ical(self) -> bytes:
        """Return the text as it stands behind the name of a property."""
        return _SPECIAL.sub(r"\\\g<0>", self).replace("\n", r"\n").encode()


class CalendarBuilder:
    """Turns calendars into bytes; an event that stands in several of them is written once."""

    def __init__(self) -> None:
        self._events: dict[tuple[CalendarEntry, str], bytes] = {}

    def build(self, document: CalendarDocument) -> bytes:
        """Return a calendar: UTF-8, lines ended by CRLF and folded at 75 bytes between characters."""
        head: bytes = _build_head(document).to_ical()
        events = b"".join(self._write_event(entry, document.lang) for entry in document.entries)
        return head.removesuffix(_END) + events + _END

    def _write_event(self, entry: CalendarEntry, lang: str) -> bytes:
        if (entry, lang) not in self._events:
            self._events[entry, lang] = _build_event(entry, _name_language(lang)).to_ical()
        return self._events[entry, lang]


def _build_head(document: CalendarDocument) -> Calendar:
    """Return a calendar without its events.

    There is no ``METHOD``: ``PUBLISH`` demands the address of an organiser (RFC 5546, 3.2.1). A single event
    has no ``X-WR-CALNAME``, for which Outlook opens it as a calendar of its own ([MS-OXCICAL]).
    """
    calendar, language = Calendar(), _name_language(document.lang)
    calendar.add("VERSION", vInline("2.0"))
    calendar.add("PRODID", Text(PRODUCT))
    calendar.add("NAME", Text(document.name), language)
    if document.description:
        calendar.add("DESCRIPTION", Text(document.description), language)
    if document.is_subscribable:
        calendar.add("X-WR-CALNAME", Text(document.name))
        calendar.add("X-PUBLISHED-TTL", vInline(REFRESH))
    calendar.add("REFRESH-INTERVAL", vInline(REFRESH), {"VALUE": "DURATION"})
    if document.url:
        calendar.add("SOURCE", vUri(document.url), {"VALUE": "URI"})
    if document.page_url:
        calendar.add("URL", vUri(document.page_url))
    return calendar


def _name_language(lang: str) -> dict[str, str]:
    """Return the parameter of a text that tells its language (RFC 5545, 3.2.10)."""
    return {"LANGUAGE": lang} if lang else {}


def _build_event(entry: CalendarEntry, language: dict[str, str]) -> Event:
    event = Event()
    event.add("UID", Text(entry.uid))
    event.add("DTSTAMP", entry.stamp)
    event.add("DTSTART", entry.start)
    event.add("SUMMARY", Text(entry.summary), language)
    event.add("STATUS", vInline(entry.status))
    if entry.end:
        event.add("DTEND", entry.end)
    if entry.modified:
        event.add("LAST-MODIFIED", entry.modified)
    if entry.description:
        event.add("DESCRIPTION", Text(entry.description), language)
    if entry.location:
        event.add("LOCATION", Text(entry.location), language)
    if entry.position:
        event.add("GEO", vInline(entry.position))
    if entry.categories:
        categories = vCategory([])
        categories.cats = [Text(category) for category in entry.categories]
        event.add("CATEGORIES", categories, language)
    if entry.url:
        event.add("URL", vUri(entry.url))
    return event
