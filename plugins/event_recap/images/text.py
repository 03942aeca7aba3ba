"""The pictures of a text: those that are not published leave it, and words that name whom nobody may see."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING

from ..pictures.finding import ATTRIBUTE, FIGURE, INSIDE, PictureFinder, read_attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..pictures.gallery import Gallery

_TAG = re.compile(rf"<(?P<tag>[a-zA-Z][\w-]*)\b(?P<attributes>{INSIDE})>")
_ANCHOR = re.compile(rf"<a\b(?P<attributes>{INSIDE})>(?P<inner>.*?)</a\s*>", re.IGNORECASE | re.DOTALL)
_CAPTION = re.compile(r"<figcaption\b.*?</figcaption\s*>", re.IGNORECASE | re.DOTALL)
_EMPTY = re.compile(rf"<(?P<tag>figure|picture)\b{INSIDE}>\s*</(?P=tag)\s*>", re.IGNORECASE)
_SHOWING = {"src", "srcset", "poster", "data", "href", "content"}
_WORDS = {"alt", "title", "aria-label"}


@dataclass(frozen=True, slots=True)
class PictureText:
    """One text, with what is needed to know its pictures."""

    folder: str
    """Folder of its file, from the content folder."""
    site_url: str
    gallery: Gallery

    @property
    def finder(self) -> PictureFinder:
        """What knows the pictures of this text by their addresses."""
        return PictureFinder(self.folder, self.site_url, self.gallery)

    def clean(self, html: str) -> str:
        """Return HTML without pictures that are not published, with the words for those that need them."""
        if "<" not in html:
            return html
        cleaned = FIGURE.sub(self._clean_figure, html)
        cleaned = _ANCHOR.sub(self._clean_anchor, cleaned)
        cleaned = _TAG.sub(self._clean_tag, cleaned)
        return html if cleaned == html else _EMPTY.sub("", cleaned)

    def _clean_figure(self, figure: re.Match[str]) -> str:
        """Take a caption out that names somebody who is not seen."""
        found = [src for tag in _TAG.finditer(figure[0]) for src in self._find_pictures(tag["attributes"])]

        def clean_caption(caption: re.Match[str]) -> str:
            return caption[0] if self._may_stand(_read_words(caption[0]), found) else ""

        return _CAPTION.sub(clean_caption, figure[0])

    def _clean_anchor(self, anchor: re.Match[str]) -> str:
        """Leave what a link holds where the link leads to a picture that is not published."""
        found = list(self._find_pictures(anchor["attributes"]))
        if all(map(self.gallery.is_published, found)):
            return anchor[0]
        if self._may_stand(_read_words(anchor["inner"]), found):
            return anchor["inner"]
        return "".join(tag[0] for tag in _TAG.finditer(anchor["inner"]) if tag["tag"].lower() == "img")

    def _clean_tag(self, tag: re.Match[str]) -> str:
        found = list(self._find_pictures(tag["attributes"])) if "=" in tag["attributes"] else []
        if not found:
            return tag[0]
        name = tag["tag"].lower()
        if all(map(self.gallery.is_published, found)):
            return self._word(tag, found, is_picture=name == "img")
        if name == "img":
            alt = read_attributes(tag["attributes"]).get("alt", "") or self.gallery.find_alt(found[0])
            return f"<em>[{escape(alt)}]</em>" if alt and self._may_stand(alt, found) else ""
        return "" if name == "source" else _drop(tag[0], _SHOWING)

    def _word(self, tag: re.Match[str], found: list[str], *, is_picture: bool) -> str:
        """Return the tag of a picture that is published, with words that may stand beside it."""
        values = read_attributes(tag["attributes"])
        named = {name for name in _WORDS & values.keys() if not self._may_stand(values[name], found)}
        cleaned = _drop(tag[0], named) if named else tag[0]
        if not is_picture or (values.get("alt") and "alt" not in named):
            return cleaned
        alt = self.gallery.find_alt(found[0])
        if not named and not alt:
            return cleaned
        words = escape(alt if self._may_stand(alt, found) else "")
        return re.sub(r"(?<=^<img)", f' alt="{words}"', _drop(cleaned, {"alt"}), flags=re.IGNORECASE)

    def _may_stand(self, text: str, found: list[str]) -> bool:
        return all(self.gallery.decide(src).may_stand(text) for src in found)

    def _find_pictures(self, attributes: str) -> Iterator[str]:
        """Yield the path of each picture of the content folder that a tag shows or leads to."""
        for name, value in read_attributes(attributes).items():
            if name not in _SHOWING:
                continue
            for url in value.split(",") if name == "srcset" else [value]:
                if src := self.finder.find(url.split()[0] if name == "srcset" and url.split() else url):
                    yield src


def _drop(tag: str, names: set[str]) -> str:
    return ATTRIBUTE.sub(lambda found: "" if found["name"].lower() in names else found[0], tag)


def _read_words(html: str) -> str:
    return unescape(re.sub(rf"<{INSIDE}>", " ", html))
