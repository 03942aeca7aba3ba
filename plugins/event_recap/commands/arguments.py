"""What the commands about people are called with, and what they print."""

from __future__ import annotations

import argparse
import os
import shutil
import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from ..errors import EventRecapError
from ..loading.dates import parse_day
from ..loading.files import display_path
from ..loading.report import UnreadableError
from ..wording.speech import say, tell
from . import consents
from .about import command as about
from .about.holding import collect_holding
from .asking import ask
from .changes import show_changes, write_changes
from .merging.merge import plan_merge
from .opening import find_event, find_person, open_site

if TYPE_CHECKING:
    from collections.abc import Callable

    Commands: TypeAlias = argparse._SubParsersAction[argparse.ArgumentParser]  # noqa: SLF001 -- has no other name

Read = TypeVar("Read")

LANGUAGES = about.LANGUAGES
"""Languages in which an answer to a person can be written."""
PIPE_CLOSED = 141
"""Exit code where whoever read our words, such as ``head``, had enough: what a shell makes of SIGPIPE."""


def add_people_commands(commands: Commands) -> None:
    """Add ``merge``, ``consents`` and ``about`` to the parser of all commands."""
    _add_merge(commands)
    _add_consents(commands)
    _add_about(commands)


def _add_merge(commands: Commands) -> None:
    parser = add_command(commands, "merge", "make one person of two, in every file", _run_merge)
    parser.epilog = "Example: event-recap merge anne-r anne-roy"
    parser.add_argument("former", metavar="A", help="id of the person who goes into the other")
    parser.add_argument("kept", metavar="B", help="id of the person who stays")
    parser.add_argument("--yes", action="store_true", help="write without asking")


def _add_consents(commands: Commands) -> None:
    words = "show who is shown how, on what ground, until when"
    parser = add_command(commands, "consents", words, _run_consents)
    parser.epilog = "Example: event-recap consents --event focus-20-2010"
    parser.add_argument("--event", default="", metavar="EVENT", help="only this event; default: all of them")
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--json", action="store_true", help="as JSON")
    form.add_argument("--csv", action="store_true", help="as CSV, for a spreadsheet")


def _add_about(commands: Commands) -> None:
    words = "write everything that the site holds on a person, to send to them"
    parser = add_command(commands, "about", words, _run_about)
    parser.epilog = "Example: event-recap about cafelune --output about-cafelune.txt"
    parser.add_argument("person", metavar="PERSON", help="id, handle or name")
    parser.add_argument("--json", action="store_true", help="as JSON")
    parser.add_argument(
        "--lang", choices=LANGUAGES, help="language of the answer; default: yours, else the site's"
    )
    parser.add_argument("--output", type=Path, metavar="FILE", help="file to write; default: the terminal")


def add_command(
    commands: Commands,
    name: str,
    words: str,
    run: Callable[[argparse.Namespace], int],
    settings: str = "pelicanconf.py",
) -> argparse.ArgumentParser:
    """Add a command that reads a site; ``words`` say what it does, and ``run`` does it."""
    parser = commands.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    parser.add_argument("--settings", type=Path, default=Path(settings), help=f"default: {settings}")
    parser.set_defaults(run=lambda chosen: run_telling(run, chosen))
    return parser


def read_as(parse: Callable[[str], Read]) -> Callable[[str], Read]:
    """Return what reads an argument as the files are read, and tells what is wrong as arguments are told."""

    def read(word: str) -> Read:
        try:
            return parse(word)
        except UnreadableError as error:
            raise argparse.ArgumentTypeError(str(error)) from None

    return read


read_day = read_as(parse_day)
"""What reads a day."""


def run_telling(run: Callable[[argparse.Namespace], int], chosen: argparse.Namespace) -> int:
    """Run a command and return its exit code; what is wrong is told on a line each, as a build does."""
    try:
        code = run(chosen)
        sys.stdout.flush()  # else a pipe that is closed is found out after the end
    except BrokenPipeError:
        _stop_writing()
        return PIPE_CLOSED
    except OSError as error:
        tell(f"{display_path(Path(error.filename))}: {error.strerror}\n" if error.filename else f"{error}\n")
        return 1
    except EventRecapError as error:
        sys.stderr.write(f"{error.told}\n")
        return 1
    except UnreadableError as error:
        tell(f"{error}\n")
        return 1
    return code


def _stop_writing() -> None:
    """Let what is still to be written go nowhere: at its end, Python would try again, and complain."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    for stream in (sys.stdout, sys.stderr):
        os.dup2(nowhere, stream.fileno())


def _run_merge(chosen: argparse.Namespace) -> int:
    changes = plan_merge(open_site(chosen.settings), chosen.former, chosen.kept)
    sys.stdout.write(show_changes(changes))
    files = f"{len(changes)} file{'s' if len(changes) > 1 else ''}"
    if not chosen.yes and not ask(f"Write {files}?"):
        say("nothing was changed\n")
        return 1
    write_changes(changes)
    say(f"{files} written; build the site to see it, and 'git diff' shows every line\n")
    return 0


def _run_consents(chosen: argparse.Namespace) -> int:
    registry = open_site(chosen.settings).registry
    event_id = find_event(registry, chosen.event).id if chosen.event else ""
    rows = consents.list_consents(registry, event_id)
    if chosen.json:
        sys.stdout.write(consents.write_json(rows))
    elif chosen.csv:
        sys.stdout.write(consents.write_csv(rows))
    else:
        sys.stdout.write(consents.write_listing(rows, shutil.get_terminal_size().columns))
    return 0


def _run_about(chosen: argparse.Namespace) -> int:
    site = open_site(chosen.settings)
    holding = collect_holding(site, find_person(site.registry, chosen.person))
    lang = chosen.lang or about.pick_language(os.environ, str(site.urls["DEFAULT_LANG"]))
    text = about.write_json(holding) if chosen.json else about.write_text(holding, lang)
    if chosen.output:
        chosen.output.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0
