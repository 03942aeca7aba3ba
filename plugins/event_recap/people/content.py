"""The face of a person in Pelican: links, addresses and templates work as for a page."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from ..page_generator import ListedContent, resolve_links

if TYPE_CHECKING:
    from collections.abc import Callable

    from markupsafe import Markup

    from ..run import AnyArticle
    from ..views.meeting_values import MeetingsView
    from ..views.mention_values import MentionView
    from ..views.values import PersonView


class Person(ListedContent):
    """A person's page; ``PERSON_URL`` and ``PERSON_SAVE_AS`` say where, as Pelican does by class name."""

    mandatory_properties = ("title", "slug")
    default_template = "person"

    event_recap: PersonView
    """What the page shows."""
    find_meetings: Callable[[], MeetingsView]
    """Returns whom the person met."""
    recaps: list[AnyArticle]
    """Published recaps of the events where the person was, newest first."""

    mentions: tuple[MentionView, ...] = ()
    """Published recaps that mention the person, newest first."""

    @cached_property
    def meetings(self) -> MeetingsView:
        """Whom the person met; found when a template asks, as few themes do."""
        return self.find_meetings()

    def resolve_links(self, note: Markup) -> Markup:
        """Return a note with its links as this page needs them."""
        return resolve_links(self, note)
