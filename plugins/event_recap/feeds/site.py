"""What a site's settings say about its feeds."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from ..rendering import strip_html
from .document import FeedAuthor
from .links import join_url
from .text import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import tzinfo

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


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
        name=strip_html(str(context.get("SITENAME") or "")) or url or "Feed",
        subtitle=strip_html(str(context.get("SITESUBTITLE") or "")),
        author_name=clean_text(str(context.get("AUTHOR") or "")),
        lang=check_language(context.get("DEFAULT_LANG")),
        timezone=ZoneInfo(str(context.get("TIMEZONE") or "UTC")),
        has_author_pages=bool(context.get("AUTHOR_SAVE_AS")),
        appends_reference=bool(context.get("FEED_APPEND_REF")),
    )


def check_language(tag: object) -> str:
    """Return a tag that has the form of BCP 47, or an empty string.

    >>> check_language("fr_CA"), check_language("the language of love")
    ('fr-CA', '')
    """
    candidate = str(tag or "").replace("_", "-")
    return candidate if _LANGUAGE.fullmatch(candidate) else ""
