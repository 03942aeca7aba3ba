"""Which picture of the content folder an address in a text means."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from .gallery import Gallery

INSIDE = r"""(?:[^>"']|"[^"]*"|'[^']*')*"""
"""The inside of a tag; ``>`` may stand in a value."""

IMAGE = re.compile(rf"<img\b(?P<attributes>{INSIDE})>", re.IGNORECASE)

FIGURE = re.compile(r"<figure\b.*?</figure\s*>", re.IGNORECASE | re.DOTALL)

CAPTION = re.compile(r"<figcaption\b[^>]*>(?P<inner>.*?)</figcaption\s*>", re.IGNORECASE | re.DOTALL)

ATTRIBUTE = re.compile(
    r"""\s+(?P<name>[^\s"'=<>/]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[^\s"'>]+)))?"""
)

_INDICATOR = re.compile(r"[{|](?:filename|static|attach)[}|](?P<target>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class PictureFinder:
    """One text, with what is needed to know its pictures."""

    folder: str
    """Folder of its file, from the content folder."""
    site_url: str
    gallery: Gallery

    def find(self, url: str) -> str:
        """Return the path of the picture that an address means, from the content folder; or an empty text.

        Beside the text comes before the content folder.
        """
        for folder in dict.fromkeys((self.folder, "")):
            src = self._find_src(url, folder)
            if src and self.gallery.is_picture(src):
                return src
        return ""

    def _find_src(self, url: str, folder: str) -> str:
        """Return the path that an address means; empty where it is none of ours."""
        indicated = _INDICATOR.fullmatch(url.strip())
        target = indicated["target"] if indicated else url.strip()
        if not indicated and self.site_url and target.startswith(f"{self.site_url}/"):
            target = target.removeprefix(self.site_url)
        try:
            parts = urlsplit(target)
        except ValueError:
            return ""
        path = unquote(parts.path)
        if parts.scheme or parts.netloc or not path or "\0" in path:
            return ""
        begin = "" if path.startswith("/") else folder
        return posixpath.normpath(posixpath.join(begin, path.lstrip("/")))


def read_attributes(attributes: str) -> dict[str, str]:
    """Return the attributes of a tag by name in lower case, entities decoded.

    >>> read_attributes(' ALT src="a.jpg?x&amp;y"')
    {'alt': '', 'src': 'a.jpg?x&y'}
    """
    return {
        found["name"].lower(): unescape(found["double"] or found["single"] or found["bare"] or "")
        for found in ATTRIBUTE.finditer(attributes)
    }
