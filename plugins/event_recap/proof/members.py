"""What is inside of a file: members of archives, compressed text of pictures and documents, base64."""

from __future__ import annotations

import base64
import binascii
import bz2
import io
import lzma
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from .packers import UnsearchableError, find_packer, unpack

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST_BYTES = 128_000_000
"""Bytes that one file of the site may unpack to; more is a trap, or must be looked at by hand."""
DEEPEST = 5
"""Archives inside of each other that are opened."""

_BASE64 = re.compile(rb"base64[^A-Za-z0-9+/_=-]{0,12}([A-Za-z0-9+/_-][A-Za-z0-9+/_=\s-]{6,})", re.IGNORECASE)
_BASE64_CARD = re.compile(rb"ENCODING=B(?:;[^:\r\n]*)?:\s*([A-Za-z0-9+/][A-Za-z0-9+/=\s]{6,})", re.IGNORECASE)
_STREAM = re.compile(rb"stream\r?\n(.*?)\s*endstream", re.DOTALL)
_HEX_TEXT = re.compile(rb"<([0-9A-Fa-f\s]{6,})>")
_JPEG_SCAN, _JPEG_ALONE = 0xDA, frozenset({0x01, *range(0xD0, 0xD9)})


@dataclass(slots=True)
class Budget:
    """How much of one file may still be unpacked."""

    left: int = MOST_BYTES

    def spend(self, data: bytes) -> bytes:
        """Return the bytes, if there is room for them.

        Raises:
            UnsearchableError: There is none.
        """
        self.left -= len(data)
        if self.left < 0:
            what = f"it unpacks to more than {MOST_BYTES // 1_000_000} MB"
            raise UnsearchableError(what)
        return data


class _Decompressor(Protocol):
    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, max_length: int = ..., /) -> bytes: ...


@dataclass(frozen=True, slots=True)
class Piece:
    """Bytes to search."""

    data: bytes
    is_noise: bool = False
    """Whether short words may stand in it by chance, as in the pixels of a picture."""


def find_pieces(data: bytes, budget: Budget, depth: int = 0) -> Iterator[Piece]:
    """Yield everything in a file that may hold a text: itself, and what is packed in it.

    Raises:
        UnsearchableError: It is packed too deep, too tight, or in a way that cannot be undone.
    """
    if depth > DEEPEST:
        what = f"archives lie inside of archives, more than {DEEPEST} deep"
        raise UnsearchableError(what)
    for begins, read in _READERS.items():
        if data.startswith(begins):
            for piece in read(data, budget):
                is_attached = begins in _METADATA and piece.data.startswith(_ARCHIVES)
                if not is_attached and (piece.is_noise or begins in _METADATA):
                    yield piece
                    yield from _find_base64(piece.data, budget, depth)
                else:
                    yield from find_pieces(piece.data, budget, depth + 1)
            return
    if packer := find_packer(data):
        yield from find_pieces(unpack_whole(packer, data, budget), budget, depth + 1)
        return
    yield Piece(data, is_noise=_is_noise(data))
    yield from _find_base64(data, budget, depth)


def unpack_whole(packer: str, data: bytes, budget: Budget) -> bytes:
    """Return what a program packed that Python has not.

    Raises:
        UnsearchableError: It cannot be undone here, or there is no room for it.
    """
    return b"".join(map(budget.spend, unpack(packer, data)))


def _is_noise(data: bytes) -> bool:
    """Tell whether bytes are no text: neither UTF-8, nor UTF-16 that says so, nor without zeros."""
    if b"\0" not in data or data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    try:
        data.decode()
    except UnicodeDecodeError:
        return True
    return False


def holds_base64(data: bytes) -> bool:
    """Tell whether bytes say of others in them that they are base64."""
    lower = data.lower()
    return b"base64" in lower or b"encoding=b" in lower


def _find_base64(data: bytes, budget: Budget, depth: int) -> Iterator[Piece]:
    if not holds_base64(data):
        return
    for pattern in (_BASE64, _BASE64_CARD):
        for found in pattern.finditer(data):
            letters = re.sub(rb"\s+|=+$", b"", found[1].partition(b"=")[0]).translate(
                bytes.maketrans(b"-_", b"+/")
            )
            letters = letters[: len(letters) - (len(letters) % 4 == 1)]
            try:
                decoded = base64.b64decode(letters + b"=" * (-len(letters) % 4))
            except binascii.Error:
                continue
            yield from find_pieces(budget.spend(decoded), budget, depth + 1)


def _read_gzip(data: bytes, budget: Budget) -> Iterator[Piece]:
    yield Piece(data[:1024], is_noise=True)  # the name of the file that was packed
    yield _open(lambda: zlib.decompressobj(31), data, budget)


def _read_zlib(data: bytes, budget: Budget) -> Iterator[Piece]:
    yield _open(zlib.decompressobj, data, budget)


def _read_bz2(data: bytes, budget: Budget) -> Iterator[Piece]:
    yield _open(bz2.BZ2Decompressor, data, budget)


def _read_xz(data: bytes, budget: Budget) -> Iterator[Piece]:
    yield _open(lzma.LZMADecompressor, data, budget)


def _open(make: Callable[[], _Decompressor], data: bytes, budget: Budget) -> Piece:
    unpacked = _unpack(make, data, budget)
    return Piece(unpacked) if unpacked else Piece(data, is_noise=True)


def _unpack(make: Callable[[], _Decompressor], data: bytes, budget: Budget) -> bytes:
    """Return what was compressed, member after member; empty where nothing was."""
    unpacked = bytearray()
    try:
        while data:
            decompressor = make()
            part = decompressor.decompress(data, budget.left + 1)
            unpacked += budget.spend(part)
            if not decompressor.eof or decompressor.unused_data == data:
                break
            data = decompressor.unused_data
    except (zlib.error, OSError, lzma.LZMAError, EOFError):
        pass  # what came before is searched
    return bytes(unpacked)


def _read_zip(data: bytes, budget: Budget) -> Iterator[Piece]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            yield Piece(archive.comment)
            for member in archive.infolist():
                yield Piece(member.filename.encode() + b"\n" + member.comment + b"\n" + member.extra)
                if member.flag_bits & 1:
                    what = "it is locked with a password"
                    raise UnsearchableError(what)
                with archive.open(member) as stream:
                    yield Piece(budget.spend(stream.read(budget.left + 1)))
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, RuntimeError):
        yield Piece(data, is_noise=True)


def _read_png(data: bytes, budget: Budget) -> Iterator[Piece]:
    """Yield every chunk of a PNG but its pixels (https://www.w3.org/TR/png-3/#11textinfo)."""
    place = 8
    while place + 8 <= len(data):
        length, kind = int.from_bytes(data[place : place + 4]), data[place + 4 : place + 8]
        body = data[place + 8 : place + 8 + length]
        place += 12 + length
        if kind in {b"IDAT", b"fdAT"}:
            continue
        yield Piece(body)
        keyword, _, rest = body.partition(b"\0")
        if kind == b"zTXt":
            yield Piece(keyword + b"\n" + _inflate(rest[1:], budget))
        elif kind == b"iTXt" and rest[:1] == b"\1":
            yield Piece(keyword + b"\n" + _inflate(rest[2:].split(b"\0", 2)[-1], budget))
    yield Piece(data[place:])


def _inflate(data: bytes, budget: Budget) -> bytes:
    return _unpack(zlib.decompressobj, data, budget) or data


def _read_jpeg(data: bytes, _budget: Budget) -> Iterator[Piece]:
    """Yield every segment of a JPEG but its pixels, and what follows its end."""
    place = 2
    while place + 4 <= len(data) and data[place] == 0xFF:  # noqa: PLR2004 -- every marker begins so
        marker = data[place + 1]
        if marker in _JPEG_ALONE:
            place += 2
            continue
        length = int.from_bytes(data[place + 2 : place + 4])
        yield Piece(data[place + 4 : place + 2 + length])
        place += 2 + length
        if marker == _JPEG_SCAN:
            break
    end = data.rfind(b"\xff\xd9")
    yield Piece(data[place:end] if end > place else data[place:], is_noise=True)
    yield Piece(data[end + 2 :] if end > place else b"")


def _read_riff(data: bytes, _budget: Budget) -> Iterator[Piece]:
    """Yield every chunk of a WebP, or another file of the kind; those of pixels as noise."""
    place = 12
    while place + 8 <= len(data):
        kind, length = data[place : place + 4], int.from_bytes(data[place + 4 : place + 8], "little")
        is_pixels = kind in {b"VP8 ", b"VP8L", b"ALPH", b"ANMF", b"data", b"movi"}
        yield Piece(data[place + 8 : place + 8 + length], is_noise=is_pixels)
        place += 8 + length + length % 2
    yield Piece(data[place:])


def _read_pdf(data: bytes, budget: Budget) -> Iterator[Piece]:
    """Yield the parts of a PDF that are no stream, and each stream, unpacked where it is packed."""
    outside = _STREAM.sub(b" ", data)
    yield Piece(outside)
    yield from _find_hex(outside)
    for found in _STREAM.finditer(data):
        stream = found[1]
        if stream.startswith(b"\xff\xd8"):
            yield from _read_jpeg(stream, budget)
            continue
        if stream.endswith(b"~>"):
            stream = _decode_ascii85(stream)
        unpacked = _inflate(stream, budget)
        yield Piece(unpacked, is_noise=_is_noise(unpacked))
        yield from _find_hex(unpacked)


def _decode_ascii85(data: bytes) -> bytes:
    try:
        return base64.a85decode(data.removeprefix(b"<~").removesuffix(b"~>"))
    except ValueError:
        return data


def _find_hex(data: bytes) -> Iterator[Piece]:
    for found in _HEX_TEXT.finditer(data):
        letters = re.sub(rb"\s", b"", found[1])
        yield Piece(bytes.fromhex((letters + b"0" * (len(letters) % 2)).decode()))


_READERS: dict[bytes, Callable[[bytes, Budget], Iterator[Piece]]] = {
    b"\x1f\x8b": _read_gzip,
    b"BZh": _read_bz2,
    b"\xfd7zXZ": _read_xz,
    b"\x78\x01": _read_zlib,
    b"\x78\x9c": _read_zlib,
    b"\x78\xda": _read_zlib,
    b"PK\x03\x04": _read_zip,
    b"PK\x05\x06": _read_zip,
    b"\x89PNG\r\n\x1a\n": _read_png,
    b"\xff\xd8\xff": _read_jpeg,
    b"RIFF": _read_riff,
    b"%PDF": _read_pdf,
}
_METADATA = frozenset({b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF", b"%PDF"})
"""Kinds of files whose pieces are no files themselves, but for archives that are attached."""
_ARCHIVES = tuple(begins for begins in _READERS if begins not in _METADATA)
