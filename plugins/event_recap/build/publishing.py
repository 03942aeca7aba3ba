"""A complete build takes the place of the site that is there.

The new folder is made whole first: a file that did not change is the old one under a second name, and what
others put into the output folder comes along. Then both folders change places. Where that cannot be, or what
others put there is not ours to move, file after file is put in place.
"""

from __future__ import annotations

import errno
import filecmp
import os
import shutil
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from ..engine.second_name import give_second_name
from .dates import date_files
from .exchange import flush
from .manifest import describe_again, read_entries, write_manifest
from .mounts import find_mount
from .one_by_one import find_unfinished, put_in_place
from .staging import find_staging
from .swap import swap

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

NOTHING: Mapping[str, str] = MappingProxyType({})


def publish_staging(
    output: Path, sources: Mapping[str, str] = NOTHING, taken: Iterable[str] = ()
) -> tuple[int, int]:
    """Put a complete build in place: what was withdrawn goes, what others put there stays.

    The folder in which it was made is then that of the site before, or what is left of it.

    Args:
        output: The folder of the site.
        sources: Path of the file from which each file was made, by its path below the folder.
        taken: Paths of those that are files of the last site under a second name, and what it wrote.

    Returns:
        How many files the site has, and how many of them are new or differ from before.

    Raises:
        FileExistsError: Where something of others stands in the way of a page.
        OSError: Where the disk is full, or may not be written to. In both cases the site is as it was.
    """
    staging = find_staging(output)
    present, listed = dict(_list_names(output)), read_entries(output)
    before = {name: entry for name, entry in listed.items() if entry}
    # What leads out of the folder, in a list that somebody edited, is nothing that is found in it.
    withdrawn = {name for name in listed if present.get(name) is False}
    withdrawn.update(find_unfinished(present, listed))
    written = sorted(_list_files(staging))
    if not listed.keys() >= set(written):
        # Told before anything moves: a build that is interrupted here leaves no file that nobody knows of.
        write_manifest(output, {*written, *withdrawn}, before)
    known = {name: describe_again(before[name], sources.get(name, "")) for name in taken if name in before}
    looked_at = [name for name in written if name not in known]
    same = set(_keep_unchanged(staging, output, looked_at))
    entries = known | date_files(staging, looked_at, before, same, sources)
    others = sorted(present.keys() - {*written, *withdrawn})
    is_movable = not find_mount(output) and _are_ours(output, others)
    kept = _bring_along(staging, output, {name: present[name] for name in others}) if is_movable else []
    if not is_movable or not swap(staging, output.resolve()):  # a link to a folder stays a link
        for path in reversed(kept):
            path.rmdir() if _is_folder(path) else path.unlink()
        put_in_place(staging, output, written, withdrawn)
        flush(output)
    write_manifest(output, written, entries)
    return len(written), len(looked_at) - len(same)


def _list_names(folder: Path) -> Iterator[tuple[str, bool]]:
    """Yield the path below a folder of each file and link, and of each empty folder, and which it is.

    A folder that we may not look into counts as an empty one.
    """
    left = [""] if folder.is_dir() else []
    while left:
        below = left.pop()
        try:
            with os.scandir(os.path.join(folder, below)) as found:
                entries = list(found)
        except PermissionError:  # of somebody else, such as lost+found
            yield below[:-1], True
            continue
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                left.append(f"{below}{entry.name}/")
            else:
                yield f"{below}{entry.name}", False
        if below and not entries:
            yield below[:-1], True


def _list_files(staging: Path) -> Iterator[str]:
    """Yield the path of each file, and remove folders in which there is none."""
    for name, is_folder in list(_list_names(staging)):
        if not is_folder:
            yield name
            continue
        folder = staging / name
        while folder != staging and not any(folder.iterdir()):
            folder.rmdir()
            folder = folder.parent


def _are_ours(output: Path, names: Iterable[str]) -> bool:
    """Tell whether we may move some files: they belong to us, and so do the folders around them."""
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return True
    paths = {path for name in map(Path, names) for path in (name, *name.parents)} - {Path()}
    return all((output / path).lstat().st_uid == os.geteuid() for path in paths)


def _is_folder(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _keep_unchanged(staging: Path, output: Path, written: list[str]) -> Iterator[str]:
    """Let files that are as before be the very same, with their dates, and yield their names."""
    for name in written:
        old, new = os.path.join(output, name), os.path.join(staging, name)
        if os.path.isfile(old) and not os.path.islink(old) and filecmp.cmp(new, old, shallow=False):
            os.unlink(new)
            give_second_name(old, new)
            yield name


def _bring_along(staging: Path, output: Path, others: Mapping[str, bool]) -> list[Path]:
    """Take what is not of a build into the new folder, and return what was made for it, outermost first.

    Args:
        staging: The new folder.
        output: The old one.
        others: Paths below it, sorted, and whether each is an empty folder.
    """
    made: list[Path] = []
    if output.is_dir():
        shutil.copymode(output, staging)
    for name, is_folder in others.items():
        path = output / name
        made += _make_folders(staging, path if is_folder else path.parent, output)
        if not is_folder:
            if (staging / name).exists():
                raise _tell_in_the_way(path)
            give_second_name(path, staging / name)
            made.append(staging / name)
    return made


def _make_folders(staging: Path, folder: Path, output: Path) -> Iterator[Path]:
    """Make what is missing of a folder, and yield each that was made, outermost first."""
    names = folder.relative_to(output)
    for name in (*reversed(names.parents), names):
        target = staging / name
        if target.exists() and not target.is_dir():
            raise _tell_in_the_way(folder)
        if not target.exists():
            target.mkdir()
            shutil.copymode(output / name, target)
            yield target


def _tell_in_the_way(path: Path) -> FileExistsError:
    return FileExistsError(errno.EEXIST, "in the way of a page, and not of this site", str(path))
