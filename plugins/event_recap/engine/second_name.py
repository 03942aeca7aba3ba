"""One file under two names: nothing of it is read, and nothing is written but the name."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def give_second_name(file: str | Path, name: str | Path) -> None:
    """Let a file be found under another name too, or a copy of it where the disk knows no second names."""
    try:
        os.link(file, name, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(file, name, follow_symlinks=False)
