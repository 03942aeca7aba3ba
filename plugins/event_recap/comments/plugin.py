"""Give every recap its comments, and the ways to answer."""

from __future__ import annotations

from dataclasses import replace
from itertools import chain
from types import MethodType
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..loading.comment_files import find_order
from ..model.comment import CommentsState
from ..page_generator import find_events, find_former_slugs, find_recap, keep_back, resolve_links
from ..run import AnyArticle, find_run
from ..settings import check_timezone
from ..views.comment_values import CommentsView
from ..views.comments import CommentPage, view_answers, view_comments
from .decision import (
    choose_comments,
    find_state,
    group_comments,
    tell_early,
    tell_lost,
    tell_strangers,
    tell_waiting,
    tell_withheld,
)

if TYPE_CHECKING:
    from pelican.generators import ArticlesGenerator, StaticGenerator

    from ..model.comment import Comment
    from ..model.event import Event
    from ..run import Run


def attach_comments(generator: ArticlesGenerator) -> None:
    """Set ``comments`` in the view of every recap but drafts, which nobody can have answered."""
    run = find_run(generator.context)
    if run is None:
        return
    generator.context["webmention_endpoint"] = run.settings.webmention_endpoint
    groups = group_comments(run.comments.comments)
    events = find_events(generator, run)
    visible = [
        *chain(generator.articles, generator.translations),
        *chain(generator.hidden_articles, generator.hidden_translations),
    ]
    zone, slugs = check_timezone(generator.settings), {article.slug for article in visible}
    for article in visible:
        article.resolve_links = MethodType(resolve_links, article)
        former = [slug for slug in find_former_slugs(article, run) if slug not in slugs]
        found = [*groups.get(article.slug, ()), *(one for slug in former for one in groups.get(slug, ()))]
        found.sort(key=lambda comment: find_order(comment, zone))
        event = events.get(article.slug)
        run.report(tell_withheld(found, event, run))
        article.event_recap = replace(article.event_recap, comments=_view(article, found, event, run))
    drafts = chain(generator.drafts, generator.drafts_translations)
    unread = (slug for record in run.ids_on_file.posts.values() for slug in (record.slug, *record.former))
    known = {*(article.slug for article in chain(visible, drafts)), *unread}
    run.report(tell_lost(run.comments.folders, known))
    run.report(tell_strangers(run.comments.comments, run))
    run.report(tell_waiting(run.comments.comments))
    run.report(tell_early(run.comments.comments, run.registry.policy.today))


def keep_files(generator: StaticGenerator) -> None:
    """Let no file of a comment be copied, whatever is linked: some wait to be read, some were rejected."""
    run = find_run(generator.context)
    if run is not None:
        keep_back(generator, run.settings.comments_path)


def _view(article: AnyArticle, comments: list[Comment], event: Event | None, run: Run) -> CommentsView:
    recap = find_recap(article)
    state = find_state(recap, run)
    lang = article.lang
    page = CommentPage(registry=run.registry, addresses=run.addresses, lang=lang, event=event)
    shown = choose_comments(comments, event, run) if state is not CommentsState.OFF else ()
    syndication = recap.syndication if recap else ()
    answers = view_answers(syndication, run.settings.comments_email, article.event_recap.title, lang)
    return view_comments(shown, state, answers, page)


def register() -> None:
    """Connect the receivers to Pelican's signals, after those of recaps."""
    signals.article_generator_finalized.connect(attach_comments)
    signals.static_generator_finalized.connect(keep_files)
