"""What people answered to a recap: comments, and what other sites and networks sent."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from ..errors import Place
from .consent import Consent
from .profile import Profile
from .visibility import Visibility


class CommentKind(Enum):
    """What somebody did with a recap."""

    REPLY = "reply"
    MENTION = "mention"
    LIKE = "like"
    REPOST = "repost"
    BOOKMARK = "bookmark"

    @property
    def has_words(self) -> bool:
        """Tell whether it stands among the comments; the others are a line of names."""
        return self in {CommentKind.REPLY, CommentKind.MENTION}


class CommentStatus(Enum):
    """Whether the author of the site has let a comment through."""

    PUBLISHED = "published"
    PENDING = "pending"
    """Fetched, and not yet read by anybody."""
    REJECTED = "rejected"
    """Read and not published; the file stays, so that it is not fetched again."""


class CommentsState(Enum):
    """Whether a recap takes comments."""

    OPEN = "open"
    CLOSED = "closed"
    """Those that are there are shown."""
    OFF = "off"
    """Nothing is shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Commenter:
    """Who wrote a comment, as its file says."""

    name: str
    url: str = ""
    """Absolute URL, http or https, or empty."""
    person_id: str = ""
    """Id of somebody in the lists, or empty."""
    profiles: tuple[Profile, ...] = ()
    visibility: Visibility | None = None
    """Level that the file names; None where it is silent."""
    consent: Consent | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Comment:
    """One comment, from ``comments/<slug of the recap>/<name>.yml``."""

    name: str
    """Of its file, without ending: an anchor on the page."""
    recap: str
    """Slug of the recap."""
    place: Place
    author: Commenter
    moment: datetime | date
    """When it was written; aware where it has a time."""
    key: str = ""
    """By what feeds know it; empty for the name of the file."""
    kind: CommentKind = CommentKind.REPLY
    text: str = ""
    """Markdown."""
    in_reply_to: str = ""
    """Name of another comment of the same recap, or empty."""
    in_reply_to_place: Place | None = field(default=None, compare=False)
    source: str = ""
    """Absolute URL at which it was published first, or empty."""
    lang: str = ""
    """BCP 47 tag, or empty for that of the recap."""
    status: CommentStatus = CommentStatus.PUBLISHED
    path: str = field(default="", compare=False)
    """Path of the file from the content folder."""
