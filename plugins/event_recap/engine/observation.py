"""What a build reads and writes, seen by the interpreter and listed by nobody."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LISTING = ("os.listdir", "os.scandir")
REACHING_OUT = ("socket.connect", "os.system", "os.exec", "os.posix_spawn", "subprocess.Popen")
MAKING = {"os.rename": 1, "os.mkdir": 0}
"""What gives a file or a folder its name, and where that stands among the arguments."""
NOWHERE = ("/proc/", "/sys/", "/dev/")
"""Folders of what is no file."""
MEMORY = "/dev/shm/"  # noqa: S108 -- nothing is written there
"""A folder among them in which files lie, in memory."""
HEARD = frozenset({"open", *MAKING, *LISTING, *REACHING_OUT})
GIT = "git"
"""Is asked whether a file is private."""


@dataclass(slots=True)
class Observation:
    """What a process touched of the disk, as absolute paths in no order."""

    opened: set[str] = field(default_factory=set)
    """Every file that was opened, to read or to write."""
    written: set[str] = field(default_factory=set)
    """Those of them that were opened to write, or got their name from another; and folders that were made."""
    listed: set[str] = field(default_factory=set)
    """Every folder whose content was asked for."""
    asked: list[str] = field(default_factory=list)
    """What else was asked: other machines, and programs but git; in words."""
    has_asked_git: bool = False
    """Whether git was asked, whose answers change no page, and may change what is told."""


@contextmanager
def observe() -> Iterator[Observation]:
    """Note what this process opens and lists, until the block ends.

    The interpreter tells it (PEP 578), so that a reader, a plugin or a template that reads a file of its
    own is seen as well. What a library in another language opens by itself is not.
    """
    observation = Observation()
    is_observing = True

    def note(event: str, arguments: tuple[Any, ...]) -> None:
        if event in HEARD and is_observing:  # of some events there are hundreds of thousands
            _note(observation, event, arguments)

    sys.addaudithook(note)  # stays for the life of the process: nothing takes a hook away
    try:
        yield observation
    finally:
        is_observing = False


def list_modules() -> Iterator[str]:
    """Yield the file of each module that is loaded: code is read from a compiled copy, if at all."""
    for module in tuple(sys.modules.values()):
        if name := getattr(module, "__file__", None):
            yield os.path.abspath(name)


def leave_out(paths: Iterable[str], own: tuple[str, ...]) -> set[str]:
    """Return the paths that lie in no folder of some, nor in a file system that holds no files.

    >>> sorted(leave_out({"/proc/meminfo", "/dev/shm/site/a.md", "/srv/a.md", "/out/a.html"}, ("/out/",)))
    ['/dev/shm/site/a.md', '/srv/a.md']
    """
    found = (path for path in paths if not path.startswith(own))
    return {path for path in found if path.startswith(MEMORY) or not path.startswith(NOWHERE)}


def list_tree(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Yield each folder of a tree, following links, with the paths of its files; nothing where it is none."""
    for folder, _, names in os.walk(os.path.abspath(root), followlinks=True):
        yield folder, [os.path.join(folder, name) for name in names]


def _note(observation: Observation, event: str, arguments: tuple[Any, ...]) -> None:
    if event == "open":
        path, mode, flags = arguments
        if name := _name(path):
            observation.opened.add(name)
            if flags & (os.O_WRONLY | os.O_RDWR) or (mode and set(mode) & set("wax+")):
                observation.written.add(name)
    elif event in MAKING:
        if name := _name(arguments[MAKING[event]]):
            observation.written.add(name)
    elif event in LISTING and (name := _name(arguments[0])):
        observation.listed.add(name)
    elif event in REACHING_OUT:
        _note_asked(observation, event, arguments)


def _note_asked(observation: Observation, event: str, arguments: tuple[Any, ...]) -> None:
    is_program = event == "subprocess.Popen" and arguments[1]
    if is_program and os.path.basename(os.fsdecode(arguments[1][0])) == GIT:
        observation.has_asked_git = True
    else:
        observation.asked.append(f"{event}: {arguments[0] or arguments[1]}")


def _name(path: object) -> str:
    """Return an absolute path; empty for what has none, such as an open file's number."""
    if isinstance(path, bytes):
        path = os.fsdecode(path)
    if isinstance(path, str) and "\0" not in path:
        return os.path.abspath(path)
    return os.path.abspath(path) if isinstance(path, Path) else ""
