"""Write what stands at former addresses, and the rules of the host that lead on from there."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.generators import ArticlesGenerator, Generator
from pelican.plugins import signals

from ..documents import is_taken, write_document
from ..errors import Place
from ..loading.files import display_path
from ..page_generator import list_texts
from ..publication import Publication, read_publication
from ..run import find_run
from .former import FormerAddresses, fold_pages, list_addresses
from .rules import WORKER, find_people, write_apache_rules, write_redirects_file, write_routes

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pelican.writers import Writer

    from ..run import AnyArticle, Run

PUBLISHED = {"published"}


class RedirectsGenerator(Generator):
    """Writes pages at former addresses, and files of rules; does nothing where the plugin sleeps."""

    def generate_output(self, writer: Writer) -> None:
        """Write a page at each former address, and what the host reads."""
        run = find_run(self.context)
        if run is None:
            return
        template = self.get_template("event_recap/redirect")
        for redirect in run.redirects:
            writer.write_file(
                redirect.save_as,
                template,
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                url=redirect.url,
                redirect=redirect,
            )
        for name, text in self._list_rules(run, read_publication(self.settings)):
            if text and not is_taken(self.context, name):
                write_document(writer, name, text.encode())

    def _list_rules(self, run: Run, publication: Publication) -> Iterator[tuple[str, str]]:
        """Yield name and text of each file of rules for a host."""
        siteurl, addresses = str(self.settings["SITEURL"] or ""), list_addresses(run.redirects)
        people = find_people(str(self.settings["PERSON_URL"]))
        if publication.has_redirects_file:
            is_forced = publication.to == "netlify"
            yield "_redirects", write_redirects_file(addresses, siteurl, is_forced=is_forced)
        if publication.to == "cloudflare-pages" and people:
            yield "_worker.js", WORKER
            yield "_routes.json", write_routes(siteurl, people)
        if publication.rules == "apache":
            yield ".htaccess", write_apache_rules(addresses, siteurl, people)


def find_former(generators: Sequence[Generator]) -> None:
    """Find the former addresses of everything that was read; after ids were given, before all is judged."""
    run = find_run(generators[0].context)
    if run is None:
        return
    content = Path(generators[0].path)
    texts = [text for generator in generators for text in list_texts(generator)]
    pages = [(text.save_as, Place(display_path(str(text.source_path)))) for text in texts]
    known = generators[0].context["generated_content"]
    pages += [
        (page.save_as, _find_place(page)) for key, page in known.items() if key.startswith("@") and page
    ]
    found = FormerAddresses(run, generators[0].settings, fold_pages([*pages, *run.planned]))
    published = [text for text in texts if getattr(text, "status", "") in PUBLISHED]
    for text in published:
        found.add_typed(text)
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            for article in (*generator.articles, *generator.translations):
                found.add_remembered(article, content)
    for event in run.registry.events.values():
        if page := known.get(f"@event/{event.id}"):
            found.add_event(event, page, content)


def _find_place(page: AnyArticle) -> Place:
    return Place(display_path(str(page.source_path)))


def offer_generator(_pelican: object) -> type[RedirectsGenerator]:
    """Tell Pelican about our generator."""
    return RedirectsGenerator


def register() -> None:
    """Connect the receivers to Pelican's signals, after those of feeds, which give ids."""
    signals.get_generators.connect(offer_generator)
    signals.all_generators_finalized.connect(find_former)
