"""What a feed says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

UNDATED = datetime(1970, 1, 1, tzinfo=UTC)
"""Date of a feed without entries: a standard wants one, and the clock would change the bytes."""


@dataclass(frozen=True, slots=True)
class FeedAuthor:
    """Somebody who wrote an entry, or was met there."""

    name: str
    """Plain text."""
    url: str = ""
    """Absolute URL of a page about them, or empty."""


@dataclass(frozen=True, slots=True)
class FeedFile:
    """A picture, a sound or a film that the site publishes."""

    url: str
    """Absolute URL."""
    type: str
    """Media type, such as ``image/jpeg``."""
    length: int
    """True length in bytes."""
    alt: str = ""
    """Words that stand for a picture; empty where the author gave none."""
    width: int = 0
    """Pixels; 0 where the file does not tell."""
    height: int = 0
    """Pixels; 0 where the file does not tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEvent:
    """The event that an entry tells about; its day is never that of the entry."""

    name: str
    url: str
    """Absolute URL of the event's page."""
    start: str = ""
    """ISO 8601 date or datetime with its offset; empty where unknown."""
    end: str = ""
    """The same; empty where unknown."""
    location: str = ""
    """Plain text on one line."""
    organizers: tuple[str, ...] = ()
    """Names that may be shown."""
    latitude: str = ""
    """Degrees north; given together with the longitude, or both empty."""
    longitude: str = ""
    """Degrees east."""


@dataclass(frozen=True, slots=True)
class FeedLink:
    """Another post."""

    title: str
    """Plain text."""
    url: str
    """Absolute URL of its page."""


@dataclass(frozen=True, slots=True)
class Tombstone:
    """An entry that is no more (RFC 6721)."""

    id: str
    """That of the entry; it names nobody."""
    withdrawn: date
    """Day of the first build without the entry."""


@dataclass(frozen=True, slots=True)
class FeedSource:
    """The feed in which an entry stands first, told where another feed repeats it."""

    url: str
    """Absolute URL of the feed."""
    page_url: str
    """Absolute URL of the page that shows the same."""
    title: str
    """Plain text."""
    updated: datetime
    """Aware."""
    feed_id: str = ""
    """Id of the feed, an absolute URI; empty where that is ``url``."""


@dataclass(frozen=True, slots=True)
class FeedReference:
    """What a comment answers (RFC 4685)."""

    id: str
    """Of the entry that is answered."""
    url: str
    """Absolute URL of what is answered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedReplies:
    """The comments of a post, where it has some."""

    url: str
    """Absolute URL of the comments on the page."""
    count: int
    updated: datetime
    """When the last was written; aware."""
    feeds: tuple[tuple[str, str], ...] = ()
    """Format and absolute URL of each feed of them."""


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
    """Aware; less than a second after ``published`` where the post was not changed."""
    authors: tuple[FeedAuthor, ...]
    """In the order of the byline, guests included; never empty."""
    contributors: tuple[FeedAuthor, ...] = ()
    """Public people who were at the event, in the order of the list."""
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
    picture: FeedFile | None = None
    """The picture that stands for the post: its cover, else the first of its text."""
    enclosure: FeedFile | None = None
    """The one file to fetch: the first sound or film of the text, else the picture."""
    event: FeedEvent | None = None
    replies: FeedReplies | None = None
    """Of a post with comments only."""
    in_reply_to: FeedReference | None = None
    """Of a comment only."""
    related: tuple[FeedLink, ...] = ()
    """Recaps that have much in common with this one, best first."""
    size: int = 0
    """Bytes that the entry takes in the largest of the formats, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """One document of a feed. All text is free of characters that no feed can carry."""

    url: str
    """Absolute URL of the document itself."""
    feed_id: str = ""
    """Id of the feed and of its archives, an absolute URI; empty where that is ``url``."""
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
    """Newest first."""
    rights: str = ""
    """Plain text, or empty."""
    icon: FeedFile | None = None
    """A square picture of the site, PNG or JPEG, at most 144 pixels wide."""
    stylesheet_url: str = ""
    """URL of a style sheet, relative to the document or absolute; empty for none."""
    hubs: tuple[str, ...] = ()
    """Absolute URLs of WebSub hubs; of the newest document only."""
    source: FeedSource | None = None
    """The site's feed, in a feed that repeats its entries."""
    current_url: str = ""
    """In an archive: absolute URL of the newest document; empty everywhere else."""
    older_url: str = ""
    """Absolute URL of the document with the next older entries (RFC 5005 ``prev-archive``), or empty."""
    newer_url: str = ""
    """In an archive: absolute URL of the next newer archive (``next-archive``), of the newest archive that
    of the feed itself; or empty."""
    tombstones: tuple[Tombstone, ...] = ()
    """Of the newest document only; oldest first."""

    @property
    def is_complete(self) -> bool:
        """Tell whether this document holds every entry there is; RFC 5005 knows none that has archives."""
        return not (self.current_url or self.older_url)

    @property
    def has_comments(self) -> bool:
        """Tell whether an entry has comments or is one, for which there are words of their own."""
        return any(entry.replies or entry.in_reply_to for entry in self.entries)

    @property
    def updated(self) -> datetime:
        """Return the newest date of the content: aware, and never the time of the build."""
        return max((entry.updated for entry in self.entries), default=UNDATED)
