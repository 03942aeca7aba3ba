"""Where the pages of people, events and pictures are, below ``SITEURL``."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from .values import PictureView

if TYPE_CHECKING:
    from ..model.person import Picture


@dataclass(frozen=True, slots=True)
class Addresses:
    """The site's URL settings, as far as views need them."""

    person_url: str
    """Pelican's format, such as ``people/{slug}/``."""
    event_url: str
    """Pelican's format, such as ``events/{slug}/``."""
    static_url: str = "{path}"
    """Pelican's format for a file that is published as it is."""

    def find_person(self, person_id: str) -> str:
        """Return the path of a person's page."""
        return self.person_url.format(slug=person_id)

    def find_event(self, event_id: str) -> str:
        """Return the path of an event's page."""
        return self.event_url.format(slug=event_id)

    def view_picture(self, picture: Picture | None) -> PictureView | None:
        """Return a picture as a template shows it."""
        if picture is None:
            return None
        return PictureView(
            url=quote(self.static_url.format(path=picture.src)),
            href="{static}/" + quote(picture.src),
            alt=picture.alt,
            credit=picture.credit,
            width=picture.width,
            height=picture.height,
        )


def link_person(person_id: str) -> str:
    """Return the link to a person's page for use inside content, where Pelican resolves it.

    >>> link_person("anne-roy")
    '{filename}/@person/anne-roy'
    """
    return "{filename}/@person/" + person_id
