"""How many processes fit into the memory that is free, where the system tells it (Linux)."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path("/")
_KIB = 1024
_AVAILABLE = re.compile(r"^MemAvailable:\s+(\d+) kB$", re.MULTILINE)
_OWN = re.compile(r"^VmRSS:\s+(\d+) kB$", re.MULTILINE)
_GROUP = re.compile(r"^0::/(.*)$", re.MULTILINE)
_TAKEN = re.compile(r"^anon (\d+)$", re.MULTILINE)


def count_fitting(root: Path = ROOT) -> int | None:
    """Return how many more processes of the size of this one there is memory for.

    What a fork shares with this process counts as its own: in the end it may change all of it.

    Args:
        root: Where ``proc`` (proc(5)) and ``sys`` are.

    Returns:
        0 and more; None where the system does not tell.
    """
    own = _find(_OWN, root / "proc/self/status")
    free = _list_free(root)
    return min(free) // (own * _KIB) if own and free else None


def _list_free(root: Path) -> list[int]:
    """Return the bytes that are free on the machine, and in each group with a limit (cgroups, version 2)."""
    available = _find(_AVAILABLE, root / "proc/meminfo")
    return [*([] if available is None else [available * _KIB]), *_list_free_in_groups(root)]


def _list_free_in_groups(root: Path) -> Iterator[int]:
    groups = root / "sys/fs/cgroup"
    own = _GROUP.search(_read(root / "proc/self/cgroup"))
    group = groups / own[1] if own else groups
    for folder in (group, *group.parents):
        limit, taken = _read(folder / "memory.max").strip(), _find(_TAKEN, folder / "memory.stat")
        if limit.isdecimal() and taken is not None:  # "max" is none
            yield max(0, int(limit) - taken)
        if folder == groups:
            return


def _find(pattern: re.Pattern[str], path: Path) -> int | None:
    found = pattern.search(_read(path))
    return int(found[1]) if found else None


def _read(path: Path) -> str:
    with suppress(OSError):
        return os.fsdecode(path.read_bytes())
    return ""
