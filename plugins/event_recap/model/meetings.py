"""Who met whom on the whole site: decided here, once, for pages and pictures alike."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from .event import EventStatus
from .meeting import (
    CROWD_LEAST,
    Network,
    NotedMeeting,
    Pair,
    PairKey,
    Tie,
    find_grouped_meetings,
    find_typed_meetings,
    make_key,
    order_by_time,
    took_place,
)
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from .event import Event
    from .registry import PublicPerson, Registry
    from .shown import ShownPerson

COMPANIONS_MOST = 12
"""People whom somebody was often with, without a known meeting, on a page: keeps the pages of pairs few."""

COMPANION_TIMES = 2
"""Events from which on two people who are not known to have met are worth a word."""

LINES_FOR_EACH = 2
"""Lines for each person up to which those who were only at the same events are drawn; meetings always are."""


@dataclass(frozen=True, slots=True)
class Returned:
    """Somebody who was at an earlier edition, too."""

    person: ShownPerson
    earlier: tuple[Event, ...]
    """Editions before this one at which the person is public, oldest first; never empty."""


@dataclass(frozen=True, slots=True)
class Introduction:
    """Since when the author knew somebody online, and where they met in person."""

    known_since: date
    event: Event
    """The first event with a day, in a place, at which the person is public; on that day or later."""


class Meetings:
    """Everything about who met whom; never changes.

    Both ends are public at the event, and neither ever said no to being shown in who met whom: one record
    of consent with ``graph: false``, of any list or of the person's file, takes a person out everywhere.
    """

    def __init__(self, registry: Registry, noted: Iterable[NotedMeeting] = ()) -> None:
        """Join what the lists say with what others noted.

        Args:
            registry: Events and people.
            noted: Meetings of which something else than a list tells, such as the mentions of a text.
        """
        self._registry = registry
        today = registry.policy.today
        self._present: dict[str, dict[str, ShownPerson]] = {
            event.id: {
                person.id: person
                for person in registry.find_turnout(event).at_level(Visibility.PUBLIC)
                if registry.may_link(person)
            }
            for event in registry.events.values()
            if took_place(event, today)
        }
        self._noted: defaultdict[str, list[PairKey]] = defaultdict(list)
        for note in noted:
            ids = (registry.resolve_id(note.first_id), registry.resolve_id(note.second_id))
            self._noted[note.event_id].append(make_key(*ids))

    @cached_property
    def pairs(self) -> dict[PairKey, Pair]:
        """The pairs that have a page, in the order of ids: people who met, and frequent companions."""
        keys = {*self._met_at, *self._companions}
        return {key: self._build_pair(key) for key in sorted(keys)}

    @cached_property
    def by_person(self) -> dict[str, tuple[Pair, ...]]:
        """The pairs of each person: the most frequent first, then the latest."""
        found: defaultdict[str, list[Pair]] = defaultdict(list)
        for pair in self.pairs.values():
            for person_id in pair.key:
                found[person_id].append(pair)
        return {person_id: tuple(sorted(pairs, key=_frequent_first)) for person_id, pairs in found.items()}

    @cached_property
    def series(self) -> dict[str, tuple[Event, ...]]:
        """The editions that took place of each series that had two or more, oldest first, by its id."""
        found: defaultdict[str, list[Event]] = defaultdict(list)
        for event_id in self._present:
            event = self._registry.events[event_id]
            if event.series:
                found[event.series].append(event)
        return {
            series: order_by_time(events)
            for series, events in sorted(found.items())
            if len(events) >= COMPANION_TIMES
        }

    def find_event_network(self, event: Event) -> Network:
        """Return who met whom at one event; a list in which everybody was with everybody is no picture."""
        return Network(tuple(Tie(key, 1, has_met=True) for key in sorted(self._find_met_at(event))))

    def find_network(self, events: Iterable[Event]) -> Network:
        """Return who met whom at several events, with those who were at two of them or more.

        Of the latter, the most frequent first, as many as keep the picture clear.
        """
        scope = {event.id: event for event in events if event.id in self._present}
        met = set(chain.from_iterable(self._find_met_at(event) for event in scope.values()))
        is_all = len(scope) == len(self._present)
        together = self._together if is_all else self._count_together(scope.values())
        often = {key: times for key, times in together.items() if key not in met}
        most = LINES_FOR_EACH * len(
            {person_id for event_id in scope for person_id in self._present[event_id]}
        )
        ties = [Tie(key, self._count_common(key, scope), has_met=True) for key in met]
        for times in sorted(set(often.values()), reverse=True):
            level = [Tie(key, times, has_met=False) for key, count in often.items() if count == times]
            if len(ties) + len(level) > most:
                break
            ties += level
        return Network(tuple(sorted(ties, key=lambda tie: tie.key)))

    def find_returned(self, event: Event) -> tuple[Returned, ...]:
        """Return who was at an earlier edition of the series, in the order of the list."""
        day = event.start_date
        if not event.series or day is None:
            return ()
        public = self._registry.find_turnout(event).at_level(Visibility.PUBLIC)
        seen = ((person, self._find_earlier(person.id, event.series, day)) for person in public)
        return tuple(Returned(person, earlier) for person, earlier in seen if earlier)

    def find_introduction(self, public: PublicPerson) -> Introduction | None:
        """Return since when somebody was known online before being met in person, where both are known."""
        known = [found.person.known_since for found in public.attendances if found.person.known_since]
        today = self._registry.policy.today
        events = order_by_time(
            found.event
            for found in public.attendances
            if found.event.start_date
            and took_place(found.event, today)
            and found.event.status is not EventStatus.MOVED_ONLINE
        )
        if not known or not events or min(known) > (events[0].start_date or min(known)):
            return None
        return Introduction(min(known), events[0])

    def _find_earlier(self, person_id: str, series: str, day: date) -> tuple[Event, ...]:
        """Return the editions of a series before a day at which somebody is public, oldest first."""
        today = self._registry.policy.today
        return order_by_time(
            found.event
            for found in self._registry.public_people[person_id].attendances
            if found.event.series == series
            and found.event.start_date
            and found.event.start_date < day
            and took_place(found.event, today)
        )

    def _find_met_at(self, event: Event) -> set[PairKey]:
        """Return who met whom at an event, by all that tells of it."""
        people = self._present.get(event.id, {})
        noted = (key for key in self._noted[event.id] if key[0] != key[1] and set(key) <= set(people))
        return {*find_typed_meetings(self._registry, people), *find_grouped_meetings(people), *noted}

    @cached_property
    def _met_at(self) -> dict[PairKey, list[Event]]:
        """Events at which two people met."""
        found: defaultdict[PairKey, list[Event]] = defaultdict(list)
        for event_id in self._present:
            event = self._registry.events[event_id]
            for key in self._find_met_at(event):
                found[key].append(event)
        return dict(found)

    @cached_property
    def _attended(self) -> dict[str, dict[str, Event]]:
        """Events at which each person may be shown to have been with others."""
        found: defaultdict[str, dict[str, Event]] = defaultdict(dict)
        for event_id, people in self._present.items():
            for person_id in people:
                found[person_id][event_id] = self._registry.events[event_id]
        return dict(found)

    def _build_pair(self, key: PairKey) -> Pair:
        first, second = (self._attended[person_id] for person_id in key)
        common = [event for event_id, event in first.items() if event_id in second]
        return Pair(key, order_by_time(common), order_by_time(self._met_at.get(key, ())))

    def _count_common(self, key: PairKey, scope: dict[str, Event]) -> int:
        first, second = (self._attended[person_id] for person_id in key)
        return sum(event_id in second and event_id in scope for event_id in first)

    @cached_property
    def _together(self) -> dict[PairKey, int]:
        """At how many events of the site two people were, of those who were at several, crowds left out."""
        return self._count_together(self._registry.events[event_id] for event_id in self._present)

    def _count_together(self, events: Iterable[Event]) -> dict[PairKey, int]:
        """Count the events at which two people were, of those who were at several, crowds left out.

        One person after the other: of a large site, most pairs met once, and would take much memory.
        """
        others: defaultdict[str, list[list[str]]] = defaultdict(list)
        for event in events:
            people = sorted(self._present[event.id])
            if len(people) < CROWD_LEAST:
                for place, person_id in enumerate(people, 1):
                    others[person_id].append(people[place:])
        return {
            (person_id, other): times
            for person_id, lists in others.items()
            if len(lists) >= COMPANION_TIMES
            for other, times in Counter(chain.from_iterable(lists)).items()
            if times >= COMPANION_TIMES
        }

    @cached_property
    def _companions(self) -> set[PairKey]:
        """Pairs who were at several events together without a known meeting: a few for each person."""
        counts = {key: times for key, times in self._together.items() if key not in self._met_at}
        by_person: defaultdict[str, list[PairKey]] = defaultdict(list)
        for key in counts:
            for person_id in key:
                by_person[person_id].append(key)
        return {
            key
            for keys in by_person.values()
            for key in sorted(keys, key=lambda key: (-counts[key], key))[:COMPANIONS_MOST]
        }


def _frequent_first(pair: Pair) -> tuple[int, int, PairKey]:
    last = pair.events[-1].start_date
    return (-len(pair.events), -(last.toordinal() if last else 0), pair.key)
