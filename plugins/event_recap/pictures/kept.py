"""What took long to make of pictures, kept from build to build: painted pictures, and how pictures look.

Taking notes out of a picture costs no more than reading it and is done anew each time. An entry is a file
that is called after a hash of what it was made of, and begins with a hash of what it holds; it is never
run, and one that is damaged is as good as none.
"""

from __future__ import annotations

import hashlib
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from PIL import __version__ as painter

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

VERSION = 1
"""Counts the ways in which pictures were painted and looked at; a new one forgets what was kept."""

_OURS = re.compile(r"[0-9a-f]{64}(?:\.new)?")
"""Names of what we keep: what else lies in the folder, to which a link may lead, is somebody else's."""

_SUM_LENGTH = hashlib.sha256().digest_size


class Kept:
    """The folder of what is kept."""

    def __init__(self, folder: Path | None = None) -> None:
        """Begin with what the last build left.

        Args:
            folder: Where it is kept; None keeps nothing.
        """
        self._folder = folder
        self._used: set[str] = set()
        self._is_spared = False

    def make(self, how: str, data: bytes, make: Callable[[], bytes]) -> bytes:
        """Return what is made of a picture, from the last time where it was made already.

        Args:
            how: What is done to the picture, in full.
            data: The picture.
            make: Does it.
        """
        if self._folder is None:
            return make()
        path = self._folder / name_made(how, data)
        made = _read(path)
        if made is None:
            made = make()
            _write(path, made)
        self._used.add(path.name)
        return made

    def expect(self, how: str, data: bytes) -> None:
        """Say that this build will make something, or make it again: what is kept of it stays."""
        self._used.add(name_made(how, data))

    def holds(self, how: str, data: bytes) -> bool:
        """Tell whether something was made already; it may still turn out to be damaged."""
        return self._folder is not None and (self._folder / name_made(how, data)).is_file()

    def drop(self, how: str, data: bytes) -> None:
        """Forget what was made of a picture, at once."""
        if self._folder is not None:
            name = name_made(how, data)
            self._used.discard(name)
            with suppress(OSError):
                (self._folder / name).unlink()

    def spare(self) -> None:
        """Let everything stay: who reads a part of the texts cannot tell what the others need."""
        self._is_spared = True

    def forget_unused(self) -> None:
        """Remove what this build did not need: what was made of pictures that are not published any more."""
        if self._is_spared or self._folder is None or not self._folder.is_dir():
            return
        with suppress(OSError):
            for path in list(self._folder.iterdir()):
                if path.name not in self._used and _OURS.fullmatch(path.name):
                    path.unlink()
            if not self._used:
                self._folder.rmdir()


def name_made(how: str, data: bytes) -> str:
    """Return a name for what is made of a picture: another for another picture, way or painter."""
    made_of = f"{VERSION} {painter} {how} ".encode() + hashlib.sha256(data).digest()
    return hashlib.sha256(made_of).hexdigest()


def _write(path: Path, made: bytes) -> None:
    """Keep something, where the disk lets us; a build does not need it."""
    unfinished = path.with_name(f"{path.name}.new")
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished.write_bytes(hashlib.sha256(made).digest() + made)
        unfinished.replace(path)


def _read(path: Path) -> bytes | None:
    try:
        data = b"" if path.is_symlink() else path.read_bytes()
    except OSError:
        return None
    made = data[_SUM_LENGTH:]
    return made if hashlib.sha256(made).digest() == data[:_SUM_LENGTH] else None
