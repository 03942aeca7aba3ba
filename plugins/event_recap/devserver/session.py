"""A session of the development server, from the first build to Ctrl-C."""

from __future__ import annotations

import errno
import secrets
import sys
import threading
from typing import TYPE_CHECKING

from .rebuilding import Rebuilder
from .serving import DevServer
from .status import Board, Status

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from .building import Outcome
    from .options import Options

INTERRUPTED = 130
"""Exit code after Ctrl-C, as shells count it."""
POLL_SECONDS = 0.1
"""How soon the server notices that it shall stop."""


class Session:
    """One site being worked on: a server in a thread, a watcher, and builds one after the other."""

    def __init__(self, options: Options, command: Sequence[str] | None = None) -> None:
        """Take the port.

        Args:
            options: What the command line decided.
            command: The command that builds; Pelican where absent.

        Raises:
            OSError: where the address or the port cannot be had.
        """
        self._board = Board()
        self._name = secrets.token_hex(4)  # a page of an earlier session reloads
        self._good_builds = 0
        self._server = DevServer((options.bind, options.port), options.output, self._board)
        self._rebuilder = Rebuilder(options, self._tell, command)
        self.port = self._server.server_port
        self.address = f"http://{_browsable(options.bind)}:{self.port}/"

    @property
    def status(self) -> Status:
        """Return what the open pages were told last."""
        return self._board.status

    def run(self) -> None:
        """Build, serve and watch until stopped or interrupted; then free the port."""
        threading.Thread(target=self._server.serve_forever, args=(POLL_SECONDS,), daemon=True).start()
        try:
            self._rebuilder.run()
        finally:
            self._close()

    def stop(self) -> None:
        """Let ``run`` end, from another thread."""
        self._rebuilder.stop()

    def _close(self) -> None:
        """End the server and free the port."""
        self._board.close()
        self._server.shutdown()
        self._server.server_close()

    def _tell(self, outcome: Outcome) -> None:
        """Tell the terminal and the open pages how a build ended."""
        self._good_builds += not outcome.problems
        version = f"{self._name}-{self._good_builds}" if self._good_builds else ""
        self._board.post(Status(version, outcome.problems))
        print(format_report(outcome, self.address), flush=True)


def run(options: Options) -> int:
    """Run a session until Ctrl-C and return the exit code."""
    try:
        session = Session(options)
    except OSError as error:
        print(f"devserver: {explain_refusal(error, options)}", file=sys.stderr)
        return 1
    try:
        print(f"Open {session.address} (Ctrl-C ends)", flush=True)
        session.run()
    except KeyboardInterrupt:
        print("\nStopped.")
    return INTERRUPTED


def regenerate(options: Options) -> int:
    """Build again at each change, without a server, until Ctrl-C; return the exit code."""
    try:
        Rebuilder(options, lambda outcome: print(format_report(outcome, options.output), flush=True)).run()
    except KeyboardInterrupt:
        print("\nStopped.")
    return INTERRUPTED


def format_report(outcome: Outcome, where: str | Path) -> str:
    """Return what the terminal says after a build; ``where`` tells where to look at it."""
    if outcome.problems:
        lines = "\n".join(f"  {line}" for line in outcome.problems)
        return f"The build failed after {outcome.seconds:.1f} s:\n{lines}"
    notes = f"{outcome.printed}\n" if outcome.printed else ""
    return f"{notes}Built in {outcome.seconds:.1f} s: {where}"


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
