"""Writes changes so that they can be undone: a copy of every file first, then each file at once."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from ..errors import EventRecapError, Place, Problem
from ..loading.files import display_path

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

FOLDER = ".event-recap"
"""Beside the content folder; it tells git by itself to pass it over."""
_LIST = "files.json"


def find_journal(content: Path) -> Path:
    """Return the folder in which the files are kept as they were."""
    return content.absolute().parent / FOLDER / "undo"


def write_changes(content: Path, changes: Mapping[str, bytes | None]) -> None:
    """Keep every file as it is, then write; a crash in between can be undone as well.

    Args:
        content: The content folder.
        changes: New bytes of each file by its path below it; None for one that goes.
    """
    journal = find_journal(content)
    _keep(content, changes, journal)
    for path in sorted(changes):
        _put(content, path, changes[path])


def undo_changes(content: Path) -> tuple[str, ...]:
    """Put every file back, byte for byte, and return their paths.

    Raises:
        EventRecapError: There is nothing to undo, or a file was changed since.
    """
    journal = find_journal(content)
    if not (journal / _LIST).is_file():
        raise EventRecapError([Problem(Place(display_path(journal)), "", "there is nothing to undo")])
    entries: list[dict[str, Any]] = json.loads((journal / _LIST).read_text(encoding="utf-8"))
    if changed := [entry["path"] for entry in entries if not _is_ours(content / entry["path"], entry)]:
        what = (
            "changed since somebody was forgotten, so nothing was put back; take your change out of it first"
        )
        raise EventRecapError(Problem(Place(display_path(content / path)), "", what) for path in changed)
    for entry in entries:
        kept = journal / entry["kept"] if entry["kept"] else None
        _put(content, entry["path"], kept.read_bytes() if kept else None)
    shutil.rmtree(journal)
    return tuple(entry["path"] for entry in entries)


def drop_journal(content: Path) -> bool:
    """Delete the copies, in which the names still stand; tell whether there were any."""
    journal = find_journal(content)
    is_there = journal.is_dir()
    shutil.rmtree(journal, ignore_errors=True)
    return is_there


def write_atomically(path: Path, data: bytes, mode: int | None = None) -> None:
    """Write a file as a whole or not at all, with the rights that it had."""
    path.parent.mkdir(parents=True, exist_ok=True)
    rights = mode if mode is not None else path.stat().st_mode & 0o777 if path.exists() else None
    handle, name = tempfile.mkstemp(prefix=".event-recap-", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        mask = os.umask(0)
        os.umask(mask)
        os.chmod(name, rights if rights is not None else 0o666 & ~mask)  # noqa: PTH101 (a path as text)
        os.replace(name, path)  # noqa: PTH105
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _keep(content: Path, paths: Iterable[str], journal: Path) -> None:
    """Keep copies and a list of them; the list is written last, so that half a journal is none."""
    drop_journal(content)
    journal.mkdir(parents=True, mode=0o700)
    write_atomically(journal.parent / ".gitignore", b"*\n")
    entries = []
    changes = paths if isinstance(paths, dict) else dict.fromkeys(paths)
    for number, path in enumerate(sorted(changes)):
        source, kept = content / path, ""
        if source.exists():
            kept = str(number)
            write_atomically(journal / kept, source.read_bytes(), 0o600)
        entries.append(
            {"path": path, "kept": kept, "before": _sign(source), "after": _sign_bytes(changes[path])}
        )
    write_atomically(journal / _LIST, json.dumps(entries, indent=1).encode(), 0o600)


def _is_ours(path: Path, entry: Mapping[str, Any]) -> bool:
    """Tell whether a file is as it was before, or as it was written."""
    return _sign(path) in {entry["before"], entry["after"]}


def _sign(path: Path) -> str:
    return _sign_bytes(path.read_bytes() if path.is_file() else None)


def _sign_bytes(data: bytes | None) -> str:
    return "" if data is None else hashlib.sha256(data).hexdigest()


def _put(content: Path, path: str, data: bytes | None) -> None:
    target = content / path
    if data is not None:
        write_atomically(target, data)
        return
    target.unlink(missing_ok=True)
    for parent in PurePosixPath(path).parents:
        folder = content / parent
        if folder == content or not folder.is_dir() or any(folder.iterdir()):
            break
        folder.rmdir()
