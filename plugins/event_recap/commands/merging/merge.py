"""``merge A B``: two people who are one, in every file; what is shown of them never becomes more."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.files import display_path
from ...loading.follow_up_edit import rewrite_notebook
from ...loading.follow_ups import find_notebook
from ...loading.report import UnreadableError
from ...model.identity import build_id
from ...model.standing import explain_standings
from ...model.visibility import Visibility
from ..changes import FileChange
from ..opening import OpenSite, collect_names, find_name, find_person, read_text
from ..rehearsal import load_changed
from .heads import merge_head, merge_yaml
from .lists import Merging, merge_list, merge_picture_file
from .people import FormerIds, merge_mentions, merge_people
from .texts import Renaming, rename_links, rename_mentions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ...model.event import Event
    from ...model.registry import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two people, of whom one goes into the other."""

    former: str
    kept: str
    name: str
    """Of the one who stays."""


def plan_merge(site: OpenSite, former: str, kept: str) -> tuple[FileChange, ...]:
    """Return what becomes of every file when one person goes into another.

    Args:
        site: The site as it is.
        former: Id, handle or name of the person who goes; an alias alone is written out.
        kept: The same of the person who stays.

    Raises:
        EventRecapError: One of them is unknown, both are one already, or more would be shown than before.
        UnreadableError: A file cannot be changed.
    """
    pair = _find_pair(site.registry, former, kept)
    changes = _change(site, pair, {})
    risen = _find_risen(site, pair, changes)
    if risen:
        changes = _change(site, pair, risen)
        risen = _find_risen(site, pair, changes)
    if risen:
        raise EventRecapError(_tell_risen(site, risen))
    return changes


def _find_pair(registry: Registry, former: str, kept: str) -> Pair:
    kept_id = find_person(registry, kept)
    former_id = former if registry.resolve_id(former) != former else find_person(registry, former)
    if former_id == kept_id:
        what = f"'{former}' and '{kept}' are one person already"
        raise EventRecapError([Problem(Place("PERSON"), "", what)])
    return Pair(former=former_id, kept=kept_id, name=find_name(registry, kept_id))


def _change(site: OpenSite, pair: Pair, levels: dict[str, Visibility]) -> tuple[FileChange, ...]:
    """Return what becomes of every file; ``levels`` are written into the lists of those events."""
    registry = site.registry
    renaming = _build_renaming(registry, pair)
    merging = Merging(
        is_former=lambda one: one == pair.former or registry.resolve_id(one) == pair.former,
        is_kept=lambda one: one != pair.former and registry.resolve_id(one) == pair.kept,
        kept_id=pair.kept,
        kept_name=pair.name,
        rename_mentions=partial(rename_mentions, renaming=renaming),
    )
    changes = []
    for event in registry.events.values():
        text = merged = read_text(site.content / event.path)
        if any(map(merging.is_former, _list_ids(event))) or merging.rename_mentions(text) != text:
            merged = merge_list(text, replace(merging, level=levels.get(event.id)))
        changes.append(FileChange(site.content / event.path, text, rename_links(merged, renaming)))
    changes += _change_people(site, pair, renaming, merging)
    changes += _change_notebook(site, merging)
    for path in site.find_picture_files():
        text = read_text(path)
        changes.append(FileChange(path, text, merge_picture_file(text, merging)))
    for path in site.find_other_files():
        text = read_text(path)
        changes.append(FileChange(path, text, merge_yaml(rename_links(text, renaming), merging)))
    for path in site.find_texts():
        text = read_text(path)
        renamed = rename_mentions(rename_links(text, renaming), renaming)
        changes.append(FileChange(path, text, merge_head(renamed, merging)))
    return tuple(change for change in changes if change.before != change.after)


def _change_notebook(site: OpenSite, merging: Merging) -> Iterator[FileChange]:
    """Yield what becomes of the file of private notes, where there is one."""
    path = find_notebook(site.content, site.settings.attendees_path)
    if path.is_file():
        text = read_text(path)
        try:
            yield FileChange(path, text, rewrite_notebook(text, merging.rename_typed))
        except UnreadableError:
            what = "cannot be changed as it is; 'event-recap follow-ups' says what is wrong in it"
            raise EventRecapError([Problem(Place(display_path(path)), "", what)]) from None


def _list_ids(event: Event) -> Iterator[str]:
    """Yield every id that a list names; a list that names nobody concerned is not read again."""
    yield from (organizer.person_id for organizer in event.organizers)
    pictures = [event.cover, *(entry.photo for entry in event.attendees)]
    yield from (sitter.person_id for picture in pictures if picture for sitter in picture.people)
    for entry in event.attendees:
        yield from (entry.id, *entry.met_with)


def _change_people(site: OpenSite, pair: Pair, renaming: Renaming, merging: Merging) -> list[FileChange]:
    registry = site.registry
    kept, former = registry.people.get(pair.kept), registry.people.get(pair.former)
    folder = site.content / site.settings.people_path
    path = site.content / kept.path if kept else folder / f"{pair.kept}.yml"
    kept_text, former_text = (read_text(site.content / one.path) if one else "" for one in (kept, former))
    merged = merge_people(
        kept_text,
        former_text,
        name=pair.name,
        former_ids=_list_former_ids(registry, pair),
        level=_find_lasting_level(registry, pair),
    )
    changes = [FileChange(path, kept_text, rename_links(merged, renaming))]
    if former:
        changes.append(FileChange(site.content / former.path, former_text, None))
    for person in registry.people.values():
        if person not in (kept, former):
            path = site.content / person.path
            text = read_text(path)
            changes.append(FileChange(path, text, merge_mentions(rename_links(text, renaming), merging)))
    return changes


def _list_former_ids(registry: Registry, pair: Pair) -> FormerIds:
    """Return the ids of the person who goes; only one that has a page leads on, as it tells who it was."""
    former = registry.people.get(pair.former)
    is_alias = registry.resolve_id(pair.former) != pair.former
    has_page = pair.former in registry.public_people
    aliases = former.aliases if former else ()
    return FormerIds(
        aliases=aliases if has_page or is_alias else (*aliases, pair.former),
        moved_from=(*(former.moved_from if former else ()), *([pair.former] if has_page else [])),
    )


def _find_lasting_level(registry: Registry, pair: Pair) -> Visibility | None:
    """Return the level for the joined file: the lower of both, and no more than its facts were ever shown."""
    former, kept = registry.people.get(pair.former), registry.people.get(pair.kept)
    if former is None:
        return kept.visibility if kept else None
    shown = [one.level for one in explain_standings(registry) if one.person_id == pair.former]
    typed = [one.visibility for one in (former, kept) if one and one.visibility is not None]
    most = max(shown)
    return min([*typed, *([most] if most < Visibility.PUBLIC else [])], default=None)


def _build_renaming(registry: Registry, pair: Pair) -> Renaming:
    names = collect_names(registry)
    people = [person for person in registry.people.values() if person.id in {pair.former, pair.kept}]
    called = {build_id(one.name) for one in people if one.id == pair.former} | {
        build_id(one.name) for one in explain_standings(registry) if one.person_id == pair.former
    }
    others = {name for key, known in names.items() if key != pair.former for name in known}
    networks = {profile.network for one in people if one.id == pair.kept for profile in one.profiles}
    lost = {
        profile.handle.casefold()
        for one in people
        if one.id == pair.former
        for profile in one.profiles
        if profile.handle and profile.network in networks
    }
    return Renaming(
        former_ids=frozenset({pair.former}),
        handles=frozenset(lost - others),
        names=frozenset(called - others),
        kept_id=pair.kept,
        kept_name=pair.name,
    )


def _find_risen(site: OpenSite, pair: Pair, changes: tuple[FileChange, ...]) -> dict[str, Visibility]:
    """Return by event the level of today where more would be shown after the changes."""
    both = {pair.former, pair.kept}
    before: dict[str, Visibility] = {}
    for standing in explain_standings(site.registry):
        if standing.person_id in both and standing.event_id:
            level = before.get(standing.event_id, standing.level)
            before[standing.event_id] = min(level, standing.level)
    after = explain_standings(load_changed(site, changes))
    return {
        standing.event_id: before[standing.event_id]
        for standing in after
        if standing.person_id == pair.kept and standing.level > before.get(standing.event_id, standing.level)
    }


def _tell_risen(site: OpenSite, risen: dict[str, Visibility]) -> Iterator[Problem]:
    for event_id, level in risen.items():
        what = f"more than '{level.word}' would be shown; make visibility and consent of both alike first"
        yield Problem(site.registry.events[event_id].place, "", what)
