"""Which calendars a site has, and where each of them is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from ..errors import Place
from ..views.subscription_values import CalendarView
from .document import CalendarDocument

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from ..model.event import Event
    from ..views.values import EventView
    from .document import CalendarEntry
    from .site import Site


@dataclass(frozen=True, slots=True)
class DatedEvent:
    """An event of which one knows when it begins."""

    facts: Event
    view: EventView
    entry: CalendarEntry


@dataclass(frozen=True, slots=True)
class CalendarFile:
    """A calendar, and the file that holds it."""

    save_as: str
    """Path below the output folder and ``SITEURL`` alike."""
    place: Place
    """Where the author finds what decides about the path."""
    document: CalendarDocument


def find_calendars(
    events: Sequence[DatedEvent], site: Site, settings: Mapping[str, str]
) -> Iterator[CalendarFile]:
    """Yield the site's calendar, those of its series, then those of single events; none without events.

    Args:
        events: Oldest first.
        site: The site as calendars hear of it.
        settings: Pelican's, with our addresses; an empty one leaves its calendars out.
    """
    if events and (save_as := settings["CALENDAR_SAVE_AS"]):
        document = _join_events(events, site, site.name, save_as, site.subtitle)
        yield CalendarFile(save_as, Place("setting CALENDAR_SAVE_AS"), document)
    if pattern := settings["SERIES_CALENDAR_SAVE_AS"]:
        for series, editions in _group_by_series(events).items():
            save_as, first = pattern.format(slug=series), editions[0]
            document = _join_events(editions, site, f"{first.view.series_name} – {site.name}", save_as)
            yield CalendarFile(save_as, first.facts.place, document)
    for event in events:
        if save_as := event.view.calendar_url:
            yield CalendarFile(save_as, event.facts.place, _keep_event(event.entry, site, save_as))


def view_calendar(file: CalendarFile, site: Site) -> CalendarView:
    """Return a calendar that goes on as a template lists it."""
    parts = urlsplit(site.find_url(file.save_as))
    webcal = parts._replace(scheme="webcal").geturl() if parts.netloc else ""
    return CalendarView(file.document.name, file.save_as, webcal)


def _group_by_series(events: Sequence[DatedEvent]) -> dict[str, list[DatedEvent]]:
    """Return the events of each series in their order, the series in that of their ids."""
    series: dict[str, list[DatedEvent]] = {}
    for event in events:
        if event.facts.series:
            series.setdefault(event.facts.series, []).append(event)
    return dict(sorted(series.items()))


def _join_events(
    events: Sequence[DatedEvent], site: Site, name: str, save_as: str, description: str = ""
) -> CalendarDocument:
    """Return a calendar to subscribe to."""
    return CalendarDocument(
        name=name,
        entries=tuple(event.entry for event in events),
        description=description,
        url=site.find_url(save_as),
        page_url=site.find_url(site.events_url),
        lang=site.lang,
    )


def _keep_event(entry: CalendarEntry, site: Site, save_as: str) -> CalendarDocument:
    """Return a calendar of one event, which a reader puts among their own."""
    return CalendarDocument(
        name=entry.summary,
        entries=(entry,),
        url=site.find_url(save_as),
        page_url=entry.url,
        lang=site.lang,
        is_subscribable=False,
    )
