"""What the front matter of a recap says beyond Pelican's own metadata."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from ..errors import Place
from .comment import CommentsState
from .person import Picture


@dataclass(frozen=True, slots=True, kw_only=True)
class Guest:
    """Somebody who wrote the recap without being one of the blog's authors."""

    name: str
    role: str = ""
    org: str = ""
    url: str = ""
    """Absolute URL, http or https, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShareText:
    """What the author wants said when the recap is shared; every part may be empty."""

    text: str = ""
    texts: Mapping[str, str] = field(default_factory=dict)
    """Other words for some of the networks, by their keys."""
    via: str = ""
    """Handle on X without ``@``."""
    hashtags: tuple[str, ...] = ()
    networks: tuple[str, ...] | None = None
    """Share networks for this recap, in order; None for those of the site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """A recap's own facts, checked."""

    place: Place
    """Where the front matter begins."""
    event_id: str = ""
    """Id of the event it tells about; empty for a column or an interview."""
    event_place: Place | None = None
    """Where the front matter names the event."""
    guests: tuple[Guest, ...] = ()
    cover: Picture | None = None
    share: ShareText = ShareText()
    toc: bool | None = None
    """Whether the text has a table of contents; None where its length decides."""
    entry_id: str = ""
    """Absolute URI by which feed readers know it, where its author chose one; else empty."""
    entry_id_place: Place | None = None
    """Where the front matter says so."""
    comments: CommentsState | None = None
    """Whether it takes comments; None for what the site says."""
    syndication: tuple[str, ...] = ()
    """Absolute URLs of the posts by which it was shared on networks and other sites."""
    redirect_from: tuple[str, ...] = ()
    """Former addresses below the site, without a slash at their beginning; they lead here."""
    redirect_from_place: Place | None = None
    """Where the front matter says so."""
