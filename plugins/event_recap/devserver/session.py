"""A session of the development server, from the first build to Ctrl-C."""

from __future__ import annotations

import errno
import secrets
import signal
import sys
import threading
from dataclasses import replace
from typing import TYPE_CHECKING

from ..wording.speech import word
from .building import PREVIEW, build_command
from .overlay import Overlay
from .previewing import Previewer
from .rebuilding import Rebuilder
from .serving import DevServer
from .status import Board, Status

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import FrameType

    from ..preview.answers import Answer
    from .building import Outcome
    from .options import Options

SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
"""Signals that ask for the end: Ctrl-C, and the like."""
SIGNALLED = 128
"""Added to the number of a signal, as shells do, for the exit code: 130 after Ctrl-C."""
POLL_SECONDS = 0.1
"""How soon the server notices that it shall stop."""


class Session:
    """One site being worked on: a server in a thread, a watcher, previews, and builds one after the other."""

    def __init__(self, options: Options, command: Sequence[str] | None = None) -> None:
        """Take the port.

        Args:
            options: What the command line decided.
            command: The command that builds; Pelican, which stays for previews, where absent.

        Raises:
            OSError: where the address or the port cannot be had.
        """
        self._board = Board()
        self._name = secrets.token_hex(4)  # a page of an earlier session reloads
        self._versions = 0
        self._overlay = Overlay(options.output)
        try:
            self._server = DevServer((options.bind, options.port), options.output, self._board, self._overlay)
        except BaseException:
            self._overlay.close()
            raise
        command = command or build_command(options, PREVIEW)
        self._rebuilder = Rebuilder(options, self, command, Previewer(self._overlay))
        self.port = self._server.server_port
        self.address = f"http://{_browsable(options.bind)}:{self.port}/"

    @property
    def status(self) -> Status:
        """Return what the open pages were told last."""
        return self._board.status

    def run(self) -> None:
        """Say the address; build, serve and watch until stopped or interrupted; then free the port."""
        threading.Thread(target=self._server.serve_forever, args=(POLL_SECONDS,), daemon=True).start()
        try:
            print(word(f"Open {self.address} (Ctrl-C ends)"), flush=True)
            self._rebuilder.run()
        finally:
            self._close()

    def stop(self) -> None:
        """Let ``run`` end, from another thread."""
        self._rebuilder.stop()

    def begin(self) -> None:
        """Tell the open pages that a build begins."""
        self._board.post(replace(self.status, is_building=True))

    def end(self, outcome: Outcome) -> None:
        """Tell the terminal and the open pages how a build ended."""
        version = self.status.version if outcome.problems else self._name_version()
        self._board.post(Status(version, outcome.problems))
        print(format_report(outcome, self.address), flush=True)

    def preview(self, answer: Answer) -> None:
        """Tell the open pages what was shown before a build, and the terminal what is wrong with it."""
        if not answer.is_shown:
            return
        version = self.status.version if answer.problems else self._name_version()
        self._board.post(replace(self.status, version=version, problems=answer.problems))
        if report := format_preview(answer):
            print(report, flush=True)

    def _name_version(self) -> str:
        self._versions += 1
        return f"{self._name}-{self._versions}"

    def _close(self) -> None:
        """End the server and free the port."""
        self._board.close()
        self._server.shutdown()
        self._server.server_close()
        self._overlay.close()


class Printer:
    """Tells the terminal of builds that nobody looks at in a browser."""

    def __init__(self, output: Path) -> None:
        """Tell of this folder."""
        self._output = output

    def begin(self) -> None:
        """Say nothing: the end is soon enough."""

    def end(self, outcome: Outcome) -> None:
        """Say how a build ended."""
        print(format_report(outcome, self._output), flush=True)

    def preview(self, answer: Answer) -> None:
        """Say nothing: nobody asked for previews."""


def run(options: Options) -> int:
    """Run a session until Ctrl-C and return the exit code."""
    try:
        session = Session(options)
    except OSError as error:
        print(f"devserver: {word(explain_refusal(error, options))}", file=sys.stderr)
        return 1
    return _run_until_stopped(session.run, session.stop)


def regenerate(options: Options) -> int:
    """Build again at each change, without a server, until Ctrl-C; return the exit code."""
    rebuilder = Rebuilder(options, Printer(options.output))
    return _run_until_stopped(rebuilder.run, rebuilder.stop)


def _run_until_stopped(run: Callable[[], None], stop: Callable[[], None]) -> int:
    """Run until Ctrl-C, or until the terminal is closed, or a signal ends it; nothing stays behind.

    A signal asks for the end, and breaks into nothing: a process that is being started is known by then.
    """
    caught: list[int] = []

    def end(number: int, _frame: FrameType | None) -> None:
        caught.append(number)
        signal.signal(number, signal.SIG_DFL)  # who asks again does not want to wait
        stop()

    for name in SIGNALS:
        if hasattr(signal, name):
            signal.signal(getattr(signal, name), end)
    run()
    print("\n" + word("Stopped."))
    return SIGNALLED + (caught or [signal.SIGINT])[0]


def format_preview(answer: Answer) -> str:
    """Return what the terminal says of texts that are shown before a build; nothing where there are none."""
    if answer.problems:
        return word("To be put right:") + "\n" + "\n".join(f"  {line}" for line in answer.problems)
    return word(f"Shown, and the site follows: {', '.join(answer.texts)}") if answer.texts else ""


def format_report(outcome: Outcome, where: str | Path) -> str:
    """Return what the terminal says after a build; ``where`` tells where to look at it."""
    if outcome.problems:
        lines = "\n".join(f"  {line}" for line in outcome.problems)
        return word(f"The build failed after {outcome.seconds:.1f} s:") + f"\n{lines}"
    notes = f"{outcome.printed}\n" if outcome.printed else ""
    return notes + word(f"Built in {outcome.seconds:.1f} s: {where}")


def explain_refusal(error: OSError, options: Options) -> str:
    """Say in one line why the server cannot listen, and what to do."""
    if error.errno == errno.EADDRINUSE:
        return f"port {options.port} is in use; choose another, as in: make devserver PORT=8001"
    if error.errno == errno.EACCES:
        return f"port {options.port} needs more rights; choose one above 1023"
    return f"cannot listen on {options.bind}:{options.port}: {error.strerror or error}"


def _browsable(bind: str) -> str:
    """Return the host for an address that a browser on this machine can open."""
    if bind in {"", "0.0.0.0", "::", "127.0.0.1"}:  # noqa: S104 (compared, not bound)
        return "localhost"
    return f"[{bind}]" if ":" in bind else bind
