"""Make a page for every attendee list."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..model.registry import event_order
from ..page_generator import PageGenerator, group_by_event, render_cards, show_attendees, show_event
from ..run import AnyArticle, Run, find_run
from .content import Event

if TYPE_CHECKING:
    from ..model.event import Event as EventFacts
    from ..views.values import EventView

EDITIONS_SHOWN = 12
"""Other events of the series on an event's page; the list of events has them all."""


class EventsGenerator(PageGenerator):
    """Makes the pages of events; does nothing where the plugin sleeps."""

    kind, listing = "event", "events"

    def generate_context(self) -> None:
        """Put an ``Event`` for every list into the context, newest first, for links and templates."""
        run = find_run(self.context)
        if run is None:
            return
        recaps = group_by_event(self.context["articles"])
        facts = sorted(run.registry.events.values(), key=event_order, reverse=True)
        self.contents = [self._build(found, recaps.get(found.id, []), run) for found in facts]
        for found, event in zip(facts, self.contents, strict=True):
            self.context["generated_content"][f"@event/{found.id}"] = event
            self.add_source_path(event)
            if found.cover:
                self.context["static_links"].add(found.cover.src)
        views = {event.event_recap.id: event.event_recap for event in self.contents}
        for found, event in zip(facts, self.contents, strict=True):
            editions = run.registry.find_editions(found, EDITIONS_SHOWN)
            event.editions = tuple(views[other.id] for other in editions)
        self._offer_lists(tuple(views.values()))

    def _offer_lists(self, views: tuple[EventView, ...]) -> None:
        """Put what the lists of events show into the context."""
        self.context["events"] = views
        self.context["upcoming_events"] = tuple(view for view in reversed(views) if view.is_upcoming)
        self.context["past_events"] = tuple(view for view in views if not view.is_upcoming)

    def _build(self, facts: EventFacts, recaps: list[AnyArticle], run: Run) -> Event:
        lang = run.lang
        view = show_event(facts, lang, run)
        event = Event(
            render_cards(self.env, show_attendees(facts, lang, run), lang, run),
            metadata={"title": view.name, "slug": facts.id, "lang": lang.lower()},
            settings=self.settings,
            source_path=str(Path(self.path, facts.path)),
            context=self.context,
        )
        event.event_recap = view
        event.recaps = recaps
        return event


def offer_generator(_pelican: object) -> type[EventsGenerator]:
    """Tell Pelican about our generator."""
    return EventsGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
