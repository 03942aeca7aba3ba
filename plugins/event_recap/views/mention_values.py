"""What templates show of mentions. Text is plain unless typed ``Markup``; see ``values`` for addresses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .picture_values import PictureView

if TYPE_CHECKING:
    from markupsafe import Markup


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionCard:
    """A link to a person inside of a text, with the card that it opens."""

    id: str
    """For an anchor: no other card of the page has it."""
    href: str
    """Link to the person's page for use inside content."""
    text: Markup
    """What is linked, as typed; HTML, safe."""
    name: str
    label: str
    """Name of the button that opens the card: ``Who is Bruno Larivage``."""
    monogram: str
    hue: int
    org: str = ""
    job_title: str = ""
    events_text: str = ""
    """``3 events``."""
    photo: PictureView | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MentionView:
    """A recap that mentions a person: one of ``person.mentions``."""

    title: str
    """Of the recap; plain text."""
    url: str
    """Path below ``SITEURL`` of the recap."""
    lang: str
    """BCP 47 tag of the recap."""
    date: str
    """Day of publication in words of the recap's language."""
    date_iso: str
    sentence: str
    """The first in which the person is mentioned; plain text, shortened where it is long."""
