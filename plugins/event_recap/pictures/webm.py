"""Films in WebM and Matroska: tags, dates and programs become zeros, in their place (RFC 8794, RFC 9559)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .boxes import MOST_BOXES
from .error import CUT_SHORT, DAMAGED, PictureError
from .patch import Patch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap

START = b"\x1a\x45\xdf\xa3"
"""How every such file begins."""

_SEGMENT, _INFO, _TAGS = b"\x18\x53\x80\x67", b"\x15\x49\xa9\x66", b"\x12\x54\xc3\x67"
_TOLD = {
    *(b"\x44\x61", b"\x7b\xa9", b"\x4d\x80", b"\x57\x41", b"\x73\x84"),
    *(b"\x3c\x83\xab", b"\x3e\x83\xbb", b"\x73\xa4"),
}
"""Date, title, programs, names of files and the number of a film."""
_SUM = b"\xbf"
_VOID, _VOID_HEAD = b"\xec", 9
_LONGEST = 8


def find_webm_notes(data: bytes | mmap) -> Iterator[Patch]:
    """Yield what is replaced in a film: its tags, among them the position, and what is told of its making.

    Raises:
        PictureError: It is damaged.
    """
    for kind, _, begin, end in _read_elements(data, 0, len(data)):
        if kind == _SEGMENT:
            for inner, start, body, last in _read_elements(data, begin, end):
                if inner == _TAGS:
                    yield _hide(start, last)
                elif inner == _INFO:
                    yield from _clean_info(data, body, last)


def _clean_info(data: bytes | mmap, begin: int, end: int) -> Iterator[Patch]:
    for kind, start, body, last in _read_elements(data, begin, end):
        if kind == _SUM:  # the sum of the bytes that were there
            yield Patch(start, body, _VOID + data[start + 1 : body])
        elif kind in _TOLD:
            yield Patch(body, last)


def _hide(start: int, end: int) -> Patch:
    if end - start < _VOID_HEAD:
        raise PictureError(DAMAGED)
    length = (end - start - _VOID_HEAD).to_bytes(_LONGEST - 1, "big")
    return Patch(start, end, _VOID + b"\x01" + length)


def _read_elements(data: bytes | mmap, position: int, end: int) -> Iterator[tuple[bytes, int, int, int]]:
    """Yield name, start, body and end of each element; one whose length nobody told goes on to the end."""
    for _ in range(MOST_BOXES):
        if position >= end:
            return
        width = _measure(data[position : position + 1])
        size_width = _measure(data[position + width : position + width + 1])
        body = position + width + size_width
        number = int.from_bytes(data[position + width : body], "big")
        most = (1 << 7 * size_width) - 1
        last = end if (length := number & most) == most else body + length
        if last > end:
            raise PictureError(CUT_SHORT)
        yield data[position : position + width], position, body, last
        position = last
    raise PictureError(DAMAGED)


def _measure(first: bytes) -> int:
    """Return how many bytes a number has, by its first: one more than it has zeros before a one."""
    if not first or not first[0]:
        raise PictureError(DAMAGED)
    return _LONGEST + 1 - first[0].bit_length()
