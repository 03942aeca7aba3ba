"""What a meeting is: who met whom at an event, and who was merely there as well."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, TypeAlias

from .event import EventStatus
from .registry import event_order

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

    from .event import Event
    from .registry import Registry
    from .shown import ShownPerson

PairKey: TypeAlias = tuple[str, str]
"""Ids of two people, in the order of the alphabet, so that two people are one pair."""

GROUP_MOST = 12
"""People of one group who met each other; a larger group is a heading, and says no such thing."""

CROWD_LEAST = 60
"""People of a list from which on standing in it together is no reason to be shown as companions."""

_NOT_HELD = {EventStatus.CANCELLED, EventStatus.POSTPONED}


@dataclass(frozen=True, slots=True)
class NotedMeeting:
    """A meeting that something else than a list tells of, such as a note that mentions somebody."""

    event_id: str
    first_id: str
    """Id or alias; whether it may be shown is decided as for any other."""
    second_id: str


@dataclass(frozen=True, slots=True)
class Pair:
    """Two public people, and where both of them were."""

    key: PairKey
    events: tuple[Event, ...]
    """Events at which both are public, oldest first; those without a date come last. Never empty."""
    met_at: tuple[Event, ...]
    """Those of them at which they met; empty for two people who were both there, and no more is known."""

    @property
    def has_met(self) -> bool:
        """Whether the two are known to have met, and not only to have been at one event."""
        return bool(self.met_at)

    def other(self, person_id: str) -> str:
        """Return the id of the other one of the two."""
        return self.key[1] if self.key[0] == person_id else self.key[0]


@dataclass(frozen=True, slots=True)
class Tie:
    """A line of a picture of the network."""

    key: PairKey
    times: int
    """At how many events of the picture both were; 1 at least."""
    has_met: bool
    """False where they were only at the same events."""


@dataclass(frozen=True, slots=True)
class Network:
    """Who met whom, at one event or at several."""

    ties: tuple[Tie, ...] = ()
    """In the order of the ids."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.ties)

    @property
    def neighbours(self) -> dict[str, tuple[Tie, ...]]:
        """The ties of each person, by id, in the order of ids."""
        found: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in self.ties:
            for person_id in tie.key:
                found[person_id].append(tie)
        return {person_id: tuple(ties) for person_id, ties in sorted(found.items())}


def make_key(first_id: str, second_id: str) -> PairKey:
    """Return the key of two people.

    >>> make_key("bruno", "anne")
    ('anne', 'bruno')
    """
    return (first_id, second_id) if first_id < second_id else (second_id, first_id)


def took_place(event: Event, today: date) -> bool:
    """Tell whether people were there: nobody has met at an event that is to come or was called off."""
    if event.start_date is None:
        return event.status in {None, EventStatus.HELD, EventStatus.MOVED_ONLINE}
    return event.status not in _NOT_HELD and not event.is_upcoming(today)


def order_by_time(events: Iterable[Event]) -> tuple[Event, ...]:
    """Return events oldest first; those of which nobody knows the day come last."""
    return tuple(sorted(events, key=lambda event: (event.start_date is None, event_order(event))))


def find_typed_meetings(registry: Registry, people: dict[str, ShownPerson]) -> Iterator[PairKey]:
    """Yield who met whom as the list says it by ``met_with``, by one of the two or by both.

    Args:
        registry: Knows which id an alias stands for.
        people: Those of one event who may be shown to have met somebody, by id.
    """
    for person in people.values():
        for named in person.met_with:
            other_id = registry.resolve_id(named)
            if other_id in people and other_id != person.id:
                yield make_key(person.id, other_id)


def find_grouped_meetings(people: dict[str, ShownPerson]) -> Iterator[PairKey]:
    """Yield the pairs of every group that is small enough to have met as a whole.

    Only the people given are counted: somebody who may not be shown neither makes a group larger.
    """
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for person in people.values():
        if person.group:
            groups[person.group].append(person.id)
    for members in groups.values():
        if len(members) <= GROUP_MOST:
            yield from combinations(sorted(members), 2)
