"""Resolve the mentions of every text, give them cards, and tell each person's page where they are."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from markupsafe import Markup
from pelican.contents import Content
from pelican.plugins import signals
from pelican.utils import truncate_html_words

from ..page_generator import find_events, list_texts
from ..run import AnyArticle, find_run
from ..views.mention_cards import CardStyle, render_mentions
from .facts import say_facts
from .lists import check_comments, check_lists
from .mentioned import find_mentioned
from .texts import resolve_texts

if TYPE_CHECKING:
    from jinja2 import Environment
    from pelican.generators import ArticlesGenerator, Generator, PagesGenerator

    from ..run import Run


def resolve_articles(generator: ArticlesGenerator) -> None:
    """Put links or neutral words in the place of mentions; before anything is made of the texts."""
    run = find_run(generator.context)
    if run is None:
        return
    content = Path(generator.settings["PATH"])
    run.report(say_facts(run, content))
    for article in list_texts(generator):
        resolve_texts(article, run)
    run.report(check_lists(run, content))
    run.report(check_comments(run, content, find_events(generator, run)))


def resolve_pages(generator: PagesGenerator) -> None:
    """Do the same for pages."""
    run = find_run(generator.context)
    if run is not None:
        for page in list_texts(generator):
            resolve_texts(page, run)


def show_mentions(generators: list[Generator]) -> None:
    """Give the links cards, and the pages of people the sentences that mention them."""
    context = generators[0].context
    run = find_run(context)
    if run is None:
        return
    environment = generators[0].env
    texts = chain.from_iterable(map(list_texts, generators))
    every = {id(content): content for content in chain(texts, context["generated_content"].values())}
    for content in every.values():
        if isinstance(content, Content) and content._content:  # noqa: SLF001 -- the documented place of a text
            rendered = _render(content._content, content, environment, run)  # noqa: SLF001
            if rendered != content._content:  # noqa: SLF001
                _keep_summary(content)
                content._content = rendered  # noqa: SLF001
    mentioned = find_mentioned(context["articles"])
    for key, person in context["generated_content"].items():
        if key.startswith("@person/"):
            person.mentions = tuple(mentioned.get(person.slug, ()))
            _show_in_notes(person, environment, run)


def _keep_summary(content: AnyArticle) -> None:
    """Let a summary that is the beginning of the text have no cards in it."""
    length = content.settings["SUMMARY_MAX_LENGTH"]
    if length is None or "summary" in content.metadata or "get_summary" in vars(content):
        return
    beginning = truncate_html_words(content._content, length, content.settings["SUMMARY_END_SUFFIX"])  # noqa: SLF001
    content.get_summary = partial(content._update_content, beginning)  # noqa: SLF001 -- how links are resolved


def _show_in_notes(person: AnyArticle, environment: Environment, run: Run) -> None:
    """Give the notes on a person's page their cards."""
    view = person.event_recap
    attendances = list(view.attendances)
    for number, found in enumerate(view.attendances, 1):
        if (note := _render(found.note, person, environment, run, f"note-{number}")) != found.note:
            attendances[number - 1] = replace(found, note=Markup(note))  # noqa: S704 -- only cards were added
    person.event_recap = replace(view, attendances=tuple(attendances))


def _render(
    html: str, content: AnyArticle, environment: Environment, run: Run, prefix: str = "mention"
) -> str:
    return render_mentions(html, run.registry, run.addresses, CardStyle(environment, content.lang, prefix))


def register() -> None:
    """Connect the receivers to Pelican's signals; that for articles has to come before those of recaps."""
    signals.article_generator_finalized.connect(resolve_articles)
    signals.page_generator_finalized.connect(resolve_pages)
    signals.all_generators_finalized.connect(show_mentions)
