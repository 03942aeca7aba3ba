"""Put a copy of a site into a plain folder, such as that of a server on this machine."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from ...build.folders import find_unfit_output
from ...build.manifest import read_manifest
from ...build.publishing import publish_staging
from ...build.staging import discard_staging, open_staging
from ...engine.lock import lock_output
from ...errors import EventRecapError, Place, Problem
from ...publication import NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ...publication import Publication


def copy_to_folder(output: Path, content: Path, publication: Publication, left_out: Iterable[str]) -> str:
    """Let a folder hold what a site holds, in one step, and return what an author reads of it.

    What an earlier publication put there and is no longer part of the site is removed; what others put there
    stays.

    Raises:
        EventRecapError: The folder is none to publish into.
    """
    target = Path(publication.target).expanduser()
    if problems := list(_find_unfit(target, output, content, publication)):
        raise EventRecapError(problems)
    with lock_output(target):
        before = read_manifest(target)
        staging = open_staging(target)
        shutil.copytree(output, staging, dirs_exist_ok=True, ignore=shutil.ignore_patterns(*left_out))
        after = {path.relative_to(staging).as_posix() for path in staging.rglob("*") if path.is_file()}
        publish_staging(target)
        discard_staging(target)
    return f"{target} is as {output}; {len(before - after)} files removed there"


def _find_unfit(target: Path, output: Path, content: Path, publication: Publication) -> Iterator[Problem]:
    here, site = target.resolve(), output.resolve()
    if here == site or here in site.parents or site in here.parents:
        what = f"{publication.target!r} is the folder into which the site is built, or holds it; name another"
        yield Problem(Place(NAME), "target", what)
    else:
        for problem in find_unfit_output(target, content, None, publication.keep):
            yield Problem(Place(NAME), "target", problem.what)
