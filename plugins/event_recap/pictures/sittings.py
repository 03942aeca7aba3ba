"""Who is on which picture: by its file, by a link to it, and by every copy of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..loading.files import is_regular
from .error import PictureError
from .kept import Kept
from .kind import HEAD_LENGTH, Kind, find_kind
from .look import is_same_picture, read_look, see_picture, write_look
from .strip import strip_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from ..model.photograph import Sitter
    from .look import Look

    Choice = Callable[[Iterable[Sitter]], tuple[Sitter, ...]]

_LOOK = "look"
"""How the look of a picture is called among what is kept."""


class Sittings:
    """Who is said to be on the pictures of one content folder."""

    def __init__(self, content: Path, find_unseen: Choice, kept: Kept) -> None:
        """Begin with nobody on any picture.

        Args:
            content: The content folder.
            find_unseen: Returns those of some who may not be seen.
            kept: Remembers how pictures look from build to build.
        """
        self._content = content
        self._find_unseen = find_unseen
        self._kept = kept
        self._told: dict[Path, list[Sitter]] = {}
        self._guarded: dict[Path, tuple[Sitter, ...]] | None = None
        self._files: dict[str, Path] = {}
        self._looks: dict[Path, Look | None] = {}

    def add(self, src: str, sitters: Iterable[Sitter]) -> None:
        """Take in that some people are on a picture, given by its path from the content folder."""
        self._told.setdefault(self.find_file(src), []).extend(sitters)
        self._guarded = None

    def find(self, src: str) -> tuple[Sitter, ...]:
        """Return everybody on a picture: those who are named with it, and the unseen of whom it is a copy."""
        return self.find_on_file(self.find_file(src))

    def find_on_file(self, path: Path) -> tuple[Sitter, ...]:
        """Return everybody on a picture that may lie anywhere, such as in the output folder."""
        own = self._list_told(path)
        copied = (
            one for original in self._find_originals(path, own) for one in self._list_guarded()[original]
        )
        return tuple(dict.fromkeys((*own, *copied)))

    def find_named(self, src: str) -> tuple[Sitter, ...]:
        """Return those who are named with a picture itself, not with another of which it is a copy."""
        return self._list_told(self.find_file(src))

    def find_file(self, src: str) -> Path:
        """Return the file that a path leads to: a link to a picture is that picture."""
        if src not in self._files:
            self._files[src] = (self._content / src).resolve()
        return self._files[src]

    def _list_told(self, path: Path) -> tuple[Sitter, ...]:
        return tuple(self._told.get(path, ()))

    def _find_originals(self, path: Path, own: tuple[Sitter, ...]) -> Iterator[Path]:
        """Yield the other pictures, with somebody on them who may not be seen, of which a file is a copy.

        Where an author says who is on a picture, one that looks alike from far away says nothing more, as
        when several are taken one after the other; the same pixels do.
        """
        is_described = any(not sitter.is_portrait for sitter in own)
        for original in self._list_guarded():
            if original != path and self._is_copy(path, original, is_described=is_described):
                self._kept.drop(_LOOK, _read(path))
                yield original

    def _is_copy(self, path: Path, original: Path, *, is_described: bool) -> bool:
        look, other = self._look(path), self._look(original)
        if look is None or other is None:
            return bool(data := _read(path)) and data == _read(original)
        if look.is_plain or not look.is_like(other):
            return False
        return not is_described or is_same_picture(_read(path), _read(original))

    def _look(self, path: Path) -> Look | None:
        """Return how a picture looks; of those with somebody on them who may not be seen, nothing is kept."""
        if path not in self._looks:
            data = _read(path)
            kept = Kept() if path in self._list_guarded() else self._kept
            self._looks[path] = read_look(kept.make(_LOOK, data, lambda: write_look(_see(data, path.name))))
        return self._looks[path]

    def _list_guarded(self) -> dict[Path, tuple[Sitter, ...]]:
        """Return the pictures with somebody on them who may not be seen, and with whom."""
        if self._guarded is None:
            found = {path: self._find_unseen(told) for path, told in sorted(self._told.items())}
            self._guarded = {
                path: unseen for path, unseen in found.items() if unseen and is_regular(path, self._content)
            }
        return self._guarded


def _see(data: bytes, name: str) -> Look | None:
    """Return how a picture looks that is whole; TIFF apart, it is read without its notes."""
    try:
        is_tiff = find_kind(data[:HEAD_LENGTH], name) is Kind.TIFF
        return see_picture(data if is_tiff else strip_metadata(data, name))
    except PictureError:
        return None


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError:
        return b""
