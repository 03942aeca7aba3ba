"""What the page on privacy shows."""

from __future__ import annotations

from dataclasses import dataclass

from .values import LinkView


@dataclass(frozen=True, slots=True, kw_only=True)
class PrivacyView:
    """The page on privacy."""

    languages: tuple[str, ...]
    """Languages in which it is written, that of the site first."""
    contact: LinkView | None = None
    """Where to write; None where the site does not say."""
