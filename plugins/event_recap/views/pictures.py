"""From a picture that may be shown, and the files that it becomes, to what a template writes."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..model.identity import NAMES
from ..pictures.rendered import name_rendition
from .picture_values import PictureFileView, PictureSourceView, PictureView

if TYPE_CHECKING:
    from ..model.person import Picture
    from ..pictures.renditions import Renditions
    from ..pictures.tone import Tone


def view_picture(picture: Picture, renditions: Renditions | None, static_url: str) -> PictureView:
    """Return a picture as a template shows it.

    Args:
        picture: With words that may stand beside it.
        renditions: What it becomes; None where it is shown as it is.
        static_url: Pelican's format for a file that is published as it is.
    """
    view = PictureView(
        url=_find_url(static_url, picture.src),
        href="{static}/" + quote(picture.src),
        alt=picture.alt,
        credit=picture.credit,
        width=picture.width,
        height=picture.height,
        caption=picture.caption,
        license_name=picture.license.name if picture.license else "",
        license_url=picture.license.url if picture.license else "",
    )
    return _add_files(view, picture.src, renditions, static_url) if renditions else view


def _add_files(view: PictureView, src: str, renditions: Renditions, static_url: str) -> PictureView:
    formats = _view_formats(src, renditions, static_url)
    modern = tuple(one for one in formats if one.type in {"image/avif", "image/webp"})
    plain = tuple(file for one in formats if one not in modern for file in one.files)
    widest = max((file.width for one in modern for file in one.files), default=0)
    if plain and plain[-1].width < widest == renditions.width:
        plain = (*plain, PictureFileView(view.url, widest))  # no rendition of its own width is smaller
    return replace(
        view,
        width=renditions.width,
        height=renditions.height,
        sources=modern,
        files=plain,
        tone=_name_tone(renditions.tone),
    )


@lru_cache(maxsize=NAMES)
def _view_formats(src: str, renditions: Renditions, static_url: str) -> tuple[PictureSourceView, ...]:
    """Return the files of each format; a face is shown on many pages."""
    return tuple(
        PictureSourceView(
            kind,
            tuple(
                PictureFileView(_find_url(static_url, name_rendition(src, renditions, file)), file.width)
                for file in files
            ),
        )
        for kind, files in groupby(renditions.files, lambda file: file.type)
    )


def _find_url(static_url: str, path: str) -> str:
    return quote(static_url.format(path=path))


def _name_tone(tone: Tone | None) -> str:
    return f"tone tone-{tone.step} hue-{tone.hue}" if tone else ""
