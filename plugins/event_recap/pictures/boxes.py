"""The parts of which AVIF, HEIF and films are made (ISO/IEC 14496-12, 4.2; QuickTime File Format)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .error import CUT_SHORT, DAMAGED, PictureError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap

NOTHING = b"free"
"""The name of a part that every reader passes over."""

MOST_BOXES = 500_000
"""More parts stand beside each other in no picture and no film."""


@dataclass(frozen=True, slots=True)
class Box:
    """One part of a file."""

    kind: bytes
    start: int
    """Where its name stands: four bytes after its length."""
    body: int
    end: int


def read_boxes(data: bytes | mmap, position: int, end: int) -> Iterator[Box]:
    """Yield the parts of a file, or of a part, one after the other.

    Raises:
        PictureError: One is longer than what it lies in, or shorter than its own head.
    """
    for _ in range(MOST_BOXES):
        if position >= end:
            return
        length, head = int.from_bytes(data[position : position + 4], "big"), 8
        if length == 1:
            length, head = int.from_bytes(data[position + 8 : position + 16], "big"), 16
        elif length == 0:
            length = end - position
        if length < head:
            raise PictureError(DAMAGED)
        if position + length > end:
            raise PictureError(CUT_SHORT)
        yield Box(data[position + 4 : position + 8], position + 4, position + head, position + length)
        position += length
    raise PictureError(DAMAGED)
