"""Let Pelican write a calendar for the site, for each series and for each event."""

from __future__ import annotations

from functools import cached_property, partial
from itertools import chain
from typing import TYPE_CHECKING

from pelican.generators import Generator
from pelican.plugins import signals

from ..documents import make_document, write_document
from ..model.registry import event_order
from ..rendering import read_text
from ..run import Run, find_run
from ..translation import check_language
from .collection import CalendarFile, DatedEvent, find_calendars, view_calendar
from .entry import build_entry, find_newest
from .site import Site

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.writers import Writer

    from .builder import CalendarBuilder
    from .document import CalendarDocument


class CalendarsGenerator(Generator):
    """Makes the calendars; does nothing where the plugin sleeps."""

    files: tuple[CalendarFile, ...] = ()
    """What is written."""

    def generate_context(self) -> None:
        """Read the events, claim a file for each calendar, and offer those to subscribe to to templates."""
        run = find_run(self.context)
        if run is None:
            return
        site = self._read_site()
        self.files = tuple(find_calendars(list(self._find_events(run, site)), site, self.settings))
        for file in self.files:
            run.plan(file.save_as, file.place)
        self.context["calendars"] = tuple(
            view_calendar(file, site) for file in self.files if file.document.is_subscribable
        )

    def generate_output(self, writer: Writer) -> None:
        """Write every calendar."""
        for file in self.files:
            value, make = ("calendar", file.document), partial(self._build, file.document)
            write_document(writer, file.save_as, make_document(writer, file.save_as, value, make))

    def _build(self, document: CalendarDocument) -> bytes:
        return self._builder.build(document)

    @cached_property
    def _builder(self) -> CalendarBuilder:
        from .builder import CalendarBuilder  # noqa: PLC0415 -- only a build that makes a calendar waits for it

        return CalendarBuilder()

    def _read_site(self) -> Site:
        settings, articles = self.settings, self.context["articles"]
        url = str(settings["SITEURL"] or "").rstrip("/")
        return Site(
            url=url,
            name=read_text(settings, "SITENAME") or url or "Calendar",
            subtitle=read_text(settings, "SITESUBTITLE"),
            lang=check_language(settings["DEFAULT_LANG"]),
            events_url=settings["EVENTS_URL"] if settings["EVENTS_SAVE_AS"] else "",
            updated=find_newest(chain(articles, *(article.translations for article in articles))),
        )

    def _find_events(self, run: Run, site: Site) -> Iterator[DatedEvent]:
        """Yield the events of which one knows when they begin, oldest first."""
        pages = self.context["generated_content"]
        for facts in sorted(run.registry.events.values(), key=event_order):
            page, uid = pages[f"@event/{facts.id}"], run.ids.find_uid("event", facts.id)
            if entry := build_entry(facts, page.event_recap, page.recaps, uid=uid, site=site):
                yield DatedEvent(facts, page.event_recap, entry)


def offer_generator(_pelican: object) -> type[CalendarsGenerator]:
    """Tell Pelican about our generator."""
    return CalendarsGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
