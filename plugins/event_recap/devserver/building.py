"""One build, in a process of its own: whatever happens there, the server goes on."""

from __future__ import annotations

import os
import select
import signal
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..preview.answers import ANSWERS_KEY, Answer, Request, decode_answer
from .problems import find_problem_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .options import Options

PATIENCE_SECONDS = 20
"""A page that takes longer is left to the next build."""
GRACE_SECONDS = 5
"""Time that a build has to end by itself when it is told to."""
PREVIEW = f"{__name__.rpartition('.devserver.')[0]}.preview"
"""Module that builds as Pelican does, and stays for previews; under the name that the package has here."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a build ended."""

    problems: tuple[str, ...]
    """Lines that say why it failed; empty where it succeeded."""
    printed: str
    """What the build said: notes and warnings."""
    seconds: float
    """How long it took."""


@dataclass(frozen=True, slots=True)
class Ended:
    """News of a build: it is done."""

    build: Build
    outcome: Outcome
    drafts: tuple[str, ...] = ()
    """Pages of the site that are drafts, by their path below the output folder."""


@dataclass(frozen=True, slots=True)
class Ready:
    """News of a build that succeeded: its process can be asked for single texts."""

    build: Build
    drafts: tuple[str, ...]
    """As above; where nothing had to be built, they are known only now."""


def build_command(options: Options, module: str = "pelican") -> list[str]:
    """Return the command that builds the site: messages plain, one a line, an error stops it."""
    return [
        *(sys.executable, "-m", module, str(options.content)),
        *("-s", str(options.settings), "-o", str(options.output)),
        *("--fatal=errors", "--log-handler=plain"),
    ]


class Build:
    """A process that builds; where it stays, it shows texts by themselves until it is stopped."""

    def __init__(self, command: Sequence[str], tell: Callable[[Ended | Ready], None]) -> None:
        """Start to build.

        Args:
            command: What to run.
            tell: Called from another thread when it is done, and when it is ready to be asked.
        """
        self._started = time.monotonic()
        self._tell = tell
        self._printed = tuple(tempfile.TemporaryFile() for _ in range(2))  # noqa: SIM115 -- for as long as it runs
        reading, writing = os.pipe()
        self._answers = os.fdopen(reading, "rb", buffering=0)
        self._process = _start(command, self._printed, writing)
        os.close(writing)
        self._thread = threading.Thread(target=self._follow, daemon=True)
        self._thread.start()

    def ask(self, request: Request) -> Answer:
        """Return the answer of a process that is ready; where it is gone or hangs, nothing is shown."""
        try:
            if self._process.stdin:
                self._process.stdin.write(request.encode())
                self._process.stdin.flush()
            if select.select([self._answers], [], [], PATIENCE_SECONDS)[0]:
                return decode_answer(self._answers.readline())
        except (OSError, ValueError):
            return Answer()
        self.stop()
        return Answer()

    def stop(self) -> None:
        """End the process and all that it started; does nothing where it has ended."""
        self._signal(signal.SIGTERM)
        try:
            self._process.wait(GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            self._signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self._process.wait()
        if threading.current_thread() is not self._thread:
            self._thread.join()
        for stream in (self._process.stdin, self._answers, *self._printed):
            if stream:
                with suppress(OSError):
                    stream.close()

    def _follow(self) -> None:
        """Tell when the site is built, and when texts can be asked for."""
        built = self._answers.readline()
        drafts = decode_answer(built).drafts if built else ()
        self._tell(Ended(self, self._read_outcome(0 if built else self._process.wait()), drafts))
        if line := self._answers.readline():
            self._tell(Ready(self, decode_answer(line).drafts))

    def _read_outcome(self, code: int) -> Outcome:
        output, errors = (_read(stream) for stream in self._printed)
        problems = find_problem_lines(errors or output) if code else ()
        return Outcome(problems, (errors + output).strip(), time.monotonic() - self._started)

    def _signal(self, number: int) -> None:
        """Send a signal to the process and its forks, a group of their own where there are groups."""
        with suppress(OSError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, number)
            else:
                self._process.send_signal(number)


def _start(command: Sequence[str], printed: Sequence[Any], answers: int) -> subprocess.Popen[bytes]:
    # Wide: Pelican folds what it prints to the width of a terminal that is not there.
    environment = os.environ | {"COLUMNS": "1000", "PYTHONIOENCODING": "utf-8"}
    own: dict[str, Any] = {}
    if os.name == "posix":
        environment[ANSWERS_KEY] = str(answers)
        own = {"pass_fds": [answers], "start_new_session": True}
    return subprocess.Popen(  # noqa: S603 (the command is ours, no shell)
        command, stdin=subprocess.PIPE, stdout=printed[0], stderr=printed[1], env=environment, **own
    )


def _read(stream: Any) -> str:  # noqa: ANN401 -- a file without a name has no type of its own
    stream.seek(0)
    text: bytes = stream.read()
    return text.decode("utf-8", "replace")
