"""Two folders change places in one step, so that whoever looks sees the one or the other.

Python has no function for it; the systems have: ``renameat2`` of Linux with ``RENAME_EXCHANGE``
(https://man7.org/linux/man-pages/man2/rename.2.html), ``renamex_np`` of macOS with ``RENAME_SWAP``.
"""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_AT_FDCWD = -100
_RENAME_EXCHANGE = 2
_RENAME_SWAP = 2

UNABLE = {errno.EINVAL, errno.ENOSYS, errno.ENOTSUP, errno.EXDEV, errno.EBUSY}
"""What a system says that does not know how, or not here: another disk, a folder that is a disk itself."""


def exchange(one: Path, other: Path) -> None:
    """Let two folders of one disk change places at once.

    Raises:
        OSError: Where the system refuses; one of ``UNABLE`` where it cannot do this. Nothing has changed.
    """
    libc = _find_libc()
    first, second = os.fsencode(one), os.fsencode(other)
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(first, second, _RENAME_SWAP)
    elif libc is not None and hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_FDCWD, first, _AT_FDCWD, second, _RENAME_EXCHANGE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(one))
    if failed:
        code = ctypes.get_errno()
        raise OSError(code, os.strerror(code), str(one))


def flush(folder: Path) -> None:
    """Wait until everything written to the disk of a folder is on it, so that no power cut takes it back."""
    libc = _find_libc()
    if libc is not None and hasattr(libc, "syncfs"):
        with _open_folder(folder) as handle:
            libc.syncfs(handle)  # the whole disk at once is quicker than thousands of files one by one
    elif hasattr(os, "sync"):
        os.sync()


def sync_folder(folder: Path) -> None:
    """Wait until the names of a folder are on the disk."""
    if os.name == "posix":
        with _open_folder(folder) as handle:
            os.fsync(handle)


def _find_libc() -> ctypes.CDLL | None:
    """Return the library of the system, or None on Windows."""
    return ctypes.CDLL(None, use_errno=True) if os.name == "posix" else None


@contextmanager
def _open_folder(folder: Path) -> Iterator[int]:
    handle = os.open(folder, os.O_RDONLY)
    try:
        yield handle
    finally:
        os.close(handle)
