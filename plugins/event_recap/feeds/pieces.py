"""Entries as they are written, each once for all the feeds in which it stands."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from feedgen.util import xml_elem
from lxml.etree import tostring

from .namespaces import ATOM_ENTRY, COMMENTS, FEEDGEN_RSS, RSS_ITEM
from .node import MARK, EntryNode
from .plain_text import write_references

if TYPE_CHECKING:
    from collections.abc import Hashable, Sequence

    from .document import FeedEntry
    from .node import Fill

KEPT_BYTES = 64 * 2**20
"""What is kept at the most; the oldest pieces make room for new ones."""

_MARK = re.compile(rb"<\?%b (\d+)\?>" % MARK.encode())


class Pieces:
    """Remembers the bytes of entries."""

    def __init__(self) -> None:
        self._pieces: dict[Hashable, bytes] = {}
        self._size = 0

    def find_piece(self, entry: FeedEntry, fill: Fill, variant: tuple[bool, Hashable]) -> bytes:
        """Return an entry as it is written, from memory where it was written before.

        Args:
            entry: What it says.
            fill: Sets all of it.
            variant: Whether it is RSS, and whatever else makes ``fill`` write different bytes.
        """
        key = (variant, entry)
        if key not in self._pieces:
            node = EntryNode(entry, fill)
            piece = write_item(node) if variant[0] else write_entry(node)
            self._pieces[key] = piece
            self._size += len(piece)
            while self._size > KEPT_BYTES:
                self._size -= len(self._pieces.pop(next(iter(self._pieces))))
            return piece
        return self._pieces[key]


def write_item(node: EntryNode) -> bytes:
    """Return an item of RSS, indented as it stands in a feed."""
    root = xml_elem("rss", nsmap=RSS_ITEM | FEEDGEN_RSS | COMMENTS)
    xml_elem("channel", root).append(node.rss_entry())
    return _cut(tostring(root, pretty_print=True, encoding="UTF-8"), b"item")


def write_entry(node: EntryNode) -> bytes:
    """Return an entry of Atom, indented as it stands in a feed."""
    root = xml_elem("feed", nsmap=ATOM_ENTRY | COMMENTS)
    root.append(node.atom_entry())
    return _cut(tostring(root, pretty_print=True, encoding="UTF-8"), b"entry")


def put_pieces(feed: bytes, pieces: Sequence[bytes]) -> bytes:
    """Return a feed with its pieces in the place of their marks."""
    return _MARK.sub(lambda match: pieces[int(match[1])], feed)


def _cut(xml: bytes, tag: bytes) -> bytes:
    """Return the first element of a name from its beginning to its end."""
    end = b"</%b>" % tag
    return write_references(xml[xml.index(b"<%b" % tag) : xml.rindex(end) + len(end)])
