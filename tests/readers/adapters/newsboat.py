"""newsboat, a reader for the terminal, run without one; what it read is in its cache."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime

from .item import ATOM, XML_KINDS, Item, keep_last_author

KINDS = XML_KINDS
# The order in which newsboat itself lists a feed.
QUERY = "SELECT guid, url, title, pubDate, author FROM rss_item ORDER BY pubDate DESC, id DESC"


def reduce(item, kind):
    """Return an entry with its authors in one string of Atom, and the last of them alone of RSS."""
    if kind == ATOM:
        return replace(item, authors=(", ".join(item.authors),))
    return keep_last_author(item, kind)


def read(feeds, folder):
    """Return the entries of each feed by its name.

    Each feed has a cache of its own: newsboat knows an entry by its id alone, so that in a common
    cache the last feed would have them all.
    """
    with ThreadPoolExecutor(2) as pool:
        entries = pool.map(
            lambda numbered: _read_feed(numbered[1], folder / str(numbered[0])), enumerate(feeds)
        )
        return {feed.name: items for feed, items in zip(feeds, entries, strict=True)}


def _read_feed(feed, folder):
    """Fetch one feed and return what is in the cache then."""
    folder.mkdir(parents=True)
    (folder / "urls").write_text(f"{feed.url}\n", encoding="utf-8")
    (folder / "config").write_text("use-proxy no\n", encoding="utf-8")
    files = ["-C", folder / "config", "-u", folder / "urls", "-c", folder / "cache.db"]
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8", "NO_PROXY": "*", "no_proxy": "*"}
    subprocess.run(
        ["newsboat", *files, "-x", "reload"], env=environment, check=True, capture_output=True, timeout=60
    )
    with closing(sqlite3.connect(folder / "cache.db")) as cache:
        return [_read_row(*row) for row in cache.execute(QUERY)]


def _read_row(identifier, url, title, seconds, author):
    return Item(identifier, url, title, datetime.fromtimestamp(seconds, UTC), (author,))
