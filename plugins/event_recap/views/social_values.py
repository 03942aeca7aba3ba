"""What pages say of the image by which networks show them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SocialImageView:
    """The image by which networks show a page: ``social_image``."""

    url: str
    """Path below ``SITEURL``."""
    alt: str
    """The words of the image."""
    width: int
    """Pixels."""
    height: int
    """Pixels."""
    type: str
    """Media type: ``image/jpeg``."""
