"""Which side of a picture is up, the one thing that Exif says and a reader needs."""

from __future__ import annotations

import struct

UPRIGHT = 1
"""The orientation of a picture of which nothing else is said."""

_TAG = 0x0112
_MARK = b"Exif\0\0"
_SHORT = 3
_LAST = 8


def read_orientation(exif: bytes) -> int:
    """Return the orientation of an Exif block, 1 to 8; ``UPRIGHT`` where it cannot be read.

    Args:
        exif: With or without the mark that JPEG puts before it.
    """
    tiff = exif.removeprefix(_MARK)
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        return UPRIGHT
    try:
        (offset,) = struct.unpack_from(f"{order}L", tiff, 4)
        (count,) = struct.unpack_from(f"{order}H", tiff, offset)
        for number in range(count):
            tag, kind, _, value = struct.unpack_from(f"{order}HHLH", tiff, offset + 2 + 12 * number)
            if tag == _TAG and kind == _SHORT and UPRIGHT <= value <= _LAST:
                return int(value)
    except struct.error:
        return UPRIGHT
    return UPRIGHT


def write_orientation(orientation: int) -> bytes:
    """Return an Exif block that says an orientation and nothing else, without a mark before it.

    >>> read_orientation(write_orientation(6))
    6
    """
    entry = struct.pack(">HHLHH", _TAG, _SHORT, 1, orientation, 0)
    return b"MM\0*" + struct.pack(">LH", 8, 1) + entry + struct.pack(">L", 0)
