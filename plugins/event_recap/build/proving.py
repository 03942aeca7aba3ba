"""What was proved of the last site is not proved again of its files that are in the new one as well."""

from __future__ import annotations

import os
from collections.abc import Container
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from ..engine.digests import combine
from .manifest import describe_file, find_manifest, read_entries
from .staging import find_staging

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from ..engine.pages import Pages
    from ..errors import Problem
    from ..proof.check import Proof
    from .manifest import Entry


def find_leaks(proof: Proof, output: Path, pages: Pages | None, taken: Iterable[str]) -> tuple[Problem, ...]:
    """Return a problem for each thing that a new site shows and may not show.

    Where the last site had nothing of what is searched for now, its files have nothing either: neither those
    that are taken from it, nor those that came to be the same again, such as a picture or a recording.

    Args:
        proof: What has to be proved.
        output: Folder of the site; the new one is beside it still.
        pages: What is known of the last site, and is noted of this one; None where nothing is.
        taken: Paths of the files that are taken from it.
    """
    staging = find_staging(output)
    if pages is None:
        return proof.check(staging).problems
    wanted = proof.describe()
    spared: Container[str] = ()
    if pages.before.proved == _bind(wanted, output):
        spared = _Proved(frozenset(taken), read_entries(output), staging, output)
    verdict = proof.check(staging, spared)
    pages.proved = wanted if verdict.is_clean else ""
    return verdict.problems


def note_proved(pages: Pages, output: Path) -> None:
    """Say of which files a site was proved, once it is in its place."""
    pages.proved = _bind(pages.proved, output)


def _bind(wanted: str, output: Path) -> str:
    """Return a digest of what was searched for, and of all files that a build wrote; empty for no proof."""
    manifest = find_manifest(output)
    if not wanted or not manifest.is_file():
        return ""
    return combine([wanted, sha256(manifest.read_bytes()).hexdigest()]).hex()


@dataclass(frozen=True, slots=True)
class _Proved(Container[str]):
    """Files of a new site of which everything was proved."""

    taken: frozenset[str]
    """Paths of those that are files of the last site."""
    before: Mapping[str, Entry | None]
    """What is known of all files of the last site."""
    staging: Path
    output: Path

    def __contains__(self, name: object) -> bool:
        return name in self.taken or (isinstance(name, str) and self._is_as_it_was(name))

    def _is_as_it_was(self, name: str) -> bool:
        """Tell whether a file has the bytes that the last build wrote under its name."""
        entry, path = self.before.get(name), self.staging / name
        return (
            entry is not None
            and _measure(path) == _measure(self.output / name)  # most others need not be read
            and describe_file(path, "").sha256 == entry.sha256
        )


def _measure(path: Path) -> int:
    """Return the bytes of a file; -1 where there is none."""
    try:
        return os.stat(path).st_size
    except OSError:
        return -1
