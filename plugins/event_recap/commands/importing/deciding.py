"""What becomes of each guest: added, joined with an entry, or left until the author says."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from .matching import Matcher, Standing, collect_standings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from ...model.event import Event
    from ...model.registry import Registry
    from .guests import Guest


@dataclass(slots=True)
class Decisions:
    """What is to be done."""

    added: list[Guest] = field(default_factory=list)
    there: list[tuple[Guest, Standing]] = field(default_factory=list)
    """Guests who stand in the list."""
    doubtful: list[tuple[Guest, tuple[Standing, ...]]] = field(default_factory=list)
    """Guests who may stand in the list under another name, and are left alone."""
    namesakes: list[tuple[Guest, Standing]] = field(default_factory=list)
    """Guests who were added under an id of their own, and may be somebody known on the site."""


def decide(
    guests: Iterable[Guest], registry: Registry, event: Event | None, ask: Callable[[str], bool] | None
) -> Decisions:
    """Return what becomes of each guest.

    Args:
        guests: Of the export, each once.
        registry: The site's people.
        event: The list that stands there; None for a new one.
        ask: Asks whether two are one person; None where nobody can be asked.
    """
    listed, others = collect_standings(registry, event)
    here, elsewhere = Matcher(listed), Matcher(others)
    decisions = Decisions()
    for guest in guests:
        known = replace(guest, person_id=registry.resolve_id(guest.id))
        match = here.find(known, loosely=True)
        found = match.certain or _settle(known, match.doubts, ask)
        if found:
            decisions.there.append((guest, found))
        elif match.doubts and ask is None:
            decisions.doubtful.append((guest, match.doubts))
        else:
            decisions.added.append(_join_elsewhere(known, elsewhere, ask, decisions))
    return decisions


def _join_elsewhere(
    guest: Guest, elsewhere: Matcher, ask: Callable[[str], bool] | None, decisions: Decisions
) -> Guest:
    """Return a guest with the id that the site knows, where that is certain or the author says so."""
    match = elsewhere.find(guest, loosely=False)
    certain = match.certain
    if certain is None or certain.id == guest.id:
        return guest
    is_by_name_only = not guest.handle and not guest.profiles
    if not is_by_name_only or (ask and ask(_ask_one(guest, certain))):
        return replace(guest, person_id=certain.id)
    if ask is None:
        decisions.namesakes.append((guest, certain))
    return guest


def _settle(guest: Guest, doubts: tuple[Standing, ...], ask: Callable[[str], bool] | None) -> Standing | None:
    """Return whom the author says that a guest is."""
    return next((one for one in doubts if ask and ask(_ask_one(guest, one))), None)


def _ask_one(guest: Guest, other: Standing) -> str:
    where = f"line {other.entry.place.line} of the list" if other.entry else f"'{other.id}' on this site"
    return f"Line {guest.line}, {guest.shown_name}: is this {other.name}, {where}?"
