"""What templates show of feeds and calendars to subscribe to; see ``values`` for addresses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FeedLinkView:
    """One feed in one format."""

    name: str
    """Of the format: ``Atom``, ``RSS`` or ``JSON Feed``."""
    type: str
    """Media type, such as ``application/atom+xml``."""
    url: str
    """Path below ``FEED_DOMAIN``."""
    title: str
    """Of the feed, as a reader lists it; plain text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedCollectionView:
    """Recaps to which one may subscribe."""

    kind: str
    """``site``, ``language``, ``category``, ``tag``, ``author``, ``series`` or ``person``."""
    name: str
    """In words: the name of the category, the person, the language; of the site for its own."""
    url: str
    """Path below ``SITEURL`` of the page that shows the same."""
    links: tuple[FeedLinkView, ...]
    """One for each format, never empty."""


@dataclass(frozen=True, slots=True)
class CalendarView:
    """A calendar to subscribe to: that of the site, or that of a series."""

    title: str
    """As a calendar lists it; plain text."""
    url: str
    """Path below ``SITEURL`` of the file."""
    webcal: str
    """Ready for an attribute: ``webcal://…``; empty where ``SITEURL`` names no host."""
