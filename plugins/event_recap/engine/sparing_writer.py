"""Pelican's writer, which writes nothing where the file of the last site will stand."""

from __future__ import annotations

import os
from io import StringIO
from typing import TextIO, cast

from pelican.writers import Writer

from .folders_kept import clear_way
from .pages import PAGES_KEY, Pages


class SparingWriter(Writer):
    """Writes what Pelican writes, but for the pages that are taken from the last site."""

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> TextIO:  # noqa: FBT001, FBT002 -- Pelican's own signature
        """Open a file to write; for a page that is taken, one that goes nowhere."""
        pages: Pages | None = self.settings.get(PAGES_KEY)
        name = filename.removeprefix(os.path.join(self.output_path, "")).replace(os.sep, "/")
        if pages is None or override or name not in pages.taken or filename in self._written_files:
            if pages:
                clear_way(self.output_path, name)
            return cast("TextIO", super()._open_w(filename, encoding, override=override))  # type: ignore[no-untyped-call]
        self._written_files.add(filename)  # Pelican's guard against writing one twice
        return StringIO()
