"""What a site's settings say about its feeds."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..characters import clean_text
from ..rendering import read_text
from ..translation import check_language
from ..views.address import join_url
from .document import FeedAuthor

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """A site as its feeds speak of it."""

    url: str
    """Absolute, without a slash at the end; empty while the site is being written."""
    feed_domain: str
    """Absolute URL below which the feeds are, or empty."""
    name: str
    """Plain text, never empty."""
    subtitle: str = ""
    """Plain text, or empty."""
    author_name: str = ""
    """Plain text; who wrote what nobody else did, or empty."""
    lang: str = ""
    """BCP 47 tag, or empty where unknown."""
    timezone: tzinfo = UTC
    """For dates that have none."""
    has_author_pages: bool = True
    """Whether authors have pages to link to."""
    appends_reference: bool = False
    """Whether links from feeds say so in their query (``FEED_APPEND_REF``)."""

    @property
    def root(self) -> str:
        """Return the address of the first page."""
        return join_url(self.url, "")

    @property
    def author(self) -> FeedAuthor:
        """Return who answers for the site."""
        return FeedAuthor(self.author_name or self.name, self.root if self.url else "")


def read_site(context: Mapping[str, Any]) -> Site:
    """Read from Pelican's settings what feeds need."""
    url = str(context.get("SITEURL") or "").rstrip("/")
    return Site(
        url=url,
        feed_domain=str(context.get("FEED_DOMAIN") or url),
        name=read_text(context, "SITENAME") or url or "Feed",
        subtitle=read_text(context, "SITESUBTITLE"),
        author_name=clean_text(str(context.get("AUTHOR") or "")),
        lang=check_language(context.get("DEFAULT_LANG")),
        timezone=ZoneInfo(str(context.get("TIMEZONE") or "UTC")),
        has_author_pages=bool(context.get("AUTHOR_SAVE_AS")),
        appends_reference=bool(context.get("FEED_APPEND_REF")),
    )
