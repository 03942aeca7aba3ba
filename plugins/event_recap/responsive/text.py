"""The pictures of a text as a page shows them: in several formats and widths, galleries with large views."""

from __future__ import annotations

import re
from html import escape
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from ..loading.pictures import measure_picture
from ..model.person import Picture
from ..pictures.finding import CAPTION, FIGURE, IMAGE, read_attributes
from ..pictures.renditions import PORTRAIT_WIDTHS
from ..translation import translate
from ..views.picture_values import PhotoView, PictureView
from ..views.pictures import view_picture

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from jinja2 import Environment

    from ..pictures.finding import PictureFinder
    from ..views.address import Addresses

ROOT = "\N{START OF TEXT}site\N{END OF TEXT}"
"""Stands for the address of the site until it is known which page shows the text: no text holds it."""

GALLERY = re.compile(r'<div class="gallery">(?P<inner>.*?)</div>', re.DOTALL)
"""Several figures that belong together."""

_SHOWN = re.compile(rf"<picture\b.*?</picture\s*>|{IMAGE.pattern}", re.IGNORECASE | re.DOTALL)
_KEPT = ("id", "title", "lang", "dir", "role")
"""Attributes of an author's that a picture keeps, besides its class."""


class TextPictures:
    """Shows the pictures of one text."""

    def __init__(self, environment: Environment, addresses: Addresses, content: Path, lang: str) -> None:
        """Prepare the templates.

        Args:
            environment: Jinja's, with the templates of the theme and ours.
            addresses: Where pictures are.
            content: The content folder.
            lang: BCP 47 tag of the text.
        """
        self._picture = _load(environment, "picture").picture
        self._gallery = _load(environment, "gallery").gallery
        self._sizes = _load(environment, "picture_sizes").sizes
        self._addresses = addresses
        self._content = content
        self._lang = lang

    def show(self, html: str, finder: PictureFinder, *, has_cover: bool) -> str:
        """Return a text with its pictures, in which ``ROOT`` stands for the address of the site.

        Args:
            html: The whole text.
            finder: Knows its pictures.
            has_cover: Whether a picture stands above it; else its first one is fetched at once.
        """
        if "<img" not in html.lower():
            return html
        waits = has_cover
        photo_count = 0

        def show_one(found: re.Match[str]) -> str:
            nonlocal waits
            values = read_attributes(found["attributes"] or "")
            view = self._view(values, finder) if found["attributes"] else None
            if view is None:
                return found[0] if "alt" in values or not values else f'<img alt=""{found[0][4:]}'
            width = _read_number(values.get("width", ""))
            is_first = not waits and not 0 < width <= max(PORTRAIT_WIDTHS) // 2
            waits = waits or is_first
            return self._write(view, values, is_first=is_first)

        def show_gallery(found: re.Match[str]) -> str:
            nonlocal photo_count
            photos = list(self._view_photos(found["inner"], finder, photo_count))
            photo_count += len(photos)
            return str(self._gallery(photos, ROOT, self._list_words())) if photos else ""

        parts = []
        position = 0
        for gallery in GALLERY.finditer(html):
            parts += [_SHOWN.sub(show_one, html[position : gallery.start()]), show_gallery(gallery)]
            position = gallery.end()
        return "".join((*parts, _SHOWN.sub(show_one, html[position:])))

    def _view(self, values: dict[str, str], finder: PictureFinder) -> PictureView | None:
        """Return a picture of the content folder; None for one that is not ours."""
        src = finder.find(values.get("src", ""))
        if not src or not finder.gallery.is_published(src):
            return None
        width = _read_number(values.get("width", ""))
        is_small = 0 < width <= max(PORTRAIT_WIDTHS) // 2
        widths = self._addresses.widths
        renditions = self._addresses.find_renditions(src, PORTRAIT_WIDTHS if is_small and widths else widths)
        size = measure_picture(self._content / src)
        picture = Picture(src, values.get("alt", ""), "", *size)
        return view_picture(picture, renditions, self._addresses.static_url)

    def _write(self, view: PictureView, values: dict[str, str], *, is_first: bool) -> str:
        width, height = _read_number(values.get("width", "")), _read_number(values.get("height", ""))
        if width and not height and view.width:
            height = max(1, round(width * view.height / view.width))
        sizes = f"(max-width: {width}px) 100vw, {width}px" if width else self._sizes("text")
        more = "".join(f' {name}="{escape(values[name])}"' for name in _KEPT if name in values)
        css = values.get("class", "")
        markup = self._picture(
            view,
            ROOT,
            sizes,
            css,
            view.alt,
            width if height else 0,
            height,
            is_first,
            Markup(more),  # noqa: S704 -- escaped
        )
        return str(markup)

    def _view_photos(self, html: str, finder: PictureFinder, count: int) -> Iterator[PhotoView]:
        """Yield the pictures of a gallery, numbered on from those before it on the page."""
        found = []
        for figure in FIGURE.finditer(html):
            image, caption = IMAGE.search(figure[0]), CAPTION.search(figure[0])
            view = self._view(read_attributes(image["attributes"]), finder) if image else None
            if view:
                found.append((view, Markup(caption["inner"] if caption else "")))  # noqa: S704 -- of a text that is clean
        ids = [f"photo-{count + number}" for number in range(1, len(found) + 1)]
        words = translate("Picture {number} of {count}", self._lang)
        for number, (view, text) in enumerate(found):
            is_alone = len(found) == 1
            yield PhotoView(
                id=ids[number],
                picture=view,
                label=words.format(number=number + 1, count=len(found)),
                caption=text,
                previous_id="" if is_alone else ids[number - 1],
                next_id="" if is_alone else ids[(number + 1) % len(ids)],
            )

    def _list_words(self) -> dict[str, str]:
        return {
            "close": translate("Back to the text", self._lang),
            "previous": translate("Previous picture", self._lang),
            "next": translate("Next picture", self._lang),
        }


def _load(environment: Environment, name: str) -> Any:  # noqa: ANN401 -- the macros of a template are its attributes
    return environment.get_template(f"event_recap/{name}.html").module


def _read_number(text: str) -> int:
    """Return a number of pixels as HTML has it; 0 for anything else."""
    return int(text) if text.isascii() and text.isdecimal() and len(text) < 6 else 0  # noqa: PLR2004 -- no page is wider
