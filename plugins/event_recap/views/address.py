"""Where the pages of people, events and pictures are, below ``SITEURL``."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING
from urllib.parse import quote, urljoin

from ..model.identity import NAMES
from ..pictures.renditions import PORTRAIT_WIDTHS
from .pictures import view_picture

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..model.person import Picture
    from ..pictures.renditions import Renditions
    from .picture_values import PictureView

# Characters of a URI and the percent sign, as Pelican's own feeds keep them.
_SAFE = "/#%[]=:;$&()+,!?*@'~"
PRIVACY_NAME = "privacy"
"""Under which texts of the site link to the page on privacy: ``{filename}/@privacy``."""

_LONE_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def _show_as_typed(picture: Picture | None) -> Picture | None:
    return picture


def _find_no_renditions(_src: str, _widths: tuple[int, ...]) -> None:
    return None


@dataclass(frozen=True, slots=True)
class Addresses:
    """The site's URL settings, as far as views need them."""

    person_url: str
    """Pelican's format, such as ``people/{slug}/``."""
    event_url: str
    """Pelican's format, such as ``events/{slug}/``."""
    static_url: str = "{path}"
    """Pelican's format for a file that is published as it is."""
    event_calendar: str = ""
    """The same for the calendar of one event, or empty where none is written."""
    event_vcard: str = ""
    """The same for the contact cards of an event's public people, or empty."""
    person_vcard: str = ""
    """The same for a person's contact card, or empty."""
    privacy_url: str = ""
    """Path of the page on privacy, or empty where the site has none."""
    show_picture: Callable[[Picture | None], Picture | None] = _show_as_typed
    """Returns a picture as it may be shown, or None where it may not."""
    find_renditions: Callable[[str, tuple[int, ...]], Renditions | None] = _find_no_renditions
    """Returns the files that a picture becomes in some widths, or None where it is shown as it is."""
    widths: tuple[int, ...] = ()
    """Widths of pictures, in pixels; empty where all are shown as they are."""
    pair: str = ""
    """Pelican's format for the page of two people, such as ``people/{slug}/{other}/``; empty for none."""
    series_network: str = ""
    """The same for the picture of a series, such as ``series/{slug}/network/``; empty for none."""

    def find_person(self, person_id: str) -> str:
        """Return the path of a person's page."""
        return _fill(self.person_url, person_id)

    def find_event(self, event_id: str) -> str:
        """Return the path of an event's page."""
        return _fill(self.event_url, event_id)

    def find_event_calendar(self, event_id: str) -> str:
        """Return the path of an event's calendar, or an empty string."""
        return _fill(self.event_calendar, event_id)

    def find_event_vcard(self, event_id: str) -> str:
        """Return the path of the contact cards of an event, or an empty string."""
        return _fill(self.event_vcard, event_id)

    def find_person_vcard(self, person_id: str) -> str:
        """Return the path of a person's contact card, or an empty string."""
        return _fill(self.person_vcard, person_id)

    def find_pair(self, key: tuple[str, str]) -> str:
        """Return the path of the page of two people, whose ids come in their order, or an empty string."""
        return self.pair.format(slug=key[0], other=key[1])

    def find_series_network(self, series: str) -> str:
        """Return the path of the picture of a series, or an empty string."""
        return self.series_network.format(slug=series)

    def find_privacy(self, person_id: str) -> str:
        """Return the path of the page on privacy with the card that is meant, or an empty string."""
        return f"{self.privacy_url}?person={person_id}" if self.privacy_url else ""

    def view_picture(self, picture: Picture | None) -> PictureView | None:
        """Return a picture as a template shows it, as far as it may be shown."""
        return self._view(picture, self.widths)

    def view_portrait(self, picture: Picture | None) -> PictureView | None:
        """Return the photo of a person in the same way, for cards and the person's page."""
        return self._view(picture, PORTRAIT_WIDTHS if self.widths else ())

    def _view(self, picture: Picture | None, widths: tuple[int, ...]) -> PictureView | None:
        picture = self.show_picture(picture)
        if picture is None:
            return None
        return view_picture(picture, self.find_renditions(picture.src, widths), self.static_url)


@lru_cache(maxsize=NAMES)
def _fill(pattern: str, slug: str) -> str:
    """Return an address by one of Pelican's formats; that of a person stands on many cards."""
    return pattern.format(slug=slug)


def quote_url(url: str) -> str:
    """Return a URI for an address that may hold letters with accents, spaces or a lone percent sign.

    >>> quote_url("https://blog.example/étiquettes/100% café/")
    'https://blog.example/%C3%A9tiquettes/100%25%20caf%C3%A9/'
    """
    return quote(_LONE_PERCENT.sub("%25", url), safe=_SAFE, errors="surrogateescape")


@lru_cache(maxsize=NAMES)
def join_url(base: str, path: str) -> str:
    """Join the address of a site and a path below it; a whole address stays as it is.

    >>> join_url("https://blog.example/sub", "recaps/focus-20/")
    'https://blog.example/sub/recaps/focus-20/'
    >>> join_url("", "recaps/focus-20/")
    '/recaps/focus-20/'
    """
    return quote_url(urljoin(base.rstrip("/") + "/", path))


@lru_cache(maxsize=NAMES)
def link_person(person_id: str) -> str:
    """Return the link to a person's page for use inside content, where Pelican resolves it.

    >>> link_person("anne-roy")
    '{filename}/@person/anne-roy'
    """
    return "{filename}/@person/" + person_id


def link_privacy(person_id: str = "") -> str:
    """Return the link to the page on privacy for use inside content, with the card that is meant.

    The page is the same whatever follows ``?``, and has no place of that name for a ``#`` to lead to.

    >>> link_privacy("anne-roy"), link_privacy()
    ('{filename}/@privacy?person=anne-roy', '{filename}/@privacy')
    """
    return f"{{filename}}/@{PRIVACY_NAME}" + (f"?person={person_id}" if person_id else "")
