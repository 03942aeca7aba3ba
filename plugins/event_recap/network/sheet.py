"""The sheet of a picture: parts side by side, nobody on top of another, whole units."""

from __future__ import annotations

from dataclasses import dataclass
from math import fsum, sqrt
from typing import TYPE_CHECKING

from .layout import PLACES, Point, find_components, lay_out

if TYPE_CHECKING:
    from collections.abc import Sequence

MARGIN = 40
"""Units above and below the people, and between the parts of a picture."""

NAME_ROOM = 70
"""Units left and right of a part, in which names stand."""

WIDEST = 1100
"""Units of a sheet's width, unless a name asks for more."""

PASSES = 80
"""So often people who stand too close are moved apart."""

PI = 3.141592653589793
_ENOUGH = 0.02

LOOSENESS = 1.1
"""How much more room a picture has than people and names take."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where everybody stands."""

    width: int
    height: int
    points: tuple[tuple[int, int], ...]
    """Centre of each person, in their order, in whole units from the top left."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part of the picture that hangs together."""

    members: list[int]
    points: list[Point]
    """From the part's own top left."""
    width: float
    height: float


def build_sheet(count: int, edges: Sequence[tuple[int, int]]) -> Sheet:
    """Return a place for everybody.

    Args:
        count: How many people; they are numbered from 0.
        edges: Who is tied to whom, each once.
    """
    cell = find_cell(count)
    parts = [_build_part(members, edges, cell) for members in find_components(count, edges)]
    across = sqrt(count * cell[0] * cell[1] * LOOSENESS * 1.6)
    points, height = _pack(parts, max(min(WIDEST, across), _widest(parts)))
    placed = [points[number] for number in range(count)]
    right = max(x for x, _ in placed)
    return Sheet(
        round(right) + NAME_ROOM, round(height) + MARGIN, tuple((round(x), round(y)) for x, y in placed)
    )


def find_cell(count: int) -> tuple[int, int]:
    """Return the units that a person and the name have across and down: of many, each has less.

    >>> find_cell(12), find_cell(156), find_cell(300), find_cell(900)
    ((132, 84), (112, 71), (92, 58), (92, 58))
    """
    more = min(max(count - 12, 0), 288)
    return (132 - more * 40 // 288, 84 - more * 26 // 288)


def _build_part(members: list[int], edges: Sequence[tuple[int, int]], cell: tuple[int, int]) -> _Part:
    """Lay out one part, scale it to the room it needs, and move people apart."""
    index = {member: number for number, member in enumerate(members)}
    inner = [(index[one], index[other]) for one, other in edges if one in index]
    points = spread(_scale(lay_out(len(members), inner), cell), cell)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    points = [(x - left, y - top) for x, y in points]
    return _Part(members, points, max(x for x, _ in points), max(y for _, y in points))


def _scale(points: list[Point], cell: tuple[int, int]) -> list[Point]:
    """Scale a layout so that everybody has a cell of a round, and fill the round evenly.

    A layout by springs has its people close in the middle, and some far outside: a third of each distance
    from the middle is what the springs say, the rest is what an even round would have.
    """
    count = len(points)
    if count <= 2:  # noqa: PLR2004 -- a pair stands upright
        return [(x * cell[0], y * cell[1]) for x, y in points]
    # The exact sum: that of Python itself depends on its version.
    middle_x, middle_y = fsum(x for x, _ in points) / count, fsum(y for _, y in points) / count
    moved = [(x - middle_x, y - middle_y) for x, y in points]
    distances = [sqrt(x * x + y * y) for x, y in moved]
    furthest = max(distances)
    # Nearly half of the sheet: moving people apart takes the rest.
    across = min(cell[0] * sqrt(count * LOOSENESS / PI), (WIDEST - 2 * NAME_ROOM) * 0.46)
    down = count * cell[0] * cell[1] * LOOSENESS / PI / across
    scaled = [(0.0, 0.0)] * count
    ranked = sorted(range(count), key=lambda number: (round(distances[number], PLACES), number))
    for rank, number in enumerate(ranked):
        if distance := distances[number]:
            even = sqrt((rank + 0.5) / count)
            factor = (distance / furthest + 2 * even) / 3 / distance
            x, y = moved[number]
            scaled[number] = (x * factor * across, y * factor * down)
    return scaled


def spread(points: Sequence[Point], cell: tuple[int, int]) -> list[Point]:
    """Move people apart until each has an oval of the size of a cell, or until there is no more patience.

    >>> spread([(0.0, 0.0), (0.0, 30.0), (400.0, 0.0)], (100, 60))
    [(0.0, -15.0), (0.0, 45.0), (400.0, 0.0)]
    """
    places = [[x / cell[0], y / cell[1]] for x, y in points]
    for _ in range(PASSES):
        order = sorted(range(len(places)), key=lambda number: (places[number][0], number))
        has_moved = False
        for rank, one in enumerate(order):
            for other in order[rank + 1 :]:
                if places[other][0] - places[one][0] >= 1:
                    break
                has_moved |= _part(places[one], places[other])
        if not has_moved:
            break
    return [(x * cell[0], y * cell[1]) for x, y in places]


def _part(one: list[float], other: list[float]) -> bool:
    """Move two people who stand closer than 1 apart, each by half; tell whether they did."""
    x, y = other[0] - one[0], other[1] - one[1]
    distance = sqrt(x * x + y * y)
    if distance >= 1 - _ENOUGH:
        return False
    if distance:
        shift = (1 - distance) / 2 / distance
        x, y = x * shift, y * shift
    else:
        x, y = 0.0, 0.5
    one[0], one[1], other[0], other[1] = one[0] - x, one[1] - y, other[0] + x, other[1] + y
    return True


def _widest(parts: Sequence[_Part]) -> float:
    return max(part.width for part in parts) + 2 * NAME_ROOM


def _pack(parts: Sequence[_Part], width: float) -> tuple[dict[int, Point], float]:
    """Put the parts in rows, the largest first; return the places and the height."""
    places: dict[int, Point] = {}
    x, top, bottom = 0.0, float(MARGIN), float(MARGIN)
    for part in parts:
        if x and x + part.width + 2 * NAME_ROOM > width:
            x, top = 0.0, bottom + 2 * MARGIN
        for member, (part_x, part_y) in zip(part.members, part.points, strict=True):
            places[member] = (x + NAME_ROOM + part_x, top + part_y)
        x += part.width + 1.5 * NAME_ROOM
        bottom = max(bottom, top + part.height)
    return places, bottom
