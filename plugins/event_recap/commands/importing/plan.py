"""What an import makes of a list, before a byte of it is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.person_facts import parse_id
from ...loading.report import UnreadableError
from ...model.visibility import Visibility
from ..changes import FileChange
from ..new.words import IMPORTED, pick_language
from ..opening import find_event, read_text
from ..rehearsal import load_list
from ..schemas import write_modeline
from .deciding import Decisions, decide
from .forgotten import leave_forgotten_out
from .writing import add_guests

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from ...model.event import Event
    from ..opening import OpenSite
    from .reading import Reading


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What an import does."""

    event_id: str
    change: FileChange
    """Of the list; it may change nothing."""
    decisions: Decisions
    forgotten: int
    """People who asked to be forgotten, and stay away."""

    @property
    def changes_nothing(self) -> bool:
        """Whether the list stays as it is."""
        return self.change.before == self.change.after


def find_list(site: OpenSite, word: str) -> tuple[str, Event | None]:
    """Return the id of the list that somebody means, and the list where there is one.

    Raises:
        EventRecapError: The word is no id, and no event has that name.
    """
    registry = site.registry
    if word in registry.events:
        return word, registry.events[word]
    try:
        return parse_id(word), None
    except UnreadableError as error:
        named = any(event.name == word for event in registry.events.values())
        if not named:
            raise EventRecapError([Problem(Place("--event"), "", str(error))]) from None
    event = find_event(registry, word)
    return event.id, event


def plan_import(site: OpenSite, word: str, reading: Reading, ask: Callable[[str], bool] | None) -> Plan:
    """Return what an import does.

    Args:
        site: The site.
        word: Id of the list, or the event's name.
        reading: What the export says.
        ask: Asks whether two are one person; None where nobody can be asked.

    Raises:
        EventRecapError: The list of removed people cannot be read, or the list would be wrong.
        UnreadableError: The list cannot be changed.
    """
    removed = site.read_removed()
    event_id, event = find_list(site, word)
    guests, forgotten = leave_forgotten_out(reading.guests, removed, site.registry)
    decisions = decide(guests, site.registry, event, ask)
    inner = event.path if event else f"{site.settings.attendees_path}/{event_id}.yml"
    path = site.content / inner
    before = read_text(path) if event else ""
    new = IMPORTED[pick_language(str(site.urls["DEFAULT_LANG"]))].format(id=event_id)
    head = before or write_modeline(path, site.content, "attendee-list") + new
    has_news = bool(decisions.added or event)
    after = add_guests(head, decisions.added, decisions.there, site.registry) if has_news else before
    if has_news:
        _check(site, event_id, path, after, decisions)
    change = FileChange(path, before, after)
    return Plan(event_id=event_id, change=change, decisions=decisions, forgotten=forgotten)


def _check(site: OpenSite, event_id: str, path: Path, text: str, decisions: Decisions) -> None:
    """Read the list as a build will: it must be right, and show nobody who was added.

    Raises:
        EventRecapError: It is not.
    """
    event = load_list(site, event_id, path, text)
    added = {guest.id for guest in decisions.added}
    shown = [
        entry
        for entry in event.attendees
        if entry.id in added and (entry.visibility is None or entry.visibility > Visibility.COUNTED)
    ]
    if shown:
        what = "somebody would be shown who was only imported; nothing was changed, and please report this"
        raise EventRecapError([Problem(shown[0].place, "", what)])
