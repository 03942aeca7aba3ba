"""Attendees as HTML: cards for pages, a plain list for feeds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..translation import translate

if TYPE_CHECKING:
    from jinja2 import Environment

    from .values import AttendeesView


def render_attendees(environment: Environment, attendees: AttendeesView, lang: str) -> str:
    """Return the cards as HTML that is safe; Pelican's links in it are still to be resolved.

    The macro of that name is ours in ``event_recap/attendees.html``; a theme may have its own there.
    """
    return _call(environment, "attendees", attendees, lang)


def render_attendee_list(environment: Environment, attendees: AttendeesView, lang: str) -> str:
    """Return the same people as a list of names, which reads well in any feed reader."""
    return _call(environment, "attendee_list", attendees, lang)


def _call(environment: Environment, name: str, attendees: AttendeesView, lang: str) -> str:
    if not attendees:
        return ""
    macro = getattr(environment.get_template(f"event_recap/{name}.html").module, name)
    words = {"attendees": attendees.title, "met": translate("Met", lang)}
    return str(macro(attendees, words))
