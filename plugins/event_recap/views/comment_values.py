"""What templates show of comments. Text is plain unless typed ``Markup``; see ``values`` for addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from .values import PersonLink


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentView:
    """One comment below a recap."""

    id: str
    """For an anchor: no other element of the page has it."""
    key: str
    """By what feeds know it."""
    kind: str
    """``reply`` or ``mention``."""
    author: PersonLink
    """Whoever wrote it, as far as they may be shown; ``href`` leads to their own site."""
    date: str
    """In words of the page's language."""
    date_iso: str
    text: Markup = Markup("")
    """HTML, safe, with Pelican's links: ``article.resolve_links(comment.text)``."""
    is_public: bool = True
    """Whether the author agreed to more than the page: feeds and descriptions leave the others out."""
    said: str = ""
    """``mentioned this recap``, or ``to Anne Roy`` below the comment of somebody else; or empty."""
    lang: str = ""
    """BCP 47 tag where it is not that of the page; else empty."""
    in_reply_to: str = ""
    """Anchor of the comment that it answers, or empty."""
    source: str = ""
    """Absolute URL at which it was published first, or empty."""
    source_text: str = ""
    """Host of that address: ``social.example``."""
    replies: tuple[CommentView, ...] = ()
    """Everything that was answered to it, the oldest first; one level deep."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReactionView:
    """Those who liked, shared or kept a recap."""

    kind: str
    """``like``, ``repost`` or ``bookmark``."""
    text: str
    """``3 likes``."""
    people: tuple[PersonLink, ...]
    """In the order of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswerLinkView:
    """A way to answer."""

    network: str
    """Key of the network, ``email`` or ``website``: the name of an icon."""
    text: str
    """``Reply on Mastodon``."""
    href: str
    """Ready for an attribute: https or mailto."""
    post: str = ""
    """Absolute URL of the recap's post on that network, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentsView:
    """The conversation below a recap: ``recap.comments``."""

    title: str = ""
    """``Comments``."""
    state: str = "off"
    """``open``, ``closed`` or ``off``."""
    count: int = 0
    """Comments with those below them; likes, reposts and bookmarks are not counted."""
    count_text: str = ""
    """``3 comments``; empty where there is none."""
    comments: tuple[CommentView, ...] = ()
    """The oldest first."""
    reactions: tuple[ReactionView, ...] = ()
    closed_text: str = ""
    """``Comments are closed.``; empty where they are not."""
    answer_text: str = ""
    """Heading of the ways to answer; empty where there is none."""
    answers: tuple[AnswerLinkView, ...] = ()

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.comments or self.reactions or self.closed_text or self.answers)

    def list_public(self) -> tuple[CommentView, ...]:
        """Return every comment that feeds may carry, with those below others, in the order of the page."""
        every = (one for comment in self.comments for one in (comment, *comment.replies))
        return tuple(one for one in every if one.is_public)
