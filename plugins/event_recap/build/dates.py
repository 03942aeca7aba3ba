"""When each file of a site became what it is: copies by date send what is new, and nothing else.

A file that is byte for byte what it was keeps its date, also where the output folder is gone. One that
changed gets the time of the build, or that of ``SOURCE_DATE_EPOCH``.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from .manifest import describe_file

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping
    from pathlib import Path

    from .manifest import Entry


def date_files(
    folder: Path,
    names: Iterable[str],
    before: Mapping[str, Entry],
    kept: Container[str],
    sources: Mapping[str, str],
) -> dict[str, Entry]:
    """Give each file its date, and return what is to be known of it.

    Args:
        folder: Where the files are.
        names: Paths below it.
        before: What was known of the files of the last build.
        kept: Names of those that are the very files of the last build, and have their dates.
        sources: Path of the file from which each is made.
    """
    now = _read_epoch()
    entries = {}
    for name in names:
        path, known = folder / name, before.get(name)
        entry = describe_file(path, sources.get(name, ""))
        seconds = known.seconds if known and known.sha256 == entry.sha256 else now
        if seconds is not None and seconds != entry.seconds and name not in kept:
            entry = _set_date(path, entry, seconds)
        entries[name] = entry
    return entries


def _set_date(path: Path, entry: Entry, seconds: int) -> Entry:
    os.utime(path, (seconds, seconds))
    return replace(entry, seconds=seconds)


def _read_epoch() -> int | None:
    """Return the time that the environment sets for everything new; None where it sets none."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    return int(epoch) if epoch.isascii() and epoch.isdigit() else None
