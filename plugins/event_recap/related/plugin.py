"""Give each recap those that are like it."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..page_generator import list_texts
from ..run import MENTIONS_KEY, TEXT_KEY, AnyArticle, find_run
from ..views.reading_values import RelatedView
from .likeness import Traits, find_related
from .words import count_words

if TYPE_CHECKING:
    from pelican.generators import ArticlesGenerator


def attach_related(generator: ArticlesGenerator) -> None:
    """Set ``related`` on every article: published recaps, best first; on drafts, nothing."""
    run = find_run(generator.context)
    if run is None:
        return
    listed = [*generator.articles, *generator.translations]
    unlisted = [*generator.hidden_articles, *generator.hidden_translations]
    for article in list_texts(generator):
        article.related = ()
    if most := run.settings.related_max:
        _attach(listed, unlisted, most)
    for article in list_texts(generator):
        article.__dict__.pop(TEXT_KEY, None)  # the words of ten thousand recaps are many


def _attach(listed: list[AnyArticle], unlisted: list[AnyArticle], most: int) -> None:
    """Compare all; two of the same likeness stand by their date, the newest first, then by slug."""
    every = sorted([*listed, *unlisted], key=lambda article: (article.slug, article.lang))
    every.sort(key=lambda article: article.date, reverse=True)
    hidden = {id(article) for article in unlisted}
    traits = [_read_traits(article, is_listed=id(article) not in hidden) for article in every]
    views = [_view(article) for article in every]
    for article, found in zip(every, find_related(traits, most), strict=True):
        article.related = tuple(views[position] for position in found)


def _read_traits(article: AnyArticle, *, is_listed: bool) -> Traits:
    """Return what a recap shows of itself; whoever may not be shown is not in any of it."""
    view = article.event_recap
    cards = (card.id for group in view.attendees.groups for card in group.cards if card.id)
    people = dict.fromkeys([*cards, *getattr(article, MENTIONS_KEY, {})], 1)
    event = {view.event.id: 1} if view.event else {}
    series = {view.event.series: 1} if view.event and view.event.series else {}
    tags = {tag.slug: 1 for tag in getattr(article, "tags", ())}
    words: Counter[str] = count_words(f"{view.title} {getattr(article, TEXT_KEY)}")
    kinds = {"event": event, "series": series, "people": people, "tags": tags, "words": words}
    return Traits(slug=article.slug, lang=article.lang, kinds=kinds, is_listed=is_listed)


def _view(article: AnyArticle) -> RelatedView:
    view = article.event_recap
    return RelatedView(
        title=view.title,
        url=article.url,
        lang=article.lang,
        date=view.date,
        date_iso=view.date_iso,
        event=view.event.name if view.event else "",
    )


def register() -> None:
    """Connect the receiver to Pelican's signal; after that of recaps, which give articles their views."""
    signals.article_generator_finalized.connect(attach_related)
