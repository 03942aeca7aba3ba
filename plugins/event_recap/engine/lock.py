"""One build at a time for each output folder."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, TextIO

from ..wording.speech import is_quiet, tell

if TYPE_CHECKING:
    from pathlib import Path

LOCK = "event_recap_lock"
"""Attribute of Pelican's object: the lock of a build, until all is written that is known of it."""

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
    while True:
        handle = open(path, "a", encoding="utf-8", opener=_open)  # noqa: SIM115 -- whoever builds closes it
        _wait(handle)
        if _is_there(handle, path):
            return handle
        handle.close()  # ``clean`` took the file away while we waited: others would not wait for us


def _open(path: str, flags: int) -> int:
    """Open a file, and not that to which a link leads, nor one that waits for somebody to write."""
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0), 0o666)


def _wait(handle: TextIO) -> None:
    if sys.platform == "win32":
        return
    import fcntl  # noqa: PLC0415 -- not there on Windows

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        if not is_quiet():
            tell(WAITING)
        fcntl.flock(handle, fcntl.LOCK_EX)


def _is_there(handle: TextIO, path: Path) -> bool:
    """Tell whether a file that is open still has its name."""
    try:
        return os.path.samestat(os.fstat(handle.fileno()), os.stat(path))
    except FileNotFoundError:
        return False


def remove_lock(handle: TextIO, output: Path) -> None:
    """Let the next build begin with another lock: nothing is to be left beside the output folder."""
    if sys.platform == "win32":
        handle.close()  # a file that is open stays there
    find_lock(output).unlink(missing_ok=True)
    handle.close()


def release(pelican: object) -> None:
    """Let the next build begin."""
    if handle := getattr(pelican, LOCK, None):
        handle.close()
