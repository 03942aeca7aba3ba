"""What can only be seen when everything was read: pages in each other's way, templates, posts left out."""

from __future__ import annotations

from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.generators import ArticlesGenerator, PagesGenerator, PelicanTemplateNotFound

from ..errors import Place, Problem
from ..loading.files import display_path
from ..page_generator import list_texts
from ..run import SOURCE_KEY, find_run
from .collisions import find_collisions, find_escapes, find_long_names
from .left_out import find_left_out
from .names import find_merged_names
from .strays import find_dead_links, find_foreign_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from pelican.contents import Content
    from pelican.generators import Generator
    from pelican.urlwrappers import URLWrapper

LISTINGS = ("categories", "tags", "authors")
"""Pelican's taxonomies in the context: pairs of what they are and its articles."""

NAMES = {"authors": "author", "tags": "tag"}
"""Attributes of a content that hold several of Pelican's taxonomies, and what one of them is called."""


def find_problems(generators: Sequence[Generator]) -> Iterator[Problem]:
    """Yield everything that would make a build fail half-way or leave something out."""
    context = generators[0].context
    contents = list(find_contents(generators, context))
    run = find_run(context)
    pages = [*_place_contents(contents), *_place_listings(context), *(run.planned if run else ())]
    yield from find_collisions(pages)
    yield from find_collisions(_place_overrides(contents), "save_as")
    yield from find_escapes(pages)
    yield from find_long_names(pages)
    yield from find_merged_names(_place_names(contents))
    for generator in generators:
        if isinstance(generator, ArticlesGenerator | PagesGenerator):
            yield from find_left_out(generator)
    if run and run.is_registry_whole:
        yield from find_dead_links(contents, context)
    yield from find_foreign_files(context, Path(generators[0].path))
    yield from _find_missing_templates(generators[0], contents)


def find_problems_of(contents: Sequence[Content], generator: Generator) -> Iterator[Problem]:
    """Yield what can be told of a few contents alone; whether they are in the way of others, a build sees."""
    pages, run = list(_place_contents(contents)), find_run(generator.context)
    yield from find_collisions(pages)
    yield from find_escapes(pages)
    yield from find_long_names(pages)
    if run and run.is_registry_whole:
        yield from find_dead_links(contents, generator.context)
    yield from _find_missing_templates(generator, contents)


def find_contents(generators: Iterable[Generator], context: dict[str, Any]) -> Iterator[Content]:
    """Yield every content that has a page, each once."""
    ours = (content for key, content in context["generated_content"].items() if key.startswith("@"))
    theirs = map(list_texts, generators)
    yield from {id(content): content for content in chain(ours, *theirs)}.values()


def _place_contents(contents: Iterable[Content]) -> Iterator[tuple[str, Place]]:
    for content in contents:
        # Pelican lets a content that names its own file replace another, once.
        if not hasattr(content, "override_save_as"):
            yield content.save_as, _find_place(content, "slug")


def _place_overrides(contents: Iterable[Content]) -> Iterator[tuple[str, Place]]:
    for content in contents:
        if hasattr(content, "override_save_as"):
            yield content.save_as, _find_place(content, "save_as")


def _place_listings(context: dict[str, Any]) -> Iterator[tuple[str, Place]]:
    wrappers: list[URLWrapper] = [wrapper for key in LISTINGS for wrapper, _ in context.get(key) or []]
    for wrapper in wrappers:
        if wrapper.slug:
            yield wrapper.save_as, Place(f"{type(wrapper).__name__.lower()} {wrapper.name!r}")
    for name in context["DIRECT_TEMPLATES"]:
        yield context.get(f"{name.upper()}_SAVE_AS", f"{name}.html"), Place(f"page {name!r} of the site")
    for name in ("PEOPLE", "EVENTS"):
        yield context[f"{name}_SAVE_AS"], Place(f"page {name.lower()!r} of the site")


def _place_names(contents: Iterable[Content]) -> Iterator[tuple[Place, str, str, str]]:
    for content in contents:
        for key, kind in NAMES.items():
            for wrapper in getattr(content, key, ()):
                yield _find_place(content, key), kind, wrapper.name, wrapper.slug


def _find_missing_templates(generator: Generator, contents: Iterable[Content]) -> Iterator[Problem]:
    """Yield a problem for each content whose template neither the theme nor Pelican nor we have."""
    missing: dict[str, bool] = {}
    for content in contents:
        if content.template not in missing:
            missing[content.template] = _is_missing(generator, content.template)
        if missing[content.template]:
            what = f"the theme has no template {content.template!r}; take this out, or add it to the theme"
            yield Problem(_find_place(content, "template"), "template", what)


def _find_place(content: Content, key: str) -> Place:
    """Return where an author typed a key, or the file where nobody did."""
    source = getattr(content, SOURCE_KEY, None)
    return Place(display_path(str(content.source_path)), source.lines.get(key, 0) if source else 0)


def _is_missing(generator: Generator, template: str) -> bool:
    try:
        generator.get_template(template)
    except PelicanTemplateNotFound:
        return True
    return False
