"""Writes into files of private notes: a note is added, or marked as done; all other bytes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from .spellings import ATTENDEE, FOLLOW_UP, LIST_FILE, PERSON
from .yaml_edit import CommentedMap, CommentedSeq, YamlText, read_yaml_text
from .yaml_keys import find_key, find_value

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator
    from datetime import date

HEADING = """\
# Private notes on people: never shown, never published. Git passes this file over; so should you.
# event-recap follow-ups lists what is open, with a first message to each.
"""


def add_note(text: str, event_id: str, note: dict[str, str]) -> str:
    """Return the file of notes with one more.

    Args:
        text: Of the file; empty for one that is new.
        event_id: Event below which it goes.
        note: What it says, by key.

    Raises:
        UnreadableError: The file is no YAML.
    """
    edit = read_yaml_text(text if text.strip() else f"{HEADING}{event_id}:\n  - {{}}\n")
    root = edit.root
    if not isinstance(root, CommentedMap):
        # Nothing but comments: below them goes what a new file would have.
        edit = read_yaml_text(f"{text.rstrip()}\n{event_id}:\n  - {{}}\n")
        root = edit.root
    one = CommentedMap(note)
    one.fa.set_flow_style()
    if not isinstance(root.get(event_id), CommentedSeq):
        root[event_id] = CommentedSeq([one])
    elif list(root[event_id]) == [{}]:
        root[event_id][0] = one
    else:
        root[event_id].append(one)
    return edit.render()


def mark_done(text: str, numbers: Collection[int], day: date, walk: Walk) -> str:
    """Return a file in which some of its notes are done.

    Args:
        text: Of the file.
        numbers: Of the notes, from 0, in the order in which they are read.
        day: On which they were done.
        walk: Finds the notes of such a file.

    Raises:
        UnreadableError: The file is no YAML.
    """
    edit = read_yaml_text(text)
    for number, (holder, key) in enumerate(list(walk(edit))):
        if number in numbers:
            note = holder[key]
            if not isinstance(note, CommentedMap):
                note = holder[key] = CommentedMap(do=edit.plain(note))
                note.fa.set_flow_style()
            note[find_key(note, "done", FOLLOW_UP) or "done"] = str(day)
    return edit.render()


def rewrite_notebook(text: str, rename: Callable[[str], str | None]) -> str:
    """Return the file of notes with other ids of people.

    Args:
        text: Of the file.
        rename: Returns what takes the place of an id, a handle or a name; None where the note goes.

    Raises:
        UnreadableError: The file is no YAML.
    """
    edit = read_yaml_text(text)
    for holder, key in reversed(list(walk_notebook(edit))):
        note = holder[key]
        who = find_key(note, "person", FOLLOW_UP) if isinstance(note, CommentedMap) else None
        typed = edit.plain(note[who]) if who else ""
        renamed = rename(typed) if typed else typed
        if renamed is None:
            del holder[key]
        elif who and renamed != typed:
            note[who] = renamed
    if isinstance(edit.root, CommentedMap):
        for event_id in [
            key for key, notes in edit.root.items() if isinstance(notes, CommentedSeq) and not notes
        ]:
            del edit.root[event_id]
    return edit.render()


def walk_notebook(edit: YamlText) -> Iterator[tuple[Any, Any]]:
    """Yield the list and the position of each note of the file of them."""
    for notes in edit.root.values() if isinstance(edit.root, CommentedMap) else ():
        if isinstance(notes, CommentedSeq):
            yield from ((notes, number) for number in range(len(notes)))


def walk_list(edit: YamlText) -> Iterator[tuple[Any, Any]]:
    """Yield the mapping or list, and the key, of each note in an attendee list."""
    entries = edit.root
    if isinstance(entries, CommentedMap):
        entries = find_value(entries, "attendees", LIST_FILE)
    for entry in entries.values() if isinstance(entries, CommentedMap) else entries or ():
        if isinstance(entry, CommentedMap):
            yield from _walk_key(edit, entry, find_key(entry, "follow_up", ATTENDEE))


def walk_person(edit: YamlText) -> Iterator[tuple[Any, Any]]:
    """Yield the same of a person's file."""
    if isinstance(edit.root, CommentedMap):
        yield from _walk_key(edit, edit.root, find_key(edit.root, "follow_up", PERSON))


def _walk_key(edit: YamlText, holder: CommentedMap, key: str | None) -> Iterator[tuple[Any, Any]]:
    value = holder[key] if key else None
    if isinstance(value, CommentedSeq):
        yield from ((value, number) for number in range(len(value)))
    elif isinstance(value, CommentedMap) or edit.plain(value) not in {"", "~", "null"}:
        yield holder, key


if TYPE_CHECKING:
    Walk = Callable[[YamlText], Iterator[tuple[Any, Any]]]
