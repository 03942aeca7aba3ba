"""Pictures that are painted anew: with a block over a face, or since their format keeps notes everywhere."""

from __future__ import annotations

import io
import math
import warnings
from typing import TYPE_CHECKING, Any

from PIL import Image, ImageOps

from .error import DAMAGED, PictureError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.photograph import Region

PIXELS_LIMIT = 80_000_000
"""Pixels of a picture at the most; a larger one is for nobody's screen, and would fill the memory."""

TOO_LARGE = f"has more than {PIXELS_LIMIT // 1_000_000} million pixels; save it smaller"
"""What is said of it."""

PAINTED_LIMIT = 50_000_000
"""Pixels at the most where all of them are held in memory, twice, in 400 MB; half of it where thrice."""

PAGES_LIMIT = 500
"""Pages of a TIFF at the most."""

TOO_LARGE_TO_PAINT = "has too many pixels to be painted anew; save it smaller"
"""What is said of it."""

BLOCK = (128, 128, 128)
"""The colour over a face, a middle grey; of what was under it nothing is left."""

_SAVING: dict[str, dict[str, Any]] = {
    "JPEG": {"quality": 90, "subsampling": 2, "optimize": True},
    "PNG": {"compress_level": 9},
    "WEBP": {"quality": 90, "method": 4},
    "GIF": {},
    "AVIF": {"quality": 80, "speed": 6, "max_threads": 1},
}
"""How each format is written; fixed, so that one picture always gives the same bytes."""


def cover_regions(data: bytes, regions: Iterable[Region]) -> bytes:
    """Return a picture with a block over each region, upright, and without metadata of Exif or XMP.

    Args:
        data: The whole file.
        regions: In percent of the picture as it is seen.

    Raises:
        PictureError: It is damaged, or of a kind on which nothing can be covered for certain.
    """
    with _open(data) as source:
        kind = source.format or ""
        if kind not in _SAVING or _count_frames(source) > 1:
            what = "moves, or is of a format in which no face can be covered; save it as JPEG or PNG"
            raise PictureError(what)
        upright = _load(source)
        profile, colours = upright.info.get("icc_profile"), upright.mode
        canvas = _convert(upright, with_alpha=kind != "JPEG")
        for region in regions:
            canvas.paste(BLOCK if canvas.mode != "L" else BLOCK[0], _find_box(region, canvas.size))
        stream = io.BytesIO()
        profile = profile if colours == canvas.mode else None
        canvas.save(stream, kind, icc_profile=profile, **_SAVING[kind])
    return stream.getvalue()


def repaint_tiff(data: bytes) -> bytes:
    """Return a TIFF with its pages, their colours, and none of its tags but those that make it a picture.

    Raises:
        PictureError: It is damaged.
    """
    with _open(data) as source:
        count = _count_frames(source)
        if source.width * source.height * count > PAINTED_LIMIT or count > PAGES_LIMIT:
            raise PictureError(TOO_LARGE_TO_PAINT)
        pages = [_copy_exactly(page) for page in _load_pages(source, count)]
        stream = io.BytesIO()
        try:
            pages[0].save(
                stream, "TIFF", compression="tiff_deflate", save_all=count > 1, append_images=pages[1:]
            )
        except (OSError, ValueError, KeyError) as error:  # a kind of colours that Pillow reads only
            raise PictureError(DAMAGED) from error
    return stream.getvalue()


def _open(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = Image.open(io.BytesIO(data))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError(DAMAGED) from error
    if not fits_memory(source):
        raise PictureError(TOO_LARGE_TO_PAINT)
    return source


def fits_memory(source: Image.Image) -> bool:
    """Tell whether a picture that was opened, but not yet read, may be unpacked."""
    is_simple = source.mode in {"1", "L", "P", "RGB"} and source.format not in {"WEBP", "AVIF"}
    return 0 < source.width * source.height <= (PAINTED_LIMIT if is_simple else PAINTED_LIMIT // 2)


def _load_pages(source: Image.Image, count: int) -> Iterator[Image.Image]:
    for number in range(count):
        try:
            source.seek(number)
        except (OSError, ValueError, SyntaxError, EOFError) as error:
            raise PictureError(DAMAGED) from error
        yield _load(source)


def _count_frames(source: Image.Image) -> int:
    try:
        return int(getattr(source, "n_frames", 1))
    except Exception as error:
        raise PictureError(DAMAGED) from error


def _load(source: Image.Image) -> Image.Image:
    """Return the pixels, upright; Pillow raises errors of many kinds for what is damaged."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source.load()
            ImageOps.exif_transpose(source, in_place=True)
            return source
    except Exception as error:
        raise PictureError(DAMAGED) from error


def _convert(picture: Image.Image, *, with_alpha: bool) -> Image.Image:
    """Return a picture in colours of a screen, to which nothing else clings."""
    mode = picture.mode if picture.mode in {"RGB", "L"} and "transparency" not in picture.info else "RGB"
    if with_alpha and picture.has_transparency_data:
        mode = "RGBA"
    clean = picture if picture.mode == mode else picture.convert(mode)
    clean.info = {}
    return clean


def _copy_exactly(picture: Image.Image) -> Image.Image:
    """Return a new picture of the same pixels in the same kind of colours, with its profile."""
    clean = picture.copy()  # no file of a format any more, whose tags would be saved with it
    profile = picture.info.get("icc_profile")
    clean.info = {"icc_profile": profile} if profile else {}
    return clean


def _find_box(region: Region, size: tuple[int, int]) -> tuple[int, int, int, int]:
    """Return the pixels of a region, those that it touches included."""
    width, height = size
    return (
        max(0, math.floor(region.x * width / 100)),
        max(0, math.floor(region.y * height / 100)),
        min(width, math.ceil((region.x + region.width) * width / 100)),
        min(height, math.ceil((region.y + region.height) * height / 100)),
    )
