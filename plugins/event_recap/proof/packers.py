"""Packers that Python has not: with their package they are undone, without it they are told of."""

from __future__ import annotations

import io
from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CHUNK_BYTES = 4096
"""Packed bytes that are undone at once, so that a trap is seen before it fills the memory."""
SIGNATURES = {
    b"\x28\xb5\x2f\xfd": "Zstandard",
    b"7z\xbc\xaf\x27\x1c": "7-Zip",
    b"Rar!\x1a\x07": "RAR",
    b"\x04\x22\x4d\x18": "LZ4",
}
"""First bytes of a file, and what packed it."""
SUFFIXES = {".br": "Brotli", ".zst": "Zstandard", ".7z": "7-Zip", ".rar": "RAR", ".lz4": "LZ4"}
"""The same by the end of its name; Brotli can be known by nothing else."""
_PACKAGES = {"Brotli": ("brotli", "brotlicffi"), "Zstandard": ("compression.zstd", "zstandard")}
"""Packages that undo it; the first that is installed does."""


class UnsearchableError(Exception):
    """A file, or something in it, could not be read to its end; the text says why."""


def find_packer(data: bytes) -> str:
    """Return what packed bytes, or an empty text."""
    return next((name for begins, name in SIGNATURES.items() if data.startswith(begins)), "")


def unpack(packer: str, data: bytes) -> Iterator[bytes]:
    """Yield what was packed, piece after piece.

    Raises:
        UnsearchableError: There is nothing that undoes it, or it is damaged.
    """
    package = _find_package(packer)
    if package is None:
        names = [name for name in _PACKAGES.get(packer, ()) if "." not in name]  # the others are Python's own
        missing = f", and the package {' or '.join(names)} is not installed" if names else ""
        what = f"it is packed with {packer}{missing}"
        raise UnsearchableError(what)
    try:
        yield from (_unpack_brotli if packer == "Brotli" else _unpack_zstandard)(package, data)
    except Exception as error:  # each package has errors of its own
        what = f"it is packed with {packer}, and damaged"
        raise UnsearchableError(what) from error


def _find_package(packer: str) -> Any:  # noqa: ANN401 -- a module of one of several packages
    for name in _PACKAGES.get(packer, ()):
        try:
            return import_module(name)
        except ImportError:
            continue
    return None


def _unpack_brotli(package: Any, data: bytes) -> Iterator[bytes]:  # noqa: ANN401
    decompressor = package.Decompressor()
    for start in range(0, len(data), CHUNK_BYTES):
        yield decompressor.process(data[start : start + CHUNK_BYTES])


def _unpack_zstandard(package: Any, data: bytes) -> Iterator[bytes]:  # noqa: ANN401
    stream = package.open(io.BytesIO(data))
    while block := stream.read(1_000_000):
        yield block
