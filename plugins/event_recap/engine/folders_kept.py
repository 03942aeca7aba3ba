"""The folders of the last site, in which the next one is made: to make a folder takes longer than a file.

They hold no file, so that whoever writes into the new site never writes into one that readers see.
"""

from __future__ import annotations

import os
import stat
import tempfile
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def empty_folders(top: Path, like: Path | None = None) -> bool:
    """Remove every file and link below a folder, and let its folders be as new ones are.

    Args:
        top: The folder; no link out of it is followed.
        like: Where given, folders that are not below this one as well go, too.

    Returns:
        False where there is none, or it cannot be done; then something may be left.
    """
    try:
        mode, left = _find_mode(top), [(str(top), str(like or top))]
        while left:
            folder, twin = left.pop()
            with os.scandir(folder) as found:
                entries = list(found)
            for entry in entries:
                if not entry.is_dir(follow_symlinks=False):
                    os.unlink(entry.path)
                elif not os.path.isdir(inner := os.path.join(twin, entry.name)):
                    remove_folder(entry.path)
                else:
                    left.append((entry.path, inner))
                    if stat.S_IMODE(entry.stat().st_mode) != mode:
                        os.chmod(entry.path, mode)
    except OSError:
        return False
    return True


def remove_folder(top: str | Path) -> None:
    """Remove a folder and all that is in it, as far as that can be; a link stays, and what it leads to.

    By paths, and not as ``shutil`` does: who observes what a build opens would be told of bare names, take
    them for files of the folder in which it runs, and keep the names of pages of people who withdrew.
    """
    if os.path.islink(top):
        return
    for folder, folders, names in os.walk(top, topdown=False):
        links = (name for name in folders if os.path.islink(os.path.join(folder, name)))
        for name in (*names, *links):
            with suppress(OSError):
                os.unlink(os.path.join(folder, name))
        with suppress(OSError):
            os.rmdir(folder)


def make_folders(top: Path, like: Path) -> None:
    """Make a folder that has the folders of another, as far as there is room for them."""
    with suppress(OSError):
        for folder, _, _ in os.walk(like):
            os.mkdir(f"{top}{folder.removeprefix(str(like))}")


def clear_way(top: str | Path, name: str) -> None:
    """Let a file be written where the last site had a folder.

    Args:
        top: The folder in which the site is made.
        name: Path of the file below it; what is not below it is let alone.
    """
    path = os.path.normpath(os.path.join(top, name))
    if os.path.isdir(path) and path.startswith(os.path.join(top, "")):
        for folder, _, _ in os.walk(path, topdown=False):
            with suppress(OSError):  # something of this build is in it, and the writing tells
                os.rmdir(folder)


def _find_mode(folder: Path) -> int:
    """Return the mode of a folder that is made now."""
    around = tempfile.mkdtemp(dir=folder)
    os.mkdir(made := os.path.join(around, "new"))
    mode = stat.S_IMODE(os.stat(made).st_mode)
    remove_folder(around)
    return mode
