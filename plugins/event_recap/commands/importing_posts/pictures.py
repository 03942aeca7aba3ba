"""Pictures of an old blog, found in a folder by their addresses, and copied beside the texts."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from ...loading.files import is_regular
from ...loading.pictures import PICTURE_SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path

PLACE = "images"
"""Folder, below the content folder, to which pictures are copied."""
_SIZED = re.compile(r"-\d{2,4}x\d{2,4}(?=\.[a-z]{3,4}$)", re.IGNORECASE)
"""What WordPress adds to the name of a smaller copy."""
_UNSAFE = re.compile(r"[^\w.-]+")


@dataclass(slots=True)
class PictureFolder:
    """Finds pictures, and remembers which are to be copied where."""

    content: Path
    folder: Path | None
    """Where they are; None where the author named none."""
    copies: dict[Path, Path] = field(default_factory=dict)
    """Where each is to be, and where it is."""

    def find(self, address: str) -> str:
        """Return the path, below the content folder, of a picture; empty where it is not there."""
        if self.folder is None:
            return ""
        parts = [part for part in unquote(urlsplit(address).path).split("/") if part not in {"", ".", ".."}]
        for start in range(len(parts)):
            for name in dict.fromkeys((_SIZED.sub("", parts[-1]), parts[-1])):
                inner = "/".join([*parts[start:-1], name])
                source = self.folder / inner
                is_picture = source.suffix.lower() in PICTURE_SUFFIXES and "\0" not in inner
                if is_picture and is_regular(source, self.folder):
                    return self._place(source)
        return ""

    def find_link(self, address: str) -> str:
        """Return a link to the picture as a text has it; empty where it is not there."""
        found = self.find(address)
        return "{static}/" + quote(found) if found else ""

    def _place(self, source: Path) -> str:
        """Return where a picture is to be: at a free place, or where its very bytes are already."""
        folder = self.folder
        inner = source.relative_to(folder).parts if folder else source.parts
        inner = inner[1:] if len(inner) > 1 and inner[0] == PLACE else inner
        names = [_UNSAFE.sub("-", part).lstrip(".") or "picture" for part in inner]
        stem, dot, suffix = names[-1].rpartition(".")
        number = 1
        while True:
            name = f"{stem}-{number}{dot}{suffix}" if number > 1 else names[-1]
            path = "/".join([PLACE, *names[:-1], name])
            target = self.content / path
            taken = self.copies.get(target)
            if taken == source or (target.is_file() and target.read_bytes() == source.read_bytes()):
                return path
            if taken is None and not target.exists():
                self.copies[target] = source
                return path
            number += 1
