"""PNG and its moving form: the chunks that are the picture, and no other (W3C PNG, third edition)."""

from __future__ import annotations

import zlib

from .error import CUT_SHORT, DAMAGED, PictureError
from .orientation import UPRIGHT, read_orientation, write_orientation

START = b"\x89PNG\r\n\x1a\n"
"""How every PNG file begins."""

_KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS cHRM gAMA sBIT sRGB cICP mDCV mDCv cLLI cLLi bKGD pHYs acTL fcTL fdAT".split()
)
_PROFILE_NAME = b"ICC"
"""The name of every profile of colours: whoever made it may have written another."""
_SMALL = 0x20
"""The bit that tells a small letter from a capital; a capital first letter is a chunk that none may skip."""


def strip_png(data: bytes) -> bytes:
    """Return a PNG without metadata, not compressed again; what follows its end is gone too.

    Raises:
        PictureError: It is damaged.
    """
    kept = [START]
    position = len(START)
    kinds = set()
    while b"IEND" not in kinds:
        kind, body, position = _read_chunk(data, position)
        if kind == b"eXIf" and (orientation := read_orientation(body)) != UPRIGHT and kind not in kinds:
            kept.append(_write_chunk(kind, write_orientation(orientation)))
        elif kind == b"iCCP":
            kept.append(_write_chunk(kind, _PROFILE_NAME + body[body.find(b"\0") :]))
        elif kind in _KEPT:
            kept.append(_write_chunk(kind, body))
        elif not kind[0] & _SMALL:
            raise PictureError(DAMAGED)
        kinds.add(kind)
    if not {b"IHDR", b"IDAT"} <= kinds:
        raise PictureError(DAMAGED)
    return b"".join(kept)


def _read_chunk(data: bytes, position: int) -> tuple[bytes, bytes, int]:
    length = int.from_bytes(data[position : position + 4], "big")
    begin, end = position + 8, position + 8 + length
    if end + 4 > len(data):
        raise PictureError(CUT_SHORT)
    if zlib.crc32(data[position + 4 : end]) != int.from_bytes(data[end : end + 4], "big"):
        raise PictureError(DAMAGED)
    return data[position + 4 : begin], data[begin:end], end + 4


def _write_chunk(kind: bytes, body: bytes) -> bytes:
    return len(body).to_bytes(4, "big") + kind + body + zlib.crc32(kind + body).to_bytes(4, "big")
