"""PDF: who made it, when and with what becomes blanks, in its place (ISO 32000-1, 7.9 and 14.3).

The parts of a PDF are found by number of bytes; blanks of the same length move none of them. The title
stays, since readers see it.
"""

from __future__ import annotations

import re
import zlib
from contextlib import suppress
from typing import TYPE_CHECKING

from .patch import Patch

if TYPE_CHECKING:
    from collections.abc import Iterator
    from mmap import mmap

START = b"%PDF-"
"""How every PDF begins."""

_KEYS = (
    rb"/(?:Author|Creator|Producer|CreationDate|ModDate|Company|Manager|SourceModified|LastSavedBy"
    rb"|PTEX\.Fullbanner)"
)
_TEXT = rb"\((?:[^\\()]|\\.|\((?:[^\\()]|\\.)*\))*\)|<[0-9A-Fa-f\s]*>"
_ENTRY = re.compile(_KEYS + rb"\s*(?:" + _TEXT + rb"|(?P<number>\d{1,9}) \d{1,5} R)", re.DOTALL)
_XMP = re.compile(rb"<\?xpacket begin|<x:xmpmeta\b")
_XMP_END = re.compile(rb"<\?xpacket end[^>]{0,20}>|</x:xmpmeta>")
_METADATA = re.compile(rb"/Type\s*/Metadata\b")
_PACKED = re.compile(rb"/Type\s*/ObjStm\b")
_EMPTY_XMP = b'<x:xmpmeta xmlns:x="adobe:ns:meta/"/>'
_HEAD = 2_000
"""Bytes between the kind of a stream and its beginning at the most."""
_UNPACKED = 2**22
_JPEG = re.compile(rb"stream\r?\n(?=\xff\xd8\xff)")
_JPEG_NOTES = {0xE1, 0xE3, 0xE4, 0xE5, 0xE6, 0xE7, 0xE8, 0xE9, 0xEA, 0xEB, 0xEC, 0xED, 0xEF, 0xFE}
_SCAN = 0xDA


def find_pdf_notes(data: bytes | mmap) -> Iterator[Patch]:
    """Yield what is replaced in a PDF by blanks, and in photos inside of it by zeros."""
    if is_sealed(data):
        return
    for entry in _ENTRY.finditer(data):
        yield Patch(entry.start(), entry.end(), filler=b" ")
        if entry["number"]:
            referred = re.compile(
                rb"(?<![\d])" + entry["number"] + rb" \d{1,5} obj\s*(" + _TEXT + rb")", re.DOTALL
            )
            if found := referred.search(data):
                yield Patch(found.start(1) + 1, found.end(1) - 1, filler=b" ")
    yield from _find_xmp(data)
    for photo in _JPEG.finditer(data):
        yield from _find_photo_notes(data, photo.end())


def is_sealed(data: bytes | mmap) -> bool:
    """Tell whether a PDF is signed or locked, so that nothing in it can be changed."""
    return data.find(b"/ByteRange") >= 0 or data.find(b"/Encrypt") >= 0


def tells_still(data: bytes | mmap) -> bool:
    """Tell whether a PDF says who made it where it cannot be taken out: sealed, or packed."""
    if is_sealed(data):
        return True
    for packed in _PACKED.finditer(data):
        begin = data.find(b"stream", packed.end(), packed.end() + _HEAD)
        with suppress(zlib.error):
            start = begin + (8 if data[begin + 6 : begin + 8] == b"\r\n" else 7)
            if begin >= 0 and _ENTRY.search(
                zlib.decompressobj().decompress(data[start : start + _UNPACKED], _UNPACKED)
            ):
                return True
    return False


def _find_xmp(data: bytes | mmap) -> Iterator[Patch]:
    position = 0
    while (begins := _XMP.search(data, position)) and (ends := _XMP_END.search(data, begins.end())):
        yield Patch(begins.start(), ends.end(), _EMPTY_XMP, b" ")
        position = ends.end()
    for kind in _METADATA.finditer(data):  # also where it is compressed
        begin = data.find(b"stream", kind.end(), kind.end() + _HEAD)
        end = data.find(b"endstream", begin) if begin >= 0 else -1
        if end >= 0 and data.find(b"endobj", kind.end(), begin) < 0:
            yield Patch(begin + 8, end, b" " + _EMPTY_XMP, b" ")


def _find_photo_notes(data: bytes | mmap, start: int) -> Iterator[Patch]:
    """Yield the bodies of the segments of a JPEG that only tell something."""
    position = start + 2
    while data[position : position + 1] == b"\xff" and (marker := data[position + 1]) != _SCAN:
        end = position + 2 + int.from_bytes(data[position + 2 : position + 4], "big")
        if marker in _JPEG_NOTES:
            yield Patch(position + 4, min(end, len(data)))
        position = max(end, position + 2)
        if position + 2 > len(data):
            return
