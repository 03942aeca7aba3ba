"""Two people become one in an attendee list; comments, order and all other bytes stay."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ...loading.spellings import ATTENDEE, EVENT, LIST_FILE, ORGANIZER, PICTURE_FILE, SITTER
from ...loading.yaml_edit import CommentedMap, CommentedSeq, YamlText, build_block, read_yaml_text
from ...loading.yaml_keys import find_key, find_value
from ...model.identity import build_id
from ...model.visibility import VISIBILITY_WORDS, Visibility
from .facts import (
    drop_key,
    fill_gaps,
    join_consents,
    join_private_notes,
    lower_visibility,
    rewrite_text,
)

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True, kw_only=True)
class Merging:
    """Who becomes whom."""

    is_former: Callable[[str], bool]
    """Whether an id is one of the person who goes into the other."""
    is_kept: Callable[[str], bool]
    """Whether an id is one of the person who stays."""
    kept_id: str
    kept_name: str
    level: Visibility | None = None
    """Level that the entry of this list is given, so that nothing more is shown than before; or None."""
    rename_mentions: Callable[[str], str] = str
    """Returns a note in which mentions of the one are mentions of the other."""

    def rename(self, identifier: str) -> str:
        """Return the id that is written in the place of one."""
        return self.kept_id if self.is_former(identifier) else identifier

    def rename_typed(self, typed: str) -> str:
        """Return the same for an id, a handle or a name; what means somebody else stays as it is typed."""
        return self.kept_id if self.is_former(build_id(typed)) else typed


def merge_list(text: str, merging: Merging) -> str:
    """Return the text of a list in which one person stands for two.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    root = edit.root
    if isinstance(root, CommentedSeq):
        _merge_entries(edit, root, merging)
    elif isinstance(root, CommentedMap):
        _merge_event(edit, find_value(root, "event", LIST_FILE), merging)
        entries = find_value(root, "attendees", LIST_FILE)
        if isinstance(entries, CommentedSeq):
            _merge_entries(edit, entries, merging)
    return edit.render()


def rename_ids(edit: YamlText, ids: Any, merging: Merging) -> bool:  # noqa: ANN401 -- a tree
    """Write the id that stays in the place of the other's in a list of ids, each once."""
    if not isinstance(ids, CommentedSeq):
        return False
    former = [at for at, item in enumerate(ids) if merging.is_former(build_id(edit.plain(item)))]
    for at in former:
        ids[at] = merging.kept_id
    same = [at for at, item in enumerate(ids) if edit.plain(item) == merging.kept_id]
    for at in reversed(same[1:] if former else []):
        del ids[at]
    return bool(former)


def merge_picture_file(text: str, merging: Merging) -> str:
    """Return the text of a file beside a picture in which one person stands for two.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    rename_sitters(edit, edit.root, merging)
    return edit.render()


def rename_sitters(edit: YamlText, picture: Any, merging: Merging) -> None:  # noqa: ANN401 -- a tree
    """Write the id that stays in the place of the other's among those who are on a picture."""
    if not isinstance(picture, CommentedMap):
        return
    sitters = find_value(picture, "people", PICTURE_FILE)
    rename_ids(edit, sitters, merging)
    for sitter in sitters if isinstance(sitters, CommentedSeq) else ():
        if isinstance(sitter, CommentedMap):
            _rename_id(edit, sitter, find_key(sitter, "id", SITTER), merging)


def _rename_id(edit: YamlText, mapping: CommentedMap, key: str | None, merging: Merging) -> None:
    if key and merging.is_former(edit.plain(mapping[key])):
        mapping[key] = merging.kept_id


def _merge_event(edit: YamlText, event: Any, merging: Merging) -> None:  # noqa: ANN401 -- a tree
    if not isinstance(event, CommentedMap):
        return
    rename_sitters(edit, find_value(event, "cover", EVENT), merging)
    key = find_key(event, "organizers", EVENT)
    if key is None:
        return
    organizers = event[key]
    if isinstance(organizers, str) and merging.is_former(build_id(edit.plain(organizers))):
        event[key] = merging.kept_id
    rename_ids(edit, organizers, merging)
    for organizer in organizers if isinstance(organizers, CommentedSeq) else ():
        if isinstance(organizer, CommentedMap):
            _rename_id(edit, organizer, find_key(organizer, "id", ORGANIZER), merging)


def _merge_entries(edit: YamlText, entries: CommentedSeq, merging: Merging) -> None:
    former = [at for at, entry in enumerate(entries) if merging.is_former(find_id(edit, entry))]
    kept = [at for at, entry in enumerate(entries) if merging.is_kept(find_id(edit, entry))]
    for entry in entries:
        if isinstance(entry, CommentedMap):
            _rename_met(edit, entry, merging)
            rename_sitters(edit, find_value(entry, "photo", ATTENDEE), merging)
            rewrite_text(edit, entry, find_key(entry, "note", ATTENDEE), merging.rename_mentions)
    for at in reversed(former):
        if kept:
            entries[kept[0]] = _join(edit, entries[kept[0]], entries[at], merging)
        else:
            entries[at] = _rename_entry(edit, entries[at], merging)
            kept = [at]
            continue
        del entries[at]
        kept = [place - (place > at) for place in kept]
    if former and merging.level is not None:
        entry = entries[kept[0]]
        if not isinstance(entry, CommentedMap):
            entry = entries[kept[0]] = CommentedMap(id=entry)
            entry.fa.set_flow_style()
        lower_visibility(edit, entry, merging.level, ATTENDEE)


def find_id(edit: YamlText, entry: Any) -> str:  # noqa: ANN401 -- a tree
    """Return the id of an entry as the list is read: typed, or made of the handle or the name."""
    if not isinstance(entry, CommentedMap):
        return build_id(edit.plain(entry))
    typed = {standard: edit.plain(find_value(entry, standard, ATTENDEE)) for standard in _NAMING}
    whole = " ".join(filter(None, (typed["first_name"], typed["last_name"])))
    return typed["id"] or build_id(typed["handle"]) or build_id(typed["name"] or whole)


_NAMING = ("id", "handle", "name", "first_name", "last_name")


def _rename_entry(edit: YamlText, entry: Any, merging: Merging) -> Any:  # noqa: ANN401 -- a tree
    if not isinstance(entry, CommentedMap):
        return merging.kept_id
    id_key = find_key(entry, "id", ATTENDEE)
    if id_key:
        entry[id_key] = merging.kept_id
    else:
        entry.insert(0, "id", merging.kept_id)
    handle_key = find_key(entry, "handle", ATTENDEE)
    if handle_key and merging.is_former(build_id(edit.plain(entry[handle_key]))):
        drop_key(entry, handle_key, "id")
    _rename_name(entry, merging)
    return entry


def _rename_name(entry: CommentedMap, merging: Merging) -> None:
    name_key = find_key(entry, "name", ATTENDEE)
    for part in ("first_name", "last_name"):
        if part_key := find_key(entry, part, ATTENDEE):
            drop_key(entry, part_key, "name")
            name_key = name_key or "name"
    if name_key:
        entry[name_key] = merging.kept_name


def _join(edit: YamlText, kept: Any, former: Any, merging: Merging) -> Any:  # noqa: ANN401 -- a tree
    """Return one entry of two at one event: what the one that stays leaves open, the other says."""
    if not isinstance(former, CommentedMap):
        return kept
    if not isinstance(kept, CommentedMap):
        return _rename_entry(edit, former, merging)
    note = find_value(former, "note", ATTENDEE)
    note_key = find_key(kept, "note", ATTENDEE)
    if note and note_key and edit.plain(note) != edit.plain(kept[note_key]):
        kept[note_key] = build_block(f"{str(kept[note_key]).rstrip()}\n\n{note}")
    _unite(edit, kept, former, "met_with")
    _unite(edit, kept, former, "role")
    join_private_notes(kept, former, ATTENDEE)
    _rename_name(former, merging)  # or the former name would be that of the one who stays
    fill_gaps(kept, former, ATTENDEE)
    level = VISIBILITY_WORDS.get(edit.plain(find_value(former, "visibility", ATTENDEE)))
    lower_visibility(edit, kept, level, ATTENDEE)
    join_consents(edit, kept, former, ATTENDEE)
    return kept


def _unite(edit: YamlText, kept: CommentedMap, former: CommentedMap, standard: str) -> None:
    """Add the words of one list to another."""
    mine, theirs = (find_value(one, standard, ATTENDEE) for one in (kept, former))
    if isinstance(mine, CommentedSeq) and theirs:
        others = theirs if isinstance(theirs, CommentedSeq) else [theirs]
        known = {edit.plain(one) for one in mine}
        mine.extend(other for other in others if edit.plain(other) not in known)


def _rename_met(edit: YamlText, entry: CommentedMap, merging: Merging) -> None:
    key = find_key(entry, "met_with", ATTENDEE)
    if key is None:
        return
    if isinstance(entry[key], str):
        parts = [part.strip() for part in edit.plain(entry[key]).split(",")]
        if any(merging.is_former(build_id(part)) for part in parts):
            entry[key] = ", ".join(dict.fromkeys(merging.rename(build_id(part)) for part in parts))
    rename_ids(edit, entry[key], merging)
    if isinstance(entry[key], CommentedSeq):
        own = merging.is_former(find_id(edit, entry)) or merging.is_kept(find_id(edit, entry))
        for position, item in reversed(list(enumerate(entry[key]))):
            if own and edit.plain(item) == merging.kept_id:
                del entry[key][position]
