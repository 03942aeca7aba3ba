"""Tells where somebody who asked to be forgotten stands in a site again. No message says who."""

from __future__ import annotations

import os
from functools import lru_cache, partial
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity
from ..model.removal import Kind, fold_name
from ..model.traces import find_traces, is_distinctive
from .encodings import list_guesses, read_saved
from .files import display_path
from .ids_file import IDS_NAME
from .pictures import PICTURE_SUFFIXES
from .removed_file import REMOVED_NAME
from .sitters import load_picture_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.comment import Comment, Commenter
    from ..model.event import Attendee, Event
    from ..model.person import Person
    from ..model.recap import Recap
    from ..model.registry import Registry
    from ..model.removal import Removed
    from ..model.traces import Trace

SIZE_LIMIT = 10_000_000
"""Bytes of a text; a larger file is none."""
BACK = "somebody who asked to be forgotten; take them out, or run 'event-recap forget' on them"
_MAYBE = "may mean somebody who asked to be forgotten, or be another word; look which"
_WRITTEN = frozenset({IDS_NAME, REMOVED_NAME})
"""What programs write, and correct by themselves."""
_TITLES = frozenset(
    ("m", "mr", "mrs", "ms", "mme", "mlle", "dr", "dre", "pr", "prof", "phd", "md", "jr", "sr")
)
"""Words that stand with a name and are no part of it."""


def find_returned(
    removed: Removed, registry: Registry, content: Path, comments: Iterable[Comment] = ()
) -> tuple[Problem, ...]:
    """Return a problem for each place where a list, a person's file or a text brings somebody back."""
    if not removed:
        return ()
    events, people = registry.events.values(), registry.people.values()
    found = [one for event in events for entry in event.attendees for one in _check_entry(entry, removed)]
    told = {(one.place.source, one.place.line) for one in found}
    others = find_names(registry)
    for path in find_texts(content):
        in_text = check_text(path, path.relative_to(content).as_posix(), removed, others)
        found += [one for one in in_text if (one.place.source, one.place.line) not in told]
    # Of these, only the file is known; a line of it says more.
    files = {one.place.source for one in found if one.severity is Severity.ERROR}
    whole = [
        *(one for person in people for one in _check_person(person, removed)),
        *(one for event in events for one in _check_organizers(event, removed)),
        *_check_sitters(registry, content, removed),
        *(Problem(one.place, "author", BACK) for one in comments if is_by_removed(one.author, removed)),
    ]
    found += [one for one in whole if one.place.source not in files]
    return tuple(sorted(set(found), key=lambda one: one.sort_key))


def find_names(registry: Registry) -> frozenset[str]:
    """Return the folded names of everybody in the lists and files."""
    named = {
        *(person.name for person in registry.people.values()),
        *(entry.name for event in registry.events.values() for entry in event.attendees),
    }
    return frozenset(map(fold_name, named))


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
    """Return a text in whatever encoding, with line feeds between its lines; None for a file that is none."""
    if path.stat().st_size > SIZE_LIMIT:
        return None
    saved = None if path.suffix.lower() in PICTURE_SUFFIXES else read_saved(path.read_bytes())
    return saved.text.replace("\r\n", "\n").replace("\r", "\n") if saved else None


def find_bylines(recap: Recap, authors: Iterable[str], removed: Removed) -> tuple[Problem, ...]:
    """Return a problem for each guest, author and person on a picture of a recap who was forgotten."""
    names = tuple(authors)
    fields = [(f"guests[{number}]", guest.name, guest.url) for number, guest in enumerate(recap.guests)]
    fields += [("share.via", recap.share.via, ""), *(("authors", name, "") for name in names)]
    # A name that was typed family name first was parted at its comma.
    fields += [("authors", " ".join(pair), "") for pair in pairwise(names)]
    fields += [("guests", f"{one.name} {two.name}", "") for one, two in pairwise(recap.guests)]
    pictures = (recap.cover,) if recap.cover else ()
    fields += [("cover", sitter.person_id, "") for picture in pictures for sitter in picture.people]
    return tuple(
        dict.fromkeys(
            Problem(recap.place, field, BACK)
            for field, name, url in fields
            if is_removed(removed, (name,), (), (url,))
        )
    )


def is_by_removed(author: Commenter, removed: Removed) -> bool:
    """Tell whether the author of a comment asked to be forgotten."""
    addresses = (author.url, *(profile.url for profile in author.profiles))
    handles = tuple(profile.handle for profile in author.profiles)
    return is_removed(removed, (author.name, author.person_id), handles, addresses)


def _check_person(person: Person, removed: Removed) -> Iterator[Problem]:
    addresses = (person.url, *(profile.url for profile in person.profiles))
    handles = tuple(profile.handle for profile in person.profiles)
    names = (person.id, person.name, *person.aliases, *person.moved_from)
    if is_removed(removed, names, handles, addresses):
        yield Problem(person.place, "", BACK)


def _check_organizers(event: Event, removed: Removed) -> Iterator[Problem]:
    for number, organizer in enumerate(event.organizers):
        if is_removed(removed, (organizer.person_id, organizer.name), (), (organizer.url,)):
            yield Problem(event.place, f"event.organizers[{number}]", BACK)


def _check_sitters(registry: Registry, content: Path, removed: Removed) -> Iterator[Problem]:
    """Tell each picture of a list, a person or a file beside it on which somebody is said to be."""
    events = registry.events.values()
    people = (person.photo for person in registry.people.values())
    entries = (entry.photo for event in events for entry in event.attendees)
    typed = [*(event.cover for event in events), *people, *entries]
    sitters = [sitter for picture in typed if picture for sitter in picture.people]
    sitters += [sitter for facts in load_picture_files(content)[0].values() for sitter in facts.people]
    for sitter in sitters:
        if is_removed(removed, (sitter.person_id,), (), ()):
            yield Problem(sitter.place, sitter.address, BACK)


def _check_entry(entry: Attendee, removed: Removed) -> Iterator[Problem]:
    addresses = (entry.url, *(profile.url for profile in entry.profiles))
    handles = tuple(profile.handle for profile in entry.profiles)
    if not entry.is_nameless and is_removed(removed, (entry.id, entry.name), handles, addresses):
        yield Problem(entry.place, "", BACK)
    for number, other in enumerate(entry.met_with):
        if is_removed(removed, (other,), (), ()):
            yield Problem(entry.place, f"met_with[{number}]", BACK)


def is_removed(
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


def check_text(path: Path, name: str, removed: Removed, others: frozenset[str]) -> Iterator[Problem]:
    """Yield a problem for each line of a text, and for a file's name, that names somebody.

    Args:
        path: The file.
        name: Its path as readers may see it: from the content folder.
        removed: Who was forgotten.
        others: Folded names of everybody in the lists and files.
    """
    source, find = display_path(path), build_finder(removed, others)
    if found := _judge_path(name, removed, find):
        what, severity = found
        yield Problem(Place(source), "file name", what, severity)
    text = read_text(path)
    if text is None:
        return
    traces = list(find(text))
    yield from (_tell(trace, text, source) for trace in traces)
    if not traces:
        yield from _check_guesses(path, find)


@lru_cache(maxsize=2)
def build_finder(removed: Removed, others: frozenset[str]) -> Callable[[str], Iterator[Trace]]:
    """Return what finds everybody who was forgotten in a text, given the folded names of those who stay."""
    kept = frozenset(one for one in others if not removed.has_folded(Kind.NAME, one))
    return partial(find_traces, is_known=removed.has_folded, others=kept, is_word=removed.find_word)


def _tell(trace: Trace, text: str, source: str) -> Problem:
    line = text.count("\n", 0, trace.start) + 1
    place = Place(source, line, trace.start - text.rfind("\n", 0, trace.start))
    if trace.is_doubtful:
        return Problem(place, "", _MAYBE, Severity.WARNING)
    return Problem(place, "", f"names {BACK}")


def _judge_path(
    name: str, removed: Removed, find: Callable[[str], Iterator[Trace]]
) -> tuple[str, Severity] | None:
    """Return what is wrong with the name of a file; None where nothing is."""
    traces = list(find(name))
    if any(not one.is_doubtful for one in traces):
        return f"names {BACK}", Severity.ERROR
    stem = PurePosixPath(name).name.partition(".")[0]
    if removed.has(Kind.HANDLE, stem):
        return (f"names {BACK}", Severity.ERROR) if is_distinctive(stem) else (_MAYBE, Severity.WARNING)
    return None


def _check_guesses(path: Path, find: Callable[[str], Iterator[Trace]]) -> Iterator[Problem]:
    """Tell a text that names somebody in the encoding of an old machine."""
    data = path.read_bytes()
    if data.isascii() or (saved := read_saved(data)) is None or saved.codec not in {"latin-1", "cp1252"}:
        return
    for text in list_guesses(data):
        for trace in find(text):
            yield _tell(trace, text, display_path(path))
