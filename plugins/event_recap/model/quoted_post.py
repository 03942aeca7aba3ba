"""A post from a network that a text quotes, and what of it may be shown."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from ..errors import Place
from .comment import Commenter
from .directory import Verdict
from .mention import Mention
from .responder import show_commenter
from .visibility import Visibility

if TYPE_CHECKING:
    from .event import Event
    from .registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class QuotedPost:
    """A post, as its file or the text that holds it says."""

    id: str
    """Name of its file, without ending; empty for one that was pasted into a text."""
    place: Place
    author: Commenter
    text: str
    """Plain text, line ends as in the post."""
    handle: str = ""
    """The author's on the network, without ``@``, or empty."""
    network: str = ""
    """Key of ``NETWORKS``; empty where none is known."""
    moment: datetime | date | None = None
    """When it was published; aware where it has a time."""
    date_text: str = ""
    """The date in words as pasted, where it cannot be read; else empty."""
    url: str = ""
    """Absolute URL of the post, or empty."""
    archive_url: str = ""
    """Absolute URL of a copy in an archive, or empty."""
    lang: str = ""
    """BCP 47 tag of the text, or empty for that of the page."""
    text_place: Place | None = field(default=None, compare=False)
    """Where the words stand in the file."""


@dataclass(frozen=True, slots=True)
class ShownPost:
    """A quoted post as far as the site may show it."""

    post: QuotedPost
    """Without any address or handle where only the name of its author may be said."""
    name: str
    """Of its author."""
    person_id: str = ""
    """Id of the author where they are public and have a page; else empty."""
    is_public: bool = True
    """Whether the author may be named far from the page too."""


def show_quoted_post(post: QuotedPost, registry: Registry, event: Event | None) -> ShownPost | Visibility:
    """Return what may be shown of a post, or the level of its author where that is nothing.

    A post is its author's words: it is shown only of somebody whose name is. Where the name alone may be
    said, nothing leads from it to the person: no handle, and no address of the post, which has the handle.

    Args:
        post: As typed.
        registry: Lists and people's files.
        event: The event that the text is about, whose list decides for it.
    """
    author = show_commenter(post.author, registry, event)
    if isinstance(author, Visibility):
        return author
    level = min(author.level, _find_handle_level(post, registry, event))
    if level < Visibility.NAME_ONLY:
        return level
    if level is Visibility.NAME_ONLY:
        nothing = Commenter(name=author.text)
        bare = replace(post, author=nothing, handle="", url="", archive_url="")
        return ShownPost(bare, author.text, is_public=False)
    return ShownPost(post, author.text, author.person_id)


def _find_handle_level(post: QuotedPost, registry: Registry, event: Event | None) -> Visibility:
    """Return the level of everybody who is known by the handle, on whatever network."""
    if not post.handle:
        return Visibility.PUBLIC
    mention = Mention(post.handle, f"@{post.handle}", is_handle=True)
    decision = registry.directory.decide(mention, event)
    return decision.level if decision.verdict is Verdict.WITHHELD else Visibility.PUBLIC
