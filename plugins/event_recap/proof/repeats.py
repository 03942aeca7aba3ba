"""Pages repeat each other: what was searched and found clean is not searched again."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SPAN = 4
"""Lines over which a secret is found; a name that is parted by tags may take some."""
MOST_KEPT = 2_000_000
"""Lines that are remembered, at some 60 bytes each."""
LONG_LINE = 2000
"""Bytes of a line, on average, that are more than people write."""
_GAP = b"\nxgapx\n"
"""Stands between lines that are no neighbours, so that they make no name together."""


class SeenLines:
    """The lines of the files that were found clean, with those around them."""

    def __init__(self) -> None:
        """Begin with none."""
        self._seen: set[int] = set()

    def find_new(self, data: bytes) -> tuple[bytes, list[int]]:
        """Return the lines of a file that were not seen side by side before, and what to remember of it."""
        lines = data.split(b"\n")
        if len(lines) * LONG_LINE < len(data):
            lines = _break_json(data).split(b"\n")
        if len(lines) < SPAN:
            return data, []
        following = [lines[number:] for number in range(1, SPAN)]
        spans = list(map(hash, zip(lines, *following, strict=False)))
        seen = self._seen
        fresh = [number for number, span in enumerate(spans) if span not in seen]
        if len(fresh) == len(spans):
            return data, spans
        return b"".join(_join(lines, fresh)), [spans[number] for number in fresh]

    def remember(self, spans: list[int]) -> None:
        """Keep in mind that a file was found clean."""
        if len(self._seen) < MOST_KEPT:
            self._seen.update(spans)


def _break_json(data: bytes) -> bytes:
    """Return JSON, which has a whole post on one line, in lines: a space more changes no word of it."""
    return data.replace(b"\\n", b"\\n\n").replace(b'", "', b'",\n"').replace(b'","', b'",\n"')


def _join(lines: list[bytes], fresh: list[int]) -> Iterator[bytes]:
    """Yield the lines of new spans, and a gap wherever others were left out."""
    begin = end = 0
    for start in fresh:
        if start > end:
            yield b"\n".join(lines[begin:end])
            yield _GAP
            begin = start
        end = start + SPAN
    yield b"\n".join(lines[begin:end])
