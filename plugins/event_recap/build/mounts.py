"""Disks that are mounted below the folder of a site: what lies on them is none of its files."""

from __future__ import annotations

import os
import re
from pathlib import Path

_TABLE = Path("/proc/self/mountinfo")
_POINT = 4
"""Where the folder of a mount stands in its line (proc_pid_mountinfo(5))."""
_CODE = re.compile(r"\\([0-7]{3})")
"""A space or the like in the name of a folder."""


def find_mount(folder: Path) -> Path | None:
    """Return a folder below another on which something is mounted; None where there is none.

    Where the system tells nothing of its mounts, only the folders directly below are looked at.
    """
    root = folder.resolve()
    try:
        rows = _TABLE.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        below = root.iterdir() if root.is_dir() else ()
        return next((path for path in below if os.path.ismount(path)), None)
    points = (Path(_CODE.sub(_read_code, row.split(" ")[_POINT])) for row in rows)
    return next((point for point in points if root in point.parents), None)


def _read_code(found: re.Match[str]) -> str:
    return chr(int(found[1], 8))
