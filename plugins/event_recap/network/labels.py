"""Which names stand in a picture, and where: none upon another, and none upon a person."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

LINE = 16
"""Units of a line of text."""

_RISE = 5
"""Units from the middle of a line down to its base line."""

_FIRST_WIDE = 0x1100
"""Scripts from here on (Hangul, and what follows it) have letters as wide as high."""

_NARROW = frozenset("fijlrtI.,:;’'-– ()")
_EM, _CAPITAL, _LETTER, _SLIM = 14, 10, 8, 4


@dataclass(frozen=True, slots=True)
class Name:
    """A name in a picture."""

    lines: tuple[str, ...]
    """One, or two where that finds room."""
    x: int
    y: int
    """Of the first base line, where the text begins, ends or has its middle."""
    anchor: str
    """``start``, ``end`` or ``middle``."""
    is_shown: bool
    """Whether there is room for it."""


@dataclass(frozen=True, slots=True)
class _Box:
    left: int
    top: int
    right: int
    bottom: int

    def meets(self, other: _Box) -> bool:
        return (
            self.left < other.right
            and other.left < self.right
            and self.top < other.bottom
            and other.top < self.bottom
        )


def place_names(
    names: Sequence[str],
    points: Sequence[tuple[int, int]],
    radii: Sequence[int],
    order: Iterable[int],
    size: tuple[int, int],
) -> list[Name]:
    """Return the place of each name, in the order of the names.

    Args:
        names: Of the people.
        points: Centre of each.
        radii: Of each circle.
        order: Numbers of the people; who comes first has the first choice.
        size: Width and height of the sheet.
    """
    circles = [
        _Box(x - radius, y - radius, x + radius, y + radius)
        for (x, y), radius in zip(points, radii, strict=True)
    ]
    taken: list[_Box] = []
    placed: dict[int, Name] = {}
    for number in order:
        others = [*taken, *circles[:number], *circles[number + 1 :]]
        for name, box in _find_places(names[number], points[number], radii[number]):
            if _is_inside(box, size) and not any(box.meets(other) for other in others):
                taken.append(box)
                placed[number] = name
                break
        else:
            placed[number] = _place_hidden(names[number], points[number], radii[number], size)
    return [placed[number] for number in range(len(names))]


def measure_name(name: str) -> int:
    """Return the width of a name in units, rather too much than too little; no font is asked.

    >>> measure_name("Anne Roy"), measure_name("李雷")
    (64, 28)
    """
    return sum(map(_measure, name))


def _measure(letter: str) -> int:
    if ord(letter) >= _FIRST_WIDE and letter not in _NARROW:
        return _EM
    if letter in _NARROW:
        return _SLIM
    return _CAPITAL if letter.isupper() or letter in "mwMW@" else _LETTER


def _find_places(name: str, point: tuple[int, int], radius: int) -> Iterator[tuple[Name, _Box]]:
    """Yield where a name could stand: right, left, below, above, and the latter two in two lines."""
    (x, y), away = point, radius + 5
    width = measure_name(name)
    yield _put((name,), x + away, x + away, y, "start")
    yield _put((name,), x - away, x - away - width, y, "end")
    for lines in dict.fromkeys(((name,), split_name(name))):
        width, half = max(map(measure_name, lines)), len(lines) * LINE // 2
        for middle in (y + radius + half + 2, y - radius - half - 2):
            yield _put(lines, x, x - width // 2, middle, "middle")


def _put(lines: tuple[str, ...], x: int, left: int, middle: int, anchor: str) -> tuple[Name, _Box]:
    """Return a name whose lines have their middle at a height, and the room it takes."""
    half, width = len(lines) * LINE // 2, max(map(measure_name, lines))
    base = middle - half + LINE // 2 + _RISE
    return Name(lines, x, base, anchor, is_shown=True), _Box(left, middle - half, left + width, middle + half)


def split_name(name: str) -> tuple[str, ...]:
    """Return a name in two lines that are as short as can be; in one where it is one word.

    >>> split_name("Anne de la Roche"), split_name("Anne")
    (('Anne de', 'la Roche'), ('Anne',))
    """
    words = name.split(" ")
    splits = [(" ".join(words[:end]), " ".join(words[end:])) for end in range(1, len(words))]
    return min(splits, key=lambda lines: max(map(measure_name, lines)), default=(name,))


def _place_hidden(name: str, point: tuple[int, int], radius: int, size: tuple[int, int]) -> Name:
    """Return where a name stands that is shown on its own: above the person, and inside the sheet."""
    half = measure_name(name) // 2
    x = max(half + 4, min(point[0], size[0] - half - 4))
    return Name((name,), x, point[1] - radius - 6, "middle", is_shown=False)


def _is_inside(box: _Box, size: tuple[int, int]) -> bool:
    return box.left >= 0 and box.top >= 0 and box.right <= size[0] and box.bottom <= size[1]
