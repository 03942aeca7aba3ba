"""The cache of a site, which keeps texts and pictures from one build to the next."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from ..loading.git import ask_git

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def is_full(folder: Path) -> bool:
    """Tell whether there is a cache, and anything in it."""
    return folder.is_dir() and any(folder.iterdir())


def may_be_emptied(folder: Path, home: Path, others: Iterable[Path]) -> bool:
    """Tell whether a folder is a cache and nothing else, so that it may be emptied without being asked.

    Args:
        folder: What the settings call the cache.
        home: The folder of the settings; nothing outside it is touched.
        others: Folders of the site that are no cache: texts, output, theme.
    """
    whole, around = folder.resolve(), home.resolve()
    if folder.is_symlink() or not is_full(folder) or around not in whole.parents:
        return False
    folders = [other.resolve() for other in others]
    if any(whole in (other, *other.parents) or other in whole.parents for other in folders):
        return False
    return not (ask_git(folder, "ls-files", "--", ".") or "").strip()


def empty_cache(folder: Path) -> None:
    """Delete what is in a cache; the next build makes it anew."""
    for path in folder.iterdir():
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path)
        else:
            path.unlink()
