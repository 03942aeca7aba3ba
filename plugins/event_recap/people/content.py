"""The face of a person in Pelican: links, addresses and templates work as for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.contents import Content

if TYPE_CHECKING:
    from ..run import AnyArticle
    from ..views.values import PersonView


class Person(Content):
    """A person's page; ``PERSON_URL`` and ``PERSON_SAVE_AS`` say where, as Pelican does by class name."""

    mandatory_properties = ("title", "slug")
    default_template = "person"

    event_recap: PersonView
    """What the page shows."""
    recaps: list[AnyArticle]
    """Published recaps of the events where the person was, newest first."""
