"""AVIF and HEIF: what is no picture becomes zeros, in its place (ISO/IEC 14496-12, 23008-12).

The parts of such a file point to each other by number of bytes; zeros of the same length move none of them.
Which side is up is a property of the picture there, not metadata, and stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from .boxes import NOTHING, read_boxes
from .error import CUT_SHORT, DAMAGED, PictureError
from .film import find_head_notes
from .patch import patch_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .boxes import Box

_TOP = {b"ftyp", b"meta", b"mdat", b"moov"}
_META = {b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat", b"dinf", b"grpl"}
_PICTURES = {
    *(b"av01", b"hvc1", b"avc1", b"vvc1", b"jpeg", b"j2k1", b"unci"),
    *(b"grid", b"iovl", b"iden", b"tmap"),
}
"""Kinds of items that are drawn, or put together of others."""

_SMALL_COPY = b"thmb"


def strip_heif(data: bytes) -> bytes:
    """Return an AVIF or HEIF with zeros in the place of its metadata.

    Raises:
        PictureError: It is damaged.
    """
    clean = bytearray(data)
    boxes = list(read_boxes(data, 0, len(data)))
    for box in boxes:
        if box.kind not in _TOP:
            _blank(clean, box)
        elif box.kind == b"meta":
            _clean_meta(clean, data, box)
        elif box.kind == b"moov":
            patch_bytes(clean, find_head_notes(data, box))
    if not {box.kind for box in boxes} & {b"meta", b"moov"}:
        raise PictureError(DAMAGED)
    return bytes(clean)


def _clean_meta(clean: bytearray, data: bytes, meta: Box) -> None:
    parts = {box.kind: box for box in read_boxes(data, meta.body + 4, meta.end)}
    for box in read_boxes(data, meta.body + 4, meta.end):
        if box.kind not in _META:
            _blank(clean, box)
    if b"iinf" not in parts or b"iloc" not in parts:
        raise PictureError(DAMAGED)
    small = set(_find_small_copies(data, parts[b"iref"])) if b"iref" in parts else set()
    others = set(_clean_items(clean, data, parts[b"iinf"], small))
    for item, start, length in _read_extents(data, parts[b"iloc"], parts.get(b"idat")):
        if item in others:
            if start + length > len(data):
                raise PictureError(CUT_SHORT)
            clean[start : start + length] = bytes(length)


def _find_small_copies(data: bytes, references: Box) -> Iterator[int]:
    """Yield the number of each item that is said to be a small copy of another."""
    wide = 4 if data[references.body] else 2
    for box in read_boxes(data, references.body + 4, references.end):
        if box.kind == _SMALL_COPY:
            yield int.from_bytes(data[box.body : box.body + wide], "big")


def _clean_items(clean: bytearray, data: bytes, info: Box, small: set[int]) -> Iterator[int]:
    """Yield the number of each item that is no picture, or a small copy of one, once it is called nothing."""
    version = data[info.body]
    for box in read_boxes(data, info.body + (6 if version == 0 else 8), info.end):
        wide = 4 if data[box.body] >= 3 else 2  # noqa: PLR2004 -- versions of the entry
        number = int.from_bytes(data[box.body + 4 : box.body + 4 + wide], "big")
        kind_at = box.body + 4 + wide + 2
        if data[box.body] < 2:  # noqa: PLR2004 -- as above; the oldest entries name no kind
            raise PictureError(DAMAGED)
        if data[kind_at : kind_at + 4] not in _PICTURES or number in small:
            clean[kind_at : kind_at + 4] = NOTHING  # zeros under their old name would be damaged metadata
            yield number


def _read_extents(data: bytes, places: Box, inner: Box | None) -> Iterator[tuple[int, int, int]]:
    """Yield the number of an item, and where each piece of it begins and how long it is."""
    numbers = _Numbers(data, places.body + 4, places.end)
    version = data[places.body]
    sizes = [size for pair in (numbers.take(1), numbers.take(1)) for size in (pair >> 4, pair & 15)]
    offset_size, length_size, base_size, index_size = sizes
    wide = 4 if version == 2 else 2  # noqa: PLR2004 -- version of the list
    for _ in range(numbers.take(wide)):
        item = numbers.take(wide)
        method = numbers.take(2) & 15 if version else 0
        numbers.take(2)
        base = numbers.take(base_size)
        for _ in range(numbers.take(2)):
            numbers.take(index_size if version else 0)
            start, length = base + numbers.take(offset_size), numbers.take(length_size)
            if method == 1 and inner:
                yield item, inner.body + start, length
            elif method == 0:
                yield item, start, length
            else:
                raise PictureError(DAMAGED)


class _Numbers:
    """Reads one number after the other."""

    def __init__(self, data: bytes, position: int, end: int) -> None:
        self._data, self._position, self._end = data, position, end

    def take(self, size: int) -> int:
        begin, self._position = self._position, self._position + size
        if self._position > self._end:
            raise PictureError(DAMAGED)
        return int.from_bytes(self._data[begin : self._position], "big")


def _blank(clean: bytearray, box: Box) -> None:
    clean[box.start : box.start + 4] = NOTHING
    clean[box.body : box.end] = bytes(box.end - box.body)
