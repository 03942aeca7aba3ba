"""The same person on several lines of an export becomes one guest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...model.removal import fold_handle, fold_name

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .guests import Guest


def join_doubles(guests: Iterable[Guest]) -> list[Guest]:
    """Return each person once, at their first line.

    One name is one person, unless two handles say otherwise; one id is one person.
    """
    joined: list[Guest] = []
    by_name: dict[str, list[int]] = {}
    by_id: dict[str, int] = {}
    for guest in guests:
        name = fold_name(guest.name)
        same = [by_id[guest.id]] if guest.id in by_id else []
        same += [number for number in by_name.get(name, []) if name and _may_be_one(joined[number], guest)]
        if same:
            joined[same[0]] = _join(joined[same[0]], guest)
            by_id[joined[same[0]].id] = same[0]
            continue
        by_name.setdefault(name, []).append(len(joined))
        by_id[guest.id] = len(joined)
        joined.append(guest)
    return joined


def _may_be_one(first: Guest, second: Guest) -> bool:
    handles = {fold_handle(one.handle) for one in (first, second)} - {""}
    return len(handles) < len((first, second))


def _join(first: Guest, second: Guest) -> Guest:
    """Return one guest of two lines: what the first leaves open, the second says; roles are united."""
    return replace(
        first,
        name=first.name or second.name,
        handle=first.handle or second.handle,
        org=first.org or second.org,
        job_title=first.job_title or second.job_title,
        url=first.url or second.url,
        note=first.note or second.note,
        roles=tuple(dict.fromkeys((*first.roles, *second.roles))),
        profiles={**second.profiles, **first.profiles},
    )
