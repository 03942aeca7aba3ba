"""Links to folders: some would let Pelican walk the content folder for ever, others lead out of it."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from .files import display_path

if TYPE_CHECKING:
    from collections.abc import Iterator


OUTSIDE = "a link to a folder outside the content folder; put the folder itself here"


def find_folder_links(content: Path) -> Iterator[Problem]:
    """Yield a problem for each symbolic link that leads to a folder.

    Pelican follows such links: one into the content folder shows every file twice, two that cross never
    end, and one that leads out publishes what nobody put there to be read.
    """
    root = content.resolve()
    for folder, names, _ in os.walk(content):
        for name in sorted(names):
            path = Path(folder, name)
            if path.is_symlink():
                target = path.resolve()
                is_read = target.is_relative_to(root) or root.is_relative_to(target)
                what = "a link to a folder that is read already; take the link out" if is_read else OUTSIDE
                yield Problem(Place(display_path(path)), "", what)
