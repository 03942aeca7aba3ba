"""What reading each text gave, kept from build to build: plain data that runs nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..engine.kept_lines import KeptLines

if TYPE_CHECKING:
    from pathlib import Path

READINGS_NAME = "event-recap-readings"
"""File in Pelican's folder of caches."""

KEPT_KEY = "EVENT_RECAP_READINGS"
"""Key of Pelican's settings: what is kept, while texts are read."""


class KeptTexts(KeptLines):
    """What one build found of readings, and what it leaves."""

    def __init__(self, path: Path) -> None:
        """Take in what the last build left.

        Args:
            path: Where it is kept.
        """
        super().__init__(path, "event-recap readings 2")
        self.doubt = ""
        """Why nothing is kept, in words; empty where something may be."""

    def refuse(self, doubt: str) -> bool:
        """Tell whether something is in the way of keeping; what it is, is for the end of the reading."""
        self.doubt = self.doubt or doubt
        return bool(doubt)
