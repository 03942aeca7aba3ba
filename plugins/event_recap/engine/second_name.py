"""One file under two names: nothing of it is read, and nothing is written but the name."""

from __future__ import annotations

import os
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def give_second_name(file: str | Path, name: str | Path) -> bool:
    """Let a file be found under another name too, in a folder that is made where it is missing.

    Returns:
        False where the disk knows no second names: then it is a copy.
    """
    try:
        os.link(file, name, follow_symlinks=False)
    except FileNotFoundError:
        if os.path.isdir(folder := os.path.dirname(name)):
            raise
        os.makedirs(folder)
        return give_second_name(file, name)
    except (OSError, NotImplementedError):
        shutil.copy2(file, name, follow_symlinks=False)
        return False
    return True
