"""``answer PERSON LEVEL``: what somebody answered, when and how, in the file that it is about."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.spellings import PERSON
from ...loading.yaml_edit import CommentedMap, read_yaml_text
from ...model.consent import ConsentMethod
from ...model.identity import build_id
from ...model.standing import Ground, explain_standings
from ...model.visibility import Visibility
from ..changes import FileChange
from ..opening import find_name, read_text
from ..rehearsal import load_changed
from .edit import record_in_list, record_in_mapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from ...model.registry import Registry
    from ...model.standing import Standing
    from ..opening import OpenSite


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a person said."""

    person_id: str
    level: Visibility
    event_id: str = ""
    """Only for this event; empty for all of them."""
    given: date
    until: date | None = None
    method: ConsentMethod | None = None
    flags: Mapping[str, bool] = field(default_factory=dict)
    """What they said of photos (``photo``), search engines (``index``) and who met whom (``graph``)."""


def plan_answer(site: OpenSite, answer: Answer) -> FileChange:
    """Return what becomes of the file that the answer is about.

    An answer for one event goes into the entry of its list; one for all of them into the person's file,
    which is made where there is none yet, so that it holds for lists to come.

    Raises:
        EventRecapError: The answer says nothing, or contradicts itself, or the site's settings.
        UnreadableError: The file cannot be changed.
    """
    if problems := list(_find_contradictions(site, answer)):
        raise EventRecapError(problems)
    change = _change_list(site, answer) if answer.event_id else _change_person(site, answer)
    if change.before == change.after:
        raise EventRecapError([Problem(Place("PERSON"), "", "nothing changes: the file says all of this")])
    return change


def tell_outcome(site: OpenSite, answer: Answer, change: FileChange) -> Iterator[str]:
    """Yield what the site will show of the person once the change is written, event by event.

    Raises:
        EventRecapError: A file would be wrong.
    """
    registry = load_changed(site, [change])
    standings = [one for one in explain_standings(registry) if one.person_id == answer.person_id]
    yield f"The next build shows {standings[0].name}:" if standings else "No list names them."
    for standing in standings:
        yield f"  {_word_standing(registry, standing, answer)}"
    held = [one.event_id for one in standings if one.event_id and one.level < answer.level]
    command = f"event-recap answer {answer.person_id} {answer.level.word}"
    if held and not answer.event_id:
        yield "Where a list holds it lower, and the answer is about that evening as well:"
        yield from (f"  {command} --event {event_id}" for event_id in dict.fromkeys(held))
    elif answer.event_id in held:
        yield f"Where the answer is about all evenings: {command}"
    for other in _find_namesakes(registry, answer.person_id):
        merge = f"event-recap merge {other} {answer.person_id}"
        yield f"'{other}' has the same name; if it is one person: {merge}"


def _find_namesakes(registry: Registry, person_id: str) -> list[str]:
    """Return the ids of others of the same name, whom the answer does not reach."""
    names = {(one.person_id, build_id(one.name)) for one in explain_standings(registry)}
    own = {name for key, name in names if key == person_id}
    return sorted({key for key, name in names if name in own and key != person_id})


def _word_standing(registry: Registry, standing: Standing, answer: Answer) -> str:
    where = standing.event_id or "no list names them, so nothing of the file is shown"
    if not standing.event_id:
        return where
    level = standing.level.word
    last_day = standing.last_day
    if last_day and last_day >= registry.policy.today and standing.level > Visibility.COUNTED:
        level += f", until {last_day}"
    is_other = bool(answer.event_id) and standing.event_id != answer.event_id
    if is_other or standing.level >= answer.level:
        return f"{where}: {level}"
    why = f"{standing.place}" if standing.place else "a default of the site"
    if standing.ground is not Ground.VISIBILITY:
        why += f" ({standing.ground.value})"
    return f"{where}: {level}, since the lower of two wins: {why}"


def _find_contradictions(site: OpenSite, answer: Answer) -> Iterator[Problem]:
    today, level = site.registry.policy.today, answer.level
    if answer.given > today:
        yield _tell("--date", f"{answer.given} is still to come; expected the day of the answer")
    yield from _find_idle(answer, today)
    if site.settings.strict and level > Visibility.COUNTED and not answer.method:
        yield _tell("--method", "missing; in strict mode nobody is shown without a record of how they agreed")
    events = _list_events(site, answer.person_id)
    if answer.event_id and answer.event_id not in events:
        what = f"its list does not name '{answer.person_id}'; expected one of {', '.join(events)}"
        yield _tell("--event", what)


def _find_idle(answer: Answer, today: date) -> Iterator[Problem]:
    """Yield a problem for each part of an answer that its level leaves without a meaning."""
    level = answer.level
    if answer.until and level <= Visibility.COUNTED:
        yield _tell("--until", f"at '{level.word}' nothing is shown that could end; leave it out")
    elif answer.until and answer.until < max(today, answer.given):
        yield _tell("--until", f"{answer.until} is over, so nothing would be shown; expected a day to come")
    for flag, said in answer.flags.items():
        if said and level is not Visibility.PUBLIC:
            what = f"'{level.word}' shows nothing that a yes could be for; leave it out, or answer 'public'"
            yield _tell(f"--{flag}", what)
    if answer.method is ConsentMethod.PUBLIC_ROLE and level <= Visibility.COUNTED:
        yield _tell("--method", f"a public role is a ground to show somebody, and '{level.word}' does not")


def _tell(option: str, what: str) -> Problem:
    return Problem(Place(option), "", what)


def _list_events(site: OpenSite, person_id: str) -> list[str]:
    registry = site.registry
    return [
        event.id
        for event in registry.events.values()
        if any(registry.resolve_id(entry.id) == person_id for entry in event.attendees)
    ]


def _change_list(site: OpenSite, answer: Answer) -> FileChange:
    registry = site.registry
    path = site.content / registry.events[answer.event_id].path
    text = read_text(path)
    after = record_in_list(text, lambda one: registry.resolve_id(one) == answer.person_id, answer)
    return FileChange(path, text, after)


def _change_person(site: OpenSite, answer: Answer) -> FileChange:
    person = site.registry.people.get(answer.person_id)
    if person is None:
        path = site.content / site.settings.people_path / f"{answer.person_id}.yml"
        edit = read_yaml_text("name: …\n")
        edit.root["name"] = find_name(site.registry, answer.person_id)
        record_in_mapping(edit, edit.root, PERSON, answer)
        return FileChange(path, "", edit.render())
    path = site.content / person.path
    text = read_text(path)
    edit = read_yaml_text(text)
    if isinstance(edit.root, CommentedMap):
        record_in_mapping(edit, edit.root, PERSON, answer)
    return FileChange(path, text, edit.render())
