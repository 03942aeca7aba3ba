"""A site that lost most of its pages is more often a mistake than a wish."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from .manifest import read_entries, read_manifest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

SETTING = "ALLOW_SHRINK"
"""Setting that says that it is a wish: ``-e ALLOW_SHRINK=true``, or ``make html ALLOW_SHRINK=1``."""

SMALL = 40
"""A site of fewer pages than this may lose any: one list makes a dozen pages."""

PAGE = ".html"


def find_shrinking(staging: Path, output: Path, taken: Iterable[str] = ()) -> Iterator[Problem]:
    """Yield a problem where a build has less than half of the pages of the last one.

    Args:
        staging: Folder of the new site.
        output: Folder of the last one.
        taken: Paths of files of the last site that are in the new one as well.
    """
    listed = sum(name.endswith(PAGE) for name in read_entries(output))
    if sum(name.endswith(PAGE) for name in taken) * 2 >= listed:
        return  # as it is with most edits: nobody has to look
    after = sum(name.endswith(PAGE) for _, _, names in os.walk(staging) for name in names)
    if after * 2 >= listed:
        return  # more than are left of the last site, as it always is; nobody has to look for those
    known = (name for name in read_manifest(output) if name.endswith(PAGE))
    before = [name for name in known if os.path.isfile(os.path.join(output, name))]
    if len(before) >= SMALL and after * 2 < len(before):
        what = f"this build has {after} pages, the last had {len(before)}"
        yield Problem(
            Place("site"),
            "",
            f"{what}; where that is right, 'make clean' first, or build with '-e {SETTING}=true'",
        )
