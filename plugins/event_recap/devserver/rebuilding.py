"""Build, wait for a change, show it, build again."""

from __future__ import annotations

import queue
from typing import TYPE_CHECKING, Protocol, TypeAlias

from .building import Build, Ended, Ready, build_command
from .watching import Watcher

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..preview.answers import Answer
    from .building import Outcome
    from .options import Options
    from .previewing import Previewer

News: TypeAlias = "frozenset[str] | Ended | Ready | None"
"""Paths that changed, what became of a build, or the end."""


class Audience(Protocol):
    """Who is told of builds."""

    def begin(self) -> None:
        """Know that a build begins."""

    def end(self, outcome: Outcome) -> None:
        """Know how a build ended."""

    def preview(self, answer: Answer) -> None:
        """Know what was shown before a build, or what is wrong with it."""


class Rebuilder:
    """Builds one after the other, as long as somebody works on a site."""

    def __init__(
        self,
        options: Options,
        audience: Audience,
        command: Sequence[str] | None = None,
        previewer: Previewer | None = None,
    ) -> None:
        """Prepare to watch; nothing runs yet.

        Args:
            options: What the command line decided.
            audience: Is told what happens, in the thread that runs.
            command: The command that builds; Pelican where absent.
            previewer: Shows changed texts while a build runs; None shows nothing before it ended.
        """
        self._command = command or build_command(options)
        self._audience = audience
        self._previewer = previewer
        self._news: queue.SimpleQueue[News] = queue.SimpleQueue()
        self._running: Build | None = None
        self._warming: Build | None = None
        self._watcher = Watcher(options, self._news.put)

    def run(self) -> None:
        """Build and watch until stopped or interrupted."""
        is_wanted = True
        try:
            self._watcher.start()
            while True:
                if is_wanted and not self._running:
                    self._begin()
                    is_wanted = False
                match self._wait():
                    case Ended() as ended:
                        self._end(ended)
                    case Ready() as ready:
                        self._take(ready)
                    case frozenset() as changed:
                        is_wanted = True
                        self._show(changed)
                    case None:
                        return
        finally:
            self._close()

    def stop(self) -> None:
        """Let ``run`` end, from another thread."""
        self._news.put(None)

    def _wait(self) -> News:
        while True:
            try:
                # With a timeout, since some systems deliver Ctrl-C only between two waits.
                return self._news.get(timeout=1)
            except queue.Empty:
                continue

    def _begin(self) -> None:
        if self._warming:
            self._warming.stop()  # it would keep this one waiting, and be too late
        self._warming = None
        if self._previewer:
            self._previewer.begin()
        self._audience.begin()
        self._running = Build(self._command, self._news.put)

    def _show(self, changed: frozenset[str]) -> None:
        if self._previewer:
            self._previewer.note(changed)
            self._audience.preview(self._previewer.show())

    def _end(self, ended: Ended) -> None:
        build, self._running = ended.build, None
        if ended.outcome.problems:
            build.stop()
        else:
            self._warming = build
            if self._previewer:
                self._previewer.leave(ended.drafts)
        self._audience.end(ended.outcome)
        if self._previewer and ended.outcome.problems and self._previewer.has_news():
            self._audience.preview(self._previewer.show())  # some of it may be put right by now

    def _take(self, ready: Ready) -> None:
        if ready.build is self._warming and self._previewer:
            self._warming = None
            self._audience.preview(self._previewer.take(ready.build, ready.drafts))

    def _close(self) -> None:
        self._watcher.stop()
        for build in (self._running, self._warming, self._previewer):
            if isinstance(build, Build):
                build.stop()
            elif build:
                build.close()
