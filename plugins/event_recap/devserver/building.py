"""One build, in a process of its own: whatever happens there, the server goes on."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .problems import find_problem_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from .options import Options


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended."""

    problems: tuple[str, ...]
    """Lines that say why it failed; empty where it succeeded."""
    printed: str
    """What the build said: notes and warnings."""
    seconds: float
    """How long it took."""


def build_command(options: Options) -> list[str]:
    """Return the command that builds the site: messages plain, one a line, an error stops it."""
    return [
        *(sys.executable, "-m", "pelican", str(options.content)),
        *("-s", str(options.settings), "-o", str(options.output)),
        *("--fatal=errors", "--log-handler=plain"),
    ]


def run_build(command: Sequence[str]) -> Outcome:
    """Run a build to its end."""
    started = time.monotonic()
    # Wide: Pelican folds what it prints to the width of a terminal that is not there.
    environment = os.environ | {"COLUMNS": "1000", "PYTHONIOENCODING": "utf-8"}
    ended = subprocess.run(  # noqa: S603 (the command is ours, no shell)
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
    )
    problems = find_problem_lines(ended.stderr or ended.stdout) if ended.returncode else ()
    printed = (ended.stderr + ended.stdout).strip()
    return Outcome(problems, printed, time.monotonic() - started)
