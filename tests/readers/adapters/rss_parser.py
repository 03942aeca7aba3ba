"""rss-parser, which web pages and bots written in JavaScript use; of several authors it keeps the first."""

from __future__ import annotations

from .item import XML_KINDS, Item, keep_first_author, parse_date
from .node import run_node

KINDS = XML_KINDS
reduce = keep_first_author


def read(feeds, _folder):
    """Return the entries of each feed by its name."""
    found = run_node("rss_parser.cjs", [feed.path for feed in feeds])
    return {
        feed.name: [_read_entry(**entry) for entry in entries]
        for feed, entries in zip(feeds, found, strict=True)
    }


def _read_entry(*, identifier, url, title, published, author):
    return Item(identifier, url, title, parse_date(published), (author,))
