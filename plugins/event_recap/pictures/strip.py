"""Take out of a picture everything that is not the picture, whatever its format."""

from __future__ import annotations

import gzip
import zlib

from .error import DAMAGED, PictureError
from .gif import strip_gif
from .heif import strip_heif
from .jpeg import strip_jpeg
from .kind import HEAD_LENGTH, Kind, find_kind
from .paint import repaint_tiff
from .png import START as PNG_START
from .png import strip_png
from .svg import strip_svg
from .webp import strip_webp

LARGEST_SVG = 32 * 2**20
"""Bytes of a drawing when it is no longer compressed."""

_GZIP = b"\x1f\x8b"
_ENTRY = 16


def strip_metadata(data: bytes, name: str) -> bytes:
    """Return a picture without position, camera, comments, small copies and the notes of programs.

    Nothing is compressed again but TIFF, so that not a pixel changes. What stays beside the picture are
    its colours (ICC) and, where a reader needs it, which side is up.

    Args:
        data: The whole file.
        name: Its name.

    Raises:
        PictureError: It is damaged, or of a format that is not known here.
    """
    kind = find_kind(data[:HEAD_LENGTH], name)
    if kind is None:
        what = "is of a format whose notes cannot be taken out, or damaged; save it as JPEG or PNG"
        raise PictureError(what)
    strips = {
        Kind.JPEG: strip_jpeg,
        Kind.PNG: strip_png,
        Kind.WEBP: strip_webp,
        Kind.GIF: strip_gif,
        Kind.HEIF: strip_heif,
        Kind.SVG: _strip_drawing,
        Kind.TIFF: repaint_tiff,
        Kind.ICON: _strip_icon,
        Kind.BMP: _strip_bitmap,
    }
    try:
        return strips[kind](data)
    except (IndexError, RecursionError) as error:
        raise PictureError(DAMAGED) from error


def _strip_drawing(data: bytes) -> bytes:
    if not data.startswith(_GZIP):
        return strip_svg(data, strip_metadata)
    try:
        text = zlib.decompressobj(31).decompress(data, LARGEST_SVG)
    except zlib.error as error:
        raise PictureError(DAMAGED) from error
    return gzip.compress(_strip_drawing(text), mtime=0)


def _strip_icon(data: bytes) -> bytes:
    """Return an icon of which each picture that is a PNG is clean; the others hold nothing else."""
    count = int.from_bytes(data[4:6], "little")
    entries = [data[6 + _ENTRY * number : 6 + _ENTRY * (number + 1)] for number in range(count)]
    offset = 6 + _ENTRY * count
    heads, bodies = [data[:6]], []
    for entry in entries:
        length, start = int.from_bytes(entry[8:12], "little"), int.from_bytes(entry[12:16], "little")
        body = data[start : start + length]
        if len(entry) < _ENTRY or len(body) < length or not body:
            raise PictureError(DAMAGED)
        clean = strip_png(body) if body.startswith(PNG_START) else body
        heads.append(entry[:8] + len(clean).to_bytes(4, "little") + offset.to_bytes(4, "little"))
        bodies.append(clean)
        offset += len(clean)
    return b"".join((*heads, *bodies))


def _strip_bitmap(data: bytes) -> bytes:
    """Return a bitmap, which holds nothing but its pixels, without what hangs on it."""
    length = int.from_bytes(data[2:6], "little")
    if not 0 < length <= len(data):
        raise PictureError(DAMAGED)
    return data[:length]
