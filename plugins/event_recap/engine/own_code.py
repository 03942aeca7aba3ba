"""Which code is at work: another one may make something else of the same files."""

from __future__ import annotations

import hashlib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

from .observation import list_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

OURS = Path(__file__).parents[1]
"""Folder of this package."""

_ENDS = (".py", ".po")


@cache
def digest_code(package: Path) -> str:
    """Return a hash of the code of a package, file by file, and of the words it says."""
    found, every = hashlib.sha256(), (path for _, paths in list_tree(package) for path in paths)
    for path in sorted(path for path in every if path.endswith(_ENDS)):
        with open(path, "rb") as stream:
            data = stream.read()
        found.update(f"{path.removeprefix(str(package))} {len(data)}\n".encode())
        found.update(data)
    return found.hexdigest()


def list_versions(libraries: Iterable[str]) -> Iterator[str]:
    """Yield the name and the version of each library; the name alone where it is not installed."""
    return map(_find_version, libraries)


@cache
def _find_version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return name
