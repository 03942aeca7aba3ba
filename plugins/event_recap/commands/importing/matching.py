"""Whom a guest of an export is among those who stand in a list, or are known on the site."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from ...loading.profiles import parse_profile
from ...model.identity import build_id
from ...model.removal import fold_handle, fold_name, fold_url

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model.event import Attendee, Event
    from ...model.person import Person
    from ...model.profile import Profile
    from ...model.registry import Registry
    from .guests import Guest

_LIKENESS = 0.85
"""How near two names are of which one may be a slip of the other; from 0 to 1."""
_MOST_DOUBTS = 3
"""So many people are asked about for one guest."""


@dataclass(frozen=True, slots=True)
class Standing:
    """Somebody who stands there already."""

    id: str
    name: str
    """As the author's terminal shows it."""
    names: frozenset[str]
    """Folded."""
    accounts: frozenset[str]
    """Handles and addresses of profiles, folded."""
    handle: str = ""
    """Folded; what tells two people of one name apart."""
    entry: Attendee | None = None
    """In the list of the event; None for somebody who is only known on the site."""


@dataclass(frozen=True, slots=True)
class Match:
    """Whom a guest is."""

    certain: Standing | None = None
    doubts: tuple[Standing, ...] = ()
    """People who may be the same, the most likely first; empty where one is certain."""


class Matcher:
    """Finds guests among people, by id, then by handle and address, then by name."""

    def __init__(self, standings: Iterable[Standing]) -> None:
        """Take in those who stand there."""
        self._by_id: dict[str, Standing] = {}
        self._by_account: dict[str, Standing] = {}
        self._by_name: dict[str, list[Standing]] = {}
        self._by_word: dict[str, list[Standing]] = {}
        for one in standings:
            self._by_id.setdefault(one.id, one)
            for account in one.accounts:
                self._by_account.setdefault(account, one)
            for name in one.names:
                self._by_name.setdefault(name, []).append(one)
            for word in {word for name in one.names for word in name.split()}:
                self._by_word.setdefault(word, []).append(one)

    def find(self, guest: Guest, *, loosely: bool) -> Match:
        """Return whom a guest is.

        Args:
            guest: Of the export.
            loosely: Whether names that are only alike are a doubt.
        """
        if guest.id in self._by_id:
            return Match(self._by_id[guest.id])
        for account in sorted(_list_accounts(guest.handle, _read_profiles(guest))):
            if account in self._by_account:
                return Match(self._by_account[account])
        same = self._by_name.get(fold_name(guest.name), []) if guest.name else []
        handle = fold_handle(guest.handle)
        if len(same) == 1 and not (handle and same[0].handle and same[0].handle != handle):
            return Match(same[0])
        return Match(doubts=tuple(same or (self._find_alike(guest.name) if loosely else ()))[:_MOST_DOUBTS])

    def _find_alike(self, name: str) -> list[Standing]:
        words = fold_name(name).split()
        near = {one.id: one for word in words for one in self._by_word.get(word, ())}
        alike = [
            one for one in near.values() if any(_is_alike(name, other) for other in (one.name, *one.names))
        ]
        return sorted(alike, key=lambda one: (-_measure(name, one.name), one.id))


def collect_standings(registry: Registry, event: Event | None) -> tuple[list[Standing], list[Standing]]:
    """Return who stands in the list of an event, and everybody else who is known on the site."""
    listed = [
        _describe(registry, registry.resolve_id(entry.id), entry)
        for entry in (event.attendees if event else ())
        if not entry.is_nameless
    ]
    here = {one.id for one in listed}
    others: dict[str, Standing] = {}
    for person_id in registry.people:
        if person_id not in here:
            others[person_id] = _describe(registry, person_id, None)
    for other in registry.events.values():
        for entry in other.attendees:
            person_id = registry.resolve_id(entry.id)
            if person_id not in here and person_id not in others and not entry.is_nameless:
                one = _describe(registry, person_id, entry)
                others[person_id] = Standing(one.id, one.name, one.names, one.accounts, one.handle)
    return listed, list(others.values())


def _describe(registry: Registry, person_id: str, entry: Attendee | None) -> Standing:
    file = registry.people.get(person_id)
    sources: list[Attendee | Person] = [one for one in (entry, file) if one]
    names = [one.name for one in sources if one.name and one.name != one.id] or [person_id.replace("-", " ")]
    profiles = [profile for one in sources for profile in one.profiles]
    handle = person_id if all(build_id(name) != person_id for name in names) else ""
    return Standing(
        id=person_id,
        name=names[0],
        names=frozenset(fold_name(name) for name in names),
        accounts=frozenset(_list_accounts(handle, profiles)),
        handle=fold_handle(handle),
        entry=entry,
    )


def _read_profiles(guest: Guest) -> list[Profile]:
    found = [parse_profile(network, text) for network, text in guest.profiles.items()]
    return [profile for profile in found if profile]


def _list_accounts(handle: str, profiles: Iterable[Profile]) -> set[str]:
    accounts = {fold_url(profile.url) for profile in profiles if profile.network != "website"}
    return (accounts | {build_id(handle)}) - {""}


def _is_alike(one: str, other: str) -> bool:
    """Tell whether two names may be one person's.

    >>> [_is_alike("Bruno Larivage", name) for name in ("B. Larivage", "Bruno", "Bruno Larrivage", "Bo Roy")]
    [True, True, True, False]
    """
    words, others = ([fold_name(word) for word in name.replace(".", ". ").split()] for name in (one, other))
    shorter, longer = sorted((words, others), key=len)
    if shorter and set(shorter) <= set(longer):
        return True
    if len(words) == len(others) and all(map(_is_word_alike, words, others)) and set(words) & set(others):
        return True
    return _measure(one, other) >= _LIKENESS


def _is_word_alike(one: str, other: str) -> bool:
    shorter, longer = sorted((one, other), key=len)
    return shorter == longer or (len(shorter) == 1 and longer.startswith(shorter))


def _measure(one: str, other: str) -> float:
    return SequenceMatcher(None, fold_name(one), fold_name(other), autojunk=False).ratio()
