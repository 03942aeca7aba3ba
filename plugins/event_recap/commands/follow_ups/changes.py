"""``follow-ups --done`` and ``--add``: what becomes of the files of private notes."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.files import display_path
from ...loading.follow_up_edit import add_note, mark_done, walk_list, walk_notebook, walk_person
from ...loading.follow_ups import NOTEBOOK_NAME, find_notebook
from ...loading.git import check_private
from ...loading.report import UnreadableError
from ..changes import FileChange
from ..opening import find_person, read_text

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from ...model.event import Event
    from ...model.follow_up import FollowUp
    from ..opening import OpenSite


def plan_done(
    site: OpenSite, notes: Sequence[FollowUp], person: str, *, event_id: str, line: int
) -> tuple[FileChange, ...]:
    """Return what becomes of each file when somebody's open notes are done today.

    Args:
        site: The site.
        notes: Every private note.
        person: Id, handle or name.
        event_id: Only those of this event; empty for whichever is the only one with open notes.
        line: Only the one on this line of its file; 0 for all.

    Raises:
        EventRecapError: Nothing is open for the person, or it is at several events.
        UnreadableError: A file cannot be changed.
    """
    wanted = _find_bearer(site, notes, person)
    resolve = site.registry.resolve_id
    found = [
        note
        for note in notes
        if note.done is None
        and resolve(note.person_id) == wanted
        and (not event_id or note.event_id == event_id)
        and (not line or note.place.line == line)
    ]
    events = sorted({note.event_id for note in found})
    if not found:
        where = f" on line {line}" if line else f" of {event_id}" if event_id else ""
        raise EventRecapError([Problem(Place("PERSON"), "", f"nothing is open for '{wanted}'{where}")])
    if len(events) > 1:
        what = f"'{wanted}' has open notes of {' and '.join(filter(None, events))}; name the event as well"
        raise EventRecapError([Problem(Place("EVENT"), "", what)])
    return tuple(_change(site, found, path) for path in dict.fromkeys(note.path for note in found))


def plan_note(site: OpenSite, event: Event, person: str, text: str, by: date | None) -> FileChange:
    """Return the file of private notes with one more.

    Raises:
        EventRecapError: Nobody is called so, git would keep the file, or it cannot be changed.
    """
    path = find_notebook(site.content, site.settings.attendees_path)
    if problems := check_private(path):
        raise EventRecapError(problems)
    note = {"person": find_person(site.registry, person), "do": " ".join(text.split())}
    if not note["do"]:
        raise EventRecapError([Problem(Place("--add"), "", "says nothing; write what is to be done")])
    if by:
        note["by"] = str(by)
    before = read_text(path) if path.is_file() else ""
    try:
        return FileChange(path, before, add_note(before, event.id, note))
    except UnreadableError:
        what = "cannot be changed as it is; 'event-recap follow-ups' says what is wrong in it"
        raise EventRecapError([Problem(Place(display_path(path)), "", what)]) from None


def _find_bearer(site: OpenSite, notes: Sequence[FollowUp], word: str) -> str:
    """Return whose notes are meant: also somebody's of whom no list says anything any more."""
    resolve = site.registry.resolve_id
    if any(note.person_id == word for note in notes):
        return resolve(word)
    return find_person(site.registry, word)


def _change(site: OpenSite, found: Sequence[FollowUp], path: str) -> FileChange:
    walk = walk_person
    if PurePosixPath(path).name == NOTEBOOK_NAME:
        walk = walk_notebook
    elif PurePosixPath(path).parent == PurePosixPath(site.settings.attendees_path):
        walk = walk_list
    text = read_text(site.content / path)
    numbers = {note.number for note in found if note.path == path}
    return FileChange(site.content / path, text, mark_done(text, numbers, site.registry.policy.today, walk))
