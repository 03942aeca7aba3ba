"""Where people stand in a picture, the same wherever it is drawn."""

import json
import os
import subprocess
import sys
from itertools import combinations
from math import hypot
from pathlib import Path
from random import Random

import pytest
import rustworkx
from hypothesis import given
from hypothesis import strategies as st

from event_recap.network.labels import LINE, measure_name, place_names
from event_recap.network.sheet import WIDEST, build_sheet, find_cell

PLUGINS = Path(__file__).parents[2] / "plugins"
PROGRAM = """
import json, sys
from event_recap.network.sheet import build_sheet
count, edges = json.load(sys.stdin)
sheet = build_sheet(count, [tuple(edge) for edge in edges])
print(json.dumps([sheet.width, sheet.height, sheet.points]))
"""
# Of a picture drawn on another day: who changes it on purpose, or takes another rustworkx, draws it anew.
DRAWN = (
    [[0, 1], [0, 2], [1, 2], [2, 3], [3, 4], [5, 6]],
    [504, 388, [[434, 122], [374, 40], [304, 111], [186, 147], [70, 184], [70, 264], [70, 348]]],
)


def draw_ties(count):
    """Return ties as tables of up to eight, and some between them."""
    chance = Random(count)
    ties = set()
    for first in range(0, count, 7):
        ties |= set(combinations(range(first, min(first + chance.randint(2, 7), count)), 2))
    ties |= {tuple(sorted(chance.sample(range(count), 2))) for _ in range(count // 2)}
    return sorted(ties)


@pytest.mark.parametrize("count", [12, 30, 300])
def test_the_last_bits_of_a_machine_move_nobody(monkeypatch, count):
    """A machine that counts the springs a thousand-millionth otherwise draws the same picture."""
    ties, springs, chance = draw_ties(count), rustworkx.spring_layout, Random(count)
    drawn = build_sheet(count, ties)

    def differ(*arguments, **options):
        found = springs(*arguments, **options)
        return {one: [place + chance.uniform(-1e-9, 1e-9) for place in found[one]] for one in found}

    monkeypatch.setattr(rustworkx, "spring_layout", differ)

    assert build_sheet(count, ties) == drawn


@pytest.mark.parametrize("count", [30, 300])
def test_the_same_people_stand_in_the_same_places_in_every_process(count):
    """Neither the seed of the hashes, nor the locale, nor an earlier picture moves anybody."""
    ties = draw_ties(count)
    given_in = json.dumps([count, ties])
    found = [
        subprocess.run(
            [sys.executable, "-c", PROGRAM],
            input=given_in,
            env={**os.environ, "PYTHONPATH": str(PLUGINS), "PYTHONHASHSEED": seed, "LC_ALL": locale},
            capture_output=True,
            encoding="utf-8",
            check=True,
        ).stdout
        for seed, locale in (("0", "C"), ("4711", "C.UTF-8"))
    ]
    sheet = build_sheet(count, ties)

    assert found[0] == found[1]
    assert json.loads(found[0]) == [sheet.width, sheet.height, [list(point) for point in sheet.points]]


def test_a_picture_of_another_day_is_the_same_today():
    """Whoever builds the site again, on this machine or another, gets the bytes of the first time."""
    ties, (width, height, points) = DRAWN

    sheet = build_sheet(7, [tuple(tie) for tie in ties])

    assert [sheet.width, sheet.height, [list(point) for point in sheet.points]] == [width, height, points]


@pytest.mark.parametrize("count", [2, 3, 12, 30, 300])
def test_nobody_stands_upon_another(count):
    """Each person has room for the circle, however many there are."""
    sheet = build_sheet(count, draw_ties(count) or [(0, 1)])

    near = min(hypot(x - a, y - b) for (x, y), (a, b) in combinations(sheet.points, 2))

    assert near >= find_cell(count)[1] * 0.85
    assert all(0 < x < sheet.width and 0 < y < sheet.height for x, y in sheet.points)
    assert sheet.width <= WIDEST * 1.2


def test_people_who_met_stand_closer_than_people_who_did_not():
    """The picture says something: two tables of a dozen are two clouds."""
    ties = [*combinations(range(12), 2), *combinations(range(12, 24), 2), (0, 12)]

    points = build_sheet(24, ties).points

    def measure(pairs):
        pairs = list(pairs)
        return sum(hypot(points[a][0] - points[b][0], points[a][1] - points[b][1]) for a, b in pairs) / len(
            pairs
        )

    assert measure((a, b) for a in range(12) for b in range(12, 24)) > 1.3 * measure(ties)


@given(st.data())
def test_any_network_has_a_picture(data):
    """Any number of people in any number of parts finds a place."""
    count = data.draw(st.integers(2, 25))
    pairs = st.tuples(st.integers(0, count - 1), st.integers(0, count - 1)).filter(
        lambda pair: pair[0] < pair[1]
    )
    ties = sorted(data.draw(st.sets(pairs, max_size=60)))

    sheet = build_sheet(count, ties)

    assert len(set(sheet.points)) == count


@pytest.mark.parametrize(("count", "share"), [(30, 1), (300, 0.7)])
def test_nearly_everybody_has_a_name_that_can_be_read(count, share):
    """Of 30 people all are named, of 300 seven in ten; no name stands upon a name or a person."""
    sheet, names = build_sheet(count, draw_ties(count)), [f"Anne Tremblay{number}" for number in range(count)]

    placed = place_names(names, sheet.points, [14] * count, range(count), (sheet.width, sheet.height))

    shown = [find_box(name) for name in placed if name.is_shown]
    circles = [(x - 14, y - 14, x + 14, y + 14) for x, y in sheet.points]
    assert len(shown) >= share * count
    assert not [pair for pair in combinations(shown, 2) if overlaps(*pair)]
    assert not [(box, circle) for box in shown for circle in circles if overlaps(box, circle)]


def find_box(name):
    """Return the room that a name takes."""
    width = max(map(measure_name, name.lines))
    left = {"start": name.x, "end": name.x - width, "middle": name.x - width // 2}[name.anchor]
    top = name.y - LINE // 2 - 5
    return (left, top, left + width, top + LINE * len(name.lines))


def overlaps(one, other):
    """Tell whether two boxes have a point in common."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_a_name_without_room_waits_inside_the_sheet():
    """A name that is shown when its person is pointed at is not cut off by the edge."""
    crowd = [(40 + 30 * (number % 5), 40 + 30 * (number // 5)) for number in range(25)]

    placed = place_names(["Maximilienne de la Rochebrune"] * 25, crowd, [14] * 25, range(25), (300, 200))

    hidden = [find_box(name) for name in placed if not name.is_shown]
    assert hidden
    assert all(box[0] >= 0 and box[2] <= 300 for box in hidden)
