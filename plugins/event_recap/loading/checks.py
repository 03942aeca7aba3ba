"""What can be wrong between files, although each is right by itself."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from ..errors import Problem, Severity, suggest
from ..model.identity import build_id, fold_id
from ..model.person import map_aliases

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..errors import Place
    from ..model.event import Attendee, Event
    from ..model.person import Person
    from ..model.registry import Registry
    from .event_facts import NamedId

    People = Mapping[str, Person]
    Events = Mapping[str, Event]

UNLISTED = (
    "no list names this person, so nothing of this file is shown; name them in a list, or delete the file"
)


def check_aliases(people: People) -> Iterator[Problem]:
    """Tell of an alias or a former id that is also an id, or that two people claim."""
    claims: dict[str, Person] = {}
    for person in people.values():
        for field in ("aliases", "moved_from"):
            for alias in getattr(person, field):
                other = people.get(alias) or claims.setdefault(alias, person)
                if other is not person:
                    what = (
                        f"'{alias}' is also an id of {other.place.source}; "
                        "one id names one person, so take it out of one file"
                    )
                    yield Problem(person.place, field, what)


def check_named(registry: Registry, named: Iterable[NamedId]) -> Iterator[Problem]:
    """Tell of an organiser or a person met who is in no list and has no file."""
    people, events = registry.people, registry.events
    known = _find_places(people, events)
    resolve = map_aliases(people.values())
    for name in named:
        if resolve.get(name.id, name.id) not in known:
            hint = suggest(name.id, registry.list_ids()) or "; for somebody without a card, write {name: …}"
            what = f"no list and no file has a person '{name.id}'{hint}"
            yield Problem(name.place, name.field, what)
    for event in events.values():
        for attendee in event.attendees:
            is_unnamed = not attendee.name and not attendee.is_nameless
            if is_unnamed and resolve.get(attendee.id, attendee.id) not in people:
                hint = suggest(attendee.id, filter(registry.may_be_told, people))
                who = f"'{attendee.id}'" if registry.may_be_told(attendee.id) else "somebody"
                what = f"{who} has no name here, and no file in people/{hint}"
                yield Problem(attendee.place, "name", what)
            for met in attendee.met_with:
                if resolve.get(met, met) not in known:
                    what = f"no list and no file has a person '{met}'{suggest(met, registry.list_ids())}"
                    yield Problem(attendee.place, "met_with", what)
        yield from _check_organizer_names(event, known, registry)


def check_listed_twice(people: People, events: Events) -> Iterator[Problem]:
    """Tell of somebody who stands in one list under two of their ids."""
    resolve = map_aliases(people.values())
    for event in events.values():
        first: dict[str, Attendee] = {}
        for attendee in event.attendees:
            person_id = attendee.id if attendee.id in people else resolve.get(attendee.id, attendee.id)
            other = first.setdefault(person_id, attendee)
            if other is not attendee:
                what = f"the person of line {other.place.line} stands here by another id; keep one"
                yield Problem(attendee.place, "", what, Severity.WARNING)


def _check_organizer_names(event: Event, known: Mapping[str, Place], registry: Registry) -> Iterator[Problem]:
    """Tell of an organiser by name who is in a list, where the id would respect their wishes."""
    for organizer in event.organizers:
        identifier = registry.resolve_id(build_id(organizer.name))
        if identifier in known:
            is_told = registry.may_be_told(identifier)
            who = f"'{organizer.name}'" if is_told else "somebody"
            key = f"'{identifier}'" if is_told else f"of {known[identifier]}"
            what = f"{who} is also in a list; write the id {key} instead"
            yield Problem(event.place, "event.organizers", what, Severity.WARNING)


def check_lookalikes(registry: Registry) -> Iterator[Problem]:
    """Tell of ids that differ only in spelling, and propose an alias.

    Nobody is named of whom a file shows less than the name.
    """
    people, events = registry.people, registry.events
    resolve = map_aliases(people.values())
    places = _find_places(people, events)
    groups: dict[str, dict[str, None]] = defaultdict(dict)
    for identifier in places:
        groups[fold_id(identifier)][resolve.get(identifier, identifier)] = None
    for ids in groups.values():
        first, *others = sorted(ids, key=lambda one: (one not in people, places[one]))
        if others:
            what = f"looks like the same person as {places[first]}; if so, make one an alias"
            if all(map(registry.may_be_told, ids)):
                what = _propose_alias(first, others)
            yield Problem(places[others[0]], "", what, Severity.WARNING)


def check_namesakes(registry: Registry) -> Iterator[Problem]:
    """Tell of somebody by name alone who is called as a person with an id of another spelling.

    An id that is typed is a decision; only one that was made of the name is in doubt.
    """
    people, events = registry.people, registry.events
    resolve = map_aliases(people.values())
    named = dict(_find_named(people, events))
    told: set[str] = set()
    for event in events.values():
        for attendee in event.attendees:
            key = attendee.id
            found = named.get(fold_id(key))
            is_made = key == build_id(attendee.name) and key not in {*people, *resolve, *told}
            if found and is_made and fold_id(found[0]) != fold_id(key):
                told.add(key)
                is_withheld = not (registry.may_be_told(key) and registry.may_be_told(found[0]))
                yield _tell_namesake(attendee, *found, is_withheld=is_withheld)


def _find_named(people: People, events: Events) -> Iterator[tuple[str, tuple[str, Place]]]:
    """Yield the folded name, id and place of everybody whose id was not made of the name, files last."""
    resolve = map_aliases(people.values())
    listed = [attendee for event in events.values() for attendee in event.attendees]
    sources: list[Attendee | Person] = [*listed, *people.values()]
    for one in sources:
        identifier = resolve.get(one.id, one.id)
        if one.name and build_id(one.name) != identifier:
            yield fold_id(build_id(one.name)), (identifier, one.place)


def _tell_namesake(attendee: Attendee, identifier: str, place: Place, *, is_withheld: bool) -> Problem:
    what = f"'{attendee.name}' is also the name of '{identifier}'; if it is one person, write the id instead"
    if is_withheld:
        what = f"looks like the same person as {place}; if so, make one an alias"
    return Problem(attendee.place, "", what, Severity.WARNING)


def _propose_alias(first: str, others: list[str]) -> str:
    alike = " and ".join(f"'{one}'" for one in (first, *others))
    advice = f"write 'aliases: [{', '.join(others)}]' in people/{first}.yml"
    return f"{alike} look like one person; if they are, {advice}"


def check_unlisted(people: People, events: Events, named: Iterable[NamedId]) -> Iterator[Problem]:
    """Tell of a person with a file whom no list names."""
    resolve = map_aliases(people.values())
    listed = {attendee.id for event in events.values() for attendee in event.attendees}
    listed |= {met for event in events.values() for one in event.attendees for met in one.met_with}
    listed |= {name.id for name in named}
    listed |= {resolve[identifier] for identifier in listed if identifier in resolve}
    for person in people.values():
        if person.id not in listed:
            yield Problem(person.place, "", UNLISTED, Severity.WARNING)


def _find_places(people: People, events: Events) -> dict[str, Place]:
    """Return where each id first stands: its own file, else the first list by name."""
    places: dict[str, Place] = {}
    for event in sorted(events.values(), key=lambda one: one.id, reverse=True):
        places |= {one.id: one.place for one in event.attendees if not one.is_nameless}
    return places | {person.id: person.place for person in people.values()}
