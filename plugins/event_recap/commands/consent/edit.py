"""Writes an answer into an entry or a person's file; comments, order and all other bytes stay."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ...loading.report import UnreadableError
from ...loading.spellings import ATTENDEE, CONSENT, LIST_FILE
from ...loading.yaml_edit import CommentedMap, CommentedSeq, YamlText, read_yaml_text
from ...loading.yaml_keys import find_key, find_value
from ...model.identity import build_id
from ..merging.facts import drop_key
from ..merging.lists import find_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from ...loading.vocabulary import Vocabulary
    from .answer import Answer


def record_in_list(text: str, is_person: Callable[[str], bool], answer: Answer) -> str:
    """Return a list in which every entry of a person says what they answered.

    Args:
        text: Of the list.
        is_person: Tells whether an id is theirs.
        answer: What they said.

    Raises:
        UnreadableError: It is no YAML, or nobody in it is the person.
    """
    edit = read_yaml_text(text)
    found = [place for place in _walk(edit) if is_person(place[2])]
    if not found:
        what = "the entry was not found; write it as '- id: …' on lines of its own"
        raise UnreadableError(what)
    for holder, key, _ in found:
        entry = holder[key]
        if not isinstance(entry, CommentedMap):
            entry = holder[key] = CommentedMap() if entry is None else CommentedMap(name=entry)
            entry.fa.set_flow_style()
        record_in_mapping(edit, entry, ATTENDEE, answer)
    return edit.render()


def record_in_mapping(edit: YamlText, mapping: CommentedMap, vocabulary: Vocabulary, answer: Answer) -> None:
    """Write a level, and when, until when and how it was given; what else was agreed stays."""
    mapping[find_key(mapping, "visibility", vocabulary) or "visibility"] = answer.level.word
    key = find_key(mapping, "consent", vocabulary) or "consent"
    consent = mapping.get(key)
    if not isinstance(consent, CommentedMap):
        consent = CommentedMap()
        consent.fa.set_flow_style()
    said = {
        "given": str(answer.given),
        "until": str(answer.until or ""),
        "method": answer.method.value if answer.method else "",
        **{flag: "true" if yes else "false" for flag, yes in answer.flags.items()},
    }
    for standard, word in said.items():
        typed = find_key(consent, standard, CONSENT)
        if word and edit.plain(consent.get(typed)) != word:
            consent[typed or standard] = word
        elif not word and typed:
            # It was said of the answer before this one.
            drop_key(consent, typed, find_key(consent, "given", CONSENT) or "given")
    mapping[key] = consent


def _walk(edit: YamlText) -> Iterator[tuple[Any, Any, str]]:
    """Yield the holder, the key and the id of each entry of a list."""
    entries = edit.root
    if isinstance(entries, CommentedMap):
        entries = find_value(entries, "attendees", LIST_FILE)
    if isinstance(entries, CommentedMap):
        for key, entry in entries.items():
            own = find_value(entry, "id", ATTENDEE) if isinstance(entry, CommentedMap) else None
            if entry is None or isinstance(entry, CommentedMap):
                yield entries, key, edit.plain(own) or build_id(edit.plain(key))
    elif isinstance(entries, CommentedSeq):
        yield from ((entries, number, find_id(edit, entry)) for number, entry in enumerate(entries))
