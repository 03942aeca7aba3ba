"""Two people's files become one: the facts of the one who stays win, those of the other fill the gaps."""

from __future__ import annotations

from dataclasses import dataclass

from ...loading.spellings import PERSON
from ...loading.yaml_edit import CommentedMap, CommentedSeq, YamlText, read_yaml_text
from ...loading.yaml_keys import find_key, find_value
from ...model.identity import build_id
from ...model.visibility import Visibility
from .facts import (
    drop_key,
    fill_gaps,
    join_consents,
    join_private_notes,
    lower_visibility,
    rewrite_text,
)
from .lists import Merging, rename_sitters


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerIds:
    """Under which ids the file has the person who went into another."""

    aliases: tuple[str, ...]
    """Ids that lists may still use."""
    moved_from: tuple[str, ...]
    """Ids that had a page, from which one is led on."""


def merge_mentions(text: str, merging: Merging) -> str:
    """Return the text of somebody else's file in which one person stands for two.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    if isinstance(edit.root, CommentedMap):
        rename_sitters(edit, find_value(edit.root, "photo", PERSON), merging)
        rewrite_text(edit, edit.root, find_key(edit.root, "bio", PERSON), merging.rename_mentions)
    return edit.render()


def merge_people(
    kept: str, former: str, *, name: str, former_ids: FormerIds, level: Visibility | None
) -> str:
    """Return the text of the file of the person who stays.

    Args:
        kept: Text of their file, or empty where there is none yet.
        former: The same of the other person.
        name: Of the person who stays.
        former_ids: Ids that lead to this file from now on.
        level: The lowest level of both files, or None where none says one.

    Raises:
        UnreadableError: One of them is no YAML.
    """
    edit = read_yaml_text(kept or former or "name: …\n")
    if not isinstance(edit.root, CommentedMap):
        return kept
    root = edit.root
    if not kept:
        _rename(edit, root, name)
    elif former:
        other = read_yaml_text(former)
        if isinstance(other.root, CommentedMap):
            join_private_notes(root, other.root, PERSON)
            fill_gaps(root, other.root, PERSON)
            join_consents(edit, root, other.root, PERSON)
    lower_visibility(edit, root, level, PERSON)
    known = {build_id(edit.plain(find_value(root, "handle", PERSON)))}
    _extend(edit, root, "aliases", tuple(one for one in former_ids.aliases if one not in known))
    _extend(edit, root, "moved_from", former_ids.moved_from)
    return edit.render()


def _rename(edit: YamlText, root: CommentedMap, name: str) -> None:
    """Give a file the name of the person who stays, and no id but that of the file's name."""
    for standard in ("id", "first_name", "last_name"):
        if key := find_key(root, standard, PERSON):
            drop_key(root, key, "name")
    key = find_key(root, "name", PERSON)
    if key is None:
        root.insert(0, "name", name)
    elif edit.plain(root[key]) != name:
        root[key] = name


def _extend(edit: YamlText, root: CommentedMap, standard: str, ids: tuple[str, ...]) -> None:
    """Add ids to a list of a file, each once."""
    key = find_key(root, standard, PERSON)
    typed = root[key] if key else None
    if isinstance(typed, str):
        typed = CommentedSeq([part.strip() for part in edit.plain(typed).split(",")])
    known = {build_id(edit.plain(one)) for one in typed or ()}
    new = [one for one in dict.fromkeys(ids) if one not in known]
    if not new:
        return
    if typed is None:
        typed = CommentedSeq()
        typed.fa.set_flow_style()
    typed.extend(new)
    root[key or standard] = typed
