"""Galleries: a line of a text that names a folder, whose pictures are shown in its place."""

from __future__ import annotations

import os
import re
from html import escape, unescape
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from ..errors import Place, Problem, Severity, suggest
from ..loading.files import display_path, is_inside
from ..loading.pictures import PICTURE_SUFFIXES
from ..pictures.finding import IMAGE, read_attributes
from ..pictures.kind import KNOWN_SUFFIXES
from .captions import write_caption
from .wordless import find_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..pictures.finding import PictureFinder

_LINE = re.compile(r"<p>\s*\[gallery(?:[ \t]+(?P<folder>[^\[\]<>]*?))?[ \t]*\]\s*</p>", re.IGNORECASE)
_DIGITS = re.compile(r"(\d+)")

SHOWN_SUFFIXES = (*PICTURE_SUFFIXES, ".svg")
"""Endings of pictures that a gallery shows."""


class GalleryFolders:
    """The lines of one text that stand for a folder of pictures."""

    def __init__(self, path: Path, content: Path, finder: PictureFinder) -> None:
        """Take in where the text is.

        Args:
            path: Its file.
            content: The content folder.
            finder: Knows the pictures of the text.
        """
        self._path = path
        self._content = content
        self._finder = finder
        self.problems: list[Problem] = []
        """What was found wrong so far."""

    def place(self, html: str, cover: str) -> str:
        """Return a text with the pictures of a folder in the place of each line ``[gallery folder]``.

        Args:
            html: As Markdown writes it.
            cover: Path of the text's cover from the content folder, or empty.
        """
        if "[gallery" not in html.lower():
            return html
        shown = {cover, *self._list_shown(html)}

        def replace(found: re.Match[str]) -> str:
            typed = unescape(found["folder"] or "").strip().strip("/")
            folder = self._find_folder(typed)
            files = list(self._list_files(folder)) if folder else []
            # Beside the text lie pictures that the text itself shows: a gallery of them shows the others.
            others = [file for file in files if typed or self._name(file) not in shown]
            if folder and not others:
                self._tell(typed, "this gallery is empty; expected pictures such as hall.jpg in the folder")
            published = [file for file in others if self._finder.gallery.is_published(self._name(file))]
            return self._write(published, typed) if published else ""

        return _LINE.sub(replace, html)

    def _list_shown(self, html: str) -> Iterator[str]:
        for image in IMAGE.finditer(html):
            yield self._finder.find(read_attributes(image["attributes"]).get("src", ""))

    def _find_folder(self, typed: str) -> Path | None:
        """Return the folder that a line means: below that of the text, else below the content folder."""
        for root in (self._path.parent, self._content):
            folder = Path(os.path.normpath(root / typed))  # ``../images`` leads beside the texts
            if "\0" not in typed and folder.is_dir() and is_inside(folder, self._content):
                return folder
        near = [
            found.relative_to(root).as_posix()
            for root in dict.fromkeys((self._path.parent, self._content))
            for found in sorted(root.glob("*"))
            if found.is_dir() and not found.name.startswith(".")
        ]
        hint = suggest(typed, near) or "; expected a folder beside the text, or below the content folder"
        self._tell(typed, f"there is no folder {typed!r}{hint}", Severity.ERROR)
        return None

    def _list_files(self, folder: Path) -> Iterator[Path]:
        """Yield the pictures of a folder in the order in which people count."""
        for file in sorted(folder.iterdir(), key=_natural_key):
            suffix = file.suffix.lower()
            if file.name.startswith(".") or not file.is_file():
                continue
            if suffix in SHOWN_SUFFIXES:
                yield file
            elif suffix in KNOWN_SUFFIXES:
                place = Place(display_path(file))
                what = "no browser shows a picture of this kind: the gallery leaves it out; save it as JPEG"
                self.problems.append(Problem(place, "", what, Severity.WARNING))

    def _write(self, files: list[Path], typed: str) -> str:
        """Return figures, as an author might have typed them; a page makes more of them, a feed does not."""
        figures = []
        for file in files:
            facts = self._finder.gallery.find_facts(self._name(file))
            if not facts.alt:
                advice = f"write 'alt: …' with what it shows into {file.name}.yml beside it"
                self._tell(typed, f"no text stands for the picture {self._name(file)}; {advice}")
            address = escape("{static}/" + quote(self._name(file)))
            caption = write_caption(escape(facts.caption, quote=False), facts)
            figures.append(f'<figure><img alt="{escape(facts.alt)}" src="{address}">{caption}</figure>')
        return "\n".join(('<div class="gallery">', *figures, "</div>"))

    def _name(self, file: Path) -> str:
        return file.absolute().relative_to(self._content.absolute()).as_posix()

    def _tell(self, typed: str, what: str, severity: Severity = Severity.WARNING) -> None:
        line = find_line(self._path, re.compile(rf"\[gallery\s*{re.escape(typed)}/?\s*\]", re.IGNORECASE))
        self.problems.append(Problem(Place(display_path(self._path), line), "text", what, severity))


def _natural_key(file: Path) -> list[tuple[int, str]]:
    """Return a key by which 2.jpg comes before 10.jpg."""
    parts = _DIGITS.split(file.name.casefold())
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in parts]
