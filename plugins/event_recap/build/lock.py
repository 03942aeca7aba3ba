"""One build at a time for each output folder."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, TextIO

from ..wording.speech import is_quiet, tell

if TYPE_CHECKING:
    from pathlib import Path

WAITING = "another build writes into this folder; waiting until it has ended\n"


def find_lock(output: Path) -> Path:
    """Return the file beside the output folder that a build holds open."""
    return output.parent / f".{output.name}.lock"


def lock_output(output: Path) -> TextIO:
    """Wait until no other process builds into a folder, and keep others waiting.

    Returns:
        An open file beside the output folder. Closing it lets the next build begin; so does the end of
        the process, however it ends. Windows, which has no such locks, lets every build begin at once.
    """
    path = find_lock(output)
    path.parent.mkdir(parents=True, exist_ok=True)
    handle = path.open("w", encoding="utf-8")
    if sys.platform != "win32":
        import fcntl  # noqa: PLC0415 -- not there on Windows

        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            if not is_quiet():
                tell(WAITING)
            fcntl.flock(handle, fcntl.LOCK_EX)
    return handle
