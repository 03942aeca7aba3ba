"""What a site says of itself to calendars."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from ..views.address import join_url


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as its calendars speak of it. All text is plain, on one line."""

    url: str
    """Absolute, without a slash at the end; empty while the site has no address."""
    name: str
    """Never empty."""
    subtitle: str = ""
    lang: str = ""
    """BCP 47 tag of its words, or empty where unknown."""
    events_url: str = ""
    """Path below ``url`` of the page that lists the events; empty for the first page."""
    updated: datetime | None = None
    """Aware, UTC: when its newest text was written or changed; None for a site without texts."""

    def find_url(self, path: str) -> str:
        """Return the absolute URL of a path below the site; empty while the site has no address."""
        return join_url(self.url, path) if self.url else ""
