"""Pages of texts that changed since the site was built: they stand over it until the next build."""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path

from .addresses import Moved, find_file

DRAFT = "draft"
"""Mark of a page that is in no list and no feed."""
PREVIEW = "preview"
"""Mark of a page of a text by itself: what other pages say of it follows."""


@dataclass(frozen=True, slots=True)
class Found:
    """The file that answers a request."""

    file: Path
    marks: tuple[str, ...]
    """What an author should know of the page."""


class Overlay:
    """Folders of pages, of which the newest is shown over the site."""

    def __init__(self, output: Path) -> None:
        """Begin with nothing over the site.

        Args:
            output: Folder of the built site.
        """
        self._output = output
        self._home = Path(tempfile.mkdtemp(prefix="event-recap-preview-"))
        self._folders: list[Path] = []
        self._shown: Path | None = None
        self._drafts: frozenset[str] = frozenset()
        self._drafts_shown: frozenset[str] = frozenset()

    def open_folder(self) -> Path:
        """Return an empty folder for pages, which nobody sees yet."""
        folder = Path(tempfile.mkdtemp(dir=self._home))
        self._folders.append(folder)
        for old in self._folders[:-2]:  # a page of the last one may be on its way to a browser
            shutil.rmtree(old, ignore_errors=True)
        del self._folders[:-2]
        return folder

    def show(self, folder: Path | None, drafts: tuple[str, ...] = ()) -> None:
        """Show the pages of a folder in the place of those before; None shows the site alone."""
        self._drafts_shown = frozenset(drafts)
        self._shown = folder

    def note_drafts(self, drafts: tuple[str, ...]) -> bool:
        """Know the drafts of the site, by their path below the output folder; tell whether that is new."""
        before, self._drafts = self._drafts, frozenset(drafts)
        return before != self._drafts

    def find(self, url: str) -> Found | Moved | None:
        """Find what answers a request: of the changed texts first, then of the site.

        Args:
            url: Path and query of the request.
        """
        shown = self._shown
        answer = find_file(shown, url) if shown else None
        if shown and answer:
            return _mark(answer, shown, self._drafts_shown, (PREVIEW,))
        answer = find_file(self._output, url)
        return _mark(answer, self._output, self._drafts) if answer else None

    def close(self) -> None:
        """Leave nothing on the disk."""
        shutil.rmtree(self._home, ignore_errors=True)


def _mark(
    answer: Path | Moved, folder: Path, drafts: frozenset[str], marks: tuple[str, ...] = ()
) -> Found | Moved:
    if isinstance(answer, Moved):
        return answer
    is_draft = answer.relative_to(folder).as_posix() in drafts
    return Found(answer, (DRAFT, *marks) if is_draft else marks)
