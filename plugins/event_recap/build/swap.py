"""One folder takes the place of another, in one step where the system can."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from ..engine.folders_kept import remove_folder
from .exchange import UNABLE, exchange, flush, sync_folder

if TYPE_CHECKING:
    from pathlib import Path


def swap(new: Path, place: Path) -> bool:
    """Put a folder in the place of another, which is then where the new one was; or of none.

    Returns:
        False where this cannot be done here, since the place is a disk of its own, as in a container.
        Nothing has changed then.
    """
    flush(new)
    try:
        if place.exists():
            _exchange(new, place)
        else:
            new.replace(place)
    except OSError as error:
        if error.errno not in {errno.EXDEV, errno.EBUSY}:
            raise
        return False
    sync_folder(place.parent)
    return True


def recover(place: Path) -> None:
    """Put back what a build set aside that was killed in the only moment without a site."""
    aside = _find_aside(place)
    if aside.is_dir() and not place.exists():
        aside.replace(place)
    remove_folder(aside)


def _exchange(new: Path, place: Path) -> None:
    try:
        exchange(new, place)
    except OSError as error:
        if error.errno not in UNABLE:
            raise
        aside = _find_aside(place)
        place.replace(aside)
        new.replace(place)
        aside.replace(new)


def _find_aside(place: Path) -> Path:
    return place.parent / f".{place.name}.aside"
