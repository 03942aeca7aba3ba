"""Read recaps with our reader, tell what is wrong with each, and give each article its view."""

from __future__ import annotations

from copy import copy
from dataclasses import replace
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING, Any

from pelican.plugins import signals
from pelican.readers import MarkdownReader as StockReader

from ..errors import Problem, suggest
from ..page_generator import find_recap, list_texts, render_cards
from ..run import SOURCE_KEY, AnyArticle, find_run
from ..settings import NAME
from .ahead import read_ahead
from .body import place_attendees, withhold_pictures
from .bylines import find_forgotten
from .keeping import close_texts, open_texts
from .neighbours import attach_neighbours
from .page import find_cover, view_recap
from .prose import attach_reading, finish_text
from .reader import MarkdownReader
from .showing import show_in_feeds, show_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pelican.contents import Content
    from pelican.generators import ArticlesGenerator, Generator, PagesGenerator
    from pelican.readers import Readers

    from ..loading.recap import ParsedRecap
    from ..run import Run

TO_FILES = ("static", "attach")
"""Words one of which is in each link of a text to a file."""


def read_markdown(readers: Readers) -> None:
    """Put our reader in the place of Pelican's, wherever that one is used."""
    if NAME not in readers.settings:
        return
    for extension, reader in list(readers.reader_classes.items()):
        if reader is StockReader:
            readers.reader_classes[extension] = MarkdownReader


def check_metadata(generator: Generator, metadata: dict[str, Any]) -> None:
    """Keep what the reader found, and give a text without title or date one, so that all is told at once."""
    run = find_run(generator.context)
    source: ParsedRecap | None = metadata.get(SOURCE_KEY)
    if run is None or source is None:
        return
    run.report((*source.problems, *find_forgotten(source, metadata, run)))
    if not metadata.get("title"):
        # The build will end; until then the text must not be in the way of others without a title.
        metadata["title"] = ""
        metadata["slug"] = f"unreadable-{source.recap.place.source}"


def check_article(generator: ArticlesGenerator, metadata: dict[str, Any]) -> None:
    """Check what only a recap needs: a date, and an event that exists."""
    run = find_run(generator.context)
    source: ParsedRecap | None = metadata.get(SOURCE_KEY)
    if run is None or source is None:
        return
    recap = source.recap
    if "date" not in metadata and metadata.get("status") not in {"draft", "skip"}:
        if source.metadata and not any(problem.field == "date" for problem in source.problems):
            what = "required field missing; expected a line such as 'date: 2010-02-03'"
            run.report([Problem(recap.place, "date", what)])
        metadata["date"] = datetime(1970, 1, 1, tzinfo=UTC)
    if recap.event_id and recap.event_id not in run.registry.events:
        what = f"no list called {recap.event_id!r} in {run.settings.attendees_path}/"
        what += suggest(recap.event_id, run.registry.events) or f"; expected {recap.event_id}.yml there"
        run.report([Problem(recap.event_place or recap.place, "event", what)])


def attach_recaps(generator: ArticlesGenerator) -> None:
    """Set ``article.event_recap`` on every article, and put the attendees into its text."""
    run = find_run(generator.context)
    if run is None:
        return
    published = [*generator.articles, *generator.translations]
    hidden = [*generator.hidden_articles, *generator.hidden_translations]
    drafts = [*generator.drafts, *generator.drafts_translations]
    generator.context["static_links"] -= _find_links(drafts) - _find_links(chain(published, hidden))
    for article in chain(published, hidden, drafts):
        _attach(article, generator, run)
    for article in chain(published, hidden):
        _add_static_links(generator, article)
        if cover := find_cover(find_recap(article), run.registry):
            generator.context["static_links"].add(cover.src)
    for draft in drafts:
        draft._content = withhold_pictures(draft._content)  # noqa: SLF001 -- the documented place to change a text
        draft.event_recap = replace(draft.event_recap, cover=None)
    attach_neighbours(published)


def attach_pages(generator: PagesGenerator) -> None:
    """Set ``reading`` and ``outline`` on every page, and let its notes open in place."""
    run = find_run(generator.context)
    if run is None:
        return
    for page in list_texts(generator):
        attach_reading(page, run)
        show_text(page, page._content or "")  # noqa: SLF001 -- the documented place of a text
        page._content = finish_text(page, generator.env)  # noqa: SLF001


def _add_static_links(generator: ArticlesGenerator, article: AnyArticle) -> None:
    """Have the files published that an article leads to, also by its summary, where Pelican does not look."""
    if any(word in article._content for word in TO_FILES):  # noqa: SLF001 -- to look for links takes long
        generator.add_static_links(article)
    if summary := getattr(article, "_summary", ""):
        lead = copy(article)
        lead._content = summary  # noqa: SLF001 -- where Pelican looks for links
        generator.add_static_links(lead)


def _attach(article: AnyArticle, generator: ArticlesGenerator, run: Run) -> None:
    view = view_recap(article, find_recap(article), run)
    article.event_recap = view
    attach_reading(article, run)
    html = article._content  # noqa: SLF001 -- the documented place of a text
    show_text(article, place_attendees(html, ""))
    show_in_feeds(article, html, generator.env)
    cards = render_cards(generator.env, view.attendees, view.lang, run)
    article._content = place_attendees(finish_text(article, generator.env), cards)  # noqa: SLF001


def _find_links(contents: Iterable[Content]) -> set[str]:
    return {link for content in contents for link in content.get_static_links()}


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.get_generators.connect(open_texts)
    signals.all_generators_finalized.connect(close_texts)
    signals.readers_init.connect(read_markdown)
    signals.article_generator_preread.connect(read_ahead)
    signals.article_generator_context.connect(check_metadata)
    signals.article_generator_context.connect(check_article)
    signals.page_generator_context.connect(check_metadata)
    signals.article_generator_finalized.connect(attach_recaps)
    signals.page_generator_finalized.connect(attach_pages)
