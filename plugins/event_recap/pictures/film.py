"""Films and sounds in MP4, QuickTime and 3GP: what tells of them becomes zeros, in its place.

The telephone notes where it stands at the start of a film, and some cameras at every second of it, in a
track of its own beside picture and sound (ISO/IEC 14496-12; QuickTime File Format Specification).
"""

from __future__ import annotations

import struct
from itertools import accumulate
from typing import TYPE_CHECKING

from .boxes import NOTHING, Box, read_boxes
from .error import DAMAGED, PictureError
from .patch import Patch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap

_TOP = {b"ftyp", b"mdat", b"moov", b"moof", b"mfra", b"sidx", b"ssix", b"styp", b"wide", b"pdin"}
_FILM = {b"mvhd", b"trak", b"mvex", b"iods"}
_TRACK = {b"tkhd", b"edts", b"mdia", b"tref", b"tapt", b"load", b"clip", b"trgr"}
_MEDIA = {b"mdhd", b"hdlr", b"minf", b"elng"}
_INNER = {b"vmhd", b"smhd", b"hmhd", b"sthd", b"nmhd", b"gmhd", b"dinf", b"hdlr", b"stbl"}
_SHOWN = {b"vide", b"pict", b"soun", b"subt", b"sbtl", b"text", b"clcp", b"auxv"}
"""Kinds of tracks that somebody sees, hears or reads; others note where the camera was, and how it moved."""

_TIMED = {b"mvhd", b"tkhd", b"mdhd"}
_NAME_AT = 24
_CODER_AT, _CODER_LENGTH = 42, 32
"""Where an entry of a list of pictures names the program or the camera that made them."""
_SIZES_AT, _HEAD, _MOST_SAMPLES = 12, 8, 10_000_000
IN_PIECES = "holds a track of notes in pieces; save it again as MP4 with picture and sound only"
"""Such a film comes from a program for broadcasting; its notes cannot be told from the rest."""


def find_film_notes(data: bytes | mmap) -> Iterator[Patch]:
    """Yield what becomes zeros in a film: positions, devices, dates, authors, comments.

    Raises:
        PictureError: It is damaged, or its notes cannot be told from what it shows.
    """
    boxes = list(_read_top(data))
    kinds = {box.kind for box in boxes}
    if not kinds & {b"moov", b"moof"}:
        raise PictureError(DAMAGED)
    for box in boxes:
        if box.kind not in _TOP:
            yield from _blank(box)
        elif box.kind == b"moov":
            yield from find_head_notes(data, box, is_whole=b"moof" not in kinds)


def find_head_notes(data: bytes | mmap, head: Box, *, is_whole: bool = True) -> Iterator[Patch]:
    """Yield what becomes zeros in the part that says what a film, or a moving picture, is made of.

    Raises:
        PictureError: It is damaged, or notes stand in pieces of the film that are elsewhere.
    """
    yield from _clean(data, head, _FILM)
    for track in _find(data, head, b"trak"):
        yield from _clean_track(data, track, is_whole=is_whole)


def _read_top(data: bytes | mmap) -> Iterator[Box]:
    """Yield the parts of a file; what follows them and is none, or is cut short, counts as one more."""
    position = 0
    try:
        for box in read_boxes(data, 0, len(data)):
            position = box.end
            yield box
    except PictureError:
        kind = data[position + 4 : position + 8]
        if kind == b"moov" or position == 0:
            raise
        yield Box(kind, position + 4, min(position + 8, len(data)), len(data))


def _clean_track(data: bytes | mmap, track: Box, *, is_whole: bool) -> Iterator[Patch]:
    """Yield what becomes zeros in a track: its notes, or all of it where it holds nothing else."""
    media = next(_find(data, track, b"mdia"), None)
    handler = next(_find(data, media, b"hdlr"), None) if media else None
    if media is None or handler is None:
        raise PictureError(DAMAGED)
    inner = list(_find(data, media, b"minf"))
    tables = [table for part in inner for table in _find(data, part, b"stbl")]
    kind = data[handler.body + 8 : handler.body + 12]
    if kind not in _SHOWN:
        if not is_whole:
            raise PictureError(IN_PIECES)
        for table in tables:
            yield from _blank_samples(data, table)
        yield from _blank(track)
        return
    yield from _clean(data, track, _TRACK)
    yield from _clean(data, media, _MEDIA)
    for part in inner:
        yield from _clean(data, part, _INNER)
    for coders in (box for table in tables if kind == b"vide" for box in _find(data, table, b"stsd")):
        for coder in _read_parts(data, coders.body + 8, coders.end):
            end = min(coder.body + _CODER_AT + _CODER_LENGTH, coder.end)
            yield Patch(coder.body + _CODER_AT, end)


def _clean(data: bytes | mmap, box: Box, kept: set[bytes]) -> Iterator[Patch]:
    """Yield what becomes zeros among the parts of a part: those that are not kept, dates, and names."""
    for part in _read_parts(data, box.body, box.end):
        if part.kind not in kept:
            yield from _blank(part)
        elif part.kind in _TIMED:
            is_wide = data[part.body : part.body + 1] != b"\0"
            yield Patch(part.body + 4, min(part.body + (20 if is_wide else 12), part.end))
        elif part.kind == b"hdlr" and part.end > part.body + _NAME_AT:
            yield Patch(part.body + _NAME_AT, part.end)


def _blank_samples(data: bytes | mmap, table: Box) -> Iterator[Patch]:
    """Yield everything that a track holds, wherever in the file it lies."""
    parts = {part.kind: data[part.body : part.end] for part in _read_parts(data, table.body, table.end)}
    places = parts.get(b"stco") or parts.get(b"co64") or bytes(8)
    width = "L" if b"stco" in parts else "Q"
    offsets = _read_numbers(places, 8, width)
    sizes = _read_sizes(parts.get(b"stsz", b""), parts.get(b"stz2", b""))
    runs = _read_numbers(parts.get(b"stsc", bytes(8)), 8, "L")
    counts: list[int] = []
    lasts = (*runs[3::3], len(offsets) + 1)
    for first, last, count in zip(runs[::3], lasts, runs[1::3], strict=False):
        counts += [count] * (min(last, len(offsets) + 1) - first)
    ends = list(accumulate(counts))
    for offset, begin, end in zip(offsets, [0, *ends], ends, strict=False):
        yield Patch(offset, min(offset + sum(sizes[begin:end]), len(data)))


def _read_sizes(wide: bytes, narrow: bytes) -> list[int]:
    """Return the bytes of each sample of a track."""
    if narrow:
        raise PictureError(IN_PIECES)  # numbers of four bits, which no camera writes
    if len(wide) < _SIZES_AT:
        return []
    size, count = struct.unpack_from(">LL", wide, 4)
    if size and count > _MOST_SAMPLES:
        raise PictureError(DAMAGED)
    return [size] * count if size else list(_read_numbers(wide, _SIZES_AT, "L"))


def _read_numbers(data: bytes, start: int, width: str) -> tuple[int, ...]:
    count = max(0, len(data) - start) // struct.calcsize(f">{width}")
    return struct.unpack_from(f">{count}{width}", data, start)


def _find(data: bytes | mmap, box: Box, kind: bytes) -> Iterator[Box]:
    return (part for part in _read_parts(data, box.body, box.end) if part.kind == kind)


def _read_parts(data: bytes | mmap, position: int, end: int) -> Iterator[Box]:
    """Yield the parts of a part; QuickTime ends some with four zeros."""
    try:
        for box in read_boxes(data, position, end):
            position = box.end
            yield box
    except PictureError:
        if end - position >= _HEAD:
            raise


def _blank(box: Box) -> Iterator[Patch]:
    yield Patch(box.start, min(box.start + 4, box.end), NOTHING)
    yield Patch(box.body, box.end)
