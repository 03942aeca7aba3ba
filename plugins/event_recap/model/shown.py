"""What may be shown of a person: decided here, once, and handed on as values without the rest."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from .identity import build_initials
from .profile import NETWORKS, Profile
from .visibility import Visibility

if TYPE_CHECKING:
    from datetime import date

    from .consent import Consent, Policy
    from .event import Attendee, Role
    from .person import Person, Picture

SMALLEST_COUNT = 3
"""A number of unnamed people is said from here on; below it, a reader could guess who they are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPerson:
    """A person as far as the site may show them; everything else is already gone."""

    level: Visibility
    """``PUBLIC``, ``NAME_ONLY`` or ``INITIALS``."""
    text: str
    """Name, or initials at that level."""
    id: str = ""
    """Set for ``PUBLIC`` only, as is everything below."""
    roles: tuple[Role, ...] = ()
    bio: str = ""
    """Markdown."""
    org: str = ""
    job_title: str = ""
    url: str = ""
    """Absolute URL, http or https, or empty."""
    profiles: tuple[Profile, ...] = ()
    """In the order of ``NETWORKS``."""
    photo: Picture | None = None
    note: str = ""
    """About this person at this event; Markdown."""
    group: str = ""
    known_since: date | None = None
    met_with: tuple[str, ...] = ()
    """Ids named by the list; whether each may be shown is for ``Registry`` to say."""
    may_be_indexed: bool = True
    """Whether search engines may list the person's page."""
    may_be_linked: bool = True
    """Whether the person may appear in who met whom."""


@dataclass(frozen=True, slots=True)
class Turnout:
    """Who was at an event, as far as the site may say."""

    people: tuple[ShownPerson, ...] = ()
    """In the order of the list; people by initials come last, by their initials."""
    others_count: int = 0
    """People without a name, or 0 where they are fewer than three."""

    @property
    def total_count(self) -> int:
        """Everybody who is shown or counted."""
        return len(self.people) + self.others_count

    def at_level(self, level: Visibility) -> tuple[ShownPerson, ...]:
        """Return the people of one level, in their order."""
        return tuple([person for person in self.people if person.level is level])


def show_attendee(attendee: Attendee, person: Person | None, policy: Policy) -> ShownPerson | Visibility:
    """Return what may be shown of an entry, or its level where that is no name at all.

    Args:
        attendee: The entry of the list; its facts come before the person's own.
        person: The person's file, or None.
        policy: The site's rules and day.
    """
    level, name = decide_level(attendee, person, policy), _find_name(attendee, person)
    if level < Visibility.INITIALS:
        return level
    if level is Visibility.INITIALS:
        return ShownPerson(level=level, text=build_initials(name))
    if level is Visibility.NAME_ONLY:
        return ShownPerson(level=level, text=name)
    records = _list_records(attendee, person)
    return ShownPerson(
        level=level,
        text=name,
        id=person.id if person else attendee.id,
        roles=attendee.roles,
        bio=person.bio if person else "",
        org=attendee.org or (person.org if person else ""),
        job_title=attendee.job_title or (person.job_title if person else ""),
        url=attendee.url or (person.url if person else ""),
        profiles=merge_profiles(attendee.profiles, person.profiles if person else ()),
        photo=_find_photo(attendee, person) if policy.allows_photo(level, records) else None,
        note=attendee.note,
        group=attendee.group,
        known_since=attendee.known_since,
        met_with=attendee.met_with,
        may_be_indexed=_all_agree(records, "index"),
        may_be_linked=_all_agree(records, "graph"),
    )


def decide_level(attendee: Attendee, person: Person | None, policy: Policy) -> Visibility:
    """Return how much may be shown of an entry; somebody who has no initials is only counted.

    Args:
        attendee: The entry of the list.
        person: The person's file, or None.
        policy: The site's rules and day.
    """
    levels = (attendee.visibility, person.visibility if person else None)
    level = policy.decide_visibility(levels, _list_records(attendee, person))
    if level is Visibility.INITIALS and not build_initials(_find_name(attendee, person)):
        return Visibility.COUNTED
    return level


def merge_profiles(first: tuple[Profile, ...], second: tuple[Profile, ...]) -> tuple[Profile, ...]:
    """Return one profile of each network, the first set before the second, in the order of ``NETWORKS``."""
    if not first and not second:
        return ()
    by_network = {profile.network: profile for profile in (*second, *first)}
    return tuple(by_network[network] for network in NETWORKS if network in by_network)


def _find_name(attendee: Attendee, person: Person | None) -> str:
    return attendee.name or (person.name if person else attendee.id)


def _list_records(attendee: Attendee, person: Person | None) -> tuple[Consent, ...]:
    """Return the consents of the entry and of the file, where there are any."""
    records = (attendee.consent, person.consent if person else None)
    return tuple(record for record in records if record is not None)


def _find_photo(attendee: Attendee, person: Person | None) -> Picture | None:
    return attendee.photo or (person.photo if person else None)


def _all_agree(records: tuple[Consent, ...], purpose: str) -> bool:
    return all(getattr(record, purpose) for record in records)
