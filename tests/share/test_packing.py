"""Words into the fewest boxes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.share.packing import count_least, pack

SIZES = st.lists(st.integers(1, 40), max_size=60)


def fill(sizes, capacity):
    """Return the smallest number of equal boxes for which a packing is found."""
    least = max(1, count_least(sizes, capacity))
    return next(n for n in range(least, least + len(sizes) + 1) if pack(sizes, [capacity] * n) is not None)


@given(SIZES, st.integers(40, 120))
def test_the_lower_bound_is_never_more_than_what_is_needed_and_a_packing_is_within_one_of_it(sizes, capacity):
    """For any words, no packing exists below the bound, and one is found at it or with one box more."""
    assert count_least(sizes, capacity) <= fill(sizes, capacity) <= max(1, count_least(sizes, capacity)) + 1


@given(st.lists(st.integers(1, 12), max_size=8), st.integers(12, 20))
def test_the_lower_bound_is_below_the_true_number_of_boxes(sizes, capacity):
    """Of few words every packing can be tried; none has fewer boxes than the bound says."""

    def search(rest, rooms):
        if not rest:
            return len(rooms)
        first, *others = rest
        tries = {room: at for at, room in enumerate(rooms) if room >= first}
        found = [search(others, [*rooms[:at], room - first, *rooms[at + 1 :]]) for room, at in tries.items()]
        return min([*found, search(others, [*rooms, capacity - first])])

    assert count_least(sizes, capacity) <= search(sizes, [])


@given(SIZES, st.lists(st.integers(40, 120), min_size=1, max_size=20))
def test_every_word_lies_in_one_box_and_no_box_is_too_full(sizes, capacities):
    """Whatever the boxes are like."""
    boxes = pack(sizes, capacities)

    if boxes is not None:
        assert sorted(position for box in boxes for position in box) == list(range(len(sizes)))
        assert len(boxes) == len(capacities)
        for box, capacity in zip(boxes, capacities, strict=True):
            assert sum(sizes[position] for position in box) <= capacity
            assert box == sorted(box)


def test_words_stay_in_their_order_where_that_takes_no_more_boxes():
    """Who comes first is thanked first."""
    assert pack([3, 3, 3, 3], [6, 6]) == [[0, 1], [2, 3]]


@pytest.mark.parametrize(
    ("sizes", "capacities", "boxes"),
    [
        ([6, 5, 4, 5], [10, 10], [[0, 2], [1, 3]]),
        ([3, 4, 6, 7], [10, 10], [[0, 3], [1, 2]]),
        ([2, 2, 3, 12, 10, 5], [9, 13, 13], [[0, 1, 5], [3], [2, 4]]),
        ([3, 4, 3, 6, 4, 5], [1, 13, 13], [[], [0, 1, 3], [2, 4, 5]]),
    ],
    ids=["each where there is room first", "longest first", "as full as can be", "a box too small for any"],
)
def test_the_order_is_given_up_where_a_box_can_be_saved(sizes, capacities, boxes):
    """Each way of packing finds what those before it do not; in a box, the order stays."""
    assert pack(sizes, capacities) == boxes


def test_what_does_not_fit_is_not_packed():
    """Nothing is left out in silence."""
    assert pack([5, 5, 5], [9, 9]) is None
    assert count_least([5, 5, 5], 9) == 3
