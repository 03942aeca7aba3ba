"""Every event and person of a site, joined by id; what is shown of whom is asked here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from .directory import Directory
from .person import map_aliases
from .shown import SMALLEST_COUNT, ShownPerson, Turnout, decide_level, merge_profiles, show_attendee
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from .consent import Policy
    from .event import Attendee, Event
    from .person import Person


@dataclass(frozen=True, slots=True)
class Attendance:
    """A public person at one event."""

    event: Event
    person: ShownPerson
    """With the facts of that evening."""


@dataclass(frozen=True, slots=True)
class PublicPerson:
    """A person who has a page."""

    person: ShownPerson
    """With the lasting facts: the person's own file, else the newest list that says something."""
    attendances: tuple[Attendance, ...]
    """Newest first; only events where the person is public."""


@dataclass(frozen=True, slots=True)
class ShownOrganizer:
    """Somebody who may be named as having invited."""

    text: str
    person_id: str = ""
    """Id of a public person, who has a page; else empty."""
    url: str = ""
    """Absolute URL, or empty."""
    is_person: bool = True
    """Whether it is a person by id; of a name with an address nobody can tell."""


class Registry:
    """Events and people of one build; never changes."""

    def __init__(self, policy: Policy, events: Mapping[str, Event], people: Mapping[str, Person]) -> None:
        """Join lists and people's files.

        Args:
            policy: The site's rules and the day of the build.
            events: By id.
            people: People with a file, by id.
        """
        self.policy = policy
        self.events = dict(sorted(events.items()))
        self.people = dict(sorted(people.items()))
        self._aliases = map_aliases(self.people.values())
        self._turnouts: dict[str, Turnout] = {}

    def resolve_id(self, person_id: str) -> str:
        """Return the id that an alias or a former id stands for; an id of its own stays."""
        return self._aliases.get(person_id, person_id)

    @cached_property
    def directory(self) -> Directory:
        """Everybody by what a text may call them."""
        return Directory(self)

    def find_turnout(self, event: Event) -> Turnout:
        """Return who was at an event, as far as may be said."""
        if event.id not in self._turnouts:
            self._turnouts[event.id] = self._count(event)
        return self._turnouts[event.id]

    def find_organizers(self, event: Event) -> tuple[ShownOrganizer, ...]:
        """Return who invited, in the order of the list; people who may not be named are left out."""
        shown = (
            self._show_organizer(event, organizer.person_id)
            if organizer.person_id
            else ShownOrganizer(organizer.name, url=organizer.url, is_person=False)
            for organizer in event.organizers
        )
        return tuple(organizer for organizer in shown if organizer)

    def find_met(self, event: Event, person: ShownPerson) -> tuple[ShownPerson, ...]:
        """Return the people met there, where both ends are public and neither said no."""
        if not self.may_link(person):
            return ()
        named = dict.fromkeys(self.resolve_id(other_id) for other_id in person.met_with)
        if not named:
            return ()
        public = {other.id: other for other in self.find_turnout(event).at_level(Visibility.PUBLIC)}
        return tuple(
            public[other_id]
            for other_id in named
            if other_id in public and self.may_link(public[other_id]) and other_id != person.id
        )

    def may_link(self, person: ShownPerson) -> bool:
        """Tell whether somebody may appear in who met whom: no record of any list or file says otherwise."""
        return person.may_be_linked and person.id not in self._unlinked

    def may_be_found(self, person_id: str) -> bool:
        """Tell whether others may find somebody: they have a page, and no record says otherwise."""
        public = self.public_people.get(person_id)
        return public is not None and public.person.may_be_indexed

    @cached_property
    def _unlinked(self) -> frozenset[str]:
        """Ids of the people of whom any record of consent has ``graph: false``."""
        files = ((person.id, person.consent) for person in self.people.values())
        entries = ((entry.id, entry.consent) for event in self.events.values() for entry in event.attendees)
        found = (
            self.resolve_id(found) for found, consent in (*files, *entries) if consent and not consent.graph
        )
        return frozenset(found)

    def find_editions(self, event: Event, most: int) -> tuple[Event, ...]:
        """Return the other events of the same series that are nearest in time, oldest first.

        Args:
            event: One of the series; an event without a series has no other editions.
            most: How many at the most, half of them on each side where there are as many.
        """
        if not event.series:
            return ()
        editions, here = self._series[event.series], self._places[event.id]
        first = max(0, min(here - most // 2, len(editions) - most - 1))
        return tuple(other for other in editions[first : first + most + 1] if other is not event)

    @cached_property
    def _series(self) -> dict[str, list[Event]]:
        """The events of each series, oldest first."""
        series: dict[str, list[Event]] = {}
        for event in sorted(self.events.values(), key=event_order):
            series.setdefault(event.series, []).append(event)
        return series

    @cached_property
    def _places(self) -> dict[str, int]:
        """Where each event stands in its series."""
        return {event.id: place for events in self._series.values() for place, event in enumerate(events)}

    @cached_property
    def public_people(self) -> dict[str, PublicPerson]:
        """Everybody who has a page, by id, in the order of ids."""
        attendances: dict[str, list[Attendance]] = {}
        for event in sorted(self.events.values(), key=event_order, reverse=True):
            for person in self.find_turnout(event).at_level(Visibility.PUBLIC):
                attendances.setdefault(person.id, []).append(Attendance(event, person))
        return {
            person_id: PublicPerson(self._lasting_facts(person_id, found), tuple(found))
            for person_id, found in sorted(attendances.items())
        }

    def _count(self, event: Event) -> Turnout:
        entries: dict[str, list[ShownPerson | Visibility]] = {}
        for attendee in event.attendees:
            entries.setdefault(self.resolve_id(attendee.id), []).append(self._show(attendee))
        # A list may name one person twice, by two aliases: once is enough, as the more careful entry says.
        shown = [min(same, key=_find_level) for same in entries.values()]
        named = [person for person in shown if isinstance(person, ShownPerson)]
        initials = [person for person in named if person.level is Visibility.INITIALS]
        others = sum(level is Visibility.COUNTED for level in shown)
        return Turnout(
            people=(
                *(person for person in named if person.level is not Visibility.INITIALS),
                *sorted(initials, key=lambda person: person.text),
            ),
            others_count=others if others >= SMALLEST_COUNT else 0,
        )

    def _show(self, attendee: Attendee) -> ShownPerson | Visibility:
        person_id = self.resolve_id(attendee.id)
        entry = attendee if attendee.id == person_id else replace(attendee, id=person_id)
        return show_attendee(entry, self.people.get(person_id), self.policy)

    def _show_organizer(self, event: Event, person_id: str) -> ShownOrganizer | None:
        """Name an organiser as far as the event's own list allows; without an entry there, as all others."""
        wanted = self.resolve_id(person_id)
        here = [entry for entry in event.attendees if self.resolve_id(entry.id) == wanted]
        entries = here or self._entries.get(wanted, [])
        if not entries:
            return self._show_unlisted_organizer(wanted)
        public = [
            person
            for person in map(self._show, entries)
            if isinstance(person, ShownPerson) and person.level is Visibility.PUBLIC
        ]
        # Whoever agreed to a name in the list did not agree to a role.
        return ShownOrganizer(public[0].text, person_id=wanted) if len(public) == len(entries) else None

    def find_entries(self, person_id: str) -> tuple[Attendee, ...]:
        """Return what the lists say of a person, newest event first; for decisions only, never to show."""
        return tuple(self._entries.get(self.resolve_id(person_id), ()))

    def list_ids(self) -> tuple[str, ...]:
        """Return the ids of everybody who is in a list or has a file, and whom a message may name."""
        return tuple(key for key in {**self.people, **self._entries} if self.may_be_told(key))

    def may_be_told(self, person_id: str) -> bool:
        """Tell whether a message may name somebody: every list and the own file show the name today.

        The log of a build may be public.
        """
        return self.find_lowest_level(person_id) >= Visibility.NAME_ONLY

    def find_lowest_level(self, person_id: str) -> Visibility:
        """Return the least that any list or the own file shows of somebody; ``PUBLIC`` for nobody known."""
        person_id = self.resolve_id(person_id)
        file = self.people.get(person_id)
        levels = [decide_level(entry, file, self.policy) for entry in self._entries.get(person_id, ())]
        if file:
            levels.append(self.policy.decide_visibility([file.visibility], [file.consent]))
        return min(levels, default=Visibility.PUBLIC)

    @cached_property
    def _entries(self) -> dict[str, list[Attendee]]:
        """What the lists say of each person, by id, the newest event first."""
        entries: dict[str, list[Attendee]] = {}
        for event in sorted(self.events.values(), key=event_order, reverse=True):
            for entry in event.attendees:
                entries.setdefault(self.resolve_id(entry.id), []).append(entry)
        return entries

    def _show_unlisted_organizer(self, person_id: str) -> ShownOrganizer | None:
        """Name a person who stands in no list, and so has no page."""
        person = self.people.get(person_id)
        if person is None:
            return None
        level = self.policy.decide_visibility([person.visibility], [person.consent])
        return ShownOrganizer(person.name) if level is Visibility.PUBLIC else None

    def _lasting_facts(self, person_id: str, attendances: list[Attendance]) -> ShownPerson:
        """Return the person's own facts; without a file, the newest that any public entry gives."""
        newest = attendances[0].person
        shown = [attendance.person for attendance in attendances]
        photos = [person.photo for person in shown]
        records = [entry.consent for entry in self.find_entries(person_id)]
        file = self.people.get(person_id)
        return replace(
            newest,
            text=file.name if file else newest.text,
            org=(file.org if file else "") or _first(person.org for person in shown),
            job_title=(file.job_title if file else "") or _first(person.job_title for person in shown),
            url=(file.url if file else "") or _first(person.url for person in shown),
            profiles=merge_profiles(
                file.profiles if file else (),
                tuple(profile for person in reversed(shown) for profile in person.profiles),
            ),
            photo=(file.photo if file and any(photos) else None) or next(filter(None, photos), None),
            # There is one page for all evenings, so that a no in the list of any of them counts.
            may_be_indexed=newest.may_be_indexed and all(record.index for record in records if record),
            may_be_linked=all(person.may_be_linked for person in shown),
            roles=(),
            note="",
            group="",
            known_since=None,
            met_with=(),
        )


def event_order(event: Event) -> tuple[date, str]:
    """Return the key that puts events oldest first; those without a date come first of all."""
    return (event.start_date or date.min, event.id)


def _find_level(shown: ShownPerson | Visibility) -> Visibility:
    return shown.level if isinstance(shown, ShownPerson) else shown


def _first(texts: Iterable[str]) -> str:
    return next((text for text in texts if text), "")
