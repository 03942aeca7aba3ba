"""Whom an author may thank in public by a handle, and whom not."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from .directory import Verdict
from .event import Role
from .mention import Mention
from .shown import ShownPerson, merge_profiles
from .visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .event import Event
    from .profile import Profile
    from .registry import Registry

FIRST_ROLES = frozenset({Role.ORGANIZER, Role.HOST, Role.SPEAKER})
"""Roles of those who are thanked before all others."""


class Reason(Enum):
    """Why somebody who was there is not thanked by a handle."""

    NOT_PUBLIC = "not public"
    """The list, the own file or an agreement that ended shows less of them."""
    NO_HANDLE = "no handle on this network"
    SHARED_HANDLE = "the handle may mean somebody else"
    """Somebody who may not be named is known by it as well."""
    TOO_LONG = "the handle is longer than a post"


@dataclass(frozen=True, slots=True)
class Thanked:
    """Somebody who is public at an event, by a handle of one network."""

    person_id: str
    name: str
    handle: str
    """Without ``@``; ``name@server`` for Mastodon."""


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Somebody who was there and is not thanked."""

    reason: Reason
    person_id: str = ""
    """Empty for everybody whom a message may not name."""


def find_thanked(
    registry: Registry, event: Event, network: str
) -> tuple[tuple[Thanked, ...], tuple[LeftOut, ...]]:
    """Return whom to thank on a network, who invited or spoke first, and everybody who is left out.

    The level of the evening decides, as it does for the card; a handle that may also mean somebody who is
    shown less is not used, as in a share text.

    Args:
        registry: Lists and people's files.
        event: One of the registry.
        network: Key of ``NETWORKS``.
    """
    public = registry.find_turnout(event).at_level(Visibility.PUBLIC)
    organizers = {registry.resolve_id(organizer.person_id) for organizer in event.organizers}
    ordered = sorted(public, key=lambda one: not (one.id in organizers or FIRST_ROLES & set(one.roles)))
    thanked: dict[str, Thanked] = {}
    left_out: list[LeftOut] = []
    for person in ordered:
        profile = _find_profile(registry, person, network)
        if profile is None or not profile.handle:
            left_out.append(LeftOut(Reason.NO_HANDLE, person.id))
        elif _may_mean_others(registry, event, profile):
            left_out.append(LeftOut(Reason.SHARED_HANDLE, person.id))
        else:
            # Of two people with one account, such as that of a firm, the first stands for both.
            found = Thanked(person.id, person.text, profile.handle)
            thanked.setdefault(profile.handle.casefold(), found)
    return tuple(thanked.values()), (*left_out, *_list_others(registry, event, public))


def _find_profile(registry: Registry, person: ShownPerson, network: str) -> Profile | None:
    """Return a profile that the card of the evening or the person's page shows."""
    page = registry.public_people[person.id]  # whoever is public at an event has one
    profiles = merge_profiles(person.profiles, page.person.profiles)
    return next((profile for profile in profiles if profile.network == network), None)


def _may_mean_others(registry: Registry, event: Event, profile: Profile) -> bool:
    mention = Mention(profile.handle, f"@{profile.handle}", is_handle=True)
    return registry.directory.decide(mention, event).verdict is Verdict.WITHHELD


def _list_others(registry: Registry, event: Event, public: Iterable[ShownPerson]) -> tuple[LeftOut, ...]:
    """Return everybody of the list who is not public, each once, and by id only where it may be said."""
    shown = {person.id for person in public}
    ids = dict.fromkeys(registry.resolve_id(entry.id) for entry in event.attendees)
    return tuple(
        LeftOut(Reason.NOT_PUBLIC, one if registry.may_be_told(one) else "")
        for one in ids
        if one not in shown
    )
