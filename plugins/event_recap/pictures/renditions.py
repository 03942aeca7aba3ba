"""One picture in several widths and formats, so that each screen takes no more bytes than it shows.

Pillow does it, which the plugin needs anyway, and not libvips: at the settings below, both need the same
time and give the same bytes (docs/explanation/pictures.md has the figures), and libvips is another 40 MB.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from .shrink import open_still, shrink
from .tone import Tone, find_tone

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from PIL import Image

RECIPE = 1
"""Counts the ways in which renditions were made; a new one makes all of them anew."""

PORTRAIT_WIDTHS = (176, 288, 576)
"""Pixels of a face on a card and on a page of its own, for screens with two pixels where there was one."""

_PNG_START = b"\x89PNG"
# One thread for each file, so that the same bytes come of one core and of sixty.
_AVIF: dict[str, Any] = {"quality": 50, "speed": 8, "max_threads": 1}
_WEBP: dict[str, Any] = {"quality": 75, "method": 4}
_PHOTO: dict[str, dict[str, Any]] = {
    "AVIF": _AVIF,
    "WEBP": _WEBP,
    "JPEG": {"quality": 80, "progressive": True, "optimize": True},
}
_CLEAR: dict[str, dict[str, Any]] = {"AVIF": _AVIF, "WEBP": _WEBP, "PNG": {"compress_level": 9}}
# A drawing, or what a screen shows: letters stay sharp.
_DRAWN: dict[str, dict[str, Any]] = {
    "AVIF": {**_AVIF, "quality": 70, "subsampling": "4:4:4"},
    "WEBP": {"lossless": True, "quality": 60, "method": 4},
    "PNG": {"compress_level": 9},
}
_SUFFIXES = {"AVIF": ".avif", "WEBP": ".webp", "JPEG": ".jpg", "PNG": ".png"}


@dataclass(frozen=True, slots=True)
class RenditionFile:
    """One of the files that a picture becomes."""

    format: str
    """``AVIF``, ``WEBP``, ``JPEG`` or ``PNG``."""
    width: int
    """Pixels."""
    start: int
    """Where it begins in the bytes of all of them."""
    length: int

    @property
    def suffix(self) -> str:
        """Ending of its name."""
        return _SUFFIXES[self.format]

    @property
    def type(self) -> str:
        """Media type."""
        return f"image/{self.format.lower()}"


@dataclass(frozen=True, slots=True)
class Renditions:
    """What a picture becomes."""

    width: int
    """Pixels of the picture itself, upright."""
    height: int
    mark: str
    """Begins a hash of the picture and of what is done to it: whatever changes has files of other names."""
    tone: Tone | None
    files: tuple[RenditionFile, ...]
    """By format, the smallest files first and the one that every browser shows last; by width."""


def make_renditions(data: bytes, widths: Iterable[int]) -> bytes:
    """Return every file that a picture becomes, with what is told of them, as ``read_renditions`` reads it.

    Empty where it stays as it is: where it moves, is a drawing of lines, or cannot be read.

    Args:
        data: The picture as it is published.
        widths: Pixels; those above the picture's own are replaced by its own.
    """
    wanted = sorted(set(widths))
    found = open_still(data, wanted[-1]) if wanted else None
    if found is None:
        return b""
    picture, width, height = found
    fitting = {*(one for one in wanted if one < picture.width), picture.width}
    encoded = _encode(list(shrink(picture, fitting)), _choose(data, picture))
    files, bodies, start = [], [], 0
    for kind, one, body in _select(encoded, len(data)):
        files.append(RenditionFile(kind, one, start, len(body)))
        bodies.append(body)
        start += len(body)
    mark = hashlib.sha256(f"{RECIPE} {wanted} ".encode() + data).hexdigest()[:8]
    told = asdict(Renditions(width, height, mark, find_tone(picture), tuple(files)))
    return b"\n".join((json.dumps(told).encode(), b"".join(bodies)))


def read_renditions(made: bytes) -> Renditions | None:
    """Return what ``make_renditions`` tells of the files; None where there are none."""
    if not made:
        return None
    told = json.loads(made[: made.index(b"\n")])
    files = tuple(RenditionFile(**file) for file in told.pop("files"))
    tone = told.pop("tone")
    return Renditions(**told, tone=Tone(**tone) if tone else None, files=files)


def read_body(made: bytes, file: RenditionFile) -> bytes:
    """Return one of the files that ``make_renditions`` made."""
    start = made.index(b"\n") + 1 + file.start
    return made[start : start + file.length]


def _choose(data: bytes, picture: Image.Image) -> dict[str, dict[str, Any]]:
    """Return the formats for a picture, and how each is written."""
    if data.startswith(_PNG_START):
        return _DRAWN
    return _CLEAR if picture.mode == "RGBA" else _PHOTO


def _encode(
    pictures: list[Image.Image], formats: dict[str, dict[str, Any]]
) -> dict[str, list[tuple[int, bytes]]]:
    """Return each picture in each format, by format, the smallest first; on all cores."""
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        waiting = {  # the widest are begun first, as they take longest
            kind: [(one.width, pool.submit(_save, one, kind, options)) for one in pictures]
            for kind, options in formats.items()
        }
        return {
            kind: sorted((width, file.result()) for width, file in files) for kind, files in waiting.items()
        }


def _save(picture: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    stream = io.BytesIO()
    # Pillow lays the options into the picture while it writes it: two formats at once need one each.
    picture.copy().save(stream, kind, **options)
    return stream.getvalue()


def _select(encoded: dict[str, list[tuple[int, bytes]]], most: int) -> Iterator[tuple[str, int, bytes]]:
    """Yield the files worth their place: a format that is smaller than the next, none above the picture.

    Args:
        encoded: By format, the one that every browser shows last.
        most: Bytes of the picture itself, which serves where nothing else is left of the last format.
    """
    kinds = list(encoded)
    sizes = {kind: sum(len(body) for _, body in files) for kind, files in encoded.items()}
    for number, kind in enumerate(kinds):
        if all(sizes[kind] < sizes[other] for other in kinds[number + 1 :]):
            is_last = number == len(kinds) - 1
            for width, body in encoded[kind]:
                if not is_last or len(body) < most:
                    yield kind, width, body
