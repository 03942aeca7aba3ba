"""The command ``webmentions``: how it is called, and what it prints."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..wording.speech import say
from .arguments import add_command, read_day
from .asking import ask
from .changes import write_changes
from .elsewhere.fetching import fetch_json
from .elsewhere.webmentions import TOKEN_VARIABLE, describe_harvest, fetch_webmentions
from .opening import open_site

if TYPE_CHECKING:
    import argparse

    from .arguments import Commands


def add_webmentions(commands: Commands) -> None:
    """Add ``webmentions`` to the parser of all commands."""
    words = "fetch what other sites answered into files, to be read before they are published"
    parser = add_command(commands, "webmentions", words, _run)
    parser.epilog = (
        "Example: event-recap webmentions --since 2010-02-03\n"
        f"The token of the endpoint is read from {TOKEN_VARIABLE} in the environment."
    )
    parser.add_argument("--since", metavar="DAY", type=read_day, help="only what came from this day on")
    parser.add_argument("--yes", action="store_true", help="write without asking")


def _run(chosen: argparse.Namespace) -> int:
    since = chosen.since.isoformat() if chosen.since else ""
    harvest = fetch_webmentions(open_site(chosen.settings), since, fetch_json)
    say(describe_harvest(harvest))
    if not harvest.changes:
        return 0
    if not chosen.yes and not ask(f"Write {len(harvest.changes)} files to read?"):
        say("nothing was written\n")
        return 1
    write_changes(harvest.changes)
    return 0
