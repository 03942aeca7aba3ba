"""A text in lines that fit."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

import regex

if TYPE_CHECKING:
    from collections.abc import Callable

ELLIPSIS = "…"

# A line may end after a space, and between signs of scripts that know none, but before no closing mark.
_PIECE = regex.compile(
    r"[\p{Han}\p{Hiragana}\p{Katakana}ー][\p{Pe}\p{Pf}\p{Po}ー]*"
    r"|(?:(?![\p{Han}\p{Hiragana}\p{Katakana}])[^ ])+ *| +",
)


def wrap_text(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return a text in lines of a width at the most; a word that is wider stands alone, and is too wide.

    >>> wrap_text("trente avatars deviennent des visages", 20, len)
    ['trente avatars', 'deviennent des', 'visages']
    """
    lines, line, taken = [], "", 0.0
    for piece in _PIECE.findall(text):
        wide = measure(piece)
        if line and taken + measure(piece.rstrip()) > width:
            lines.append(line.rstrip())
            line, taken = "", 0.0
        line, taken = line + piece, taken + wide
    return [*lines, line.rstrip()] if line.strip() else lines


def balance_text(text: str, width: float, measure: Callable[[str], float]) -> list[str]:
    """Return a text in as few lines as fit, of about the same length.

    >>> balance_text("trente avatars deviennent des visages", 34, len)
    ['trente avatars', 'deviennent des visages']
    """
    lines = wrap_text(text, width, measure)
    for share in (0.6, 0.7, 0.8, 0.9):
        narrow = wrap_text(text, width * share, measure)
        if len(narrow) == len(lines) and all(measure(line) <= width for line in narrow):
            return narrow
    return lines


def cut_text(text: str, width: float, measure: Callable[[str], float]) -> str:
    """Return the beginning of a text that fits, with an ellipsis where something is left out.

    >>> cut_text("Hôtel Le Dauphin", 10, len)
    'Hôtel Le…'
    """
    if measure(text) <= width:
        return text
    low, high = 0, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        fits = measure(text[:middle] + ELLIPSIS) <= width
        low, high = (middle, high) if fits else (low, middle - 1)
    start = regex.sub(r"\X\Z", "", text[: low + 1]) if low < len(text) else text
    word = start.rpartition(" ")[0]
    return (word if len(word) > len(start) * 2 // 3 else start).rstrip(" ,;:.–—·") + ELLIPSIS


def runs_right_to_left(text: str) -> bool:
    """Tell whether a text is written from right to left, by its first letter (Unicode Annex 9, P2).

    >>> runs_right_to_left("لقاء Focus 20"), runs_right_to_left("Focus 20 لقاء")
    (True, False)
    """
    first = next((way for way in map(unicodedata.bidirectional, text) if way in {"L", "R", "AL"}), "L")
    return first != "L"
