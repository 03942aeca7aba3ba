"""Writes guests into an attendee list: only counted, below those who stand there; comments and order stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...loading.spellings import ATTENDEE, LIST_FILE
from ...loading.yaml_edit import CommentedMap, CommentedSeq, YamlText, build_block, read_yaml_text
from ...loading.yaml_keys import find_key
from ...model.identity import build_id
from ...model.visibility import Visibility

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ...model.event import Attendee
    from ...model.registry import Registry
    from .guests import Guest
    from .matching import Standing

_FACTS = ("org", "job_title", "url")
"""What fills a gap of an entry that stands there."""


def add_guests(
    text: str, added: Iterable[Guest], filled: Iterable[tuple[Guest, Standing]], registry: Registry
) -> str:
    """Return the text of a list with more guests, and with gaps filled in entries that are only counted.

    Args:
        text: Of the list; one that is new has its comments and ``attendees:`` without entries.
        added: Guests who get an entry.
        filled: Guests who have one.
        registry: The site's people; what somebody's own file says is not repeated.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    entries, is_new = _find_entries(edit)
    _fill_gaps(entries, filled)
    for guest in added:
        facts = _build_entry(guest, has_file=guest.id in registry.people)
        if isinstance(entries, CommentedMap):
            entries[guest.id] = facts
        else:
            entries.append(facts)
    if is_new and entries and isinstance(edit.root, CommentedMap):
        edit.root[find_key(edit.root, "attendees", LIST_FILE) or "attendees"] = entries
    return edit.render()


def _find_entries(edit: YamlText) -> tuple[Any, bool]:
    """Return the entries of a list, and whether they have to be put into it."""
    root = edit.root
    if isinstance(root, CommentedSeq):
        return root, False
    if not isinstance(root, CommentedMap):
        return CommentedSeq(), False
    key = find_key(root, "attendees", LIST_FILE)
    entries = root[key] if key else None
    if isinstance(entries, CommentedSeq | CommentedMap):
        return entries, False
    return CommentedSeq(), True


def _build_entry(guest: Guest, *, has_file: bool) -> CommentedMap:
    """Return an entry, on one line but for what somebody wrote; nothing of it is shown."""
    entry = CommentedMap()
    if guest.person_id and guest.person_id != (build_id(guest.handle) or build_id(guest.name)):
        entry["id"] = guest.person_id
    if guest.name:
        entry["name"] = guest.name
    if guest.handle and not entry.get("id"):
        entry["handle"] = guest.handle
    if guest.roles:
        entry["role"] = guest.roles[0] if len(guest.roles) == 1 else _flow(CommentedSeq(guest.roles))
    if not has_file:
        entry.update({key: getattr(guest, key) for key in _FACTS if getattr(guest, key)})
        if guest.profiles:
            entry["profiles"] = _flow(CommentedMap(guest.profiles))
    if guest.note:
        entry["note"] = build_block(guest.note) if "\n" in guest.note else guest.note
    entry["visibility"] = Visibility.COUNTED.word
    return entry if "\n" in guest.note else _flow(entry)


def _flow(node: Any) -> Any:  # noqa: ANN401 -- a tree
    node.fa.set_flow_style()
    return node


def _fill_gaps(entries: Any, filled: Iterable[tuple[Guest, Standing]]) -> None:  # noqa: ANN401
    """Add what entries do not say yet, where none of it is shown: a machine publishes nothing."""
    by_line = {}
    for key in range(len(entries)) if isinstance(entries, CommentedSeq) else ():
        if isinstance(entries[key], CommentedMap):
            by_line[entries.lc.item(key)[0] + 1] = entries[key]
    for guest, standing in filled:
        entry = standing.entry
        if entry and entry.visibility is not None and entry.visibility <= Visibility.COUNTED:
            facts = by_line.get(entry.place.line)
            if facts is not None:
                _fill(facts, guest, entry)


def _fill(facts: CommentedMap, guest: Guest, entry: Attendee) -> None:
    last = next(reversed(facts), None)
    at = len(facts) - 1 if last and ATTENDEE.find(str(last)) == "visibility" else len(facts)
    for key in _FACTS:
        if getattr(guest, key) and not getattr(entry, key) and not find_key(facts, key, ATTENDEE):
            facts.insert(at, key, getattr(guest, key))
            at += 1
    known = {profile.network for profile in entry.profiles}
    missing = {network: text for network, text in guest.profiles.items() if network not in known}
    typed = find_key(facts, "profiles", ATTENDEE)
    if missing and typed is None:
        facts.insert(at, "profiles", _flow(CommentedMap(missing)))
    elif missing and isinstance(facts[typed], CommentedMap):
        facts[typed].update(missing)


def list_kept(guest: Guest, entry: Attendee) -> list[str]:
    """Return the keys of an entry that say something else than an export; the entry is what counts."""
    return [
        key
        for key in _FACTS
        if getattr(guest, key) and getattr(entry, key) and getattr(guest, key) != getattr(entry, key)
    ]
