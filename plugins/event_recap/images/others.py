"""Films, sounds, documents and archives among the files that Pelican copies."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity
from ..loading.files import display_path
from ..pictures.error import PictureError
from ..pictures.told import ARCHIVE_TELLS, find_notes, find_remark
from ..run import PATCHES_KEY

if TYPE_CHECKING:
    from pathlib import Path

    from ..run import AnyArticle, Run


def take_notes(static: AnyArticle, path: Path, run: Run) -> bool:
    """Note with a file what is taken out of it, and tell what cannot be; say whether it may be published.

    Args:
        static: The file, as Pelican knows it; it gets an attribute where something is taken out.
        path: Where it lies.
        run: The state of the build.
    """
    place = Place(display_path(path))
    try:
        patches, remark = find_notes(path), find_remark(path)
    except PictureError as error:
        what = f"{error}; the file is not published"
        run.report([Problem(place, "", what, Severity.WARNING)])
        return False
    except OSError:
        return True  # Pelican tells of a file that it cannot read
    if patches:
        setattr(static, PATCHES_KEY, patches)
    if remark:
        severity = Severity.WARNING if remark == ARCHIVE_TELLS else Severity.NOTE
        run.report([Problem(place, "", remark, severity)])
    return True
