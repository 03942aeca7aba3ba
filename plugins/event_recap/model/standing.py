"""Why each person is shown as they are, and until when: for the author and the person, never for a page."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import Enum
from typing import TYPE_CHECKING

from .shown import decide_level
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..errors import Place
    from .consent import Consent, Policy
    from .event import Attendee
    from .person import Person
    from .registry import Registry

NOTICE_DAYS = 30
"""So many days before its end a consent is told of."""


class Ground(Enum):
    """What decides about a level."""

    VISIBILITY = "visibility"
    """A level that is typed in a file."""
    CONSENT_ENDED = "consent ended"
    CONSENT_TO_COME = "consent begins later"
    CONSENT_UNREADABLE = "consent unreadable"
    CONSENT_MISSING = "no consent"
    """In strict mode nobody is shown above ``counted`` without one."""
    DEFAULT = "default"
    """The site's own, as no file says anything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """How one person stands at one event, or by their file alone."""

    person_id: str
    name: str
    event_id: str = ""
    """Empty for a person whom no list names."""
    level: Visibility
    ground: Ground
    place: Place | None = None
    """Where the deciding word stands; None where nobody typed one."""
    records: tuple[Consent, ...] = ()
    """The consents that were given, that of the list first."""
    last_day: date | None = None
    """Last day on which all of them hold; None where none has an end."""


@dataclass(frozen=True, slots=True, order=True)
class Ending:
    """A consent that has ended, or will soon, where that changes what is shown."""

    place: Place
    """Where the consent stands."""
    last_day: date
    """Last day on which it holds."""
    level: Visibility
    """Above this level nothing is shown afterwards."""


def explain_standings(registry: Registry) -> tuple[Standing, ...]:
    """Return the standing of everybody at every event, by id and then by event."""
    standings = []
    listed = set()
    for event in registry.events.values():
        for attendee in event.attendees:
            if attendee.is_nameless:
                continue
            person_id = registry.resolve_id(attendee.id)
            listed.add(person_id)
            person = registry.people.get(person_id)
            standings.append(_explain(attendee, person, registry.policy, person_id, event.id))
    standings += [
        _explain(None, person, registry.policy, person.id, "")
        for person in registry.people.values()
        if person.id not in listed
    ]
    return tuple(sorted(standings, key=lambda one: (one.person_id, one.event_id, one.level)))


def find_endings(registry: Registry) -> tuple[Ending, ...]:
    """Return each consent that ended or ends within 30 days, where it decides what is shown."""
    found = {
        ending
        for event in registry.events.values()
        for attendee in event.attendees
        for ending in _find_endings(
            attendee, registry.people.get(registry.resolve_id(attendee.id)), registry.policy
        )
    }
    return tuple(sorted(found))


def _explain(
    attendee: Attendee | None, person: Person | None, policy: Policy, person_id: str, event_id: str
) -> Standing:
    sources = [source for source in (attendee, person) if source]
    records = tuple(source.consent for source in sources if source.consent)
    level = _find_level(attendee, person, policy)
    ground, place = _find_ground(sources, records, policy)
    ends = [day for record in records if (day := record.find_last_day(strict=policy.strict))]
    names = [source.name for source in sources if source.name]
    return Standing(
        person_id=person_id,
        name=names[0] if names else person_id,
        event_id=event_id,
        level=level,
        ground=ground,
        place=place,
        records=records,
        last_day=min(ends, default=None),
    )


def _find_level(attendee: Attendee | None, person: Person | None, policy: Policy) -> Visibility:
    """Return the level as the pages have it."""
    if attendee is None:
        records = [person.consent] if person else []
        return policy.decide_visibility([person.visibility if person else None], records)
    return decide_level(attendee, person, policy)


def _find_ground(
    sources: list[Attendee | Person], records: tuple[Consent, ...], policy: Policy
) -> tuple[Ground, Place | None]:
    """Return what decides, and where it is typed."""
    typed = [
        (source.visibility, source.visibility_place) for source in sources if source.visibility is not None
    ]
    levels = [level for level, _ in typed]
    plain = (
        policy.decide_visibility(levels, ()) if not policy.strict else min(levels, default=Visibility.HIDDEN)
    )
    if policy.decide_visibility(levels, records) < plain:
        return _blame_consent(records, policy)
    if not typed:
        return Ground.DEFAULT, None
    return Ground.VISIBILITY, min(typed, key=lambda one: one[0])[1]


def _blame_consent(records: tuple[Consent, ...], policy: Policy) -> tuple[Ground, Place | None]:
    for record in records:
        if not record.is_readable:
            return Ground.CONSENT_UNREADABLE, record.place
        if record.ends_before(policy.today, strict=policy.strict):
            return Ground.CONSENT_ENDED, record.place
        if record.begins_after(policy.today):
            return Ground.CONSENT_TO_COME, record.place
    return Ground.CONSENT_MISSING, records[0].place if records else None


def _find_endings(attendee: Attendee, person: Person | None, policy: Policy) -> Iterator[Ending]:
    for source in (attendee, person):
        record = source.consent if source else None
        last_day = record.find_last_day(strict=policy.strict) if record else None
        if not record or not record.place or not last_day or last_day == date.max:
            continue
        after = max(policy.today, last_day + timedelta(days=1))
        if (after - policy.today).days > NOTICE_DAYS:
            continue
        before = _find_level(attendee, person, replace(policy, today=last_day))
        level = _find_level(attendee, person, replace(policy, today=after))
        if level < before:
            yield Ending(record.place, last_day, level)
