"""Folders into which nothing is built, since what stands there is not ours."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..loading.files import display_path
from .manifest import find_manifest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

_PLACE = Place("setting OUTPUT_PATH")


def find_unfit_output(
    output: Path, content: Path, cache: Path | None, kept: Collection[str]
) -> Iterator[Problem]:
    """Yield what speaks against building into a folder; nothing where all is well.

    Args:
        output: Folder of the site to be; need not exist.
        content: Folder of the texts.
        cache: Folder of what is kept from build to build; None where that is none of this site's.
        kept: Names in the output folder that the site says are its own (``OUTPUT_RETENTION``).
    """
    target, source, home = output.resolve(), content.resolve(), _find_home()
    if output.exists() and not output.is_dir():
        what = "is a file; name a folder, such as 'output'"
    elif cache and target in (cache.resolve(), *cache.resolve().parents):
        what = "holds CACHE_PATH, which is not for the public; name another folder for one of them"
    elif target == source or target in source.parents:
        what = "holds the texts; name a folder of its own, such as 'output'"
    elif source in target.parents:
        what = "lies among the texts; name a folder beside them, such as 'output'"
    elif home and (target == home or target in home.parents):
        what = "holds your own files; name a folder of its own, such as 'output'"
    elif not find_manifest(output).exists() and (name := _find_foreign(target, kept)):
        what = f"holds files that no build of this site put there, such as {name!r}"
        what += "; empty that folder yourself, or name another"
    else:
        return
    yield Problem(_PLACE, "", f"{display_path(output)!r} {what}")


def _find_home() -> Path | None:
    """Return the home folder; None for a user who has none, as in some containers."""
    try:
        return Path.home().resolve()
    except RuntimeError:
        return None


def _find_foreign(folder: Path, kept: Collection[str]) -> str:
    """Return the name of something in a folder that somebody would miss; empty where there is nothing."""
    names = sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []
    return next((name for name in names if not name.startswith(".") and name not in kept), "")
