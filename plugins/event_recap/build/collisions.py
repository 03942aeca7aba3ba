"""Two pages that want the same file: told before either is written."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from typing import TYPE_CHECKING

from ..documents import fold_path
from ..errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator


LONGEST_NAME = 255
"""Bytes of the name of a file or folder, on every common file system."""


def find_collisions(pages: Iterable[tuple[str, Place]], field: str = "slug") -> Iterator[Problem]:
    """Yield a problem for each page that would replace another.

    Args:
        pages: Path below the output folder and place of origin of each page. Paths that differ only
            by case, or by how an accent is written, are one: some file systems keep only one of them.
        field: What decides about the path, and has to be another.
    """
    claimed: defaultdict[str, list[tuple[str, Place]]] = defaultdict(list)
    for save_as, place in pages:
        if save_as:
            claimed[fold_path(save_as)].append((save_as, place))
    for claims in claimed.values():
        (_, first), *others = sorted(claims, key=lambda claim: claim[1])
        for save_as, place in others:
            what = f"its page {save_as!r} is also that of {first}; give one of them another {field}"
            yield Problem(place, field, what)


def find_escapes(pages: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield a problem for each page that would be written outside the output folder."""
    for save_as, place in pages:
        path = posixpath.normpath(save_as.replace("\\", "/"))
        if path.startswith(("/", "../")) or path == "..":
            yield Problem(
                place, "slug", f"its page {save_as!r} leaves the output folder; expected a plain name"
            )


def find_long_names(pages: Iterable[tuple[str, Place]]) -> Iterator[Problem]:
    """Yield a problem for each page whose name is longer than any file system keeps."""
    for save_as, place in pages:
        if any(len(name.encode()) > LONGEST_NAME for name in save_as.split("/")):
            yield Problem(
                place, "slug", "the name of its page is too long; add a line such as 'slug: short-name'"
            )
