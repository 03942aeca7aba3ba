"""Events and people as they would be after a change, before a byte of it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import EventRecapError, Problem, Severity
from ..loading.event_list import load_event
from ..loading.files import SourceFile, display_path
from ..loading.person_file import load_person
from ..model.registry import Registry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..model.event import Event
    from .changes import FileChange
    from .opening import OpenSite


def load_changed(site: OpenSite, changes: Iterable[FileChange]) -> Registry:
    """Return the events and people as they would be.

    Raises:
        EventRecapError: A file would be wrong.
    """
    texts = {change.path: change.after for change in changes}
    events, people = dict(site.registry.events), dict(site.registry.people)
    problems: list[Problem] = []
    for event in site.registry.events.values():
        path = site.content / event.path
        if text := texts.get(path):
            loaded = load_event(_type_file(site, event.id, path, text), site.zone)
            events[event.id] = loaded.event
            problems += loaded.problems
    folder = site.content / site.settings.people_path
    for path, text in texts.items():
        if path.parent == folder and text is None:
            people.pop(path.stem, None)
        elif path.parent == folder and text:
            people[path.stem], told = load_person(_type_file(site, path.stem, path, text))
            problems += told
    if errors := [problem for problem in problems if problem.severity is Severity.ERROR]:
        raise EventRecapError(errors)
    return Registry(site.registry.policy, events, people)


def load_list(site: OpenSite, event_id: str, path: Path, text: str) -> Event:
    """Return a list as it would be, also one that is new.

    Raises:
        EventRecapError: The file would be wrong.
    """
    loaded = load_event(_type_file(site, event_id, path, text), site.zone)
    if errors := [problem for problem in loaded.problems if problem.severity is Severity.ERROR]:
        raise EventRecapError(errors)
    return loaded.event


def _type_file(site: OpenSite, identifier: str, path: Path, text: str) -> SourceFile:
    """Return a file with the text that it would have."""
    return SourceFile(identifier, path, display_path(path), site.content, text.encode())
