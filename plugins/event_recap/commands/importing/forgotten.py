"""People who asked to be forgotten stay away, whatever an export says; nobody is told who they are."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...loading.profiles import parse_profile
from ...loading.returned import build_finder, find_names, is_removed
from ...model.removal import fold_name

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ...model.registry import Registry
    from ...model.removal import Removed
    from ...model.traces import Trace
    from .guests import Guest


def leave_forgotten_out(
    guests: Iterable[Guest], removed: Removed, registry: Registry
) -> tuple[list[Guest], int]:
    """Return the guests who may be written, and how many may not.

    A value that names somebody else who was forgotten, such as an organisation, is left behind alone.
    """
    guests = list(guests)
    if not removed:
        return guests, 0
    others = find_names(registry) | {fold_name(guest.name) for guest in guests}
    find = build_finder(removed, frozenset(others))
    kept = [_blank_values(guest, find) for guest in guests if not _is_forgotten(guest, removed, find)]
    return kept, len(guests) - len(kept)


def _is_forgotten(guest: Guest, removed: Removed, find: Callable[[str], Iterator[Trace]]) -> bool:
    profiles = [parse_profile(network, text) for network, text in guest.profiles.items()]
    known = [profile for profile in profiles if profile]
    handles = (guest.handle, *(profile.handle for profile in known))
    addresses = (guest.url, *(profile.url for profile in known))
    return is_removed(removed, (guest.name, guest.id), handles, addresses) or _names(guest.name, find)


def _names(text: str, find: Callable[[str], Iterator[Trace]]) -> bool:
    return bool(text) and any(not trace.is_doubtful for trace in find(text))


def _blank_values(guest: Guest, find: Callable[[str], Iterator[Trace]]) -> Guest:
    def keep(text: str) -> str:
        return "" if _names(text, find) else text

    return replace(
        guest,
        org=keep(guest.org),
        job_title=keep(guest.job_title),
        url=keep(guest.url),
        note=keep(guest.note),
    )
