"""Every list and every person's file of a site, joined."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from ..errors import Problem, Severity
from ..model.identity import build_id
from ..model.person import map_aliases
from ..model.registry import Registry
from .checks import (
    check_aliases,
    check_listed_twice,
    check_lookalikes,
    check_named,
    check_namesakes,
    check_unlisted,
)
from .event_list import LoadedEvent, load_event
from .files import find_source_files
from .person_file import load_person

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from ..model.consent import Policy
    from ..model.event import Attendee, Event
    from .kept_files import KeptFiles


def load_site(  # noqa: PLR0913 -- by name, each a part of a site
    content: Path,
    *,
    attendees_path: str,
    people_path: str,
    zone: ZoneInfo,
    policy: Policy,
    kept: KeptFiles | None = None,
) -> tuple[Registry, tuple[Problem, ...]]:
    """Return every event and person, and everything that is wrong in their files.

    Args:
        content: The content folder.
        attendees_path: Folder of the lists, below the content folder; it may be missing.
        people_path: Folder of the people's files, below it; it may be missing.
        zone: Zone of times that name none.
        policy: The site's rules about who may be shown.
        kept: What the last build read, and what this one leaves; None where every file is to be read.

    Returns:
        The registry, and the problems in the order of files and lines.
    """
    people_files, people_problems = find_source_files(content / people_path, content)
    event_files, event_problems = find_source_files(content / attendees_path, content)
    loaded_people = list(map(kept.load_person if kept else load_person, people_files))
    loaded_events = list(map(kept.load_event if kept else partial(load_event, zone=zone), event_files))
    people = {person.id: person for person, _ in loaded_people}
    known = {*people, *map_aliases(people.values())}
    names = _find_names(loaded_events)
    events = {loaded.event.id: _name_bare_ids(loaded.event, known, names) for loaded in loaded_events}
    found = [
        *people_problems,
        *event_problems,
        *(problem for _, told in loaded_people for problem in told),
        *(problem for loaded in loaded_events for problem in loaded.problems),
    ]
    registry = Registry(policy, events, people)
    found += _check(registry, loaded_events, found)
    return registry, tuple(sorted(set(found), key=lambda problem: problem.sort_key))


def _check(registry: Registry, loaded: list[LoadedEvent], told: list[Problem]) -> list[Problem]:
    """Return what is wrong between the files; a file with errors of its own is not also unused."""
    people, events = registry.people, registry.events
    named = [name for one in loaded for name in one.named]
    broken = {problem.place.source for problem in told if problem.severity is Severity.ERROR}
    whole = {key: person for key, person in people.items() if person.place.source not in broken}
    return [
        *check_aliases(people),
        *check_named(registry, named),
        *check_listed_twice(people, events),
        *check_lookalikes(registry),
        *check_namesakes(registry),
        *check_unlisted(whole, events, named),
    ]


def _find_names(loaded: Iterable[LoadedEvent]) -> dict[str, str]:
    """Return the name that some list gives to each id, where the id was made of it and so tells it anyway."""
    return {
        attendee.id: attendee.name
        for one in loaded
        for attendee in one.event.attendees
        if _strip(attendee) != attendee.id and build_id(attendee.name) == attendee.id
    }


def _name_bare_ids(event: Event, known: Container[str], names: Mapping[str, str]) -> Event:
    """Name those of whom the list has only an id or a handle: by their file, else as another list does."""

    def name(attendee: Attendee) -> Attendee:
        if attendee.id in known:
            is_bare = _strip(attendee).casefold() == attendee.id
            return replace(attendee, name="") if is_bare else attendee
        is_id = _strip(attendee) == attendee.id and attendee.id in names
        return replace(attendee, name=names[attendee.id]) if is_id else attendee

    return replace(event, attendees=tuple(name(attendee) for attendee in event.attendees))


def _strip(attendee: Attendee) -> str:
    return attendee.name.removeprefix("@")
