"""From comments as they may be shown to what a page says of them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

from ..model.comment import CommentKind, CommentsState
from ..model.directory import Reading
from ..model.identity import build_monogram
from ..model.syndication import read_syndication
from ..rendering import format_iso
from ..translation import translate, translate_count, word_date
from .anchors import choose_id
from .comment_values import AnswerLinkView, CommentsView, CommentView, ReactionView
from .mentions import MentionWriter, write_comment
from .people import pick_hue
from .values import PersonLink

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from ..model.comment import Comment
    from ..model.event import Event
    from ..model.registry import Registry
    from ..model.responder import ShownCommenter
    from .address import Addresses

REACTIONS = (CommentKind.LIKE, CommentKind.REPOST, CommentKind.BOOKMARK)
"""In the order of the page; none of them has words."""


@dataclass(frozen=True, slots=True)
class ShownComment:
    """A comment that is published, and its author as far as they may be shown."""

    comment: Comment
    author: ShownCommenter


@dataclass(frozen=True, slots=True, kw_only=True)
class CommentPage:
    """What the words of comments depend on."""

    registry: Registry
    addresses: Addresses
    lang: str
    """BCP 47 tag of the recap."""
    event: Event | None = None


def view_comments(
    shown: Sequence[ShownComment],
    state: CommentsState,
    answers: tuple[AnswerLinkView, ...],
    page: CommentPage,
) -> CommentsView:
    """Return the conversation below a recap.

    Args:
        shown: Everything that is published, the oldest first.
        state: Whether the recap takes comments.
        answers: Ways to answer, for a recap that takes comments.
        page: What the words depend on.
    """
    if state is CommentsState.OFF:
        return CommentsView()
    is_open = state is CommentsState.OPEN
    spoken = [one for one in shown if one.comment.kind.has_words]
    return CommentsView(
        title=translate("Comments", page.lang),
        state=state.value,
        count=len(spoken),
        count_text=translate_count("{count} comment", "{count} comments", len(spoken), page.lang)
        if spoken
        else "",
        comments=tuple(_view_threads(spoken, page)),
        reactions=tuple(_view_reactions(shown, page)),
        closed_text="" if is_open else translate("Comments are closed.", page.lang),
        answer_text=translate("Answer", page.lang) if is_open and answers else "",
        answers=answers if is_open else (),
    )


def view_answers(syndication: Iterable[str], email: str, title: str, lang: str) -> tuple[AnswerLinkView, ...]:
    """Return the ways to answer: where the recap was shared, then by e-mail.

    Args:
        syndication: Absolute URLs of the posts by which it was shared.
        email: Address of the site's author, or empty.
        title: Of the recap.
        lang: Of the page.
    """
    words = translate("Reply on {name}", lang)
    posts = map(read_syndication, syndication)
    links = [
        AnswerLinkView(
            network=post.network, text=words.format(name=post.name), href=post.reply_url, post=post.url
        )
        for post in posts
    ]
    if email:
        href = f"mailto:{quote(email, safe='@+')}?subject={quote(f'Re: {title}', safe='')}"
        links.append(AnswerLinkView(network="email", text=translate("Reply by e-mail", lang), href=href))
    return tuple(links)


def _view_threads(spoken: Sequence[ShownComment], page: CommentPage) -> Iterator[CommentView]:
    """Yield each comment that answers nobody, with all that was answered to it, however far down."""
    by_name = {one.comment.name: one for one in spoken}
    anchors = _choose_anchors(spoken)
    below: dict[str, list[CommentView]] = {}
    for one in spoken:
        root = _find_root(one, by_name)
        if root is not one:
            answered = by_name[one.comment.in_reply_to]
            said = (
                ""
                if answered is root
                else translate("to {name}", page.lang).format(name=answered.author.text)
            )
            view = _view_comment(one, page, anchors[one.comment.name], said)
            view = replace(view, in_reply_to=anchors[answered.comment.name])
            below.setdefault(root.comment.name, []).append(view)
    for one in spoken:
        if _find_root(one, by_name) is one:
            replies = tuple(below.get(one.comment.name, ()))
            said = (
                translate("mentioned this recap", page.lang)
                if one.comment.kind is CommentKind.MENTION
                else ""
            )
            yield replace(_view_comment(one, page, anchors[one.comment.name], said), replies=replies)


def _find_root(one: ShownComment, by_name: dict[str, ShownComment]) -> ShownComment:
    """Return the first comment of a thread; one whose question is not published begins its own."""
    while one.comment.in_reply_to in by_name:
        one = by_name[one.comment.in_reply_to]
    return one


def _view_comment(one: ShownComment, page: CommentPage, anchor: str, said: str) -> CommentView:
    comment = one.comment
    lang = comment.lang if comment.lang.casefold() != page.lang.casefold() else ""
    is_timed = isinstance(comment.moment, datetime)
    is_public = one.author.is_public
    source = comment.source if is_public else ""  # it leads to them
    # Feeds carry the same words, so that nobody is named who is named on pages only.
    writer = MentionWriter(page.registry, comment.lang or page.lang, page.event, reading=Reading.APART)
    return CommentView(
        id=anchor,
        key=(comment.key or comment.name) if is_public else "",
        kind=comment.kind.value,
        author=_view_author(one.author, page.addresses),
        is_public=is_public,
        date=word_date(
            comment.moment.date() if isinstance(comment.moment, datetime) else comment.moment, page.lang
        ),
        date_iso=format_iso(comment.moment) if is_timed else str(comment.moment),
        text=write_comment(comment.text, writer),
        said=said,
        lang=lang,
        source=source,
        source_text=(urlsplit(source).hostname or "").removeprefix("www."),
    )


def _choose_anchors(spoken: Iterable[ShownComment]) -> dict[str, str]:
    """Return the anchor of each comment by the name of its file.

    A file may be called after whoever wrote the comment: of somebody who is shown less than public, the
    anchor is made of the day.
    """
    every = list(spoken)
    anchors = {one.comment.name: f"comment-{one.comment.name}" for one in every if one.author.is_public}
    taken = set(anchors.values())
    for one in every:
        if not one.author.is_public:
            anchors[one.comment.name] = choose_id(f"comment-{str(one.comment.moment)[:10]}", taken)
    return anchors


def _view_author(author: ShownCommenter, addresses: Addresses) -> PersonLink:
    addresses_elsewhere = (author.url, *(profile.url for profile in author.profiles))
    return PersonLink(
        author.text,
        url=addresses.find_person(author.person_id) if author.person_id else "",
        href=next(filter(None, addresses_elsewhere), ""),
        monogram=build_monogram(author.text),
        hue=pick_hue(author.person_id or author.text),
    )


def _view_reactions(shown: Iterable[ShownComment], page: CommentPage) -> Iterator[ReactionView]:
    every = list(shown)
    for kind in REACTIONS:
        people = tuple(_view_author(one.author, page.addresses) for one in every if one.comment.kind is kind)
        if people:
            text = _word_reactions(kind, len(people), page.lang)
            yield ReactionView(kind=kind.value, text=text, people=people)


def _word_reactions(kind: CommentKind, count: int, lang: str) -> str:
    if kind is CommentKind.LIKE:
        return translate_count("{count} like", "{count} likes", count, lang)
    if kind is CommentKind.REPOST:
        return translate_count("{count} repost", "{count} reposts", count, lang)
    return translate_count("{count} bookmark", "{count} bookmarks", count, lang)
