"""Where in a file an author typed a mention."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import Place
from ..loading.files import YAML_SUFFIXES

if TYPE_CHECKING:
    from pathlib import Path

_FENCE = re.compile(r"\s*(?:```|~~~)")
_CODE = re.compile(r"(`+).+?\1")


def find_places(path: Path, source: str, typed: str, first_line: int = 1) -> list[tuple[Place, bool]]:
    """Return each place of a file where a mention stands, and whether it is in code; at least one.

    Args:
        path: The file.
        source: Its name as the author reads it.
        typed: The mention as it was typed.
        first_line: Where to begin.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        lines = []
    words = r"\s+".join(map(re.escape, typed.split()))
    pattern = re.compile(words if typed[:1] == "[" else rf"(?<![\w/@\\]){words}(?![A-Za-z0-9])")
    places = []
    is_fenced, is_after_blank = False, False
    for number, line in enumerate(lines, 1):
        is_fenced ^= bool(_FENCE.match(line))
        is_indented = (
            is_after_blank and line.startswith(("    ", "\t")) and not source.endswith(YAML_SUFFIXES)
        )
        is_after_blank = is_indented or not line.strip()
        if number < first_line:
            continue
        spans = [code.span() for code in _CODE.finditer(line)]
        for found in pattern.finditer(line):
            is_quoted = any(start <= found.start() < end for start, end in spans)
            place = Place(source, number, found.start() + 1)
            places.append((place, is_fenced or is_indented or is_quoted))
    return places or [(Place(source, first_line if first_line > 1 else 0), False)]
