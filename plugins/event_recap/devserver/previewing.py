"""Texts by themselves: asked of the process of the last good build, and shown over the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..preview.answers import Answer, Request

if TYPE_CHECKING:
    from collections.abc import Iterable

    from .building import Build
    from .overlay import Overlay


class Previewer:
    """Knows what changed since which build, and whom to ask."""

    def __init__(self, overlay: Overlay) -> None:
        """Begin without a build."""
        self._overlay = overlay
        self._build: Build | None = None
        self._since: set[str] = set()
        self._meanwhile: set[str] = set()

    def note(self, changed: Iterable[str]) -> None:
        """Keep what changed since the last good build, and since the one that runs."""
        self._since.update(changed)
        self._meanwhile.update(changed)

    def begin(self) -> None:
        """Know that a build begins: it will read everything that changed until now."""
        self._meanwhile = set()

    def leave(self, drafts: tuple[str, ...]) -> None:
        """Know that a build succeeded: pages over the site go, but for texts that it may not have read."""
        self.close()
        self._overlay.note_drafts(drafts)
        self._since = set(self._meanwhile)
        if not self._since:
            self._overlay.show(None)

    def take(self, build: Build, drafts: tuple[str, ...]) -> Answer:
        """Ask this process from now on; show what changed since it began."""
        self._build = build
        is_new = self._overlay.note_drafts(drafts)
        answer = self.show()
        return answer if answer.is_shown else Answer(is_shown=is_new)

    def has_news(self) -> bool:
        """Tell whether something changed that a build which has just ended may not have read."""
        return bool(self._meanwhile)

    def show(self) -> Answer:
        """Show what changed since the last good build, and return what became of it."""
        if self._build is None or not self._since:
            return Answer()
        folder = self._overlay.open_folder()
        answer = self._build.ask(Request(tuple(sorted(self._since)), str(folder)))
        if answer.is_shown and not answer.problems:
            self._overlay.show(folder, answer.drafts)
        return answer

    def close(self) -> None:
        """Let the process go that was asked until now."""
        if self._build:
            self._build.stop()
        self._build = None
