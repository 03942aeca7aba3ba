"""Which images a site gets, and where each is: an address that changes with what the image shows."""

from __future__ import annotations

import posixpath
from dataclasses import dataclass, replace
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from ..pictures.error import PictureError
from ..pictures.tone import HUE_STEP
from ..views.social import SITE_HUE, SocialCard
from ..views.social_values import SocialImageView
from .drawing import HEIGHT, WIDTH, draw_card

if TYPE_CHECKING:
    from ..pictures.gallery import Gallery
    from ..views.picture_values import PictureView
    from .font import Fonts

VERSION = 2
"""Counts the ways in which cards were painted; a new one gives every image a new address."""

TYPES = {
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".png": "image/png",
    ".gif": "image/gif",
    ".webp": "image/webp",
    ".avif": "image/avif",
    ".svg": "image/svg+xml",
}
"""Media types of covers, by the ends of their names; the machine's own list differs from the next one's."""


@dataclass(frozen=True)
class Plan:
    """One image that is to be drawn."""

    card: SocialCard
    """Words that can be drawn, and people who may be."""
    made_of: str
    """Everything that it is made of but for files, in full."""
    sums: bytes
    """What tells its files from others."""
    hue: float
    """In degrees."""

    @cached_property
    def name(self) -> str:
        """What the file is called: it says nothing of what is on it, and is another one when that is."""
        return sha256(self.made_of.encode() + self.sums).hexdigest()[:20]


@dataclass(slots=True)
class Planner:
    """What all images of a site have in common."""

    gallery: Gallery
    fonts: Fonts
    site: str
    """Name of the site, plain text."""
    site_hue: float
    """In degrees."""

    def plan(self, card: SocialCard) -> Plan:
        """Return an image with what of its words can be drawn."""
        drawable = self._keep_drawable(card)
        hue = self.site_hue if card.hue == SITE_HUE else card.hue * HUE_STEP
        files = self._read_pictures(drawable)
        sums = (*self.fonts.sums, *(src.encode() + sha256(data).digest() for src, data in files.items()))
        return Plan(drawable, f"{VERSION} {drawable!r} {self.site} {hue}", b"".join(sums), hue)

    def draw(self, plan: Plan) -> bytes:
        """Return an image as JPEG."""
        site = "" if plan.card.title == self.site else self.fonts.keep_drawable(self.site)
        return draw_card(plan.card, self._read_pictures(plan.card), self.fonts, site, plan.hue)

    def _read_pictures(self, card: SocialCard) -> dict[str, bytes]:
        """Return the pictures of a card as they are published, sorted by path."""
        people = (*card.faces, *filter(None, [card.portrait]))
        found: dict[str, bytes] = {}
        for src in sorted({card.picture, *(face.src for face in people)} - {""}):
            if self.gallery.is_published(src):
                try:
                    found[src] = self.gallery.read(src)
                except PictureError:
                    continue  # told where it is named
        return found

    def _keep_drawable(self, card: SocialCard) -> SocialCard:
        keep = self.fonts.keep_drawable
        day = card.date_block
        faces = (replace(face, monogram=keep(face.monogram)) for face in card.faces)
        return replace(
            card,
            title=keep(card.title),
            kicker=keep(card.kicker),
            facts=tuple(filter(None, map(keep, card.facts))),
            date_block=replace(day, month=keep(day.month)) if day else None,
            faces=tuple(faces),
            portrait=replace(card.portrait, monogram=keep(card.portrait.monogram)) if card.portrait else None,
            total_text=keep(card.total_text),
        )


def view_image(card: SocialCard, url: str) -> SocialImageView:
    """Return what pages say of an image that is drawn."""
    return SocialImageView(url, card.words, WIDTH, HEIGHT, TYPES[".jpg"])


def view_cover(cover: PictureView) -> SocialImageView:
    """Return what pages say of a cover that takes the place of a drawing."""
    end = posixpath.splitext(cover.url)[1].lower()
    return SocialImageView(cover.url, cover.alt, cover.width, cover.height, TYPES.get(end, ""))
