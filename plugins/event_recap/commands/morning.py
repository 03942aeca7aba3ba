"""The commands of the morning after: ``follow-ups``, ``ask`` and ``answer``."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import EventRecapError, Place, Problem, suggest
from ..loading.follow_ups import NOTEBOOK_NAME
from ..model.consent import ConsentMethod
from ..model.visibility import VISIBILITY_WORDS
from ..wording.speech import say, tell
from .arguments import LANGUAGES, add_command, read_day
from .asking import ask
from .changes import show_changes, write_changes
from .consent.answer import Answer, plan_answer, tell_outcome
from .consent.messages import Kit, check_folder, choose_people
from .follow_ups.changes import plan_done, plan_note
from .follow_ups.listing import collect_errands, find_follow_ups, write_errands
from .opening import find_event, find_guest, find_person, open_site

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .arguments import Commands
    from .changes import FileChange
    from .opening import OpenSite

LEVELS = tuple(reversed(VISIBILITY_WORDS))
"""Words for the five levels, from everything to nothing."""
FLAGS = {
    "photo": "whether their photo may be shown",
    "index": "whether search engines may list their page",
    "graph": "whether they may stand in who met whom",
}


def add_morning_commands(commands: Commands) -> None:
    """Add ``follow-ups``, ``ask`` and ``answer`` to the parser of all commands."""
    _add_follow_ups(commands)
    _add_ask(commands)
    _add_answer(commands)


def _add_follow_ups(commands: Commands) -> None:
    words = "list what is to be done for the people one met, with a first message to each"
    parser = add_command(commands, "follow-ups", words, _run_follow_ups)
    parser.epilog = "Example: event-recap follow-ups focus-20-2010 --done cafelune"
    add = parser.add_argument
    add("event", metavar="EVENT", nargs="?", default="", help="id or name of an event; default: all of them")
    add("--all", action="store_true", help="also what is done")
    add("--lang", choices=LANGUAGES, default="", help="language of the messages; default: that of the recap")
    add("--add", metavar=("PERSON", "TEXT"), nargs=2, help="note something to do for somebody of EVENT")
    add("--by", metavar="DAY", type=read_day, help="with --add: last day for it, such as 2010-02-05")
    add("--done", metavar="PERSON", default="", help="mark what is open for somebody as done today")
    add("--line", metavar="N", type=int, default=0, help="with --done: only the note on this line")


def _add_ask(commands: Commands) -> None:
    words = "write a message to each person of an event: what each level would show of them"
    parser = add_command(commands, "ask", words, _run_ask)
    parser.epilog = "Example: event-recap ask focus-20-2010 --out ../messages"
    add = parser.add_argument
    add("event", metavar="EVENT", help="id or name of the event")
    add("--person", metavar="PERSON", default="", help="only this one: id, handle or name")
    add("--all", action="store_true", help="also those whose answer is recorded")
    add("--lang", choices=LANGUAGES, default="", help="language of the messages; default: that of the recap")
    add("--out", metavar="FOLDER", default="-", help="folder for a file each; default: the terminal")


def _add_answer(commands: Commands) -> None:
    parser = add_command(commands, "answer", "record what somebody answered, when and how", _run_answer)
    parser.epilog = "Example: event-recap answer cafelune name-only --method email"
    add = parser.add_argument
    add("person", metavar="PERSON", help="id, handle or name")
    words = " | ".join(LEVELS)
    add("level", metavar="LEVEL", type=read_level, help=f"{words}; or its number in the message of 'ask'")
    add("--event", metavar="EVENT", default="", help="only for this event; default: for all of them")
    add("--method", choices=[method.value for method in ConsentMethod], help="how they answered")
    add("--date", metavar="DAY", type=read_day, help="when they answered; default: today")
    add("--until", metavar="DAY", type=read_day, help="last day on which it holds")
    for flag, words in FLAGS.items():
        add(f"--{flag}", choices=("yes", "no"), help=words)
    add("--yes", action="store_true", help="write without asking")


def read_level(word: str) -> str:
    """Read a level, or the number that it has in the message of ``ask``.

    Raises:
        ArgumentTypeError: It is neither.

    >>> read_level("name-only"), read_level("2")
    ('name-only', 'name-only')
    """
    numbered = {str(number): level for number, level in enumerate(LEVELS, 1)}
    if word not in LEVELS and word not in numbered:
        hint = suggest(word, LEVELS) or f"; expected one of {', '.join(LEVELS)}"
        message = f"{word!r} is not a level{hint}"
        raise argparse.ArgumentTypeError(message)
    return numbered.get(word, word)


def _run_follow_ups(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    event = find_event(site.registry, chosen.event) if chosen.event else None
    event_id = event.id if event else ""
    _check_company(chosen)
    if chosen.add:
        return _add_note(site, chosen)
    notes, problems = find_follow_ups(site)
    sys.stderr.writelines(f"{problem.told}\n" for problem in problems)
    if chosen.done:
        return _write(plan_done(site, notes, chosen.done, event_id=event_id, line=chosen.line))
    wanted = [
        note
        for note in notes
        if (chosen.all or note.done is None) and (not event_id or note.event_id == event_id)
    ]
    sys.stdout.write(write_errands(site, collect_errands(site, wanted), chosen.lang))
    return 1 if problems else 0


def _check_company(chosen: argparse.Namespace) -> None:
    """Refuse an option that would do nothing.

    Raises:
        EventRecapError: It stands without what it goes with, or beside what it does not go with.
    """
    for option, other in (("by", "add"), ("line", "done")):
        if getattr(chosen, option) and not getattr(chosen, other):
            raise EventRecapError([Problem(Place(f"--{option}"), "", f"does nothing without --{other}")])
    if chosen.add and chosen.done:
        raise EventRecapError([Problem(Place("--add"), "", "not together with --done; one after the other")])
    if chosen.add and not chosen.event:
        what = "missing; expected the event after which it is to be done, before --add"
        raise EventRecapError([Problem(Place("EVENT"), "", what)])


def _add_note(site: OpenSite, chosen: argparse.Namespace) -> int:
    event = find_event(site.registry, chosen.event)
    person, text = chosen.add
    return _write([plan_note(site, event, person, text, chosen.by)])


def _run_ask(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    event = find_event(site.registry, chosen.event)
    people = choose_people(site.registry, event, is_everybody=chosen.all or bool(chosen.person))
    if chosen.person:
        people = (find_guest(site.registry, event, chosen.person),)
    folder = None if chosen.out == "-" else Path(chosen.out)
    if folder:
        check_folder(site, folder)
    kit = Kit(site, event, chosen.lang)
    for person_id in people:
        text = kit.write(person_id)
        if folder:
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            (folder / f"{event.id}-{person_id}.txt").write_text(text, encoding="utf-8")
        else:
            sys.stdout.write(f"----- {person_id} -----\n{text}\n")
    asked = f"{len(people)} message{'' if len(people) == 1 else 's'}"
    tell(f"{asked}; whoever answered is left out, unless --all or --person names them\n")
    return 0


def _run_answer(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    answer = Answer(
        person_id=find_person(site.registry, chosen.person),
        level=VISIBILITY_WORDS[chosen.level],
        event_id=find_event(site.registry, chosen.event).id if chosen.event else "",
        given=chosen.date or site.registry.policy.today,
        until=chosen.until,
        method=ConsentMethod(chosen.method) if chosen.method else None,
        flags={flag: getattr(chosen, flag) == "yes" for flag in FLAGS if getattr(chosen, flag)},
    )
    change = plan_answer(site, answer)
    sys.stdout.write(show_changes([change]))
    say("".join(f"{line}\n" for line in tell_outcome(site, answer, change)))
    if not chosen.yes and not ask("Write this?"):
        say("nothing was changed\n")
        return 1
    write_changes([change])
    return 0


def _write(changes: Sequence[FileChange]) -> int:
    sys.stdout.write(show_changes(changes))
    write_changes(changes)
    for change in changes:
        if change.path.name == NOTEBOOK_NAME:
            change.path.chmod(0o600)
    return 0
