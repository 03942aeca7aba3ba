"""The symbol of a QR code, with the mask by which a telephone reads it most easily.

ISO/IEC 18004:2015, 7.8.3. The library chooses the same one and looks at module after module for that;
here a whole symbol is one number, and each rule is asked of all of its modules at once.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

import segno

if TYPE_CHECKING:
    from collections.abc import Sequence

MASKS = 8
GAP = 4
"""Light modules behind each row, so that none touches the next one; the rule of finders looks so far."""

_DIGITS = bytes.maketrans(b"\0\1", b"01")


class Masks(NamedTuple):
    """What all symbols of one size have in common; a number has a bit for each module, row by row."""

    side: int
    """Modules of a row."""
    changes: tuple[int, ...]
    """What each mask does to a symbol that has the first one."""
    modules: int
    """All modules: what is between the rows is none."""
    rated: int
    """Modules that are looked at: those that name the mask and the size are not."""


def draw_symbol(text: str) -> list[str]:
    """Return the rows of a code, a digit for each module: 1 is dark.

    Raises:
        ValueError: Of segno, where a text is too long for any code.
    """
    code = segno.make_qr(text, error="m", boost_error=False, mask=0)
    masks = _find_masks(int(code.version))
    first = _pack(code.matrix)
    best = min((first ^ change for change in masks.changes), key=lambda symbol: _rate(symbol, masks))
    width = masks.side + GAP
    digits = f"{best:0{masks.side * width}b}"[::-1]
    return [digits[start : start + masks.side] for start in range(0, len(digits), width)]


@cache
def _find_masks(version: int) -> Masks:
    """Learn from symbols of a size what the masks do there: it does not depend on the text."""
    codes = [
        segno.make_qr("0", error="m", boost_error=False, version=version, mask=mask) for mask in range(MASKS)
    ]
    symbols = [_pack(code.matrix) for code in codes]
    side = len(codes[0].matrix)
    shown = [bytearray(b"\1" * side) for _ in range(side)]
    modules = _pack(shown)
    for place in {*range(9), *range(side - 8, side)} - {6}:
        shown[8][place] = shown[place][8] = 0
    if version >= 7:  # noqa: PLR2004 -- smaller ones do not say it
        for place in range(6):
            for other in range(side - 11, side - 8):
                shown[place][other] = shown[other][place] = 0
    return Masks(side, tuple(symbols[0] ^ symbol for symbol in symbols), modules, _pack(shown))


def _pack(rows: Sequence[bytes | bytearray]) -> int:
    joined = b"".join([bytes(row) + bytes(GAP) for row in rows])
    return int(joined.translate(_DIGITS)[::-1], 2)


def _rate(symbol: int, masks: Masks) -> int:
    """Return the penalty of a symbol by table 11; the lower, the better it is read."""
    dark = symbol & masks.rated
    width = masks.side + GAP
    points = 10 * int(abs(dark.bit_count() / masks.side**2 * 100 - 50) / 5)
    for colour in (dark, masks.modules ^ dark):
        pairs = colour & colour >> 1
        points += 3 * (pairs & pairs >> width).bit_count()
        points += _rate_runs(colour, 1) + _rate_runs(colour, width)
    return points + _rate_finders(dark, 1) + _rate_finders(dark, width)


def _rate_runs(colour: int, step: int) -> int:
    """Return the points of lines of one colour: 3 for five modules, and 1 for each that follows."""
    pairs = colour & colour >> step
    fives = pairs & pairs >> 2 * step & colour >> 4 * step
    return fives.bit_count() + 2 * (fives & ~(fives << step)).bit_count()


def _rate_finders(dark: int, step: int) -> int:
    """Return the points of what looks like a corner: 1011101 with four light modules on one side."""
    found = dark & ~(dark >> step) & ~(dark >> 5 * step)
    for place in (2, 3, 4, 6):
        found &= dark >> place * step
    before = after = 0
    for place in range(1, 5):
        before |= dark << place * step
        after |= dark >> (6 + place) * step
    found &= ~(before & after)
    return 40 * (found & ~(found << 4 * step | found << 6 * step)).bit_count()  # two in one another are one
