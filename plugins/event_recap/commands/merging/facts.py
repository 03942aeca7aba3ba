"""The facts of one mapping joined with those of another: what is missing is filled, what is said stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...loading.dates import parse_day
from ...loading.yaml_edit import CommentedMap, CommentedSeq, YamlText
from ...loading.yaml_keys import find_key, find_value
from ...model.visibility import VISIBILITY_WORDS, Visibility

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...loading.vocabulary import Vocabulary

FLAGS = ("photo", "index", "graph")
"""Keys of a consent that say yes or no."""


def rewrite_text(
    edit: YamlText, mapping: CommentedMap, key: str | None, rewrite: Callable[[str], str]
) -> None:
    """Rewrite the text of a key, in the form in which it was typed; nothing for a key that is not there."""
    value = mapping[key] if key else None
    typed = edit.plain(value)
    if isinstance(value, str) and (text := rewrite(typed)) != typed:
        mapping[key] = type(value)(text)


def drop_key(mapping: CommentedMap, key: str, heir: str) -> None:
    """Take a key out; the comment behind it goes to another, unless that one has its own."""
    comment = mapping.ca.items.get(key)
    del mapping[key]
    if comment and heir not in mapping.ca.items:
        mapping.ca.items[heir] = comment


def fill_gaps(first: CommentedMap, second: CommentedMap, vocabulary: Vocabulary) -> None:
    """Add to a mapping what only the other has; networks too. Levels and consents are joined, not filled."""
    for key, value in second.items():
        standard = vocabulary.find(str(key))
        if not standard or standard in {"id", "handle", "visibility", "consent"}:
            continue
        mine = find_key(first, standard, vocabulary)
        if mine is None:
            first[key] = value
        elif (
            isinstance(first[mine], CommentedMap)
            and isinstance(value, CommentedMap)
            and standard == "profiles"
        ):
            for network in value:
                if network not in first[mine]:
                    first[mine][network] = value[network]


def join_private_notes(first: CommentedMap, second: CommentedMap, vocabulary: Vocabulary) -> None:
    """Add the private notes of one mapping to those of another."""
    mine, theirs = (find_key(one, "follow_up", vocabulary) for one in (first, second))
    if mine and theirs:
        both = [one if isinstance(one, CommentedSeq) else [one] for one in (first[mine], second[theirs])]
        first[mine] = CommentedSeq([note for notes in both for note in notes])


def lower_visibility(
    edit: YamlText, first: CommentedMap, level: Visibility | None, vocabulary: Vocabulary
) -> None:
    """Write a level where it is lower than the one that a mapping says."""
    key = find_key(first, "visibility", vocabulary)
    typed = VISIBILITY_WORDS.get(edit.plain(first[key])) if key else None
    if level is not None and (key is None or (typed is not None and level < typed)):
        first[key or "visibility"] = level.word


def join_consents(edit: YamlText, first: CommentedMap, second: CommentedMap, vocabulary: Vocabulary) -> None:
    """Write the stricter of two consents: the earlier end, and each no of either."""
    theirs, mine = (find_value(one, "consent", vocabulary) for one in (second, first))
    if not isinstance(theirs, CommentedMap):
        return
    if not isinstance(mine, CommentedMap):
        first["consent"] = theirs
        return
    ends = [edit.plain(one["until"]) for one in (mine, theirs) if one.get("until")]
    if ends:
        mine["until"] = min(ends, key=parse_day)
        _keep_order(edit, mine, theirs)
    for flag in FLAGS:
        if edit.plain(theirs.get(flag)).casefold() in {"false", "no", "non", "off", "0"}:
            mine[flag] = "false"


def _keep_order(edit: YamlText, mine: CommentedMap, theirs: CommentedMap) -> None:
    """Have a consent begin before it ends: as the other says, or without a word where neither fits."""
    until = parse_day(edit.plain(mine["until"]))
    given, other = edit.plain(mine.get("given")), edit.plain(theirs.get("given"))
    if given and parse_day(given) > until:
        del mine["given"]
        if other and parse_day(other) <= until:
            mine["given"] = other
