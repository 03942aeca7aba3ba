"""Where each person stands in a picture, before there is a sheet: people who met stand together.

Reproducible to the last bit: rustworkx is Rust, which neither reorders nor fuses the sums of a program, and
needs nothing but the four operations and the square root here, which IEEE 754 defines exactly; the first
positions are ours, and no random number is drawn. What we add ourselves keeps to the same operations.
"""

from __future__ import annotations

from math import sqrt
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

    from rustworkx import PyGraph

Point: TypeAlias = tuple[float, float]

STEPS = 400
"""Iterations of the springs; more change nothing that could be seen."""

PLACES = 6
"""Decimal places of a position that count."""

# The golden angle by its cosine and sine: seeds of a sunflower, none of which lies opposite another.
_COS, _SIN = -0.7373688780783197, 0.6754902942615238


def find_components(count: int, edges: Sequence[tuple[int, int]]) -> list[list[int]]:
    """Return the parts of a network that hang together, the largest first, each in order.

    >>> find_components(5, [(0, 3), (1, 2), (2, 4)])
    [[1, 2, 4], [0, 3]]
    """
    from rustworkx import connected_components  # noqa: PLC0415 -- only a site with a picture waits for it

    parts = [sorted(part) for part in connected_components(_build_graph(count, edges))]
    return sorted(parts, key=lambda part: (-len(part), part))


def lay_out(count: int, edges: Sequence[tuple[int, int]]) -> list[Point]:
    """Return a place for each person of a connected network, in no particular unit.

    Args:
        count: How many people; they are numbered from 0.
        edges: Who is tied to whom, each once.

    >>> lay_out(2, [(0, 1)])
    [(0.0, 0.0), (0.0, 1.0)]
    """
    from rustworkx import spring_layout  # noqa: PLC0415 -- as above

    if count <= 2:  # noqa: PLR2004 -- a pair stands upright, so that both names have room
        return [(0.0, float(number)) for number in range(count)]
    start = dict(enumerate(_plant(count)))
    found = spring_layout(
        _build_graph(count, edges), pos=start, k=1.0, num_iter=STEPS, adaptive_cooling=True, seed=1
    )
    # Whatever a machine may make of the last bits: nobody's rank or place depends on them.
    return [(round(found[number][0], PLACES), round(found[number][1], PLACES)) for number in range(count)]


def _build_graph(count: int, edges: Sequence[tuple[int, int]]) -> PyGraph[None, None]:
    from rustworkx import PyGraph  # noqa: PLC0415 -- as above

    graph: PyGraph[None, None] = PyGraph()
    graph.add_nodes_from([None] * count)
    graph.add_edges_from_no_data(list(edges))
    return graph


def _plant(count: int) -> list[Point]:
    """Return the first positions: a sunflower, made without sines, which differ between machines."""
    points = []
    x, y = 1.0, 0.0
    for number in range(count):
        radius = sqrt(number + 0.5)
        points.append((x * radius, y * radius))
        x, y = x * _COS - y * _SIN, x * _SIN + y * _COS
    return points
