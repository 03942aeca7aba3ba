"""Which entries stand in a feed's newest document, and which in its archives (RFC 5005, section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from .document import FeedEntry

HEAD_BYTES = 16_384
"""Room for what a document says before its first entry."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The entries of a feed, newest first in every document."""

    newest: tuple[FeedEntry, ...]
    """What a reader who already follows the feed needs."""
    archives: tuple[tuple[FeedEntry, ...], ...] = ()
    """Older documents, the oldest first; one that exists stays the same when recaps are added."""


def paginate(entries: Sequence[FeedEntry], most: int | None, budget: int) -> Pages:
    """Divide the entries of a feed.

    Archives are filled from the oldest entry on, and only full ones are written: a new recap never
    changes them. The newest document holds what is in no archive, and more as far as there is room.

    Args:
        entries: Newest first.
        most: Entries in a document; None for no limit.
        budget: Bytes of a document; an entry that is larger alone has a document to itself.
    """
    most = most or len(entries)
    room = budget - HEAD_BYTES
    chunks = _fill(reversed(entries), most, room)
    if len(chunks) <= 1:
        return Pages(tuple(entries))
    newest = _fill(entries, most, room)[0]
    return Pages(tuple(newest), tuple(tuple(reversed(chunk)) for chunk in chunks[:-1]))


def _fill(entries: Iterable[FeedEntry], most: int, room: int) -> list[list[FeedEntry]]:
    """Return entries in their order, in as few documents as hold them."""
    chunks: list[list[FeedEntry]] = []
    size = 0
    for entry in entries:
        if not chunks or len(chunks[-1]) == most or size + entry.size > room:
            chunks.append([])
            size = 0
        chunks[-1].append(entry)
        size += entry.size
    return chunks
