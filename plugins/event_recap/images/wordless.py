"""Pictures without a text for those who do not see them: each is told, with its line."""

from __future__ import annotations

import re
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from ..errors import Place, Problem, Severity
from ..loading.files import display_path
from ..pictures.finding import IMAGE, read_attributes

if TYPE_CHECKING:
    from collections.abc import Iterator


def find_wordless(html: str, path: Path) -> Iterator[Problem]:
    """Yield a warning for each picture of a text that has no words.

    An empty text that somebody typed, ``alt=""`` in HTML, says that a picture is an ornament. What Markdown
    writes where nothing stands between the brackets has been taken out before, and the words of files
    beside pictures have been put in.

    Args:
        html: The text.
        path: Its file.
    """
    told = set()
    for image in IMAGE.finditer(html):
        values = read_attributes(image["attributes"])
        address = values.get("src", "")
        if "alt" in values or not address or address in told:
            continue
        told.add(address)
        name = _find_name(address)
        line = find_line(path, re.compile(rf"{re.escape(name)}|{re.escape(quote(name))}"))
        what = f"no text stands for the picture {name}; write what it shows between the brackets of ![…](…)"
        place = Place(display_path(path), line)
        yield Problem(place, "text", f'{what}, or type alt="" in HTML for an ornament', Severity.WARNING)


def find_line(path: Path, pattern: re.Pattern[str]) -> int:
    """Return the number of the first line of a text that holds something; 0 where none does."""
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        lines = []
    return next((number for number, line in enumerate(lines, 1) if pattern.search(line)), 0)


def _find_name(address: str) -> str:
    try:
        path = urlsplit(re.sub(r"^[{|]\w+[}|]", "", address)).path
    except ValueError:
        path = address
    return PurePosixPath(unquote(path)).name or address
