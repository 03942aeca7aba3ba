"""Which of the files that changed are texts, and whether there is nothing else among them."""

from __future__ import annotations

import os
from fnmatch import fnmatch
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.generators import ArticlesGenerator

from ..loading.removed_file import KEY_NAME, REMOVED_NAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from pelican.generators import PagesGenerator

DECIDING = {KEY_NAME, REMOVED_NAME}
"""Files that are never published, and decide what is."""

MOST_TEXTS = 20
"""More texts than these at once are no writing, and a build is as good."""


class Sorter:
    """Knows what lay in the content folder when it was made."""

    def __init__(self, generators: Iterable[ArticlesGenerator | PagesGenerator]) -> None:
        """Look at the content folder.

        Args:
            generators: Pelican's own, that read articles and pages.
        """
        self._generators = list(generators)
        self._settings = self._generators[0].settings
        self._content = Path(self._settings["PATH"]).resolve()
        self._known = set(_walk(self._content))

    def sort(self, changed: Iterable[str]) -> Mapping[int, set[str]] | None:
        """Return the texts that changed, by the place of their generator; None where more changed than texts.

        A text that is gone is in none of them. What came and went in between, as the files of editors
        do, is no change.
        """
        found = [self._list_files(generator) for generator in self._generators]
        texts: dict[int, set[str]] = {}
        for path in changed:
            name = os.path.relpath(path, self._content)
            place = next((place for place, names in enumerate(found) if name in names), None)
            if place is not None:
                texts.setdefault(place, set()).add(found[place][name])
            elif not self._is_nothing(path, name):
                return None
        return texts if sum(map(len, texts.values())) <= MOST_TEXTS else None

    def _list_files(self, generator: ArticlesGenerator | PagesGenerator) -> dict[str, str]:
        """Return the texts of a generator as it names them, by their path below the content folder."""
        kind = "ARTICLE" if isinstance(generator, ArticlesGenerator) else "PAGE"
        names = generator.get_files(
            self._settings[f"{kind}_PATHS"], exclude=self._settings[f"{kind}_EXCLUDES"]
        )
        return {os.path.normpath(name): name for name in names}

    def _is_nothing(self, path: str, name: str) -> bool:
        """Tell whether a file that is no text, or is one no more, changes nothing else."""
        base = Path(path).name
        if name.startswith(os.pardir) or base in DECIDING:
            return False
        if any(fnmatch(base, pattern) for pattern in self._settings["IGNORE_FILES"]):
            return True
        is_text = any(base.endswith(f".{end}") for one in self._generators for end in one.readers.extensions)
        return not os.path.lexists(path) and (is_text or path not in self._known)


def _walk(content: Path) -> Iterator[str]:
    for folder, _, names in os.walk(content, followlinks=True):
        yield from (f"{folder}{os.sep}{name}" for name in names)
