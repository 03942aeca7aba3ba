"""What the generators of events and people have in common, and what those of Pelican have read."""

from __future__ import annotations

import posixpath
import unicodedata
from functools import cached_property
from typing import TYPE_CHECKING, Any

from markupsafe import Markup
from pelican.contents import Content
from pelican.generators import ArticlesGenerator, Generator, PagesGenerator, StaticGenerator

from .run import SOURCE_KEY
from .views.events import share_event
from .views.html import render_attendees
from .views.people import view_attendees

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jinja2 import Environment
    from pelican.writers import Writer

    from .loading.recap import ParsedRecap
    from .model.event import Event
    from .model.recap import Recap
    from .run import AnyArticle, Run
    from .views.values import AttendeesView, EventView


CONTENT_LISTS = (
    "articles", "pages", "translations", "hidden_articles", "hidden_pages", "hidden_translations",
    "drafts", "drafts_translations", "draft_pages", "draft_translations",
)  # fmt: skip
"""Attributes of Pelican's generators that hold what they will write."""


def list_texts(generator: Generator) -> list[AnyArticle]:
    """Return everything that a generator of Pelican's has read, drafts included; of another's, nothing."""
    if not isinstance(generator, ArticlesGenerator | PagesGenerator):
        return []
    return [content for name in CONTENT_LISTS for content in getattr(generator, name, ())]


def find_recap(content: AnyArticle) -> Recap | None:
    """Return what the front matter of a text says, or None where another reader than ours read it."""
    source: ParsedRecap | None = getattr(content, SOURCE_KEY, None)
    return source.recap if source else None


def find_path(content: AnyArticle) -> str:
    """Return the path of a text's file below the content folder, written alike on every machine."""
    return unicodedata.normalize("NFC", str(content.get_relative_source_path()))


def find_former_slugs(content: AnyArticle, run: Run) -> tuple[str, ...]:
    """Return the slugs that a post had before this build, as far as the file of ids knows; newest first."""
    recap, posts = find_recap(content), run.ids_on_file.posts
    typed = recap.entry_id if recap else ""
    record = posts.get(find_path(content)) if content.source_path else None
    record = record or next((one for one in posts.values() if typed and one.id == typed), None)
    known = (record.slug, *reversed(record.former)) if record else ()
    return tuple(slug for slug in dict.fromkeys(known) if slug != content.slug)


def find_event(content: AnyArticle, run: Run) -> Event | None:
    """Return the event that a text is about, or None."""
    recap = find_recap(content)
    return run.registry.events.get(recap.event_id) if recap else None


def find_events(generator: Generator, run: Run) -> dict[str, Event]:
    """Return what recaps are about, by slug: translations have one conversation, and one of them says it."""
    found = ((content.slug, find_event(content, run)) for content in reversed(list_texts(generator)))
    return {slug: event for slug, event in found if event}


def keep_back(generator: StaticGenerator, folder: str) -> None:
    """Let no file of a folder be copied, whatever the site copies and whatever a text leads to.

    Args:
        generator: Pelican's, of files that are published as they are.
        folder: Path below the content folder.
    """
    start = f"{posixpath.normpath(folder)}/"
    kept = {
        static
        for static in generator.staticfiles
        if posixpath.normpath(static.get_relative_source_path()).startswith(start)
    }
    generator.staticfiles[:] = [static for static in generator.staticfiles if static not in kept]
    known = generator.context["static_content"]
    for path in [path for path, static in known.items() if static in kept]:
        del known[path]


def show_event(event: Event, lang: str, run: Run) -> EventView:
    """Return the facts of an event, as they are shown on its page, in its recaps, on those of its people."""
    return share_event(run.registry, event, run.addresses, lang, run.events)


def show_attendees(event: Event, lang: str, run: Run) -> AttendeesView:
    """Return who was at an event, as it is shown; on its page and in its recaps this is the same."""
    if (event.id, lang) not in run.attendees:
        run.attendees[event.id, lang] = view_attendees(run.registry, event, run.addresses, lang)
    return run.attendees[event.id, lang]


def render_cards(environment: Environment, attendees: AttendeesView, lang: str, run: Run) -> str:
    """Return the cards of attendees as HTML; a recap and its event have the same, which are made once."""
    key = attendees, lang  # of which it takes long to tell whether it is another
    if (cards := run.cards.get(key)) is None:
        cards = run.cards[key] = render_attendees(environment, attendees, lang)
    return cards


def resolve_text(content: Content, siteurl: str) -> str:
    """Return a text with its links resolved; Pelican would keep it for ever, and it is shown once."""
    return str(content._update_content(content._content, siteurl))  # noqa: SLF001 -- how Pelican resolves links


def resolve_links(content: AnyArticle, html: str) -> Markup:
    """Return HTML that stands on the page of a content, its links resolved; Pelican does so for texts only.

    It is a method of each such content, under this name, so that the engine can ask it again.
    """
    return Markup(content._update_content(html, content.get_siteurl()))  # noqa: S704, SLF001 -- only addresses differ


class SteadyContent(Content):
    """A page of ours: its address is the same for as long as it exists."""

    def get_content(self, siteurl: str) -> str:
        """Return the text as a page of the site needs it."""
        return resolve_text(self, siteurl)

    @cached_property
    def url_format(self) -> dict[str, Any]:
        """What addresses are made of; Pelican finds it anew for each link that leads here."""
        return super().url_format

    @cached_property
    def url(self) -> str:
        """Address below ``SITEURL``."""
        return str(super().url)

    @cached_property
    def save_as(self) -> str:
        """Path below the output folder."""
        return str(super().save_as)


class ListedContent(SteadyContent):
    """The page of something in a list."""


class PageGenerator(Generator):
    """Writes one page for each of its contents, and a page that lists them."""

    makes_pages_only = True
    """For the engine, which makes pages on every core."""
    contents: list[Any]
    """What has a page; empty where the plugin sleeps."""
    kind = ""
    """Name under which a template finds its content."""
    listing = ""
    """Template of the list, and name of its settings: ``people`` for ``PEOPLE_SAVE_AS``."""

    def generate_output(self, writer: Writer) -> None:
        """Write every page, and the list."""
        if self.listing not in self.context:
            return
        for content in self.contents:
            self._write(writer, content.save_as, content.template, content.url, **{self.kind: content})
        name = self.listing.upper()
        if save_as := self.settings[f"{name}_SAVE_AS"]:
            self._write(writer, save_as, self.listing, self.settings[f"{name}_URL"], page_name=self.listing)

    def _write(self, writer: Writer, save_as: str, template: str, url: str, **values: Any) -> None:
        relative_urls = self.settings["RELATIVE_URLS"]
        writer.write_file(
            save_as, self.get_template(template), self.context, relative_urls=relative_urls, url=url, **values
        )


def group_by_event(articles: Iterable[AnyArticle]) -> dict[str, list[AnyArticle]]:
    """Return published recaps in every language by the id of the event they tell about, oldest first."""
    groups: dict[str, list[AnyArticle]] = {}
    every = {article.source_path: article for found in articles for article in (found, *found.translations)}
    for article in sorted(every.values(), key=lambda article: (article.date, article.lang, article.slug)):
        if article.event_recap.event:
            groups.setdefault(article.event_recap.event.id, []).append(article)
    return groups
