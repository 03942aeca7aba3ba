"""AVIF and HEIF: what is no picture becomes zeros, in its place (ISO/IEC 14496-12, 23008-12).

The parts of such a file point to each other by number of bytes; zeros of the same length move none of them.
Which side is up is a property of the picture there, not metadata, and stays.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .error import CUT_SHORT, DAMAGED, PictureError

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOP = {b"ftyp", b"meta", b"mdat", b"moov"}
_META = {b"hdlr", b"pitm", b"iinf", b"iloc", b"iprp", b"iref", b"idat", b"dinf", b"grpl"}
_FILM = {b"udta", b"meta", b"uuid"}
_PICTURES = {
    *(b"av01", b"hvc1", b"avc1", b"vvc1", b"jpeg", b"j2k1", b"unci"),
    *(b"grid", b"iovl", b"iden", b"tmap"),
}
"""Kinds of items that are drawn, or put together of others."""

_NOTHING = b"free"


@dataclass(frozen=True, slots=True)
class Box:
    """One part of a file."""

    kind: bytes
    start: int
    """Where its name stands: four bytes after its length."""
    body: int
    end: int


def strip_heif(data: bytes) -> bytes:
    """Return an AVIF or HEIF with zeros in the place of its metadata.

    Raises:
        PictureError: It is damaged.
    """
    clean = bytearray(data)
    boxes = list(_read_boxes(data, 0, len(data)))
    for box in boxes:
        if box.kind not in _TOP:
            _blank(clean, box)
        elif box.kind == b"meta":
            _clean_meta(clean, data, box)
        elif box.kind == b"moov":
            _clean_film(clean, data, box)
    if not {box.kind for box in boxes} & {b"meta", b"moov"}:
        raise PictureError(DAMAGED)
    return bytes(clean)


def _clean_meta(clean: bytearray, data: bytes, meta: Box) -> None:
    parts = {box.kind: box for box in _read_boxes(data, meta.body + 4, meta.end)}
    for box in _read_boxes(data, meta.body + 4, meta.end):
        if box.kind not in _META:
            _blank(clean, box)
    if b"iinf" not in parts or b"iloc" not in parts:
        raise PictureError(DAMAGED)
    others = set(_clean_items(clean, data, parts[b"iinf"]))
    for item, start, length in _read_extents(data, parts[b"iloc"], parts.get(b"idat")):
        if item in others:
            if start + length > len(data):
                raise PictureError(CUT_SHORT)
            clean[start : start + length] = bytes(length)


def _clean_items(clean: bytearray, data: bytes, info: Box) -> Iterator[int]:
    """Yield the number of each item that is no picture, once it is called nothing."""
    version = data[info.body]
    for box in _read_boxes(data, info.body + (6 if version == 0 else 8), info.end):
        wide = 4 if data[box.body] >= 3 else 2  # noqa: PLR2004 -- versions of the entry
        number = int.from_bytes(data[box.body + 4 : box.body + 4 + wide], "big")
        kind_at = box.body + 4 + wide + 2
        if data[box.body] < 2:  # noqa: PLR2004 -- as above; the oldest entries name no kind
            raise PictureError(DAMAGED)
        if data[kind_at : kind_at + 4] not in _PICTURES:
            clean[kind_at : kind_at + 4] = _NOTHING  # zeros under their old name would be damaged metadata
            yield number


def _clean_film(clean: bytearray, data: bytes, film: Box) -> None:
    for box in _read_boxes(data, film.body, film.end):
        if box.kind in _FILM:
            _blank(clean, box)
        elif box.kind == b"trak":
            _clean_film(clean, data, box)


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


def _read_boxes(data: bytes, position: int, end: int) -> Iterator[Box]:
    while position < end:
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


def _blank(clean: bytearray, box: Box) -> None:
    clean[box.start : box.start + 4] = _NOTHING
    clean[box.body : box.end] = bytes(box.end - box.body)
