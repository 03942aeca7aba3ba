"""How a picture looks, small: by it, a copy under another name, in another size or format, is known."""

from __future__ import annotations

import io
import struct
import warnings
from dataclasses import dataclass

from PIL import Image, ImageOps

from .paint import fits_memory

SIDE = 24
"""Cells along each side of a small picture."""
FARTHEST = 24
"""So far, of 255, may a cell of a copy be from that of the other picture."""
FARTHEST_MEAN = 3
"""So far may the cells be from each other all together: a small copy is less sharp everywhere, a little."""
PLAIN = 12
"""So far from each other are the lightest and the darkest cell of a plain picture at the most."""
FARTHEST_SHAPE = 0.03
"""So far, in parts of one, may the shape of a copy be from that of the other: sizes are whole pixels."""


@dataclass(frozen=True, slots=True)
class Look:
    """A picture as it is seen from far away."""

    shape: float
    """Its width for a height of one, upright."""
    cells: bytes
    """The light of each cell, row by row."""

    @property
    def is_plain(self) -> bool:
        """Whether nobody is to be seen on it, as on a plain card: it is a copy of nothing."""
        return max(self.cells) - min(self.cells) <= PLAIN

    def is_like(self, other: Look) -> bool:
        """Tell whether two pictures show the same, as far as it can be seen from far away.

        >>> Look(1.5, bytes([10, 200])).is_like(Look(1.51, bytes([12, 199])))
        True
        >>> Look(1.5, bytes([10, 200])).is_like(Look(1.5, bytes([90, 200])))
        False
        """
        if abs(self.shape - other.shape) > FARTHEST_SHAPE * max(self.shape, other.shape):
            return False
        steps = [abs(a - b) for a, b in zip(self.cells, other.cells, strict=True)]
        return max(steps) <= FARTHEST and sum(steps) <= FARTHEST_MEAN * len(steps)


def write_look(look: Look | None) -> bytes:
    """Return a look as bytes, none for none.

    >>> read_look(write_look(Look(1.5, bytes(4)))) == Look(1.5, bytes(4))
    True
    """
    return struct.pack(">d", look.shape) + look.cells if look else b""


def read_look(data: bytes) -> Look | None:
    """Return what ``write_look`` wrote."""
    return Look(struct.unpack_from(">d", data)[0], data[8:]) if data else None


def see_picture(data: bytes) -> Look | None:
    """Return how a picture looks; None for what cannot be opened, or is far too large."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data)) as source:
                source.draft("L", (SIDE * 8, SIDE * 8))  # a JPEG need not be unpacked whole
                if not fits_memory(source):
                    return None
                upright = _flatten(ImageOps.exif_transpose(_shrink(source)))
        except Exception:  # noqa: BLE001 -- Pillow raises errors of many kinds for what is damaged
            return None
        cells = upright.resize((SIDE, SIDE), Image.Resampling.BOX).tobytes()
    return Look(upright.width / upright.height, cells)


def is_same_picture(one: bytes, other: bytes) -> bool:
    """Tell whether two files have the same pixels, bit for bit, whatever else is in them."""
    return one == other or ((pixels := _read_pixels(one)) is not None and pixels == _read_pixels(other))


def _read_pixels(data: bytes) -> tuple[tuple[int, int], bytes] | None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data)) as source:
                if not fits_memory(source):
                    return None
                upright = ImageOps.exif_transpose(source).convert("RGBA")
        except Exception:  # noqa: BLE001 -- as above
            return None
    return upright.size, upright.tobytes()


def _shrink(picture: Image.Image) -> Image.Image:
    """Return a smaller picture where that is simple, with its orientation."""
    factor = min(picture.size) // (SIDE * 8)
    if factor <= 1 or picture.mode not in {"L", "LA", "RGB", "RGBA", "CMYK"}:
        return picture
    small = picture.reduce(factor)
    small.info = picture.info
    return small


def _flatten(picture: Image.Image) -> Image.Image:
    """Return a picture in greys; what can be seen through is white, as on a page."""
    if picture.mode.startswith("I;16"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        whole = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", whole.size, "white"), whole)
    return picture.convert("L")
