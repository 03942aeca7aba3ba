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
        canvas = _copy(upright, with_alpha=kind != "JPEG")
        for region in regions:
            canvas.paste(BLOCK if canvas.mode != "L" else BLOCK[0], _find_box(region, canvas.size))
        stream = io.BytesIO()
        profile = upright.info.get("icc_profile") if upright.mode == canvas.mode else None
        canvas.save(stream, kind, icc_profile=profile, **_SAVING[kind])
    return stream.getvalue()


def repaint_tiff(data: bytes) -> bytes:
    """Return a TIFF with its pages and none of its tags but those that make it a picture.

    Raises:
        PictureError: It is damaged.
    """
    with _open(data) as source:
        pages = [_copy(page, with_alpha=True) for page in _load_pages(source)]
        stream = io.BytesIO()
        pages[0].save(
            stream, "TIFF", compression="tiff_deflate", save_all=len(pages) > 1, append_images=pages[1:]
        )
    return stream.getvalue()


def _open(data: bytes) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            source = Image.open(io.BytesIO(data))
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise PictureError(DAMAGED) from error
    if source.width * source.height > PIXELS_LIMIT:
        raise PictureError(TOO_LARGE)
    return source


def _load_pages(source: Image.Image) -> Iterator[Image.Image]:
    for number in range(_count_frames(source)):
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
            return ImageOps.exif_transpose(source)
    except Exception as error:
        raise PictureError(DAMAGED) from error


def _copy(picture: Image.Image, *, with_alpha: bool) -> Image.Image:
    """Return a new picture of the same pixels, to which nothing else clings."""
    mode = picture.mode if picture.mode in {"RGB", "L"} and "transparency" not in picture.info else "RGB"
    if with_alpha and picture.has_transparency_data:
        mode = "RGBA"
    clean = Image.new(mode, picture.size)
    clean.paste(picture.convert(mode))
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
