import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.model.identity import ID_PATTERN, build_id, build_initials, build_monogram, fold_id

ANY_TEXT = st.text(max_size=200)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bruno Larivage", "bruno-larivage"),
        ("@cafelune", "cafelune"),
        ("Cafe_Lune", "cafe_lune"),
        ("Zoé  Brûlé-Œuvray", "zoe-brule-oeuvray"),
        ("D'Arcy O’Neil", "d-arcy-o-neil"),
        ("Zoe\N{COMBINING ACUTE ACCENT}", "zoe"),
        ("Лев", "lev"),
        ("--__--", ""),
        ("🎉", ""),
        ("x" * 200, "x" * 80),
    ],
)
def test_an_id_is_the_name_in_plain_letters(name, expected):
    """Accents go, words are joined by hyphens, nothing else is lost."""
    assert build_id(name) == expected


@given(ANY_TEXT)
def test_an_id_made_from_any_text_can_stand_in_an_address(name):
    """It is empty, or a plain word that makes itself again."""
    identifier = build_id(name)

    assert identifier == "" or ID_PATTERN.fullmatch(identifier)
    assert build_id(identifier) == identifier


@pytest.mark.parametrize(
    ("first", "second"),
    [("anne-marie-roy", "annemarie-roy"), ("anne_roy", "anne-roy"), ("roy-anne", "anne-roy")],
)
def test_two_spellings_of_one_person_fold_to_the_same(first, second):
    """Hyphens, underscores and the order of names are no difference."""
    assert fold_id(first) == fold_id(second)


def test_two_people_do_not_fold_to_the_same():
    """Another name stays another."""
    assert fold_id("anne-roy") != fold_id("anna-roy")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Zoé Martin", "Z. M."),
        ("Élise Ève", "É. È."),
        ("Jean-Paul de Roy", "J.-P. d. R."),
        ("Zoé", "Z."),
        ("@zed", "z."),
        ("zed_leppelin", "z. l."),
        ("“Bob” (Robert) Dylan", "B. R. D."),
        ("  Ana   - Roy ", "A. R."),
        ("R2 D2", "R. D."),
        ("李小龍", "李."),
        ("🎉 !", ""),
        ("", ""),
    ],
)
def test_initials_are_the_first_letter_of_each_part(name, expected):
    """Hyphens of a double name stay, everything else of the name is gone."""
    assert build_initials(name) == expected


@given(ANY_TEXT)
def test_initials_never_hold_two_letters_in_a_row(name):
    """Whatever somebody is called, no part of the name can be read."""
    assert not re.search(r"[^\W_]{2}", build_initials(name))


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Bruno Larivage", "BL"),
        ("anne marie du pont", "AP"),
        ("Jean-Paul Roy", "JR"),
        ("cafelune", "C"),
        ("élise", "É"),
        ("ßeta ßeta", "SS"),
        ("", "·"),
        ("🎉", "·"),
    ],
)
def test_a_monogram_is_the_first_and_the_last_letter_in_capitals(name, expected):
    """It stands where a photo would, and is there for everybody."""
    assert build_monogram(name) == expected


@given(ANY_TEXT)
def test_a_monogram_fits_its_place(name):
    """One or two signs, whatever somebody is called."""
    assert len(build_monogram(name)) in {1, 2}
