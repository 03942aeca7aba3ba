"""sfeed, which makes of a feed lines with tabs; of several authors it shows the first."""

from __future__ import annotations

import subprocess
from datetime import UTC, datetime

from .item import XML_KINDS, Item, keep_first_author

KINDS = XML_KINDS
reduce = keep_first_author


def read(feeds, _folder):
    """Return the entries of each feed by its name."""
    return {feed.name: [_read_line(line) for line in _run(feed).split("\n") if line] for feed in feeds}


def _run(feed):
    """Return what sfeed says of one feed."""
    done = subprocess.run(
        ["sfeed"], input=feed.path.read_bytes(), check=True, capture_output=True, timeout=60
    )
    return done.stdout.decode("utf-8")


def _read_line(line):
    seconds, title, url, _content, _type, identifier, author, *_ = line.split("\t")
    return Item(identifier, url, title, datetime.fromtimestamp(int(seconds), UTC), (author,))
