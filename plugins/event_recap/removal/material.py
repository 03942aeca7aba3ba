"""What lies in a content folder: texts in whatever encoding, and everything else, read once."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256
from typing import TYPE_CHECKING

from ..loading.encodings import SavedText, read_saved
from ..loading.pictures import PICTURE_SUFFIXES
from ..loading.returned import find_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True)
class Material:
    """The files of a content folder, by their paths below it."""

    content: Path
    texts: dict[str, SavedText]
    """As in the files, with their own line ends."""
    others: tuple[str, ...]
    """Paths of everything else, pictures for the most part."""

    def read(self, path: str) -> bytes:
        """Return the bytes of a file."""
        return (self.content / path).read_bytes()

    def find_copies(self, path: str) -> Iterator[str]:
        """Yield every file with the same bytes as a picture."""
        yield from (one for one in self._by_sum.get(self._sums.get(path, ""), ()) if one != path)

    @cached_property
    def _sums(self) -> dict[str, str]:
        return {path: sha256(self.read(path)).hexdigest() for path in self.others}

    @cached_property
    def _by_sum(self) -> dict[str, list[str]]:
        found: dict[str, list[str]] = {}
        for path, checksum in self._sums.items():
            found.setdefault(checksum, []).append(path)
        return found


def read_material(content: Path, beside: Iterable[str] = ()) -> Material:
    """Return the files of a content folder, and others by their paths from it."""
    texts, others = {}, []
    further = (content / path for path in beside)
    for path in (*find_texts(content), *(path for path in further if path.is_file())):
        name = os.path.relpath(path, content).replace(os.sep, "/")
        is_picture = path.suffix.lower() in PICTURE_SUFFIXES
        saved = None if is_picture else read_saved(path.read_bytes())
        if saved:
            texts[name] = saved
        else:
            others.append(name)
    return Material(content, texts, tuple(others))
