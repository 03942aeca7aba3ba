"""What took long to find out, kept from build to build in a file that only its owner can change.

Plain text: one line for each thing, with a hash of all that it depended on, a hash of what follows, and JSON.
A line that is damaged is as good as none, and so is the file of somebody else.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any

from .circumstances import NO_CACHE, REHEARSAL
from .own_file import read_own_file, replace_own_file

if TYPE_CHECKING:
    from collections.abc import Mapping

_DIGITS = hashlib.sha256().digest_size * 2


class KeptLines:
    """What one build found in the file, and what it leaves there: what it used, and nothing else."""

    def __init__(self, path: Path, form: str) -> None:
        """Take in what the last build left.

        Args:
            path: Where it is kept.
            form: The first line, in ASCII: a file of another form is not read.
        """
        self._path, self._form = path, form.encode("ascii")
        self._found = {line[:_DIGITS]: line for line in self._read_lines()}
        self._used: dict[bytes, bytes] = {}

    def __reduce__(self) -> tuple[type[None], tuple[()]]:
        """Be nothing in Pelican's cache, which keeps the settings with each tag: former texts are in them."""
        return type(None), ()

    @property
    def is_empty(self) -> bool:
        """Whether the last build left nothing."""
        return not self._found

    @property
    def has_news(self) -> bool:
        """Whether something was kept that the last build did not leave."""
        return any(self._found.get(key) is not line for key, line in self._used.items())

    def find(self, key: str) -> Any | None:  # noqa: ANN401 -- whatever JSON holds
        """Return what is kept under a key, or None."""
        line = self._found.get(key.encode("ascii"), b"")
        said = line[_DIGITS * 2 + 2 :]
        if line != _write_line(key, said):
            return None
        with suppress(ValueError, RecursionError):
            return json.loads(said)
        return None

    def reuse(self, key: str) -> None:
        """Let what is kept under a key stay."""
        self._used[key.encode("ascii")] = self._found[key.encode("ascii")]

    def drop(self, key: str) -> None:
        """Let nothing stay under a key."""
        self._used.pop(key.encode("ascii"), None)

    def keep(self, key: str, value: object) -> None:
        """Keep plain data under a key, in the place of what was kept there."""
        line = _write_line(key, json.dumps(value, separators=(",", ":")).encode("ascii"))
        self._used[line[:_DIGITS]] = line

    def list_unused(self) -> list[tuple[str, Any]]:
        """Return what the last build left and this one did not use so far, by key."""
        unused = [key.decode("ascii") for key in self._found if key not in self._used and key.isascii()]
        return [(key, said) for key in unused if (said := self.find(key)) is not None]

    def close(self) -> None:
        """Replace the file by what this build used, whole or not at all; a full disk keeps nothing."""
        if self.has_news or self._used.keys() != self._found.keys():
            with suppress(OSError):
                self._replace([self._used[key] for key in sorted(self._used)])
        self._found, self._used = {}, {}

    def _read_lines(self) -> list[bytes]:
        """Return the lines but the first; none where the file is not ours, or others can write to it."""
        form, *lines = read_own_file(self._path).split(b"\n")
        return [line for line in lines if line] if form == self._form else []

    def _replace(self, lines: list[bytes]) -> None:
        if not lines:
            self._path.unlink(missing_ok=True)
            return
        self._path.parent.mkdir(parents=True, exist_ok=True)
        replace_own_file(self._path, b"\n".join((self._form, *lines, b"")))


def find_kept(settings: Mapping[str, Any], name: str) -> Path | None:
    """Return where something is kept; None for a build that is as if there never had been one.

    What another one kept is removed then: somebody may be in it who withdrew since, and so nobody would look.
    """
    place = Path(settings["CACHE_PATH"], name)
    if not settings.get(NO_CACHE):
        return place
    if REHEARSAL not in settings:
        place.unlink(missing_ok=True)
    return None


def _write_line(key: str, said: bytes) -> bytes:
    told = key.encode("ascii") + said
    return b" ".join((key.encode("ascii"), hashlib.sha256(told).hexdigest().encode("ascii"), said))
