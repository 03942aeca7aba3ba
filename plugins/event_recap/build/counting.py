"""What was read for a site, how many pages it will have, and what was done, for whoever waits for it."""

from __future__ import annotations

from itertools import chain
from math import ceil
from typing import TYPE_CHECKING, Any

from ..run import find_run
from ..telling.tally import Phase
from ..telling.telling import KEY as TELLING
from ..telling.telling import find_telling
from .verdict import LISTINGS, find_contents

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from pelican import Pelican
    from pelican.generators import Generator

PAGE = ".html"


def count_reading(generators: Sequence[Generator]) -> None:
    """Note what lists and people there are, and how many pages will be rendered, as far as can be told."""
    telling, run = find_telling(generators[0].settings), find_run(generators[0].context)
    if telling and run:
        telling.tally.lists = len(run.registry.events)
        telling.tally.people = len(run.registry.people)
        if telling.is_seen:
            telling.expect(Phase.PAGES, sum(_count_pages(generators)))


def tell_what_was_done(pelican: Pelican) -> None:
    """Say what the build did, once all of it is done."""
    if telling := pelican.settings.pop(TELLING, None):
        telling.end()


def _count_pages(generators: Sequence[Generator]) -> Iterator[int]:
    """Yield how many pages each kind of thing will have."""
    context, settings = generators[0].context, generators[0].settings
    run = find_run(context)
    yield sum(1 for content in find_contents(generators, context) if content.save_as)
    yield sum(1 for name, _ in run.planned if name.endswith(PAGE)) if run else 0
    for wrapper, articles in chain.from_iterable(context.get(kind) or () for kind in LISTINGS):
        if wrapper.save_as:
            yield _count_parts(type(wrapper).__name__.lower(), len(articles), settings)
    for name in settings["DIRECT_TEMPLATES"]:
        if settings.get(f"{name.upper()}_SAVE_AS", f"{name}.html"):
            yield _count_parts(name, len(context["articles"]), settings)
    yield sum(1 for name in ("PEOPLE", "EVENTS") if settings[f"{name}_SAVE_AS"])


def _count_parts(template: str, count: int, settings: Mapping[str, Any]) -> int:
    """Return on how many pages a list of so many articles stands."""
    if template not in settings["PAGINATED_TEMPLATES"]:
        return 1
    each = settings["PAGINATED_TEMPLATES"][template] or settings["DEFAULT_PAGINATION"]
    return max(1, ceil(count / each)) if each else 1
