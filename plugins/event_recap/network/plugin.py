"""Tell who met whom on the pages of people and events, and write the pages of pairs and networks."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from pelican.generators import Generator
from pelican.plugins import signals

from ..errors import Place
from ..model.meetings import Meetings
from ..run import Redirect, Run, find_run
from ..translation import translate
from ..views.meetings import view_meetings, view_pair, view_returned
from .former import find_former_pairs
from .noted import find_noted
from .picture import Sight, view_network

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.writers import Writer

    from ..views.meeting_values import NetworkView


class NetworkGenerator(Generator):
    """Makes what is said of meetings; does nothing where the plugin sleeps."""

    pages: list[tuple[str, str, str, dict[str, Any]]]
    """What is written: path below the output, template, URL, and what the template shows."""

    def generate_context(self) -> None:
        """Attach meetings to the pages of people and events, and claim a file for each page of our own."""
        run = find_run(self.context)
        self.pages = []
        if run is None:
            return
        meetings = Meetings(run.registry, find_noted(run.registry, run.lang))
        sight = Sight(run.registry, meetings.pairs, run.addresses, run.lang)
        self._attach_people(meetings, run)
        self._attach_events(meetings, sight, run)
        self.pages += [*self._find_pairs(meetings, run), *self._find_networks(meetings, sight, run)]

    def generate_output(self, writer: Writer) -> None:
        """Write every page."""
        for save_as, template, url, values in self.pages:
            writer.write_file(
                save_as,
                self.get_template(template),
                self.context,
                relative_urls=self.settings["RELATIVE_URLS"],
                url=url,
                page_name=url,
                **values,
            )

    def _attach_people(self, meetings: Meetings, run: Run) -> None:
        for public in run.registry.public_people.values():
            page = self.context["generated_content"][f"@person/{public.person.id}"]
            page.find_meetings = partial(
                view_meetings, meetings, run.registry, public, run.addresses, run.lang
            )

    def _attach_events(self, meetings: Meetings, sight: Sight, run: Run) -> None:
        title = translate("Who met whom", run.lang)
        for event in run.registry.events.values():
            page = self.context["generated_content"][f"@event/{event.id}"]
            page.find_returned = partial(view_returned, meetings, event, run.addresses, run.lang)
            page.network = view_network(meetings.find_event_network(event), sight, title)
            page.series_network_url = ""

    def _find_pairs(self, meetings: Meetings, run: Run) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield a page for each pair, and let its former addresses lead there."""
        pattern = self.settings["PAIR_SAVE_AS"]
        views = {event.id: event for event in self.context["events"]}
        for pair in meetings.pairs.values() if pattern else ():
            view = view_pair(pair, run.registry, views, run.addresses, run.lang)
            save_as = pattern.format(slug=pair.key[0], other=pair.key[1])
            run.plan(save_as, Place("setting PAIR_SAVE_AS"))
            if view.may_be_indexed:
                run.listed.append(view.url)
            else:
                run.unlisted.append(save_as)
            yield save_as, "pair", view.url, {"pair": view}
            for key, place in find_former_pairs(pair.key, meetings.pairs, run.registry):
                former = pattern.format(slug=key[0], other=key[1])
                url = run.addresses.find_pair(key)
                run.redirect(
                    Redirect(save_as=former, url=url, target=view.url, title=view.title, place=place)
                )

    def _find_networks(
        self, meetings: Meetings, sight: Sight, run: Run
    ) -> Iterator[tuple[str, str, str, dict[str, Any]]]:
        """Yield the page of the whole site, and one for each series with several editions."""
        self.context["network_url"] = ""
        title = translate("Who met whom", run.lang)
        if save_as := self.settings["NETWORK_SAVE_AS"]:
            url = self.settings["NETWORK_URL"]
            network = meetings.find_network(run.registry.events.values())
            if view := view_network(network, sight, title, url):
                self.context["network_url"] = url
                run.plan(save_as, Place("setting NETWORK_SAVE_AS"))
                run.listed.append(url)
                yield save_as, "network", url, {"network": view}
        for series, view in self._view_series(meetings, sight, run):
            save_as = self.settings["SERIES_NETWORK_SAVE_AS"].format(slug=series)
            run.plan(save_as, Place("setting SERIES_NETWORK_SAVE_AS"))
            run.listed.append(view.url)
            yield save_as, "network", view.url, {"network": view}

    def _view_series(self, meetings: Meetings, sight: Sight, run: Run) -> Iterator[tuple[str, NetworkView]]:
        """Yield the picture of each series of two events or more, and let its events lead there."""
        if not self.settings["SERIES_NETWORK_SAVE_AS"]:
            return
        for series, events in meetings.series.items():
            pages = [self.context["generated_content"][f"@event/{event.id}"] for event in events]
            title = translate("Who met whom: {series}", run.lang)
            title = title.format(series=pages[0].event_recap.series_name)
            url = run.addresses.find_series_network(series)
            if view := view_network(meetings.find_network(events), sight, title, url):
                for page in pages:
                    page.series_network_url = url
                yield series, view


def offer_generator(_pelican: object) -> type[NetworkGenerator]:
    """Tell Pelican about our generator."""
    return NetworkGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
