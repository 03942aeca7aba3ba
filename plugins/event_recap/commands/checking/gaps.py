"""What is missing, though a build would not say a word about it."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.generators import ArticlesGenerator

from ...errors import Place, Problem, Severity
from ...loading.files import display_path
from ...model.event import EventStatus
from ...model.standing import explain_standings
from ...model.visibility import Visibility
from ...page_generator import list_texts
from ...run import SOURCE_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pelican.generators import Generator

    from ...model.event import Event
    from ...model.registry import Registry
    from ...run import Run

NOTICE_DAYS = 60
"""A consent that ends within so many days is told: to ask again takes time."""

ELSEWHERE = frozenset({EventStatus.CANCELLED, EventStatus.MOVED_ONLINE})
"""Events that need no place."""


def find_gaps(run: Run, generators: Iterable[Generator]) -> Iterator[Problem]:
    """Yield a note for each thing that a reader, or the author, will miss."""
    for event in run.registry.events.values():
        yield from _find_event_gaps(event)
    yield from _find_ending_consents(run.registry)
    for generator in generators:
        if isinstance(generator, ArticlesGenerator):
            yield from _find_missing_summaries(generator)


def _find_event_gaps(event: Event) -> Iterator[Problem]:
    if event.start is None:
        what = "no date, so no calendar and no order among editions; add 'start: 2026-11-21 18:00'"
        yield Problem(event.place, "event.start", what, Severity.NOTE)
    place = event.location
    if event.status not in ELSEWHERE and not (place and (place.name or place.locality or place.url)):
        what = "no place; add 'location: {name: …, locality: …}'"
        yield Problem(event.place, "event.location", what, Severity.NOTE)


def _find_ending_consents(registry: Registry) -> Iterator[Problem]:
    """Yield each consent that ends soon where it decides what is shown; without a name."""
    today = registry.policy.today
    last = today + timedelta(days=NOTICE_DAYS)
    for standing in explain_standings(registry):
        places = [record.place for record in standing.records if record.place]
        ends_soon = standing.last_day is not None and today <= standing.last_day <= last
        if ends_soon and places and standing.level > Visibility.COUNTED:
            what = f"ends on {standing.last_day}; ask the person again, or the page falls to a count"
            yield Problem(places[0], "consent", what, Severity.NOTE)


def _find_missing_summaries(generator: ArticlesGenerator) -> Iterator[Problem]:
    for article in list_texts(generator):
        source = getattr(article, SOURCE_KEY, None)
        if source is not None and "summary" not in source.lines:
            place = Place(display_path(Path(str(article.source_path))), 1)
            what = "no summary, so lists and shared links show the first words; add 'summary: …'"
            yield Problem(place, "summary", what, Severity.NOTE)
