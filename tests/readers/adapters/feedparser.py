"""feedparser, the library under most readers written in Python."""

from __future__ import annotations

from calendar import timegm
from datetime import UTC, datetime
from functools import cache

from .item import XML_KINDS, Item, keep_all

KINDS = XML_KINDS
reduce = keep_all


@cache
def parse(feed):
    """Return feedparser's own view of a feed; it takes its time, so each is parsed once."""
    import feedparser

    return feedparser.parse(feed.path.read_bytes())


def read(feeds, _folder):
    """Return the entries of each feed by its name."""
    return {feed.name: [_read_entry(entry) for entry in parse(feed).entries] for feed in feeds}


def _read_entry(entry):
    published = datetime.fromtimestamp(timegm(entry.published_parsed), UTC)
    authors = tuple(author.name for author in entry.authors)
    return Item(entry.id, entry.link, entry.title, published, authors)
