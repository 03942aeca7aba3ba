"""A picture as a screen shows it: upright, in the colours of sRGB, and no wider than it is wanted."""

from __future__ import annotations

import io
import warnings
from typing import TYPE_CHECKING

from PIL import Image, ImageCms, ImageOps

from .paint import fits_memory

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

SCREEN_MODES = {"RGB", "RGBA"}
"""Kinds of colours of a screen, with and without what can be seen through."""

PRINTED_MODES = {"CMYK", "LAB"}
"""Kinds of colours that only a profile, or a convention, makes those of a screen."""


def open_still(data: bytes, widest: int) -> tuple[Image.Image, int, int] | None:
    """Return a picture that does not move, no wider than wanted, and the size of the whole one, upright.

    Args:
        data: The whole file.
        widest: Pixels.

    Returns:
        None where it moves, is damaged, has too many pixels, or is of a format that Pillow does not read.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Image.open(io.BytesIO(data)) as source:
                if getattr(source, "n_frames", 1) > 1 or not fits_memory(source):
                    return None
                return _open(source, widest)
        except Exception:  # noqa: BLE001 -- Pillow raises errors of many kinds for what is damaged
            return None


def shrink(picture: Image.Image, widths: Iterable[int]) -> Iterator[Image.Image]:
    """Yield a picture in several widths, the widest first; each is made of the one before.

    Args:
        picture: In colours of a screen.
        widths: Pixels, none above the picture's own.
    """
    shape = picture.height / picture.width
    for width in sorted(widths, reverse=True):
        if width != picture.width:
            size = (width, max(1, round(width * shape)))
            picture = picture.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
        yield picture


def _open(source: Image.Image, widest: int) -> tuple[Image.Image, int, int]:
    whole = source.size
    is_turned = source.getexif().get(0x0112, 1) in {5, 6, 7, 8}
    wanted = max(1, round(widest * whole[0] / whole[1])) if is_turned else widest
    # A JPEG need not be unpacked whole: it comes in halves, quarters and eighths of its size.
    source.draft(None, (wanted, max(1, wanted * whole[1] // whole[0])))
    source.load()
    profile = source.info.get("icc_profile")
    upright = _simplify(ImageOps.exif_transpose(source))
    if upright.width > widest:
        (upright,) = shrink(upright, [widest])
    width, height = reversed(whole) if is_turned else whole
    return _show(upright, profile), width, height


def _simplify(picture: Image.Image) -> Image.Image:
    """Return a picture whose pixels can be mixed: no palette, no 16 bits, no single bits."""
    if picture.mode.startswith("I"):
        picture = picture.convert("I").point(lambda value: value / 256).convert("L")
    if picture.has_transparency_data:
        return picture if picture.mode == "RGBA" else picture.convert("RGBA")
    return picture if picture.mode in SCREEN_MODES | PRINTED_MODES else picture.convert("RGB")


def _show(picture: Image.Image, profile: bytes | None) -> Image.Image:
    """Return a picture in the colours of sRGB, by its profile where that fits."""
    mode = "RGBA" if picture.mode == "RGBA" else "RGB"
    if profile:
        try:
            own = ImageCms.ImageCmsProfile(io.BytesIO(profile))
            shown = ImageCms.profileToProfile(picture, own, ImageCms.createProfile("sRGB"), outputMode=mode)
        except (ImageCms.PyCMSError, OSError, ValueError):
            shown = None  # a profile for other colours than the picture's, or a damaged one
        if shown is not None:
            return _free(shown)
    return _free(picture if picture.mode == mode else picture.convert(mode))


def _free(picture: Image.Image) -> Image.Image:
    """Return a picture to which nothing clings that would be written beside it."""
    picture.info = {}
    return picture
