"""What each key says, as the tables of the reference pages have it: the one place where it is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
_ROW = re.compile(r"^\| `([^`]+)` \| (.*?) \|(?:.*\|)?$", re.MULTILINE)
_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


class Descriptions:
    """The reference pages of a folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder of the pages."""
        self.folder = folder

    def find(self, page: str, *headings: str) -> dict[str, str]:
        """Return what the tables below some headings of a page say of each key, without markup of links."""
        found: dict[str, str] = {}
        for heading in headings:
            rows = _ROW.findall(self._read_section(page, heading))
            found |= {key: _LINK.sub(r"\1", text) for key, text in rows}
        return found

    def find_paragraph(self, page: str, heading: str) -> str:
        """Return the first paragraph below a heading that says no default."""
        parts = self._read_section(page, heading).strip().split("\n\n")
        words = next(part for part in parts if not part.startswith("Default:"))
        return _LINK.sub(r"\1", " ".join(words.split("\n")))

    def _read_section(self, page: str, heading: str) -> str:
        text = _FENCE.sub("", (self.folder / f"{page}.md").read_text(encoding="utf-8"))
        form = rf"^#+ {re.escape(heading)}\n(.*?)(?=^#|\Z)"
        (section,) = re.findall(form, text, re.DOTALL | re.MULTILINE)
        return str(section)
