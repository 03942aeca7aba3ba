"""The command line: one function per command adds its arguments, one runs it."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from .build.cleaning import clean_output
from .commands.arguments import add_people_commands, run_telling
from .commands.checking.command import add_check
from .commands.editor import add_editor
from .commands.forget import add_forget
from .commands.importing.command import add_import
from .commands.importing_posts.command import add_import_posts
from .commands.morning import add_morning_commands
from .commands.new.command import add_new
from .commands.parser import Parser
from .commands.posts import add_post_commands
from .commands.publishing.command import add_publish
from .commands.responses import add_webmentions
from .commands.schemas import add_schemas
from .devserver.options import Options
from .devserver.session import regenerate
from .devserver.session import run as run_devserver
from .wording.speech import say

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_PORTS = 65535


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command that the arguments name.

    Args:
        arguments: Words after the program's name; those of the process where absent.

    Returns:
        The exit code: 0 done, 1 failed, 130 interrupted.

    Raises:
        SystemExit: with code 2 where the arguments cannot be read, 0 after ``--help``.
    """
    chosen = build_parser().parse_args(arguments)
    code: int = chosen.run(chosen)
    return code


def build_parser() -> argparse.ArgumentParser:
    """Build the parser of all commands."""
    parser: argparse.ArgumentParser = Parser(
        prog="event-recap", description="Commands for a site of event recaps."
    )
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    _add_devserver(commands)
    _add_regenerate(commands)
    _add_clean(commands)
    add_check(commands)
    add_new(commands)
    add_people_commands(commands)
    add_forget(commands)
    add_import(commands)
    add_morning_commands(commands)
    add_post_commands(commands)
    add_import_posts(commands)
    add_webmentions(commands)
    add_publish(commands)
    add_schemas(commands)
    add_editor(commands)
    return parser


def _add_devserver(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``devserver``: build, show, rebuild at each change, reload the open pages."""
    words = "build, show, rebuild at each change, reload the open pages"
    parser = commands.add_parser("devserver", help=words, description=f"{words[0].upper()}{words[1:]}.")
    parser.epilog = "Example: event-recap devserver --port 8001"
    _add_folders(parser)
    default = Options()
    parser.add_argument("--bind", default=default.bind, help=f"default: {default.bind}")
    parser.add_argument("--port", type=_port, default=default.port, help=f"default: {default.port}")
    parser.set_defaults(run=_run_devserver)


def _add_regenerate(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``regenerate``: build again at each change; a mistake is told and does not end it."""
    words = "build again at each change"
    parser = commands.add_parser("regenerate", help=words, description=f"{words[0].upper()}{words[1:]}.")
    parser.epilog = "Example: event-recap regenerate --output output"
    _add_folders(parser)
    parser.set_defaults(run=_run_regenerate)


def _add_clean(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add ``clean``: take away what builds made, and nothing else."""
    words = "remove the built site, and nothing that somebody else put beside it"
    parser = commands.add_parser("clean", help=words, description=f"{words[0].upper()}{words[1:]}.")
    parser.epilog = "Example: event-recap clean --output output"
    output = Options().output
    parser.add_argument("--output", type=Path, default=output, help=f"default: {output}")
    parser.set_defaults(run=lambda chosen: run_telling(_run_clean, chosen))


def _add_folders(parser: argparse.ArgumentParser) -> None:
    """Add the arguments that say where the site lies."""
    default = Options()
    parser.add_argument(
        "content", nargs="?", type=Path, default=default.content, help="folder of the content"
    )
    for name in ("settings", "output"):
        value = getattr(default, name)
        parser.add_argument(f"--{name}", type=Path, default=value, help=f"default: {value}")


def _run_devserver(chosen: argparse.Namespace) -> int:
    """Run the development server with the arguments chosen."""
    options = Options(
        content=chosen.content,
        settings=chosen.settings,
        output=chosen.output,
        bind=chosen.bind,
        port=chosen.port,
    )
    return run_devserver(options)


def _run_regenerate(chosen: argparse.Namespace) -> int:
    """Rebuild with the arguments chosen."""
    return regenerate(Options(content=chosen.content, settings=chosen.settings, output=chosen.output))


def _run_clean(chosen: argparse.Namespace) -> int:
    """Remove a built site, and say what is left."""
    removed, left = clean_output(chosen.output)
    rest = f"; {left} that no build made stay" if left else ""
    say(f"{chosen.output}: {removed} files removed{rest}\n")
    return 0


def _port(word: str) -> int:
    """Read a port number.

    Raises:
        ArgumentTypeError: where the word is no whole number from 0 to 65535.
    """
    if word.isascii() and word.isdigit() and int(word) <= MOST_PORTS:
        return int(word)
    message = f"{word!r} is no port; expected a number from 0 to {MOST_PORTS}"
    raise argparse.ArgumentTypeError(message)
