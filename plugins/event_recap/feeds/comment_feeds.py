"""Feeds of what readers answered: one of the site, and one of each recap with comments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any

from ..characters import clean_text
from ..rendering import strip_html
from ..translation import check_language, translate
from ..views.address import join_url
from .catalogue import Collection, find_addresses
from .document import FeedAuthor, FeedEntry, FeedReference
from .entries import is_whole, make_aware, measure_entry, tell_apart
from .html import clean_html
from .text import CharacterSieve

if TYPE_CHECKING:
    from ..run import AnyArticle, Run
    from ..views.comment_values import CommentView
    from .site import Site

KINDS = frozenset({"comments", "recap_comments"})
"""Kinds of collections that hold comments."""


@dataclass(frozen=True, eq=False)
class CommentPost:
    """A comment in the place where feeds have an article."""

    article: AnyArticle
    """The recap."""
    view: CommentView
    """The comment, as far as it may be shown."""


def find_comment_collections(context: Mapping[str, Any]) -> Iterator[Collection]:
    """Yield the collection of all comments, and that of each recap, which its translations share."""
    posts = {article: _list_posts(article) for article in _find_recaps(context)}
    every = tuple(post for found in posts.values() for post in found)
    lang = str(context["DEFAULT_LANG"])
    if every and (addresses := find_addresses(context, "comments")):
        yield Collection(
            kind="comments", name=translate("Comments", lang), articles=every, addresses=addresses
        )
    for article, found in posts.items():
        if addresses := find_addresses(context, "recap_comments", slug=article.slug):
            words = translate("Comments on {title}", article.lang)
            yield Collection(
                kind="recap_comments",
                slug=article.slug,
                name=clean_text(words.format(title=article.event_recap.title)),
                page_url=article.url,
                lang=check_language(article.lang),
                articles=found,
                addresses=addresses,
            )


def name_comment(post: CommentPost, run: Run, recap_id: str) -> str:
    """Return the id by which feeds know a comment: that of the recap decides, and the key in its file."""
    return run.ids.find_uid("comment", f"{recap_id} {post.view.key}")


def build_comment_entry(post: CommentPost, run: Run, recap_id: str, site: Site) -> FeedEntry:
    """Return a comment as an entry.

    Args:
        post: The comment and its recap.
        run: The state of this build.
        recap_id: Id by which feeds know the recap.
        site: The site as its feeds speak of it.
    """
    article, view = post.article, post.view
    sieve = CharacterSieve()
    page_url = join_url(site.url, article.url)
    entry_id = name_comment(post, run, recap_id)
    html = article._update_content(str(view.text), site.url or "/")  # noqa: SLF001 - Pelican's only way to resolve
    content = sieve.keep(clean_html(sieve.keep(html), page_url))
    summary = clean_text(strip_html(content))
    words = translate("{name} on {title}", article.lang)
    published = make_aware(datetime.fromisoformat(view.date_iso), site)
    entry = FeedEntry(
        id=entry_id,
        url=f"{page_url}#{view.id}",
        title=clean_text(words.format(name=view.author.text, title=article.event_recap.title)),
        published=published,
        updated=tell_apart(published, entry_id),
        authors=(_name_author(view, site),),
        summary=summary,
        content=content,
        is_summary_whole=is_whole(summary, content),
        lang=check_language(view.lang or article.lang),
        in_reply_to=_find_reference(post, run, recap_id, page_url),
    )
    return replace(entry, size=measure_entry(entry))


def _name_author(view: CommentView, site: Site) -> FeedAuthor:
    url = join_url(site.url, view.author.url) if view.author.url else view.author.href
    return FeedAuthor(clean_text(view.author.text), url)


def _find_reference(post: CommentPost, run: Run, recap_id: str, page_url: str) -> FeedReference:
    """Return what a comment answers: another comment, else the recap."""
    every = {one.id: one for one in post.article.event_recap.comments.list_public()}
    answered = every.get(post.view.in_reply_to)
    if answered is None:
        return FeedReference(recap_id, page_url)
    return FeedReference(
        name_comment(CommentPost(post.article, answered), run, recap_id), f"{page_url}#{answered.id}"
    )


def _find_recaps(context: Mapping[str, Any]) -> Iterator[AnyArticle]:
    """Yield the published recaps with comments: of one and its translations, the first that shows them."""
    for article in context["articles"]:
        languages = (article, *getattr(article, "translations", ()))
        shown = (one for one in languages if one.event_recap.comments.list_public())
        if first := next(shown, None):
            yield first


def _list_posts(article: AnyArticle) -> tuple[CommentPost, ...]:
    return tuple(CommentPost(article, view) for view in article.event_recap.comments.list_public())
