"""The renditions of all pictures of a build: made where a page shows one, kept, and written at its end."""

from __future__ import annotations

from functools import cache, partial
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from .kept import name_made
from .renditions import RECIPE, make_renditions, read_body, read_renditions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from .gallery import Gallery
    from .renditions import RenditionFile, Renditions


class RenderedPictures:
    """What the pictures of a build become; nothing is made of one that is not published."""

    def __init__(self, gallery: Gallery) -> None:
        """Begin with none.

        Args:
            gallery: Knows which pictures may be published, and their bytes: faces covered, metadata gone.
        """
        self._gallery = gallery
        self._found: dict[tuple[str, tuple[int, ...]], Renditions | None] = {}

    def find(self, src: str, widths: tuple[int, ...]) -> Renditions | None:
        """Return what a picture becomes; None where it is shown as it is.

        Args:
            src: Path from the content folder.
            widths: Pixels.
        """
        key = (src, widths)
        if key not in self._found:
            is_wanted = bool(widths) and self._gallery.is_published(src)
            self._found[key] = read_renditions(self._make(src, widths)) if is_wanted else None
        return self._found[key]

    def forget(self) -> None:
        """Begin anew: somebody was named on a picture."""
        self._found.clear()

    def list_files(self) -> Iterator[tuple[str, str, Callable[[], bytes]]]:
        """Yield of each file its path, a name for what it is made of, and what makes its bytes."""
        for (src, widths), found in self._found.items():
            if found and self._gallery.is_published(src):
                made_of = name_made(_describe(widths), self._gallery.read(src))
                make = cache(partial(self._make, src, widths))
                for file in found.files:
                    yield name_rendition(src, found, file), made_of, partial(_read_file, make, file)

    def _make(self, src: str, widths: tuple[int, ...]) -> bytes:
        data = self._gallery.read(src)
        return self._gallery.kept.make(_describe(widths), data, lambda: make_renditions(data, widths))


def _describe(widths: tuple[int, ...]) -> str:
    return f"renditions {RECIPE} {widths}"


def _read_file(make: Callable[[], bytes], file: RenditionFile) -> bytes:
    return read_body(make(), file)


def name_rendition(src: str, renditions: Renditions, file: RenditionFile) -> str:
    """Return the path of one file beside its picture.

    >>> from event_recap.pictures.renditions import RenditionFile, Renditions
    >>> file = RenditionFile("AVIF", 960, 0, 1)
    >>> name_rendition("images/hall.jpg", Renditions(1600, 900, "3f2a9c1b", None, (file,)), file)
    'images/hall-960-3f2a9c1b.avif'
    """
    path = PurePosixPath(src)
    return str(path.with_name(f"{path.stem}-{file.width}-{renditions.mark}{file.suffix}"))
