"""``import LIST --event ID``: an attendee export becomes entries of a list, after the difference is shown."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.files import display_path
from ...loading.report import UnreadableError
from ...wording.speech import say
from ..arguments import add_command, read_day
from ..asking import ask
from ..changes import show_changes, write_changes
from ..opening import open_site
from ..schemas import plan_schemas
from .assignment import read_named
from .plan import plan_import
from .reading import Wishes, read_guests
from .source import STANDARD_INPUT, name_source, read_bytes, read_tables
from .statuses import CAME, LEFT, UNKNOWN
from .told import tell_plan, tell_reading

if TYPE_CHECKING:
    from collections.abc import Iterable

    from ..arguments import Commands
    from ..opening import OpenSite
    from .reading import Reading
    from .statuses import Fate


def add_import(commands: Commands) -> None:
    """Add ``import`` to the parser of all commands."""
    words = "put the people of an attendee export into a list, each of them only counted"
    parser = add_command(commands, "import", words, _run)
    parser.epilog = "Example: event-recap import ~/Downloads/report.csv --event focus-20-2010 --dry-run"
    add = parser.add_argument
    add("list", metavar="LIST", help="CSV, workbook, JSON, .vcf or a text with names; - for standard input")
    add("--event", metavar="ID", required=True, help="the list, by the name of its file; made where absent")
    how = parser.add_mutually_exclusive_group()
    how.add_argument("--dry-run", action="store_true", help="only show what would be written")
    how.add_argument("--yes", action="store_true", help="write without asking; leave alone what is in doubt")
    column = 'say what a column is, such as "Qui vient ?=name", or =note for what people wrote'
    add("--column", metavar="HEADER=KEY", action="append", default=[], help=column)
    add("--since", metavar="DAY", type=read_day, help="only people connected on that day or later (LinkedIn)")
    add("--buyers", action="store_true", help="where a ticket names nobody, take whoever bought it")


def _run(chosen: argparse.Namespace) -> int:
    can_ask = not (chosen.yes or chosen.dry_run) and (chosen.list != STANDARD_INPUT or sys.stdin.isatty())
    site = open_site(chosen.settings)
    reading = _read(chosen, can_ask=can_ask)
    plan = plan_import(site, chosen.event, reading, ask if can_ask else None)
    _say(tell_reading(name_source(chosen.list), reading))
    _say(tell_plan(plan))
    _say(_warn_of_place(chosen.list, site, reading))
    if plan.changes_nothing:
        _say(["nothing to change"])
        return 0
    sys.stdout.write(show_changes([plan.change]))
    name = display_path(plan.change.path)
    if chosen.dry_run:
        _say([f"nothing was written; without --dry-run, {name} would be"])
        return 0
    if not chosen.yes and not can_ask:
        _say(["nothing was written: the list came by standard input, so nobody can be asked; say --yes"])
        return 1
    if not chosen.yes and not ask(f"Write {name}?"):
        _say(["nothing was changed"])
        return 1
    # A list that is new names its schema, which has to be there for editors.
    write_changes([plan.change, *(() if plan.change.before else plan_schemas(site.content))])
    _say([f"{name} written; next: event-recap ask {plan.event_id}"])
    return 0


def _read(chosen: argparse.Namespace, *, can_ask: bool) -> Reading:
    """Return what the export says.

    Raises:
        EventRecapError: It cannot be read; file and line are told.
    """
    named = read_named(chosen.column)
    wishes = Wishes(
        named=named, since=chosen.since, with_buyers=chosen.buyers, judge=_judge if can_ask else _judge_nobody
    )
    try:
        data = read_bytes(chosen.list)
        suffix = "" if chosen.list == STANDARD_INPUT else Path(chosen.list).suffix
        return read_guests(read_tables(data, suffix, named), wishes)
    except UnreadableError as error:
        place = Place(name_source(chosen.list), error.line)
        raise EventRecapError([Problem(place, "", str(error))]) from None


def _judge(word: str, count: int) -> Fate:
    lines = f"{count} line{'s' if count > 1 else ''}"
    return CAME if ask(f"{lines} with the status '{word}': were they there?") else LEFT


def _judge_nobody(_word: str, _count: int) -> Fate:
    return UNKNOWN


def _warn_of_place(word: str, site: OpenSite, reading: Reading) -> Iterable[str]:
    """Tell an export that lies among the texts, where it may be published or kept by git."""
    if word != STANDARD_INPUT and Path(word).absolute().is_relative_to(site.content.absolute()):
        yield f"  warning: {name_source(word)} lies among your texts; move it out of the content folder"
    elif reading.private and word != STANDARD_INPUT:
        yield f"  {name_source(word)} itself still holds what was dropped: delete it when you are done"


def _say(lines: Iterable[str]) -> None:
    say("".join(f"{line}\n" for line in lines))
