"""Who signs a recap, and may not come back by it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..loading.returned import BACK, find_bylines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from ..errors import Problem
    from ..loading.recap import ParsedRecap
    from ..run import Run


def find_forgotten(source: ParsedRecap, metadata: Mapping[str, Any], run: Run) -> tuple[Problem, ...]:
    """Return a problem for each guest and author who was forgotten, where no line of the file told of it.

    Args:
        source: What the text's file says.
        metadata: What Pelican made of it, with its authors.
        run: The state of this build.
    """
    told = {problem.place.source for problem in run.problems if problem.what.endswith(BACK)}
    if not run.removed or source.recap.place.source in told:
        return ()
    return find_bylines(source.recap, [str(author) for author in metadata.get("authors", ())], run.removed)
