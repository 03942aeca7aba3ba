"""Everything by which the people of a site are known, gathered from lists and files."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model.identity import build_id
from ..model.removal import fold_handle, fold_name, fold_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.event import Attendee, Organizer
    from ..model.person import Person
    from ..model.profile import Profile
    from ..model.registry import Registry


@dataclass(slots=True)
class Known:
    """What is gathered of one person."""

    names: set[str] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)
    handles: set[str] = field(default_factory=set)
    urls: set[str] = field(default_factory=set)
    photos: set[str] = field(default_factory=set)
    file: str = ""
    events: set[str] = field(default_factory=set)

    def add_name(self, name: str, identifier: str) -> None:
        """Take a name in, which may be a handle; an id that was not made of the name may be one as well."""
        if name.startswith("@"):
            self.handles.add(name)
        elif name:
            self.names.add(name)
            if build_id(name) != identifier and identifier:
                self.handles.add(identifier)

    @property
    def accounts(self) -> set[str]:
        """Ids and handles as ids, and addresses: two who share one, and a name, are one person."""
        return self.ids | {build_id(one) for one in self.handles} | {fold_url(one) for one in self.urls}

    def is_double_of(self, other: Known) -> bool:
        """Tell whether both have one name, and one handle or address: then they are one person."""
        names = {fold_name(name) for name in self.names} & {fold_name(name) for name in other.names}
        return bool(names and self.accounts & other.accounts)

    def add_profiles(self, profiles: Iterable[Profile], url: str) -> None:
        """Take addresses and handles in."""
        self.urls.update(filter(None, (url, *(profile.url for profile in profiles))))
        self.handles.update(profile.handle for profile in profiles if profile.handle)


def gather(registry: Registry) -> dict[str, Known]:
    """Return what is known of each person of the lists, the files and the organisers, by id."""
    known: dict[str, Known] = defaultdict(Known)
    for person in registry.people.values():
        _add_person(known[person.id], person)
    for event in registry.events.values():
        for entry in event.attendees:
            if not entry.is_nameless:
                _add_entry(known[registry.resolve_id(entry.id)], entry, event.id)
        for organizer in event.organizers:
            _add_organizer(known, organizer, registry, event.id)
        for other in (other for entry in event.attendees for other in entry.met_with):
            known[registry.resolve_id(other)].ids.add(other)
    return dict(known)


def _add_person(one: Known, person: Person) -> None:
    one.ids.update((person.id, *person.aliases, *person.moved_from))
    one.file = person.path
    one.add_name(person.name if person.name != person.id else "", person.id)
    one.add_profiles(person.profiles, person.url)
    if person.photo:
        one.photos.add(person.photo.src)


def _add_entry(one: Known, entry: Attendee, event_id: str) -> None:
    one.ids.add(entry.id)
    one.events.add(event_id)
    one.add_name(entry.name, entry.id)
    one.add_profiles(entry.profiles, entry.url)
    if entry.photo:
        one.photos.add(entry.photo.src)


def _add_organizer(known: dict[str, Known], organizer: Organizer, registry: Registry, event_id: str) -> None:
    identifier = registry.resolve_id(organizer.person_id or build_id(organizer.name))
    if identifier:
        known[identifier].ids.add(identifier)
        known[identifier].events.add(event_id)
        known[identifier].add_name(organizer.name, identifier)
        known[identifier].add_profiles((), organizer.url)


def find_doubles(identifier: str, known: dict[str, Known]) -> list[str]:
    """Return the ids of one person, who is listed under several: one name, and one handle or address."""
    one = known[identifier]
    return [key for key, other in sorted(known.items()) if key == identifier or other.is_double_of(one)]


def join(people: Iterable[Known]) -> Known:
    """Return everything that is gathered of several ids."""
    whole = Known()
    for one in people:
        for field_name in ("names", "ids", "handles", "urls", "photos", "events"):
            getattr(whole, field_name).update(getattr(one, field_name))
        whole.file = whole.file or one.file
    return whole


def list_words_of(people: Iterable[Known]) -> Iterator[str]:
    """Yield the words of people's names, their ids and their handles, folded."""
    for one in people:
        yield from (word for name in one.names for word in fold_name(name).split())
        yield from map(fold_handle, one.ids)
        yield from (part for handle in one.handles for part in _split_handle(handle))


def _split_handle(handle: str) -> tuple[str, str]:
    """Return a handle, and what stands before its server."""
    folded = fold_handle(handle)
    return folded, folded.partition("@")[0]
