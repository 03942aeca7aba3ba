"""Lists as people type them, in which one person takes the place of two."""

import pytest

from event_recap.commands.merging.lists import Merging, merge_list, merge_picture_file
from event_recap.commands.merging.people import FormerIds, merge_mentions, merge_people
from event_recap.model.visibility import Visibility

MERGING = Merging(
    is_former=lambda one: one in {"nan", "nan-roy"},
    is_kept=lambda one: one == "anne",
    kept_id="anne",
    kept_name="Anne Roy",
    rename_mentions=lambda text: text.replace("@nan", "@anne"),
)
NOBODY = FormerIds(aliases=(), moved_from=())


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("event: {organizers: nan}\n", "event: {organizers: anne}\n"),
        ("event: {organisers: [anne, nan]}\n", "event: {organisers: [anne]}\n"),
        ("event: {organizers: [{id: nan, url: X}]}\n", "event: {organizers: [{id: anne, url: X}]}\n"),
        ("event: {organizers: [{name: Nan}]}\n", "event: {organizers: [{name: Nan}]}\n"),
        ("event: {name: Soir}\nattendees:\n", "event: {name: Soir}\nattendees:\n"),
        ("participants:\n- Nan\n", "participants:\n- anne\n"),
        ("- {first_name: Nan, last_name: Roy}\n", "- {id: anne, name: Anne Roy}\n"),
        ("- {name: Nan, handle: nan}\n", "- {id: anne, name: Anne Roy}\n"),
        ("- {slug: nan, nom: Nan}\n", "- {slug: anne, nom: Anne Roy}\n"),
        ("- {id: nan, note: Seule.}\n", "- {id: anne, note: Seule.}\n"),
        ("- {id: bob, met_with: 'nan, luc'}\n", "- {id: bob, met_with: 'anne, luc'}\n"),
        ("- {id: bob, met_with: nan}\n", "- {id: bob, met_with: anne}\n"),
        ("- {id: bob, met: [Nan Roy, anne, luc]}\n", "- {id: bob, met: [anne, luc]}\n"),
        ("- {id: anne, met_with: [nan, luc]}\n", "- {id: anne, met_with: [luc]}\n"),
        ("- anne\n- nan\n", "- anne\n"),
        ("- nan\n- anne\n", "- anne\n"),
        ("- nan\n- Nan Roy\n", "- anne\n"),
        ("- anne\n- {id: nan, note: Dit.}\n", "- {id: anne, note: Dit.}\n"),
        ("- {id: anne, role: [host]}\n- {id: nan, role: speaker}\n", "- {id: anne, role: [host, speaker]}\n"),
        ("- {id: anne, note: A.}\n- {id: nan, note: A.}\n", "- {id: anne, note: A.}\n"),
        ("- {id: bob, note: Vu @nan.}\n", "- {id: bob, note: Vu @anne.}\n"),
        ("- bob\n- luc\n", "- bob\n- luc\n"),
        ("", ""),
    ],
)
def test_a_list_says_the_same_of_one_person(before, after):
    """However the keys are spelt and the people are named; what concerns neither stays."""
    assert merge_list(before, MERGING) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- nan\n", "- {id: anne, visibility: counted}\n"),
        ("- {id: nan, visibility: public}\n", "- {id: anne, visibility: counted}\n"),
        ("- {id: nan, visibility: hidden}\n", "- {id: anne, visibility: hidden}\n"),
        ("- anne\n", "- anne\n"),
    ],
)
def test_a_level_is_written_only_where_it_is_lower(before, after):
    """What an entry says of itself is never raised, and other entries are left alone."""
    merging = Merging(
        is_former=MERGING.is_former,
        is_kept=MERGING.is_kept,
        kept_id="anne",
        kept_name="Anne Roy",
        level=Visibility.COUNTED,
    )

    assert merge_list(before, merging) == after


def test_two_consents_of_one_evening_become_the_stricter():
    """An end before the day on which the other was given takes that day with it."""
    text = (
        "- {id: anne, consent: {given: 2026-05-01, photo: true}}\n"
        "- {id: nan, consent: {given: 2025-01-01, until: 2026-01-01, photo: no}}\n"
    )

    merged = merge_list(text, MERGING)

    assert merged == "- {id: anne, consent: {photo: false, until: 2026-01-01, given: 2025-01-01}}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("people: [nan, bob]\n", "people: [anne, bob]\n"),
        (
            "people: [{id: nan, region: [1, 2, 3, 4]}, anne]\n",
            "people: [{id: anne, region: [1, 2, 3, 4]}, anne]\n",
        ),
        ("alt: Nan\n", "alt: Nan\n"),
        ("- nan\n", "- nan\n"),
    ],
)
def test_a_picture_names_one_person(before, after):
    """Regions stay, since each covers a face."""
    assert merge_picture_file(before, MERGING) == after


@pytest.mark.parametrize(
    ("kept", "former", "after"),
    [
        ("", "first_name: Nan\nlast_name: Roy\n# work\norg: X\n", "name: Anne Roy\n# work\norg: X\n"),
        ("", "id: nan\nname: Anne Roy\n", "name: Anne Roy\n"),
        ("name: Anne Roy\n", "- nan\n", "name: Anne Roy\n"),
        ("- anne\n", "name: Nan\n", "- anne\n"),
        ("name: Anne Roy\n", "name: Nan\nconsent: {photo: no}\n", "name: Anne Roy\nconsent: {photo: no}\n"),
        (
            "name: Anne Roy\nprofiles: {x: anne}\n",
            "name: Nan\nprofiles: {x: nan, github: nan}\n",
            "name: Anne Roy\nprofiles: {x: anne, github: nan}\n",
        ),
    ],
)
def test_one_file_is_left_of_two(kept, former, after):
    """The name is that of the one who stays, and a file that is none is left as it is."""
    assert merge_people(kept, former, name="Anne Roy", former_ids=NOBODY, level=None) == after


def test_ids_are_added_to_those_that_are_there():
    """A list in one line of text becomes a list; a handle is an alias already."""
    ids = FormerIds(aliases=("nan", "annie"), moved_from=("nana",))

    merged = merge_people(
        "name: Anne\nhandle: Nan\naliases: ann, an\n", "", name="Anne", former_ids=ids, level=None
    )

    assert merged == "name: Anne\nhandle: Nan\naliases:\n  - ann\n  - an\n  - annie\nmoved_from: [nana]\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("name: Bob\nbio: Ami de @nan.\n", "name: Bob\nbio: Ami de @anne.\n"),
        (
            "name: Bob\nphoto: {src: a.jpg, people: [nan]}\n",
            "name: Bob\nphoto: {src: a.jpg, people: [anne]}\n",
        ),
        ("- bob\n", "- bob\n"),
    ],
)
def test_the_files_of_others_name_the_one_who_stays(before, after):
    """In a bio, and on a picture."""
    assert merge_mentions(before, MERGING) == after


def test_two_notes_of_one_evening_are_written_as_people_type_them():
    """Each on lines of its own, without signs of a machine."""
    text = "- id: nan\n  note: Un autre.\n- id: anne\n  note: Un soir.\n- Luc\n"

    assert merge_list(text, MERGING) == "- id: anne\n  note: |-\n    Un soir.\n\n    Un autre.\n- Luc\n"
