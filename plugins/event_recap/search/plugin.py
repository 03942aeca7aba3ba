"""Write the page on which a reader searches, and what its script asks for."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from pelican.generators import PelicanTemplateNotFound
from pelican.plugins import signals

from ..documents import write_again
from ..errors import Place
from ..model.registry import event_order
from ..page_generator import PageGenerator
from ..run import Run, find_run
from .index import build_files
from .records import find_unsearchable, record_event, record_person, record_recap

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.generators import ArticlesGenerator
    from pelican.writers import Writer

    from .records import SearchRecord

KEY = "event_recap_search"
"""Key of the context: records of the recaps."""

FOLDER = "search"
"""Where the index is where the page is no folder."""


def read_recaps(generator: ArticlesGenerator) -> None:
    """Keep what is found of each published recap, newest first; before their words are let go."""
    run = find_run(generator.context)
    if run is None or not generator.settings["SEARCH_SAVE_AS"]:
        return
    every = [*generator.articles, *generator.translations]
    every.sort(key=attrgetter("slug", "lang"))
    every.sort(key=attrgetter("date"), reverse=True)
    generator.context[KEY] = [record_recap(article, run) for article in every]


class SearchGenerator(PageGenerator):
    """Makes one page and its index; does nothing where the plugin sleeps, or ``SEARCH_SAVE_AS`` is empty."""

    makes_pages_only = False  # it makes the index as well

    _folder = ""

    def generate_context(self) -> None:
        """Put the address of the page into the context, and claim the folder of the index."""
        run, save_as = find_run(self.context), self.settings.get("SEARCH_SAVE_AS")
        if run is None or not save_as or not self._has_template():
            return
        folder, _, name = save_as.rpartition("/")
        self._folder = folder if name == "index.html" and folder else FOLDER
        for path in (save_as, f"{self._folder}/index.json"):
            run.plan(path, Place("setting SEARCH_SAVE_AS"))
        self.context["search_url"] = self.settings["SEARCH_URL"]
        self.context["search_index_url"] = f"{self._folder}/"

    def _has_template(self) -> bool:
        """Tell whether the theme has a page for it, and with it the script."""
        try:
            self.get_template("search")
        except PelicanTemplateNotFound:
            return False
        return True

    def generate_output(self, writer: Writer) -> None:
        """Write the page and the index."""
        run = find_run(self.context)
        if run is None or not self._folder:
            return
        save_as = self.settings["SEARCH_SAVE_AS"]
        self._write(writer, save_as, "search", self.context["search_url"], page_name="search")
        records = [*self.context.pop(KEY, ()), *self._find_events(run), *self._find_people(run)]
        for name, content in build_files(records, find_unsearchable(run, records)):
            write_again(writer, f"{self._folder}/{name}", content)

    def _find_events(self, run: Run) -> Iterator[SearchRecord]:
        """Yield the events that have a page, the latest first."""
        pages = self.context["generated_content"]
        if not self.settings["EVENT_SAVE_AS"]:
            return
        for event in sorted(run.registry.events.values(), key=event_order, reverse=True):
            yield record_event(pages[f"@event/{event.id}"].event_recap, event, run)

    def _find_people(self, run: Run) -> Iterator[SearchRecord]:
        """Yield the people who have a page and may be found, by name."""
        pages = self.context["generated_content"]
        if not self.settings["PERSON_SAVE_AS"]:
            return
        people = (public for public in run.registry.public_people.values() if public.person.may_be_indexed)
        for public in sorted(people, key=lambda public: (public.person.text, public.person.id)):
            yield record_person(pages[f"@person/{public.person.id}"].event_recap, public, run)


def offer_generator(_pelican: object) -> type[SearchGenerator]:
    """Tell Pelican about our generator."""
    return SearchGenerator


def register() -> None:
    """Connect the receivers to Pelican's signals; before ``related``, which lets the words of recaps go."""
    signals.article_generator_finalized.connect(read_recaps)
    signals.get_generators.connect(offer_generator)
