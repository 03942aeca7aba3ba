"""Changes to files of the content folder: shown first, then written."""

from __future__ import annotations

import difflib
import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from ..loading.files import display_path
from ..wording.speech import word

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence


@dataclass(frozen=True, slots=True)
class FileChange:
    """What becomes of one file."""

    path: Path
    before: str
    """Empty for a file that is new."""
    after: str | None
    """None for a file that is deleted."""


def show_changes(changes: Iterable[FileChange]) -> str:
    """Return what is changed, file by file: each line that goes, then each that comes."""
    return "".join(line + "\n" for change in changes for line in _show(change))


def write_changes(changes: Sequence[FileChange]) -> None:
    """Write every file, each at once, and delete what goes when all is written.

    Raises:
        OSError: A file cannot be written; those before it are.
    """
    for change in changes:
        if change.after is not None:
            change.path.parent.mkdir(parents=True, exist_ok=True)
            beside = change.path.with_name(f".{change.path.name}.new")
            beside.write_bytes(change.after.encode())
            os.replace(beside, change.path)  # noqa: PTH105 -- whole, or not at all
    for change in changes:
        if change.after is None:
            change.path.unlink()


def _show(change: FileChange) -> Iterator[str]:
    name = display_path(change.path)
    if change.after is None:
        yield word(f"{name}: deleted")
        return
    yield word(f"{name}: changed" if change.before else f"{name}: new")
    before, after = change.before.splitlines(), change.after.splitlines()
    opcodes = difflib.SequenceMatcher(None, before, after, autojunk=False).get_opcodes()
    for tag, start, end, first, last in opcodes:
        if tag != "equal":
            yield from (f"  {start + number}: - {line}" for number, line in enumerate(before[start:end], 1))
            yield from (f"  {first + number}: + {line}" for number, line in enumerate(after[first:last], 1))
