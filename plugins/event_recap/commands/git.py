"""What git knows of a site; nothing where there is no git."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import EventRecapError, Place, Problem
from ..loading.files import display_path
from ..loading.git import ask_git, is_ignored, is_in_repository, is_tracked

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def check_secret(path: Path) -> None:
    """Stop where git publishes a file that is a secret, or would.

    Raises:
        EventRecapError: The file is in the repository, or is not ignored.
    """
    if not is_in_repository(path.parent):
        return
    what = ""
    if is_tracked(path):
        what = f"git keeps the key, and whoever has the repository can read it; git rm --cached {path.name}"
    elif not is_ignored(path):
        what = "git would publish the key; add a line '*.key' to .gitignore"
    if what:
        raise EventRecapError([Problem(Place(display_path(path)), "", what)])


def count_commits(folder: Path, words: Iterable[str]) -> int | None:
    """Return how many commits of any branch brought or took a word; None where there is no repository."""
    if not is_in_repository(folder):
        return None
    logs = [ask_git(folder, "log", "--all", "--format=%H", f"-S{word}") or "" for word in words]
    return len({commit for log in logs for commit in log.split()})
