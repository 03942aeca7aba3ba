"""A build writes beside the output folder, where nobody looks, until all of it is right."""

from __future__ import annotations

import errno
import os
from typing import TYPE_CHECKING, Any

from ..engine.folders_kept import clear_way, empty_folders, make_folders, remove_folder
from ..engine.pages import takes_pages
from .swap import recover

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path


def find_staging(output: Path) -> Path:
    """Return the folder beside the output folder into which a build writes; on the same file system."""
    return output.parent / f".{output.name}.staging"


def open_staging(output: Path, *, keeps_folders: bool = False) -> Path:
    """Make a folder to write into, without a file in it, in the place of one that a build left.

    Args:
        output: The folder of the site.
        keeps_folders: Whether the folders of the last site may be in it; those that stay empty are gone
            once it is published.

    Raises:
        FileExistsError: What is there is none of ours, or of somebody else.
    """
    recover(output)
    staging = find_staging(output)
    is_folder = staging.is_dir() and not staging.is_symlink()
    if keeps_folders and is_folder and empty_folders(staging):
        return staging
    discard_staging(output)
    if os.path.lexists(staging):
        raise FileExistsError(
            errno.EEXIST, "in the way, and cannot be removed; remove it yourself", str(staging)
        )
    staging.mkdir(parents=True)
    return staging


def close_staging(output: Path, *, keeps_folders: bool = False) -> None:
    """Let nothing be left of the site that was replaced, but the folders that the new one has as well.

    Args:
        output: The folder of the site.
        keeps_folders: Whether these are left, for the next build.
    """
    staging = find_staging(output)
    if keeps_folders and not staging.exists():
        make_folders(staging, output)  # the first site replaced none
    elif not keeps_folders or not empty_folders(staging, output):
        discard_staging(output)


def may_keep_folders(settings: Mapping[str, Any]) -> bool:
    """Tell whether a build may write among the folders of the last site.

    Only where it takes pages from there, so that nobody else's code is at work; and not where Pelican writes
    the texts themselves beside their pages, which it does without a look at what is in the way.
    """
    return takes_pages(settings) and not settings["OUTPUT_SOURCES"]


def clear_ways(output: Path, names: Iterable[str]) -> None:
    """Let files be written where the last site had folders; paths below the folder of the site."""
    staging = find_staging(output)
    for name in names:
        clear_way(staging, name)


def discard_staging(output: Path) -> None:
    """Forget a build that went wrong; the output folder stays as it was."""
    remove_folder(find_staging(output))
