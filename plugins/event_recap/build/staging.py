"""A build writes beside the output folder, where nobody looks, until all of it is right."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from .swap import recover

if TYPE_CHECKING:
    from pathlib import Path


def find_staging(output: Path) -> Path:
    """Return the folder beside the output folder into which a build writes; on the same file system."""
    return output.parent / f".{output.name}.staging"


def open_staging(output: Path) -> Path:
    """Make an empty folder to write into, in the place of one that a broken build left."""
    recover(output)
    staging = find_staging(output)
    shutil.rmtree(staging, ignore_errors=True)
    staging.mkdir(parents=True)
    return staging


def discard_staging(output: Path) -> None:
    """Forget a build that went wrong; the output folder stays as it was."""
    shutil.rmtree(find_staging(output), ignore_errors=True)
