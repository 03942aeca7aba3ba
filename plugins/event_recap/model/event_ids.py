"""Which event had which id before: a list that was renamed is known by when its event began."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from .ids import EventRecord, Ids

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from .event import Event


def follow_events(ids: Ids, events: Iterable[Event]) -> Ids:
    """Return what is to be remembered of the events of a site, with the ids that they had before.

    An id that is gone is the former one of a new event where both begin at one moment, and no other does.

    Args:
        ids: What was remembered.
        events: All of the site.
    """
    starts = {event.id: event.start.isoformat() if event.start else "" for event in events}
    gone = {key: record for key, record in ids.events.items() if key not in starts}
    moved = {
        new: (*ids.events[old].former, old)
        for old, new in _match(
            {key: record.start for key, record in gone.items()},
            {key: start for key, start in starts.items() if key not in ids.events},
        )
    }
    records = {}
    for key, start in sorted(starts.items()):
        known = ids.events.get(key)
        former = moved.get(key) or (known.former if known else ())
        former = tuple(one for one in former if one not in starts)
        if start or former:
            records[key] = EventRecord(start=start, former=former)
    return replace(ids, events=MappingProxyType(records))


def drop_former(ids: Ids, is_telling: Callable[[str], bool]) -> Ids:
    """Return the ids without former slugs and ids of events that name somebody who may not be named."""
    posts = {
        path: replace(record, former=_keep(record.former, is_telling)) if record.former else record
        for path, record in ids.posts.items()
    }
    events = {key: replace(one, former=_keep(one.former, is_telling)) for key, one in ids.events.items()}
    return replace(ids, posts=MappingProxyType(posts), events=MappingProxyType(events))


def _keep(former: tuple[str, ...], is_telling: Callable[[str], bool]) -> tuple[str, ...]:
    return tuple(one for one in former if not is_telling(one))


def _match(gone: Mapping[str, str], new: Mapping[str, str]) -> list[tuple[str, str]]:
    """Return each old id and new id that alone have one start."""
    before, after = _group(gone), _group(new)
    return [
        (olds[0], after[start][0])
        for start, olds in before.items()
        if start and len(olds) == 1 and len(after[start]) == 1
    ]


def _group(starts: Mapping[str, str]) -> defaultdict[str, list[str]]:
    groups: defaultdict[str, list[str]] = defaultdict(list)
    for key, start in starts.items():
        groups[start].append(key)
    return groups
