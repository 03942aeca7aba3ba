"""What a feed says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without entries: a standard wants one, and the clock would change the bytes."""


@dataclass(frozen=True, slots=True)
class FeedAuthor:
    """Somebody who wrote an entry."""

    name: str
    """Plain text."""
    url: str = ""
    """Absolute URL of a page about them, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """One post. All text is free of characters that no feed can carry."""

    id: str
    """Never changes and is never used again: a URI, the same in every feed."""
    url: str
    """Absolute URL of the post's page."""
    title: str
    """Plain text, never empty."""
    published: datetime
    """Aware."""
    updated: datetime
    """Aware; equal to ``published`` where the post was not changed."""
    authors: tuple[FeedAuthor, ...]
    """In the order of the byline, guests included; never empty."""
    summary: str = ""
    """Plain text; empty where there is none."""
    content: str = ""
    """HTML, safe, with absolute URLs."""
    is_summary_whole: bool = False
    """Whether the summary has all the words of the content."""
    categories: tuple[str, ...] = ()
    """Category, then tags; plain text, each once."""
    lang: str = ""
    """BCP 47 tag, or empty where unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """One feed. All text is free of characters that no feed can carry."""

    url: str
    """Absolute URL of the feed itself, which is also its id."""
    page_url: str
    """Absolute URL of the page that shows the same posts."""
    title: str
    """Plain text, never empty."""
    description: str
    """Plain text, never empty."""
    author: FeedAuthor
    """Who answers for the whole."""
    lang: str = ""
    """BCP 47 tag, or empty where unknown."""
    entries: tuple[FeedEntry, ...] = ()
    """In the order of the feed."""

    @property
    def updated(self) -> datetime:
        """Return the newest date of the content: aware, and never the time of the build."""
        return max((entry.updated for entry in self.entries), default=UNDATED)
