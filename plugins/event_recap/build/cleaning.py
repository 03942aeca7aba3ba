"""What builds left on the disk is taken away: the site, and what lies beside it for the next build."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from ..engine.lock import lock_output, remove_lock
from ..engine.page_record import find_page_records
from ..engine.record import find_record
from .manifest import find_manifest, read_manifest
from .one_by_one import remove_file
from .staging import discard_staging

if TYPE_CHECKING:
    from pathlib import Path


def clean_output(output: Path) -> tuple[int, int]:
    """Remove every file that builds put into a folder, and the folder where nothing else is in it.

    Waits for the end of a build that is at work.

    Returns:
        How many files were removed, and how many of somebody else are left.

    Raises:
        OSError: Something may not be removed.
    """
    with lock_output(output) as lock:
        names = sorted(name for name in read_manifest(output) if (output / name).is_file())
        for name in names:
            remove_file(output / name, output)
        discard_staging(output)
        for find in (find_manifest, find_record, find_page_records):
            find(output).unlink(missing_ok=True)
        remove_lock(lock, output)
    left = sum(1 for path in output.rglob("*") if not path.is_dir()) if output.is_dir() else 0
    if left == 0:
        with suppress(OSError):  # a disk of its own, or a link, stays
            output.rmdir()
    return len(names), left
