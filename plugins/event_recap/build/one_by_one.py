"""File after file is put in place, where the output folder is a disk of its own, as in a container."""

from __future__ import annotations

import errno
import filecmp
import posixpath
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator
    from pathlib import Path

_UNFINISHED = ".{}.new"
"""Name of the copy of a file that is not yet in place."""


def put_in_place(staging: Path, output: Path, written: list[str], withdrawn: set[str]) -> None:
    """Replace what changed, remove what was withdrawn, keep the rest.

    Args:
        staging: Folder of the new site.
        output: Folder of the old one.
        written: Paths of the new files below it.
        withdrawn: Paths of the old files; those that are new again stay.
    """
    output.mkdir(parents=True, exist_ok=True)
    for name in written:
        _clear_way(output / name, output, withdrawn)
        _put_in_place(staging / name, output / name)
    for name in sorted(withdrawn - set(written)):
        remove_file(output / name, output)


def find_unfinished(present: Iterable[str], names: Container[str]) -> Iterator[str]:
    """Yield the copies that a build left which was killed while it put files in place.

    Args:
        present: Paths of the files that there are.
        names: Paths of those that builds put there.
    """
    before, after = _UNFINISHED.split("{}")
    for path in present:
        folder, last = posixpath.split(path)
        is_copy = last.startswith(before) and last.endswith(after)
        if is_copy and posixpath.join(folder, last[len(before) : -len(after)]) in names:
            yield path


def _put_in_place(staged: Path, target: Path) -> None:
    if target.is_file() and not target.is_symlink() and filecmp.cmp(staged, target, shallow=False):
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        staged.replace(target)
    except OSError as error:
        if error.errno != errno.EXDEV:
            raise
        _copy_in_place(staged, target)


def _copy_in_place(staged: Path, target: Path) -> None:
    """Replace a file where the output folder is a disk of its own, as in a container."""
    beside = _name_unfinished(target)
    shutil.copyfile(staged, beside)
    beside.replace(target)


def _name_unfinished(target: Path) -> Path:
    return target.with_name(_UNFINISHED.format(target.name))


def _clear_way(target: Path, output: Path, withdrawn: set[str]) -> None:
    """Remove what stands in the way of a file: a page that became a section, or a section that became a page.

    Of such a section only what an earlier build wrote is removed.
    """
    for folder in target.relative_to(output).parents:
        if (output / folder).is_file():
            (output / folder).unlink()
    if target.is_dir() and not target.is_symlink():
        inside = target.relative_to(output).as_posix() + "/"
        for name in sorted(name for name in withdrawn if name.startswith(inside)):
            remove_file(output / name, output)


def remove_file(path: Path, output: Path) -> None:
    """Remove a file, and the folders that are empty without it."""
    if not path.is_file() and not path.is_symlink():
        return
    path.unlink()
    folder = path.parent
    while folder != output and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
