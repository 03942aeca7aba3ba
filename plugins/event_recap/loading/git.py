"""What git says of files; nothing where there is no git, and no repository."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity
from .files import display_path

if TYPE_CHECKING:
    from pathlib import Path


def ask_git(folder: Path, *words: str) -> str | None:
    """Return what git says in a folder; None where it says no, or is not there."""
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


def is_in_repository(folder: Path) -> bool:
    """Tell whether a folder lies in a repository."""
    return ask_git(folder, "rev-parse", "--is-inside-work-tree") is not None


def is_tracked(path: Path) -> bool:
    """Tell whether a file is in a repository, or will be with the next commit."""
    return ask_git(path.parent, "ls-files", "--error-unmatch", "--", path.name) is not None


def is_ignored(path: Path) -> bool:
    """Tell whether git passes a file over; neither it nor its folder need exist yet."""
    place = path.absolute()
    folder = next(one for one in place.parents if one.is_dir())
    return ask_git(folder, "check-ignore", "--quiet", "--", str(place)) is not None


def check_private(path: Path, severity: Severity = Severity.ERROR) -> tuple[Problem, ...]:
    """Return what is wrong where git keeps a file of private notes, or would."""
    if not is_in_repository(path.parent):
        return ()
    what = ""
    if is_tracked(path):
        what = "git keeps this file of private notes, and whoever has the repository can read it; "
        what += f"git rm --cached {display_path(path)}"
    elif not is_ignored(path):
        what = f"git would keep this file of private notes; add a line '{path.name}' to .gitignore"
    return (Problem(Place(display_path(path)), "", what, severity),) if what else ()
