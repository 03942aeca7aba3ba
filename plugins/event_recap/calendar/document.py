"""What a calendar holds: plain values between Pelican and the library that writes them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import TypeAlias

Moment: TypeAlias = date | datetime
"""A date for whole days, or an aware datetime in UTC."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarEntry:
    """One event. All text is free of control characters."""

    uid: str
    """The same for ever, and of no other event."""
    summary: str
    """What it is called, on one line; never empty."""
    start: Moment
    end: Moment | None = None
    """Of the same kind as the start and after it: the first moment, or day, that is no longer part of it."""
    stamp: datetime
    """Aware, UTC: when what is said of it last changed; never the clock."""
    modified: datetime | None = None
    """Aware, UTC: when its newest recap was written or changed."""
    status: str = "CONFIRMED"
    """``CONFIRMED``, ``TENTATIVE`` or ``CANCELLED``."""
    location: str = ""
    """On one line, or empty."""
    position: str = ""
    """Degrees north and east, as ``45.88;-72.48``; or empty."""
    categories: tuple[str, ...] = ()
    """Each once."""
    description: str = ""
    """Plain text of several lines."""
    url: str = ""
    """Absolute URL of its page, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarDocument:
    """One calendar. All text is free of control characters."""

    name: str
    """On one line; never empty."""
    entries: tuple[CalendarEntry, ...]
    """Oldest first; never empty, which the standard forbids."""
    description: str = ""
    """On one line, or empty."""
    url: str = ""
    """Absolute URL of the calendar itself, or empty."""
    page_url: str = ""
    """Absolute URL of a page that shows the same, or empty."""
    lang: str = ""
    """BCP 47 tag of all text, or empty where unknown."""
    is_subscribable: bool = True
    """Whether it goes on; the calendar of one event is there to be kept, among the reader's own."""
