"""``new recap | event | person``: a file in the right folder, whose comments say what comes next."""

from __future__ import annotations

import argparse
from datetime import date, datetime
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.dates import parse_end, parse_moment
from ...loading.files import display_path
from ...loading.person_facts import parse_id
from ...loading.report import UnreadableError
from ...loading.urls import parse_url
from ...wording.speech import say, tell
from ..arguments import add_command, read_as
from ..asking import ask_for, can_ask
from ..changes import FileChange, write_changes
from ..opening import find_event, open_site
from ..schemas import plan_schemas
from .files import (
    EventWishes,
    NewFile,
    PersonWishes,
    RecapWishes,
    build_event,
    build_person,
    build_recap,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..arguments import Commands
    from ..opening import OpenSite


def add_new(commands: Commands) -> None:
    """Add ``new`` to the parser of all commands."""
    words = "write a new recap, event or person's file, with comments that say what comes next"
    parser = commands.add_parser("new", help=words, description=words.capitalize() + ".")
    parser.epilog = "Example: event-recap new recap"
    kinds = parser.add_subparsers(title="what", metavar="recap | event | person", required=True)
    _add_recap(kinds)
    _add_event(kinds)
    _add_person(kinds)


def _add_recap(kinds: Commands) -> None:
    parser = add_command(kinds, "recap", "write a new recap, as a draft", _run_recap)
    parser.epilog = (
        'Example: event-recap new recap --title "Thirty avatars become faces" --event focus-20-2010'
    )
    add = parser.add_argument
    add("--title", default="", help="asked for where it is missing")
    add(
        "--event",
        metavar="EVENT",
        default="",
        help="id or name of the event it is about; a column needs none",
    )
    add(
        "--date",
        metavar="DAY",
        type=_read_moment,
        help="day, or day and time, of publication; default: today",
    )
    add("--author", metavar="NAME", action="append", default=[], help="default: the site's author")
    add("--category", default="", help="default: the site's category")
    add("--lang", default="", help="default: the site's language")


def _add_event(kinds: Commands) -> None:
    parser = add_command(kinds, "event", "write a new attendee list, with the facts of an event", _run_event)
    parser.epilog = 'Example: event-recap new event --name "Focus 20" --start "2010-02-02 18:00"'
    add = parser.add_argument
    add("--name", default="", help="asked for where it is missing")
    add("--start", metavar="WHEN", type=_read_moment, help="day, or day and time, such as 2010-02-02 18:00")
    add("--end", metavar="WHEN", default="", help="the same, or a time alone such as 21:00")
    add("--place", metavar="NAME", default="", help="name of the place")
    add("--id", metavar="ID", type=read_as(parse_id), help="default: made of name and year")


def _add_person(kinds: Commands) -> None:
    parser = add_command(kinds, "person", "write a new file for somebody met more than once", _run_person)
    parser.epilog = 'Example: event-recap new person --name "Bruno Larivage" --id cafelune'
    add = parser.add_argument
    add("--name", default="", help="asked for where it is missing")
    add("--id", metavar="ID", type=read_as(parse_id), help="default: made of the name")
    add("--org", metavar="NAME", default="", help="where they work")
    add("--job-title", metavar="WORDS", default="", help="what they do")
    add("--url", type=read_as(parse_url), help="their site")


def _run_recap(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    title = _require(chosen.title, "title", "Title of the recap:")
    event = chosen.event
    if not event and can_ask() and site.registry.events:
        event = ask_for(f"Event it is about ({_list_newest(site)}; Enter for none):")
    wishes = RecapWishes(
        title=title,
        event_id=find_event(site.registry, event).id if event else "",
        date=chosen.date or "",
        lang=chosen.lang,
        authors=chosen.author,
        category=chosen.category,
    )
    next_step = "" if event else "; say which event with 'event: …', or leave it out"
    return _write(site, build_recap(site, wishes), f"write your story in it{next_step}, then: make devserver")


def _run_event(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    name = _require(chosen.name, "name", "Name of the event:")
    start = chosen.start or _ask_when("Start, such as 2010-02-02 18:00 (Enter for later):", _read_moment)
    end = chosen.end
    if start and not end:
        end = _ask_when("End, such as 21:00 (Enter for later):", str)
    if end:
        _check_end(site, start, end)
    place = chosen.place or (ask_for("Place (Enter for later):") if can_ask() else "")
    wishes = EventWishes(name=name, event_id=chosen.id or "", start=start, end=end, place=place)
    file = build_event(site, wishes)
    done = f"who was there? Write the names into it, or: event-recap import LIST --event {file.path.stem}"
    return _write(site, file, done)


def _run_person(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    name = _require(chosen.name, "name", "Name of the person:")
    org = chosen.org or (ask_for("Organisation (Enter for none):") if can_ask() else "")
    wishes = PersonWishes(
        name=name, person_id=chosen.id or "", org=org, job_title=chosen.job_title, url=chosen.url or ""
    )
    file = build_person(site, wishes)
    return _write(site, file, f"in a list, name them by: - {file.path.stem}")


def _require(given: str, option: str, question: str) -> str:
    """Return what was given, or what the author answers.

    Raises:
        EventRecapError: Neither is anything.
    """
    answer = given.strip() or (ask_for(question) if can_ask() else "")
    if not answer:
        what = f'missing, and nobody can be asked here; say --{option} "…"'
        raise EventRecapError([Problem(Place(f"--{option}"), "", what)])
    return answer


def _ask_when(question: str, read: Callable[[str], str]) -> str:
    """Return a day or a moment that the author types; asked again where it is none."""
    while can_ask():
        answer = ask_for(question)
        try:
            return read(answer) if answer else ""
        except argparse.ArgumentTypeError as error:
            tell(f"{error}\n")
    return ""


def _check_end(site: OpenSite, start: str, end: str) -> None:
    """Tell an end that cannot be one.

    Raises:
        EventRecapError: It is before the start, or no date and no time.
    """
    try:
        parse_end(end, _parse(start, site) if start else None, site.zone)
    except UnreadableError as error:
        raise EventRecapError([Problem(Place("--end"), "", str(error))]) from None


def _parse(text: str, site: OpenSite) -> date | datetime:
    return parse_moment(text, site.zone)


def _read_moment(text: str) -> str:
    """Return a day or a moment as it was typed.

    Raises:
        ArgumentTypeError: It is none.
    """
    read_as(lambda word: parse_moment(word, None))(text)
    return text.strip()


def _list_newest(site: OpenSite) -> str:
    """Return the ids of the events to which a recap may belong, the newest first."""
    events = sorted(
        site.registry.events.values(), key=lambda one: (str(one.start_date or ""), one.id), reverse=True
    )
    return ", ".join(event.id for event in events[:3])


def _write(site: OpenSite, file: NewFile, next_step: str) -> int:
    """Write a file, and the schema that it names where it is not there yet; say what comes next."""
    write_changes([FileChange(file.path, "", file.text), *plan_schemas(site.content)])
    say(f"{display_path(file.path)}: new\n{next_step}\n")
    return 0
