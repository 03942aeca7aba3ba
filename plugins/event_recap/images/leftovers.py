"""Pictures that a theme or another plugin put into the site: cleaned like all others, before the proof."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity
from ..loading.files import display_path
from ..pictures.error import PictureError
from ..pictures.kind import HEAD_LENGTH, is_picture

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..pictures.gallery import Gallery

TEXTS = frozenset({".html", ".xml", ".json", ".css", ".js", ".txt", ".ics", ".vcf", ".opml", ".xsl", ".map"})
"""Endings of files that need not be opened: most of a site."""


def clean_leftovers(written: Path, output: Path, gallery: Gallery) -> Iterator[Problem]:
    """Clean every picture in a folder that the gallery did not write; tell of those that have to be removed.

    Args:
        written: The folder into which the build wrote.
        output: The folder that it will become, for what is told.
        gallery: The pictures of the site.
    """
    for path in sorted(_find_others(written)):
        if path in gallery.written or not path.is_file():
            continue
        with path.open("rb") as stream:
            if not is_picture(stream.read(HEAD_LENGTH), path.name):
                continue
        yield from _clean(path, display_path(output / path.relative_to(written)), gallery)


def _find_others(folder: Path) -> Iterator[Path]:
    """Yield each file below a folder that may be a picture."""
    for root, _, names in os.walk(folder):
        for name in names:
            if os.path.splitext(name)[1].lower() not in TEXTS:  # noqa: PTH122 -- of thousands
                yield Path(root, name)


def _clean(path: Path, shown: str, gallery: Gallery) -> Iterator[Problem]:
    """Replace a file, which may be a link to one of the author's, instead of writing into it."""
    try:
        clean = gallery.clean_foreign(path)
    except PictureError as error:
        path.unlink()
        what = f"{error}; the picture is not published"
        yield Problem(Place(shown), "", what, Severity.WARNING)
        return
    if path.is_symlink() or clean != path.read_bytes():
        beside = path.with_name(f".{path.name}.clean")
        beside.write_bytes(clean)
        beside.replace(path)
