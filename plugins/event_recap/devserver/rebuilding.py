"""Build, wait for a change, build again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING

from .building import build_command, run_build
from .watching import Watcher

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .building import Outcome
    from .options import Options


class Rebuilder:
    """Builds one after the other, as long as somebody works on a site."""

    def __init__(
        self, options: Options, tell: Callable[[Outcome], None], command: Sequence[str] | None = None
    ) -> None:
        """Prepare to watch; nothing runs yet.

        Args:
            options: What the command line decided.
            tell: Called after every build.
            command: The command that builds; Pelican where absent.
        """
        self._command = command or build_command(options)
        self._tell = tell
        self._changed = threading.Event()
        self._is_stopped = False
        self._watcher = Watcher(options, self._changed.set)

    def run(self) -> None:
        """Build and watch until stopped or interrupted."""
        try:
            self._watcher.start()
            self._changed.set()
            while not self._is_stopped:
                # With a timeout, since some systems deliver Ctrl-C only between two waits.
                if self._changed.wait(timeout=1) and not self._is_stopped:
                    self._changed.clear()
                    self._tell(run_build(self._command))
        finally:
            self._watcher.stop()

    def stop(self) -> None:
        """Let ``run`` end, from another thread."""
        self._is_stopped = True
        self._changed.set()
