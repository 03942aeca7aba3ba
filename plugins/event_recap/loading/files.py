"""Finds and opens the files of a content folder, and none outside it."""

from __future__ import annotations

import os
import re
import stat
from dataclasses import dataclass
from pathlib import Path

from ..errors import Place, Problem, Severity
from ..model.identity import ID_PATTERN, build_id
from .report import UnreadableError, quote
from .text import decode_text

YAML_SUFFIXES = (".yml", ".yaml")
_BACKUP = re.compile(r"\..*|.*~|#.*#|.*\.(?:bak|orig|swp|swo|tmp)|Thumbs\.db|desktop\.ini")
SIDE_FILE = re.compile(
    r".+\.(?:jpe?g|jpe|jfif|a?png|webp|gif|avif|svgz?|tiff?|bmp|ico|hei[cf])\.ya?ml", re.IGNORECASE
)
"""Name of a file that says who is on the picture beside it."""
SIZE_LIMIT = 8_000_000
"""Bytes of a list or a person's file."""


@dataclass(frozen=True, slots=True)
class SourceFile:
    """A list or a person's file that may be opened."""

    id: str
    """Its name without ending."""
    path: Path
    source: str
    """Path as the author would type it."""
    content: Path
    """The content folder."""
    data: bytes | None = None
    """What it holds, where it was read already."""

    @property
    def inner_path(self) -> str:
        """Path from the content folder, with ``/`` between folders."""
        return self.path.relative_to(self.content).as_posix()

    def read_text(self) -> str:
        """Return the text of the file.

        Raises:
            UnreadableError: It is too long, not UTF-8, or may not be opened.
        """
        return decode_text(self.read_data())

    def read_data(self) -> bytes:
        """Return the bytes of the file.

        Raises:
            UnreadableError: It is too long, or may not be opened.
        """
        if self.data is not None:
            return self.data
        try:
            with self.path.open("rb") as stream:
                data = stream.read(SIZE_LIMIT + 1)
        except OSError as error:
            what = f"cannot be opened: {(error.strerror or 'unknown reason').lower()}"
            raise UnreadableError(what) from None
        if len(data) > SIZE_LIMIT:
            what = f"too long: more than {SIZE_LIMIT // 1_000_000} MB; split it"
            raise UnreadableError(what)
        return data


def display_path(path: Path | str) -> str:
    """Return a path as the author would type it: from the working folder where it lies inside."""
    here = os.getcwd()  # noqa: PTH109 -- as text: each file of a site is named many times in a build
    absolute = os.path.join(here, path)  # noqa: PTH118
    shown = "." if absolute == here else absolute.removeprefix(os.path.join(here, ""))  # noqa: PTH118
    return shown if shown.isprintable() else "".join(one if one.isprintable() else "?" for one in shown)


def is_inside(path: Path, folder: Path) -> bool:
    """Tell whether a path lies in a folder once every link is followed."""
    try:
        return path.resolve(strict=True).is_relative_to(folder.resolve())
    except (OSError, RuntimeError, ValueError):  # ValueError: a NUL in the name
        return False


def is_regular(path: Path, folder: Path) -> bool:
    """Tell whether a path leads to a file that may be read, inside a folder; never opens it."""
    return is_inside(path, folder) and stat.S_ISREG(path.stat().st_mode)


def find_source_files(folder: Path, content: Path) -> tuple[tuple[SourceFile, ...], tuple[Problem, ...]]:
    """Return the YAML files of one folder, by name, and what is wrong with the others.

    Dotfiles, the backups of editors and files beside pictures are passed over; a folder that is missing
    is empty.
    """
    found: dict[str, SourceFile] = {}
    problems: list[Problem] = []
    if not os.path.lexists(folder):
        return (), ()
    if not is_inside(folder, content) or not folder.is_dir():
        what = "not a folder inside the content folder; put a folder here"
        return (), (Problem(Place(display_path(folder)), "", what),)
    names = [
        path
        for path in sorted(folder.iterdir())
        if not _BACKUP.fullmatch(path.name) and not SIDE_FILE.fullmatch(path.name)
    ]
    for path in names:
        source = display_path(path)
        problem = _find_problem(path, source, content, found)
        if problem:
            problems.append(problem)
        identifier = build_id(path.stem) if problem and problem.field else path.stem
        if identifier and identifier not in found and not (problem and not problem.field):
            found[identifier] = SourceFile(identifier, path, source, content)
    return tuple(found.values()), tuple(problems)


def _find_problem(path: Path, source: str, content: Path, found: dict[str, SourceFile]) -> Problem | None:
    place = Place(source)
    is_yaml = path.suffix in YAML_SUFFIXES
    if path.is_dir() and not is_yaml:
        return Problem(place, "", "folder not read; put its files beside it", Severity.WARNING)
    if not is_yaml:
        return Problem(place, "", "not read; rename it to end in .yml", Severity.WARNING)
    if not is_regular(path, content):
        return Problem(place, "", "not a regular file inside the content folder; put a file here")
    if path.stem in found:
        what = f"two files claim the id '{path.stem}'; the other is {found[path.stem].source}"
        return Problem(place, "", what)
    if not ID_PATTERN.fullmatch(path.stem):
        better = build_id(path.stem)
        advice = f"rename it to {better}{path.suffix}" if better else "rename it"
        what = f"{quote(path.name)} is no id: lower case letters, digits and hyphens; {advice}"
        return Problem(place, "file name", what)
    return None
