"""Files too long for the memory, of which some bytes are published as others; none of them moves."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_STEP = 2**20


@dataclass(frozen=True, slots=True)
class Patch:
    """What stands in a part of a file in the place of what was there."""

    start: int
    end: int
    begins: bytes = b""
    """Its first bytes."""
    filler: bytes = b"\0"
    """The byte after them, again and again up to the end."""


def patch_bytes(data: bytearray, patches: Iterable[Patch]) -> None:
    """Replace some parts of a file that is in memory."""
    for patch in patches:
        size = max(0, min(patch.end, len(data)) - patch.start)
        data[patch.start : patch.start + size] = (patch.begins + patch.filler * size)[:size]


def write_patched(source: Path, target: Path, patches: Iterable[Patch]) -> None:
    """Write a copy of a file with some of its parts replaced; the file itself stays as it is.

    Args:
        source: The file.
        target: Where the copy is written.
        patches: What is replaced.
    """
    shutil.copyfile(source, target)
    with target.open("r+b") as stream:
        for patch in patches:
            stream.seek(patch.start)
            stream.write(patch.begins[: patch.end - patch.start])
            left = patch.end - patch.start - len(patch.begins)
            while left > 0:
                left -= stream.write(patch.filler * min(left, _STEP))
