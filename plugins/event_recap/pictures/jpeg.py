"""JPEG: the segments that are the picture, and none of those that tell of it (ITU-T T.81, JFIF, Exif)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from .error import CUT_SHORT, DAMAGED, PictureError
from .orientation import UPRIGHT, read_orientation, write_orientation

if TYPE_CHECKING:
    from collections.abc import Iterator

START = b"\xff\xd8"
"""How every JPEG file begins."""

_END = 0xD9
_SCAN = 0xDA
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_TABLES = {0xC4, 0xCC, 0xDB, 0xDC, 0xDD, 0xDE, 0xDF}
_ALONE = {0x01, *range(0xD0, 0xD8)}
_JFIF, _EXIF, _ICC, _ADOBE = 0xE0, 0xE1, 0xE2, 0xEE
_JFIF_LENGTH, _ADOBE_LENGTH = 12, 12
"""Bytes of the two segments before what may hang on them: a small picture, or anything."""

# In the data of a scan, 0xFF stands before a zero or a restart marker, else a segment begins.
_PADDING = re.compile(rb"\xff+")
_SCAN_END = re.compile(rb"\xff(?=[^\x00\xd0-\xd7\xff])")


def strip_jpeg(data: bytes) -> bytes:
    """Return a JPEG without metadata, not compressed again; what follows its end is gone too.

    Raises:
        PictureError: It is damaged.
    """
    kept = [START]
    markers = set()
    for marker, body, scan in _read_segments(data):
        clean = _clean(marker, body)
        if clean is not None and not (marker == _EXIF and marker in markers):
            kept += (bytes((0xFF, marker)) + (len(clean) + 2).to_bytes(2, "big") + clean, scan)
            markers.add(marker)
    if _SCAN not in markers or not markers & _FRAMES:
        raise PictureError(DAMAGED)
    return b"".join((*kept, b"\xff\xd9"))


def _read_segments(data: bytes) -> Iterator[tuple[int, bytes, bytes]]:
    """Yield marker and body of each segment, and the pixels that follow that of a scan."""
    marker, position = _read_marker(data, len(START))
    while marker != _END:
        if marker not in _ALONE:
            body, position = _read_body(data, position)
            begin = position
            if marker == _SCAN:
                found = _SCAN_END.search(data, begin)
                if found is None:
                    raise PictureError(CUT_SHORT)
                position = found.start()
            yield marker, body, data[begin:position]
        marker, position = _read_marker(data, position)


def _read_marker(data: bytes, position: int) -> tuple[int, int]:
    """Return a marker and where what belongs to it begins; a marker may be padded with 0xFF."""
    if data[position : position + 1] != b"\xff":
        raise PictureError(DAMAGED if position < len(data) else CUT_SHORT)
    if padding := _PADDING.match(data, position):
        position = padding.end()
    if position >= len(data):
        raise PictureError(CUT_SHORT)
    return data[position], position + 1


def _read_body(data: bytes, position: int) -> tuple[bytes, int]:
    length = int.from_bytes(data[position : position + 2], "big")
    end = position + length
    if end > len(data):
        raise PictureError(CUT_SHORT)
    if length < 2:  # noqa: PLR2004 -- the length counts its own two bytes
        raise PictureError(DAMAGED)
    return data[position + 2 : end], end


def _clean(marker: int, body: bytes) -> bytes | None:
    """Return what of a segment is published; None for a segment that only tells something."""
    if marker in _FRAMES | _TABLES | {_SCAN}:
        return body
    if marker == _JFIF and body.startswith(b"JFIF\0"):
        return body[:_JFIF_LENGTH].ljust(_JFIF_LENGTH, b"\0") + b"\0\0"
    if marker == _ICC and body.startswith(b"ICC_PROFILE\0"):
        return body
    if marker == _ADOBE and body.startswith(b"Adobe"):
        return body[:_ADOBE_LENGTH]
    if marker == _EXIF and body.startswith(b"Exif\0"):
        orientation = read_orientation(body)
        return None if orientation == UPRIGHT else b"Exif\0\0" + write_orientation(orientation)
    return None
