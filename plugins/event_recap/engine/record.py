"""How the disk was when the last build ended, a line for each file and folder that counts, and what was told.

Plain text that runs nothing: ``size mtime_ns inode path``, with ``-`` for the size of a folder. Of what a
build reads, ``/`` and the ctime in nanoseconds follow the inode: unpacking may set the date of a file back,
and its number may be that of one that was deleted. What a build looked for in vain has no inode. The last
line is a hash of all others.
"""

from __future__ import annotations

import json
import os
import stat
from typing import TYPE_CHECKING

from .own_file import open_sealed, read_own_file, replace_own_file, seal

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FORM = "event-recap build record 4"
"""The first line: another form is not read."""

_CHANGED = "/"
_ABSENT = f"- 0 {_CHANGED}"

TICK_NS = 20_000_000
"""What was changed so shortly before a build began may have been changed again within the same tick."""


def find_record(output: Path) -> Path:
    """Return the file beside the output folder that holds the record, for nobody to find on the web."""
    return output.parent / f".{output.name}.record"


def describe_read(paths: Iterable[str]) -> Iterator[str]:
    """Yield a line for each path that a build reads or looked for in vain, sorted by path."""
    return map(_describe_read, sorted(paths))


def describe_written(paths: Iterable[str]) -> Iterator[str]:
    """Yield a line for each file that exists and that a build wrote, sorted by path."""
    return filter(None, map(_describe_written, sorted(paths)))


def describe_state(path: str) -> str:
    """Return ``size mtime_ns inode`` of a file that a build wrote, as in its line; empty where there is none.

    Its ctime is another each time that it gets a second name, or loses one.
    """
    found = _look(path)
    return _word_state(found) if found else ""


def is_as_it_was(line: str) -> bool:
    """Tell whether the path of which a line tells is as it says, following links."""
    path = find_path(line)
    is_read = _CHANGED in line.split(" ", 3)[2]
    return line == (_describe_read(path) if is_read else _describe_written(path))


def _describe_read(path: str) -> str:
    found = _look(path)
    return f"{_word_state(found)}{_CHANGED}{found.st_ctime_ns} {path}" if found else f"{_ABSENT} {path}"


def _describe_written(path: str) -> str:
    state = describe_state(path)
    return f"{state} {path}" if state else ""


def _look(path: str) -> os.stat_result | None:
    try:
        return os.stat(path)
    except OSError:
        return None


def _word_state(found: os.stat_result) -> str:
    size = "-" if stat.S_ISDIR(found.st_mode) else found.st_size
    return f"{size} {found.st_mtime_ns} {found.st_ino}"


def find_date(line: str) -> int:
    """Return the mtime of what a line tells, in nanoseconds since 1970."""
    return int(line.split(" ", 2)[1])


def find_moment(line: str) -> int:
    """Return when what is read was last changed, be its date set back, in nanoseconds since 1970."""
    changed = line.split(" ", 3)[2].partition(_CHANGED)[2]
    return max(find_date(line), int(changed or 0))


def find_state(line: str) -> str:
    """Return what a line tells but the ctime."""
    return line.partition(_CHANGED)[0]


def find_path(line: str) -> str:
    """Return the path of which a line tells."""
    return line.split(" ", 3)[-1]


def write_record(place: Path, circumstances: str, told: Iterable[str], lines: Iterable[str]) -> None:
    """Replace the record of the last build, whole or not at all.

    A path with a line break cannot be noted: then there is none, and the next build is a whole one.

    Args:
        place: The file.
        circumstances: On what the build depended besides files, on one line.
        told: What the author read of it, a line each.
        lines: What ``describe_read`` and ``describe_written`` yield of each file and folder that counts.
    """
    noted = list(lines)
    text = "\n".join((FORM, circumstances, json.dumps(list(told)), *noted, ""))
    if text.count("\n") != len(noted) + 3:
        place.unlink(missing_ok=True)
        return
    replace_own_file(place, seal(os.fsencode(text)))  # it names the files of people whom no page names


def find_change(place: Path, circumstances: str) -> tuple[str | None, list[str]]:
    """Return what differs from the last build, in a few words, and what the author read of it, a line each.

    A record that is missing, of another form or damaged is a difference as any other.

    Returns:
        None where nothing differs; no line where something does.
    """
    try:
        form, before, told, *lines = os.fsdecode(open_sealed(read_own_file(place))).split("\n")
        said = [str(line) for line in json.loads(told)]
    except ValueError:
        return "there is no record of a last build", []
    if form != FORM or not lines or lines.pop():
        return "the record of the last build is of another form", []
    if before != circumstances:
        return "settings, versions, the day or how the build was called", []
    for line in lines:
        if not is_as_it_was(line):
            return find_path(line), []
    return None, said
