"""feedsmith, a parser in JavaScript that reads every format and every author."""

from __future__ import annotations

from datetime import UTC
from email.utils import parsedate_to_datetime

from .item import ALL_KINDS, RSS, Item, keep_all, parse_date
from .node import run_node

KINDS = ALL_KINDS
reduce = keep_all


def read(feeds, _folder):
    """Return the entries of each feed by its name."""
    found = run_node("feedsmith.cjs", [feed.path for feed in feeds])
    return {
        feed.name: [_read_entry(feed.kind, entry) for entry in entries]
        for feed, entries in zip(feeds, found, strict=True)
    }


def _read_entry(kind, entry):
    text = entry["published"]
    date = parsedate_to_datetime(text).astimezone(UTC) if kind == RSS else parse_date(text)
    return Item(entry["identifier"], entry["url"], entry["title"], date, tuple(entry["authors"]))
