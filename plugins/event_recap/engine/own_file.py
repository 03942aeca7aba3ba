"""Files that remember something from build to build: nobody but their owner reads or changes them."""

from __future__ import annotations

import os
import stat
from hashlib import blake2b
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_OTHERS_WRITE = stat.S_IWGRP | stat.S_IWOTH
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
"""For a pipe, which waits until somebody writes to it."""


def read_own_file(path: Path) -> bytes:
    """Return what a file holds; nothing where there is none, or somebody else may have written it."""
    try:
        handle = os.open(path, os.O_RDONLY | _NO_LINK | _NO_WAIT)
    except OSError:
        return b""
    with os.fdopen(handle, "rb") as stream:
        return stream.read() if _is_own(os.fstat(handle)) else b""


def replace_own_file(path: Path, data: bytes) -> None:
    """Replace a file, whole or not at all.

    Raises:
        OSError: Where the disk is full, or may not be written to; the old file stays.
    """
    unfinished = path.with_name(f"{path.name}.new")
    unfinished.unlink(missing_ok=True)
    handle = os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK, stat.S_IRUSR | stat.S_IWUSR)
    with os.fdopen(handle, "wb") as stream:
        stream.write(data)
    unfinished.replace(path)


def seal(data: bytes) -> bytes:
    """Return data with a hash of it behind."""
    return b"\n".join((data, _hash(data)))


def open_sealed(sealed: bytes) -> bytes:
    """Return what ``seal`` was given; nothing where a byte of it is another now."""
    data, _, found = sealed.rpartition(b"\n")
    return data if found == _hash(data) else b""


def _hash(data: bytes) -> bytes:
    return blake2b(data, digest_size=16).hexdigest().encode("ascii")


def _is_own(found: os.stat_result) -> bool:
    if not stat.S_ISREG(found.st_mode):
        return False
    # Where the system knows no such owners, such as on Windows, the folder is all that keeps others away.
    return not hasattr(os, "geteuid") or (found.st_uid == os.geteuid() and not found.st_mode & _OTHERS_WRITE)
