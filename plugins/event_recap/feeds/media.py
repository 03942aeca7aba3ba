"""Pictures, sounds and films of a recap: what a feed may name, with its true length."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from html import unescape
from mimetypes import guess_type
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..loading.pictures import measure_picture
from ..run import LENGTH_KEY
from ..views.address import join_url
from .document import FeedFile

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..views.picture_values import PictureView

# What our sanitiser writes is regular: names in lower case, values between double quotes.
_ELEMENT = re.compile(r"<(?P<tag>img|audio|video|source)\b(?P<attributes>[^>]*)>")
_VALUE = re.compile(r' (?P<name>src|alt)="(?P<value>[^"]*)"')


class Media:
    """The files that a site publishes beside its pages."""

    def __init__(self, files: Iterable[Any], site_url: str) -> None:
        """Remember where each comes from.

        Args:
            files: Pelican's static contents.
            site_url: Absolute URL of the site, without a slash at the end.
        """
        self._sources = {
            join_url(site_url, file.url): (file.source_path, getattr(file, LENGTH_KEY, None))
            for file in files
        }
        self._site_url = site_url
        self._describe = cache(_describe)

    def find_file(self, url: str, alt: str = "") -> FeedFile | None:
        """Return one of the site's own files by its absolute URL; None for one of another site."""
        source = self._sources.get(url)
        return replace(self._describe(url, *source), alt=alt) if source else None

    def find_picture(self, cover: PictureView | None, content: str) -> FeedFile | None:
        """Return the picture that stands for a recap: its cover, else the first of its text.

        Args:
            cover: The recap's own, or None.
            content: HTML as feeds carry it.
        """
        if cover and (found := self.find_file(join_url(self._site_url, cover.url), cover.alt)):
            return found
        pictures = (self.find_file(url, alt) for tag, url, alt in _find_elements(content) if tag == "img")
        return next(filter(None, pictures), None)

    def find_recording(self, content: str) -> FeedFile | None:
        """Return the first sound or film of a text that the site itself publishes."""
        files = (self.find_file(url) for tag, url, _ in _find_elements(content) if tag != "img")
        return next((file for file in files if file and file.type.startswith(("audio/", "video/"))), None)


def _find_elements(content: str) -> Iterator[tuple[str, str, str]]:
    """Yield tag, address and alternative text of each element that shows a file."""
    for element in _ELEMENT.finditer(content):
        values = {found["name"]: unescape(found["value"]) for found in _VALUE.finditer(element["attributes"])}
        if "src" in values:
            yield element["tag"], values["src"], values.get("alt", "")


def _describe(url: str, source: str, length: int | None) -> FeedFile:
    """Return what the file itself tells; a picture has another length when it is published."""
    path = Path(source)
    media_type = guess_type(path.name)[0] or "application/octet-stream"
    is_picture = media_type.startswith("image/")
    width, height = measure_picture(path) if is_picture else (0, 0)
    return FeedFile(url, media_type, length or path.stat().st_size, width=width, height=height)
