"""What was proved of the last site is not proved again of the files that are taken from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from ..engine.pages import Pages
    from ..errors import Problem
    from ..proof.check import Proof


def find_leaks(proof: Proof, staging: Path, pages: Pages | None, taken: Iterable[str]) -> tuple[Problem, ...]:
    """Return a problem for each thing that a new site shows and may not show.

    Where the last site had nothing of what is searched for now, the files that are taken from it have nothing
    either.

    Args:
        proof: What has to be proved.
        staging: Folder of the new site.
        pages: What is known of the last site, and is noted of this one; None where nothing is.
        taken: Paths of the files that are taken from it.
    """
    if pages is None:
        return proof.check(staging).problems
    wanted = proof.describe()
    verdict = proof.check(staging, frozenset(taken if pages.before.proved == wanted else ()))
    pages.proved = wanted if verdict.is_clean else ""
    return verdict.problems
