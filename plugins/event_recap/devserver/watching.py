"""Tell when a file of the site changed."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from watchfiles import Change, DefaultFilter, watch

from ..loading.ids_file import IDS_NAME

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .options import Options

QUIET_MS = 400
"""Changes within this time, in milliseconds, make one build."""
SETTINGS_FILES = ("pelicanconf.py", "publishconf.py")
"""Watched beside the settings file itself."""
WRITTEN = (IDS_NAME, f".{IDS_NAME}.new")
"""What a build itself writes among the texts: no reason for another."""


class SourceFilter(DefaultFilter):
    """Passes what an author or a developer edits; not caches, editors' files, or the output."""

    def __init__(self, output: Path, names: Sequence[str] | None = None) -> None:
        """Leave out the output folder; where names are given, pass only files of these names."""
        self._output = output.resolve()
        self._names = names
        super().__init__()

    def __call__(self, change: Change, path: str) -> bool:
        """Return whether a change asks for a build."""
        place = Path(path)
        if place.name in WRITTEN or place.is_relative_to(self._output):
            return False
        if self._names and place.name not in self._names:
            return False
        return super().__call__(change, path)


def find_trees(options: Options) -> list[Path]:
    """Return the folders to watch with all that lies in them: content, theme, plugins."""
    wanted = (options.content, options.home / "theme", options.home / "plugins")
    return [tree.resolve() for tree in wanted if tree.is_dir()]


class Watcher:
    """Two threads that wait for changes: one for the trees, one for the settings files.

    The settings files are watched through their folder: an editor that replaces a file when it
    saves would end a watch of the file itself.
    """

    def __init__(self, options: Options, on_change: Callable[[frozenset[str]], None]) -> None:
        """Prepare; ``on_change`` is called from another thread, with absolute paths."""
        names = (options.settings.name, *SETTINGS_FILES)
        every, settings = SourceFilter(options.output), SourceFilter(options.output, names)
        self._stop = threading.Event()
        self._on_change = on_change
        self._threads = [
            threading.Thread(target=self._watch, args=arguments, daemon=True)
            for arguments in (
                (find_trees(options), every, True),
                ([options.home.resolve()], settings, False),
            )
            if arguments[0]
        ]

    def start(self) -> None:
        """Start to watch."""
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """Stop, and wait until the threads are gone."""
        self._stop.set()
        for thread in self._threads:
            thread.join(timeout=2)

    def _watch(self, paths: list[Path], source_filter: SourceFilter, is_recursive: bool) -> None:  # noqa: FBT001 (a target of a thread)
        """Report changes until the end."""
        for changes in watch(
            *paths,
            watch_filter=source_filter,
            debounce=QUIET_MS,
            stop_event=self._stop,
            rust_timeout=500,
            recursive=is_recursive,
        ):
            self._on_change(frozenset(path for _, path in changes))
