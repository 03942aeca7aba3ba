"""What templates show of pictures; see ``values`` for addresses."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class PictureFileView:
    """One file of a picture, for ``srcset``."""

    url: str
    """Path below ``SITEURL``."""
    width: int
    """Pixels."""


@dataclass(frozen=True, slots=True)
class PictureSourceView:
    """A picture in one format, for ``source``."""

    type: str
    """Media type, such as ``image/avif``."""
    files: tuple[PictureFileView, ...]
    """By width."""


@dataclass(frozen=True, slots=True)
class PictureView:
    """A picture that the site publishes."""

    url: str
    """Path below ``SITEURL``."""
    alt: str = ""
    credit: str = ""
    width: int = 0
    """Pixels; 0 where the file does not tell."""
    height: int = 0
    """Pixels; 0 where the file does not tell."""
    href: str = ""
    """Link to the picture for use inside content, where Pelican resolves it."""
    caption: str = ""
    license_name: str = ""
    """Such as ``CC BY 4.0``."""
    license_url: str = ""
    """Absolute URL of the licence, or empty."""
    sources: tuple[PictureSourceView, ...] = ()
    """Formats that not every browser shows, the smallest files first; empty for a picture shown as it is."""
    files: tuple[PictureFileView, ...] = ()
    """The format that every browser shows; may be empty beside ``sources``, and then ``url`` serves."""
    tone: str = ""
    """Classes of the colour that stands where the picture is to come: ``tone tone-3 hue-5``; or empty."""

    @property
    def fallback_url(self) -> str:
        """Path below ``SITEURL`` of the file for ``src``: not the widest, which is for who asks for it."""
        return self.files[(len(self.files) - 1) // 2].url if self.files else self.url

    @property
    def large_url(self) -> str:
        """Path below ``SITEURL`` of the widest file that every browser shows."""
        return self.files[-1].url if self.files else self.url


@dataclass(frozen=True, slots=True)
class PhotoView:
    """One picture of a gallery."""

    id: str
    """For an anchor: no other picture of the page has it."""
    picture: PictureView
    label: str
    """``Picture 2 of 12``."""
    caption: Markup = Markup("")
    """HTML, safe."""
    previous_id: str = ""
    """The one before, the last before the first; empty where there is one picture only."""
    next_id: str = ""
    """The one after, in the same way."""
