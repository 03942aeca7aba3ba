import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import EventRecapError, Place, Problem, Severity, suggest

FILE = "content/attendees/focus-20-2010.yml"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        (Place(FILE, 14, 5), f"{FILE}:14:5"),
        (Place(FILE, 14), f"{FILE}:14"),
        (Place(FILE), FILE),
    ],
)
def test_a_place_is_written_as_an_editor_opens_it(place, expected):
    """File, line and column, as far as they are known."""
    assert str(place) == expected


@pytest.mark.parametrize(
    ("field", "expected"),
    [
        ("attendees[3].role", f"{FILE}:14:5: attendees[3].role: not a role"),
        ("", f"{FILE}:14:5: not a role"),
    ],
)
def test_a_problem_is_one_line(field, expected):
    """Where, in which field, and what."""
    assert str(Problem(Place(FILE, 14, 5), field, "not a role")) == expected


def test_a_problem_stops_the_build_unless_it_says_otherwise():
    """Who forgets to decide does not publish."""
    assert Problem(Place(FILE), "", "wrong").severity is Severity.ERROR


def test_an_error_tells_every_problem_once_in_the_order_of_reading():
    """By file, line and column: line 9 comes before line 10."""
    places = [Place("b.yml", 1), Place("a.yml", 10, 2), Place("a.yml", 9), Place("a.yml", 10, 1)]
    problems = [Problem(place, "", "wrong") for place in places]

    error = EventRecapError(iter([*problems, *problems]))

    assert str(error).splitlines() == [
        "a.yml:9: wrong",
        "a.yml:10:1: wrong",
        "a.yml:10:2: wrong",
        "b.yml:1: wrong",
    ]
    assert len(error.problems) == 4
    assert error.exitcode == 1


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("visibilty", "; did you mean 'visibility'?"),
        ("VISIBILITY", "; did you mean 'visibility'?"),
        ("orgn", "; did you mean 'Org'?"),
        ("zebra", ""),
        ("", ""),
    ],
)
def test_the_nearest_known_word_is_proposed(word, expected):
    """Capitals are no difference, and a word that is far from all gets no proposal."""
    assert suggest(word, ["visibility", "name", "Org"]) == expected


@given(st.text(max_size=20), st.lists(st.text(max_size=20)))
def test_only_known_words_are_proposed(word, known):
    """Whatever was typed, the proposal can be typed in its place."""
    proposal = suggest(word, known)

    assert proposal in {"", *(f"; did you mean {candidate!r}?" for candidate in known)}
