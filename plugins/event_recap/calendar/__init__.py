"""Feature ``calendar``: events as iCalendar, to subscribe to or to keep (RFC 5545, RFC 7986).

From the inside out: ``document`` says what a calendar holds; ``span``, ``description`` and ``entry`` read it
from an event, its recaps and the ``site``; ``collection`` says which calendars there are; ``builder``
turns one into bytes with icalendar; ``plugin`` lets Pelican write them.
"""

from .plugin import register

__all__ = ["register"]
