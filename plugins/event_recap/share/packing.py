"""Short words into the fewest boxes: what a thread needs, apart from what is written."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

Boxes = list[list[int]]
"""Positions of the words in each box, in their order."""

FINEST = 40
"""How small a part of a box the lower bound looks at: words shorter than a fortieth only add up."""


def count_least(sizes: Sequence[int], capacity: int) -> int:
    """Return a number of boxes that no packing can fall below.

    The sum of all sizes says one; so does each number ``k``: of words longer than a ``k + 1``-th of a box,
    at most ``k`` lie in one (the dual feasible functions of Fekete and Schepers).

    Args:
        sizes: Of the words; none is longer than a box.
        capacity: Of each box.

    >>> count_least([21] * 300, 277), -(-21 * 300 // 277)
    (24, 23)
    """
    least = -(-sum(sizes) // capacity)
    for parts in range(1, FINEST + 1):
        # Of a word, in parts of a box, times ``parts``: exact where it divides a box, else rounded down.
        weights = (_weigh(size, capacity, parts) for size in sizes)
        least = max(least, -(-sum(weights) // (parts * capacity)))
    return least


def pack(sizes: Sequence[int], capacities: Sequence[int]) -> Boxes | None:
    """Return the words of each box, or None where no way was found to lay them all in.

    First in their order, box after box, which reads best; then each where there is room for it first; at
    last box after box as full as can be, for which the order is given up.
    """
    ways: tuple[Callable[[Sequence[int], Sequence[int]], Boxes | None], ...] = (
        _pack_in_order,
        _pack_first_fit,
        _pack_longest_first,
        _pack_full,
    )
    found = (way(sizes, capacities) for way in ways)
    return next((boxes for boxes in found if boxes is not None), None)


def _weigh(size: int, capacity: int, parts: int) -> int:
    whole = (parts + 1) * size
    return size * parts if whole % capacity == 0 else whole // capacity * capacity


def _pack_in_order(sizes: Sequence[int], capacities: Sequence[int]) -> Boxes | None:
    boxes: Boxes = [[] for _ in capacities]
    at, room = 0, capacities[0]
    for position, size in enumerate(sizes):
        while size > room:
            at += 1
            if at == len(capacities):
                return None
            room = capacities[at]
        boxes[at].append(position)
        room -= size
    return boxes


def _pack_first_fit(sizes: Sequence[int], capacities: Sequence[int]) -> Boxes | None:
    return _lay(range(len(sizes)), sizes, capacities)


def _pack_longest_first(sizes: Sequence[int], capacities: Sequence[int]) -> Boxes | None:
    order = sorted(range(len(sizes)), key=lambda position: -sizes[position])
    return _lay(order, sizes, capacities)


def _lay(order: Sequence[int], sizes: Sequence[int], capacities: Sequence[int]) -> Boxes | None:
    """Lay each word into the first box that has room for it."""
    boxes: Boxes = [[] for _ in capacities]
    rooms = list(capacities)
    for position in order:
        at = next((at for at, room in enumerate(rooms) if sizes[position] <= room), None)
        if at is None:
            return None
        boxes[at].append(position)
        rooms[at] -= sizes[position]
    return [sorted(box) for box in boxes]


def _pack_full(sizes: Sequence[int], capacities: Sequence[int]) -> Boxes | None:
    """Fill one box after the other as far as the words that are left allow, the longest of them in it."""
    left = sorted(range(len(sizes)), key=lambda position: (-sizes[position], position))
    boxes: Boxes = []
    for capacity in capacities:
        chosen = set(_choose_fullest(left, sizes, capacity))
        boxes.append(sorted(chosen))
        left = [position for position in left if position not in chosen]
    return None if left else boxes


def _choose_fullest(left: Sequence[int], sizes: Sequence[int], capacity: int) -> Iterator[int]:
    """Yield words that fill a box best: every sum of some of them is known, as a bit of a number."""
    if not left or sizes[left[0]] > capacity:
        left = [position for position in left if sizes[position] <= capacity]
    if not left:
        return
    yield left[0]
    room, rest = capacity - sizes[left[0]], left[1:]
    mask = (1 << (room + 1)) - 1
    sums = [1]
    for position in rest:
        sums.append((sums[-1] | sums[-1] << sizes[position]) & mask)
    total = sums[-1].bit_length() - 1
    for number in range(len(rest), 0, -1):
        if not sums[number - 1] >> total & 1:
            yield rest[number - 1]
            total -= sizes[rest[number - 1]]
