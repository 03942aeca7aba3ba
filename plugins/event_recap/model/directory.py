"""Who is meant by a handle or a name in a text, and what may be said of them there."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING

from .handle import list_readings
from .identity import build_id
from .removal import fold_url
from .shown import ShownPerson, show_attendee
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from .event import Attendee, Event
    from .mention import Mention
    from .profile import Profile
    from .registry import Registry


class Verdict(Enum):
    """What becomes of a mention."""

    LINKED = auto()
    """It leads to the person's page."""
    NAMED = auto()
    """It stays as it was typed: it says what may be shown, and there is no page to lead to."""
    WITHHELD = auto()
    """Its place is taken by a word that names nobody."""
    AMBIGUOUS = auto()
    """It stays as it was typed: several people who are shown have that name."""
    UNKNOWN = auto()
    """It stays as it was typed: nobody is known by it."""


class Reading(Enum):
    """Where a text is read, which decides who may be named in it."""

    ON_PAGE = auto()
    """Where it was written for: it may say a name that lists say too."""
    APART = auto()
    """In feeds, lists of recaps, share texts and descriptions: only people who are public."""
    ON_CARD = auto()
    """In a file of its own, such as a contact card: only people who are public at every event."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What may be said of whoever a mention means."""

    verdict: Verdict
    person_id: str = ""
    """Id of a public person, for ``LINKED`` only."""
    level: Visibility = Visibility.PUBLIC
    """The lowest of everybody who may be meant."""
    rest: str = ""
    """What was read with a handle and is no part of it, such as ``-là`` of ``@anne-là``."""
    choices: tuple[str, ...] = ()
    """Ids to choose from, for ``AMBIGUOUS`` only; all of them public."""


class Directory:
    """Everybody of a site by handle, id, alias and name."""

    def __init__(self, registry: Registry) -> None:
        """Collect what each person may be called by, whether they may be shown or not."""
        self._registry = registry
        self._entries: dict[str, list[tuple[Event, Attendee]]] = {}
        self._handles: dict[str, set[str]] = {}
        self._local_names: dict[str, set[str]] = {}
        self._names: dict[str, set[str]] = {}
        self._ids: dict[str, str] = {}
        self._addresses: dict[str, set[str]] = {}
        for event in registry.events.values():
            for entry in event.attendees:
                person_id = registry.resolve_id(entry.id)
                self._entries.setdefault(person_id, []).append((event, entry))
                self._add(person_id, [entry.id], entry.name, entry.profiles)
                self._add_addresses(person_id, entry.url, entry.profiles)
        for person in registry.people.values():
            ids = [person.id, *person.aliases, *person.moved_from]
            self._add(person.id, ids, person.name, person.profiles)
            self._add_addresses(person.id, person.url, person.profiles)

    def decide(
        self, mention: Mention, event: Event | None = None, reading: Reading = Reading.ON_PAGE
    ) -> Decision:
        """Return what becomes of a mention.

        Of several people who may be meant, the one who is shown least decides.

        Args:
            mention: As typed.
            event: The event that the text is about: what its list says of a person holds in it.
            reading: Where the text is read.
        """
        ids, rest = self._find_by_handle(mention.target) if mention.is_handle else (set(), "")
        if not mention.is_handle:
            ids = self._find_by_name(mention.target)
        if not ids:
            return Decision(Verdict.UNKNOWN)
        shown = {person_id: self._show(person_id, event) for person_id in sorted(ids)}
        level = min(_find_level(one) for one in shown.values())
        if reading is Reading.ON_CARD:
            level = min(level, *map(self._registry.find_lowest_level, shown))
        if reading is not Reading.ON_PAGE and level is not Visibility.PUBLIC:
            return Decision(Verdict.WITHHELD, level=level, rest=rest)
        if level is Visibility.PUBLIC and len(shown) > 1:
            return Decision(Verdict.AMBIGUOUS, rest=rest, choices=tuple(shown))
        person = next(one for one in shown.values() if _find_level(one) is level)
        if level is Visibility.PUBLIC and isinstance(person, ShownPerson):
            return Decision(Verdict.LINKED if person.id else Verdict.NAMED, person.id, rest=rest)
        words = mention.words[: len(mention.words) - len(rest)]
        is_said = isinstance(person, ShownPerson) and level is Visibility.NAME_ONLY
        if is_said and isinstance(person, ShownPerson) and _fold(words) == _fold(person.text):
            return Decision(Verdict.NAMED, level=level, rest=rest)
        return Decision(Verdict.WITHHELD, level=level, rest=rest)

    def find_by_name(self, name: str) -> frozenset[str]:
        """Return the ids of those whom a name, an id or a handle means."""
        return frozenset(self._find_by_name(name))

    def find_by_address(self, url: str) -> frozenset[str]:
        """Return the ids of those whose site or profile is at an address."""
        return frozenset(self._addresses.get(fold_url(url), ()))

    def show(self, person_id: str, event: Event | None) -> ShownPerson | Visibility:
        """Return what may be shown of somebody in a text about an event: the lower of its list and of all."""
        return min((self._show(person_id, event), self._show(person_id, None)), key=_find_level)

    def list_public_words(self) -> Iterator[str]:
        """Yield what a mention of somebody who has a page may be written as."""
        for person_id, public in self._registry.public_people.items():
            yield f"@{person_id}"
            yield f"[[{public.person.text}]]"
            yield from (f"@{profile.handle}" for profile in public.person.profiles if profile.handle)

    def _add(self, person_id: str, ids: Iterable[str], name: str, profiles: Iterable[Profile]) -> None:
        for identifier in ids:
            self._ids[identifier] = person_id
        if key := build_id(name):
            self._names.setdefault(key, set()).add(person_id)
        for profile in profiles:
            handle = profile.handle.casefold()
            if handle:
                self._handles.setdefault(handle, set()).add(person_id)
            if "@" in handle:
                self._local_names.setdefault(handle.partition("@")[0], set()).add(person_id)

    def _add_addresses(self, person_id: str, url: str, profiles: Iterable[Profile]) -> None:
        for address in filter(None, (url, *(profile.url for profile in profiles))):
            self._addresses.setdefault(fold_url(address), set()).add(person_id)

    def _find_by_handle(self, handle: str) -> tuple[set[str], str]:
        """Return who is known by a handle, or else by a shorter reading of it, and what that leaves."""
        for reading in list_readings(handle):
            key = reading.casefold()
            same = {self._ids[key]} if key in self._ids else set()
            if found := same | self._handles.get(key, set()):
                return found, handle[len(reading) :]
            if found := self._local_names.get(key, set()):
                return found, handle[len(reading) :]
            if "@" not in key and (identifier := build_id(key)) in self._ids:
                return {self._ids[identifier]}, handle[len(reading) :]
        return set(), ""

    def _find_by_name(self, name: str) -> set[str]:
        """Return who is called so; an id or a handle that is written as such comes first."""
        if name in self._ids:
            return {self._ids[name]}
        bare = name.removeprefix("@").casefold()
        if found := self._handles.get(bare):
            return found
        key = build_id(name)
        return self._names.get(key) or ({self._ids[key]} if key in self._ids else set())

    def _show(self, person_id: str, event: Event | None) -> ShownPerson | Visibility:
        """Return what may be shown of a person in a text: as the list of its event says, else as all do."""
        registry = self._registry
        entries = self._entries.get(person_id, [])
        here = [entry for at, entry in entries if event and at.id == event.id]
        if not here and person_id in registry.public_people:
            return registry.public_people[person_id].person
        file = registry.people.get(person_id)
        shown = [
            show_attendee(replace(entry, id=person_id), file, registry.policy)
            for entry in here or [entry for _, entry in entries]
        ]
        if shown:
            return min(shown, key=_find_level)
        level = registry.policy.decide_visibility(
            [file.visibility if file else None], [file.consent if file else None]
        )
        if file and level >= Visibility.NAME_ONLY:
            return ShownPerson(level=level, text=file.name)
        return min(level, Visibility.COUNTED)


def _find_level(shown: ShownPerson | Visibility) -> Visibility:
    return shown.level if isinstance(shown, ShownPerson) else shown


def _fold(words: str) -> str:
    return " ".join(words.removeprefix("@").split()).casefold()
