"""What git knows of a site; nothing where there is no git."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from ..errors import EventRecapError, Place, Problem
from ..loading.files import display_path

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def is_kept(folder: Path) -> bool:
    """Tell whether a folder lies in a repository."""
    return _ask(folder, "rev-parse", "--is-inside-work-tree") is not None


def check_secret(path: Path) -> None:
    """Stop where git publishes a file that is a secret, or would.

    Raises:
        EventRecapError: The file is in the repository, or is not ignored.
    """
    if not is_kept(path.parent):
        return
    what = ""
    if _ask(path.parent, "ls-files", "--error-unmatch", "--", path.name) is not None:
        what = f"git keeps the key, and whoever has the repository can read it; git rm --cached {path.name}"
    elif _ask(path.parent, "check-ignore", "--quiet", "--", path.name) is None:
        what = "git would publish the key; add a line '*.key' to .gitignore"
    if what:
        raise EventRecapError([Problem(Place(display_path(path)), "", what)])


def count_commits(folder: Path, words: Iterable[str]) -> int | None:
    """Return how many commits of any branch brought or took a word; None where there is no repository."""
    if not is_kept(folder):
        return None
    logs = [_ask(folder, "log", "--all", "--format=%H", f"-S{word}") or "" for word in words]
    return len({commit for log in logs for commit in log.split()})


def _ask(folder: Path, *words: str) -> str | None:
    """Return what git says; None where it says no, or is not there."""
    try:
        done = subprocess.run(  # noqa: S603 -- no shell; no word is taken for an option
            ["git", "-C", str(folder), *words],  # noqa: S607 -- the git of whoever runs this
            capture_output=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
    except OSError:
        return None
    return done.stdout if done.returncode == 0 else None
