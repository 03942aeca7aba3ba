"""WebP: the chunks that are the picture, and no other (RFC 9649)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .error import CUT_SHORT, DAMAGED, PictureError
from .orientation import UPRIGHT, read_orientation, write_orientation

if TYPE_CHECKING:
    from collections.abc import Iterator

_KEPT = {b"VP8 ", b"VP8L", b"ALPH", b"ANIM", b"ICCP"}
_FRAME_KEPT = {b"VP8 ", b"VP8L", b"ALPH"}
_FRAME_HEADER = 16
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04


def strip_webp(data: bytes) -> bytes:
    """Return a WebP without metadata, not compressed again; what follows its end is gone too.

    Raises:
        PictureError: It is damaged.
    """
    end = 8 + int.from_bytes(data[4:8], "little")
    if end > len(data):
        raise PictureError(CUT_SHORT)
    chunks = list(_read_chunks(data[12:end]))
    orientation = next((read_orientation(body) for kind, body in chunks if kind == b"EXIF"), UPRIGHT)
    kept = [(kind, _clean(kind, body, orientation)) for kind, body in chunks]
    inner = b"".join(_write_chunk(kind, body) for kind, body in kept if body is not None)
    if not {kind for kind, _ in chunks} & {b"VP8 ", b"VP8L", b"ANMF"}:
        raise PictureError(DAMAGED)
    if orientation != UPRIGHT:
        inner += _write_chunk(b"EXIF", write_orientation(orientation))
    return b"RIFF" + (len(inner) + 4).to_bytes(4, "little") + b"WEBP" + inner


def _clean(kind: bytes, body: bytes, orientation: int) -> bytes | None:
    """Return what of a chunk is published; None for one that only tells something."""
    if kind == b"VP8X" and body:
        flags = body[0] & ~(_EXIF_FLAG | _XMP_FLAG)
        return bytes((flags | (_EXIF_FLAG if orientation != UPRIGHT else 0),)) + body[1:]
    if kind == b"ANMF":
        inner = _read_chunks(body[_FRAME_HEADER:])
        pieces = (_write_chunk(name, piece) for name, piece in inner if name in _FRAME_KEPT)
        return body[:_FRAME_HEADER] + b"".join(pieces)
    return body if kind in _KEPT else None


def _read_chunks(data: bytes) -> Iterator[tuple[bytes, bytes]]:
    position = 0
    while position < len(data):
        end = position + 8 + int.from_bytes(data[position + 4 : position + 8], "little")
        if end > len(data) or position + 8 > len(data):
            raise PictureError(CUT_SHORT)
        yield data[position : position + 4], data[position + 8 : end]
        position = end + end % 2


def _write_chunk(kind: bytes, body: bytes) -> bytes:
    return kind + len(body).to_bytes(4, "little") + body + b"\0" * (len(body) % 2)
