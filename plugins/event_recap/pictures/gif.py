"""GIF: frames and their times, and no comment (GIF89a)."""

from __future__ import annotations

from .error import CUT_SHORT, DAMAGED, PictureError

STARTS = (b"GIF87a", b"GIF89a")
"""How a GIF file begins."""

_HEADER = 13
_IMAGE, _EXTENSION, _TRAILER = 0x2C, 0x21, 0x3B
_CONTROL, _APPLICATION = 0xF9, 0xFF
_KEPT_APPLICATIONS = {b"NETSCAPE2.0", b"ANIMEXTS1.0", b"ICCRGBG1012"}
"""How often it repeats, and its colours; others hold XMP and what programs note."""

_IMAGE_HEADER = 10


def strip_gif(data: bytes) -> bytes:
    """Return a GIF with all of its frames and none of its comments; what follows its end is gone too.

    Raises:
        PictureError: It is damaged.
    """
    position = _HEADER + _measure_colours(data, _HEADER - 3)
    kept = [data[:position]]
    while True:
        kind = _byte(data, position)
        if kind == _TRAILER:
            break
        if kind == _IMAGE:
            colours = _measure_colours(data, position + _IMAGE_HEADER - 1)
            end = _skip_blocks(data, position + _IMAGE_HEADER + colours + 1)
            kept.append(data[position:end])
        elif kind == _EXTENSION:
            end = _skip_blocks(data, position + 2)
            if _is_kept(data, position):
                kept.append(data[position:end])
        else:
            raise PictureError(DAMAGED)
        position = end
    return b"".join((*kept, bytes((_TRAILER,))))


def _is_kept(data: bytes, position: int) -> bool:
    label = data[position + 1]
    is_known = label == _APPLICATION and data[position + 3 : position + 14] in _KEPT_APPLICATIONS
    return label == _CONTROL or is_known


def _measure_colours(data: bytes, position: int) -> int:
    """Return the bytes of the table of colours that a byte of flags announces."""
    flags = _byte(data, position)
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _skip_blocks(data: bytes, position: int) -> int:
    """Return where blocks of up to 255 bytes end, of which the last is empty."""
    while length := _byte(data, position):
        position += length + 1
    return position + 1


def _byte(data: bytes, position: int) -> int:
    if position >= len(data):
        raise PictureError(CUT_SHORT)
    return data[position]
