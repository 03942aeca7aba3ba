"""Tells where somebody who asked to be forgotten stands in a site again. No message says who."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity
from ..model.removal import Kind, fold_name
from ..model.traces import find_traces
from .files import display_path
from .ids_file import IDS_NAME
from .removed_file import REMOVED_NAME
from .report import UnreadableError
from .text import decode_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.event import Attendee, Event
    from ..model.person import Person
    from ..model.recap import Recap
    from ..model.registry import Registry
    from ..model.removal import Removed

SIZE_LIMIT = 10_000_000
"""Bytes of a text; a larger file is none."""
BACK = "somebody who asked to be forgotten; take them out, or run 'event-recap forget' on them"
_MAYBE = "a word that is also the name of somebody who asked to be forgotten; look whether it is them"
_WRITTEN = frozenset({IDS_NAME, REMOVED_NAME})
"""What programs write, and correct by themselves."""
_TITLES = frozenset(
    ("m", "mr", "mrs", "ms", "mme", "mlle", "dr", "dre", "pr", "prof", "phd", "md", "jr", "sr")
)
"""Words that stand with a name and are no part of it."""


def find_returned(removed: Removed, registry: Registry, content: Path) -> tuple[Problem, ...]:
    """Return a problem for each place where a list, a person's file or a text brings somebody back."""
    if not removed:
        return ()
    events, people = registry.events.values(), registry.people.values()
    found = [one for event in events for entry in event.attendees for one in _check_entry(entry, removed)]
    told = {(one.place.source, one.place.line) for one in found}
    others = find_names(registry)
    for path in find_texts(content):
        in_text = _check_text(path, path.relative_to(content).as_posix(), removed, others)
        found += [one for one in in_text if (one.place.source, one.place.line) not in told]
    # Of these, only the file is known; a line of it says more.
    files = {one.place.source for one in found if one.severity is Severity.ERROR}
    whole = [
        *(one for person in people for one in _check_person(person, removed)),
        *(one for event in events for one in _check_organizers(event, removed)),
    ]
    found += [one for one in whole if one.place.source not in files]
    return tuple(sorted(set(found), key=lambda one: one.sort_key))


def find_names(registry: Registry) -> frozenset[str]:
    """Return the folded names of everybody in the lists and files."""
    named: Iterable[str] = (
        *(person.name for person in registry.people.values()),
        *(entry.name for event in registry.events.values() for entry in event.attendees),
    )
    return frozenset(fold_name(name) for name in named)


def find_texts(content: Path) -> Iterator[Path]:
    """Yield every file of the content folder, in the order of names; no link is followed."""
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if name != ".git")
        for name in sorted(names):
            path = Path(folder, name)
            is_written = path.parent == content and name in _WRITTEN
            if not is_written and path.is_file() and not path.is_symlink():
                yield path


def read_text(path: Path) -> str | None:
    """Return a text; None for a file that is none."""
    if path.stat().st_size > SIZE_LIMIT:
        return None
    data = path.read_bytes()
    try:
        return None if b"\0" in data else decode_text(data)
    except UnreadableError:
        return None


def find_bylines(recap: Recap, authors: Iterable[str], removed: Removed) -> tuple[Problem, ...]:
    """Return a problem for each guest and author of a recap who was forgotten, however it is typed."""
    fields = [(f"guests[{number}]", guest.name, guest.url) for number, guest in enumerate(recap.guests)]
    fields += [("share.via", recap.share.via, ""), *(("authors", author, "") for author in authors)]
    return tuple(
        Problem(recap.place, field, BACK)
        for field, name, url in fields
        if _is_removed(removed, (name,), (), (url,))
    )


def _check_person(person: Person, removed: Removed) -> Iterator[Problem]:
    addresses = (person.url, *(profile.url for profile in person.profiles))
    handles = tuple(profile.handle for profile in person.profiles)
    names = (person.id, person.name, *person.aliases, *person.moved_from)
    if _is_removed(removed, names, handles, addresses):
        yield Problem(person.place, "", BACK)


def _check_organizers(event: Event, removed: Removed) -> Iterator[Problem]:
    for number, organizer in enumerate(event.organizers):
        if _is_removed(removed, (organizer.person_id, organizer.name), (), (organizer.url,)):
            yield Problem(event.place, f"event.organizers[{number}]", BACK)


def _check_entry(entry: Attendee, removed: Removed) -> Iterator[Problem]:
    addresses = (entry.url, *(profile.url for profile in entry.profiles))
    handles = tuple(profile.handle for profile in entry.profiles)
    if not entry.is_nameless and _is_removed(removed, (entry.id, entry.name), handles, addresses):
        yield Problem(entry.place, "", BACK)
    for number, other in enumerate(entry.met_with):
        if _is_removed(removed, (other,), (), ()):
            yield Problem(entry.place, f"met_with[{number}]", BACK)


def _is_removed(
    removed: Removed, names: Iterable[str], handles: Iterable[str], addresses: Iterable[str]
) -> bool:
    """Tell whether anything of somebody is known; a name or an id may also be a handle."""
    known = tuple(form for name in names for form in {name, _strip_titles(name)})
    return (
        any(removed.has(Kind.NAME, one) or removed.has(Kind.HANDLE, one) for one in known)
        or any(removed.has(Kind.HANDLE, one) for one in handles)
        or any(removed.has(Kind.URL, one) for one in addresses)
    )


def _strip_titles(name: str) -> str:
    return " ".join(word for word in fold_name(name).split() if word not in _TITLES)


def _check_text(path: Path, name: str, removed: Removed, others: frozenset[str]) -> Iterator[Problem]:
    """Tell each line of a text, and a file's name, that names somebody."""
    text = read_text(path)
    source = display_path(path)
    kept = frozenset(one for one in others if not removed.has_folded(Kind.NAME, one))
    if any(not one.is_one_word for one in find_traces(name, removed.has_folded, others=kept)):
        yield Problem(Place(source), "file name", f"names {BACK}")
    if text is None:
        return
    for trace in find_traces(text, removed.has_folded, others=kept):
        line = text.count("\n", 0, trace.start) + 1
        column = trace.start - text.rfind("\n", 0, trace.start)
        place = Place(source, line, column)
        if trace.is_one_word and trace.kind is Kind.NAME:
            yield Problem(place, "", _MAYBE, Severity.WARNING)
        else:
            yield Problem(place, "", f"names {BACK}")
