"""What reading each text gave, kept from build to build in a file that only its owner can change.

Plain text that runs nothing: one line for each text, with a hash of all that its reading depended on, a hash
of what follows, and JSON. A line that is damaged is as good as none, and so is the file of somebody else.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from ..engine.own_file import read_own_file, replace_own_file

if TYPE_CHECKING:
    from pathlib import Path

READINGS_NAME = "event-recap-readings"
"""File in Pelican's folder of caches."""

KEPT_KEY = "EVENT_RECAP_READINGS"
"""Key of Pelican's settings: what is kept, while texts are read."""

_FORM = b"event-recap readings 1"
"""The first line: another form is not read."""
_DIGITS = hashlib.sha256().digest_size * 2


class KeptTexts:
    """What one build found in the file, and what it leaves there: what it used, and nothing else."""

    def __init__(self, path: Path) -> None:
        """Take in what the last build left.

        Args:
            path: Where it is kept.
        """
        self.doubt = ""
        """Why nothing is kept, in words; empty where something may be."""
        self._path = path
        self._found = {line[:_DIGITS]: line for line in _read_lines(path)}
        self._used: dict[bytes, bytes] = {}

    @property
    def is_empty(self) -> bool:
        """Whether the last build left nothing."""
        return not self._found

    def find(self, key: str) -> Any | None:  # noqa: ANN401 -- whatever JSON holds
        """Return what is kept under a key, or None."""
        line = self._found.get(key.encode("ascii"), b"")
        said = line[_DIGITS * 2 + 2 :]
        if line != _write_line(key, said):
            return None
        with suppress(ValueError, RecursionError):
            return json.loads(said)
        return None

    def refuse(self, doubt: str) -> bool:
        """Tell whether something is in the way of keeping; what it is, is for the end of the reading."""
        self.doubt = self.doubt or doubt
        return bool(doubt)

    def reuse(self, key: str) -> None:
        """Let what is kept under a key stay."""
        self._used[key.encode("ascii")] = self._found[key.encode("ascii")]

    def keep(self, key: str, value: object) -> None:
        """Keep plain data under a key, in the place of what was kept there."""
        line = _write_line(key, json.dumps(value, separators=(",", ":")).encode("ascii"))
        self._used[line[:_DIGITS]] = line

    def close(self) -> None:
        """Replace the file by what this build used, whole or not at all; a full disk keeps nothing."""
        if self._used.keys() != self._found.keys() or any(
            self._found[key] is not line for key, line in self._used.items()
        ):
            with suppress(OSError):
                _replace(self._path, [self._used[key] for key in sorted(self._used)])
        self._found, self._used = {}, {}


def _write_line(key: str, said: bytes) -> bytes:
    told = key.encode("ascii") + said
    return b" ".join((key.encode("ascii"), hashlib.sha256(told).hexdigest().encode("ascii"), said))


def _read_lines(path: Path) -> list[bytes]:
    """Return the lines of a file, without its first; none where it is not ours, or others can write to it."""
    form, *lines = read_own_file(path).split(b"\n")
    return [line for line in lines if line] if form == _FORM else []


def _replace(path: Path, lines: list[bytes]) -> None:
    if not lines:
        path.unlink(missing_ok=True)
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    replace_own_file(path, b"\n".join((_FORM, *lines, b"")))
