"""The face of an event in Pelican: links, addresses and templates work as for a page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..page_generator import ListedContent

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..run import AnyArticle
    from ..views.meeting_values import NetworkView, ReturnView
    from ..views.values import EventView


class Event(ListedContent):
    """An event's page; ``EVENT_URL`` and ``EVENT_SAVE_AS`` say where, as Pelican does by class name."""

    mandatory_properties = ("title", "slug")
    default_template = "event"

    event_recap: EventView
    """What the page shows."""
    recaps: list[AnyArticle]
    """Published recaps of the event in every language, oldest first."""
    find_returned: Callable[[], tuple[ReturnView, ...]]
    """Returns who was at an earlier edition, too."""
    network: NetworkView | None
    """Who met whom there; None where nobody is known to have met."""
    series_network_url: str
    """Path below ``SITEURL`` of the picture of the series; empty where there is none."""
    editions: tuple[EventView, ...]
    """The nearest other events of the series, oldest first."""

    @cached_property
    def returned(self) -> tuple[ReturnView, ...]:
        """Who was at an earlier edition, too, in the order of the list; found when a template asks."""
        return self.find_returned()
