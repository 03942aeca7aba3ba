"""Links to other sites in what a site would publish, each with the place where its author can mend it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from pelican.generators import ArticlesGenerator, PagesGenerator

from ...errors import Place
from ...links.link import find_links
from ...loading.files import display_path
from ...page_generator import list_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pelican.generators import Generator

    from ...run import Run


def find_outside_links(run: Run, generators: Iterable[Generator]) -> dict[str, list[Place]]:
    """Return where each address of another site is linked, by address; only what pages show.

    A link of somebody who may not be shown is on no page, and nobody asks for it.
    """
    found: dict[str, list[Place]] = {}
    context: Mapping[str, object] = {}
    own = ""
    for generator in generators:
        context, own = generator.context, urlsplit(str(generator.settings["SITEURL"] or "")).netloc
        if isinstance(generator, ArticlesGenerator | PagesGenerator):
            for url, place in _find_in_texts(generator):
                found.setdefault(url, []).append(place)
    for url, place in _find_in_lists(run, context):
        found.setdefault(url, []).append(place)
    return {url: places for url, places in found.items() if _is_outside(url, own)}


def _find_in_texts(generator: Generator) -> Iterator[tuple[str, Place]]:
    for content in list_texts(generator):
        path = Path(str(content.source_path))
        lines = path.read_text("utf-8", "replace").splitlines() if path.is_file() else []
        for link in find_links(content._content or ""):  # noqa: SLF001 -- before cards stand in it
            line = next((number for number, text in enumerate(lines, 1) if link.url in text), 0)
            if line:  # what a template puts in, such as a card, has its own file
                yield link.url, Place(display_path(path), line)


def _find_in_lists(run: Run, context: Mapping[str, object]) -> Iterator[tuple[str, Place]]:
    """Yield the links of the pages of events and people."""
    pages = context.get("generated_content")
    pages = pages if isinstance(pages, dict) else {}
    for event in run.registry.events.values():
        view = pages[f"@event/{event.id}"].event_recap
        hrefs = (view.href, view.place_href, *(link.href for link in (*view.offers, *view.coverage)))
        yield from ((href, event.place) for href in hrefs if href)
    for public in run.registry.public_people.values():
        view = pages[f"@person/{public.person.id}"].event_recap
        person = run.registry.people.get(public.person.id)
        place = person.place if person else public.attendances[0].event.place
        yield from ((link.href, place) for link in view.links)


def _is_outside(url: str, own: str) -> bool:
    parts = urlsplit(url)
    return parts.scheme in {"http", "https"} and parts.netloc not in {"", own}
