"""What every reader has to agree on, and the feeds of a site."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

ATOM, RSS, JSON = "Atom", "RSS", "JSON"
XML_KINDS = frozenset({ATOM, RSS})
ALL_KINDS = XML_KINDS | {JSON}
_MARKS = {b"<rss": RSS, b"<feed": ATOM, b"https://jsonfeed.org/version/": JSON}
_HEAD = 1_000


@dataclass(frozen=True, slots=True)
class Item:
    """One entry, as a reader shows it."""

    id: str
    url: str
    title: str
    published: datetime
    """In UTC, to the second."""
    authors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Feed:
    """One document of a feed."""

    name: str
    """Path below the output folder."""
    path: Path
    url: str
    """Where the test serves it."""
    kind: str
    """Atom, RSS or JSON."""


def find_feeds(output, address):
    """Return every feed of a built site, told by what is in the file and not by its name.

    Args:
        output: Folder of the site.
        address: Where the folder is served, with a slash at the end.
    """
    feeds = []
    for path in sorted(output.rglob("*")):
        if path.suffix in {".xml", ".json"}:
            head = path.read_bytes()[:_HEAD]
            name = path.relative_to(output).as_posix()
            kinds = [kind for mark, kind in _MARKS.items() if mark in head]
            feeds += [Feed(name, path, address + quote(name), kind) for kind in kinds]
    return feeds


def parse_date(text):
    """Return a date of ISO 8601 in UTC."""
    return datetime.fromisoformat(text).astimezone(UTC)


def keep_first_author(item, _kind):
    """Return an entry as a reader shows it that knows one author, the first."""
    return replace(item, authors=item.authors[:1])


def keep_last_author(item, _kind):
    """Return an entry as a reader shows it that knows one author, the last that was named."""
    return replace(item, authors=item.authors[-1:])


def keep_all(item, _kind):
    """Return an entry as a reader shows it that hides nothing."""
    return item


def find_differences(expected, found):
    """Return in words what differs between two readings, both lists of items by the name of the feed."""
    for name in sorted(expected.keys() | found.keys()):
        wanted, got = expected.get(name, []), found.get(name, [])
        if len(wanted) != len(got):
            yield f"{name}: {len(got)} entries, not {len(wanted)}"
            continue
        for number, (one, other) in enumerate(zip(wanted, got, strict=True), 1):
            for field in fields(Item):
                value, read = getattr(one, field.name), getattr(other, field.name)
                if value != read:
                    yield f"{name}: entry {number}: {field.name}: {read!r}, not {value!r}"
