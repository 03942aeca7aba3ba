"""Who is shown how, on what ground, until when."""

import csv
import json

import pytest

FILES = {
    "attendees/un.yml": (
        "- anne\n- Bob\n- {id: luc, name: Luc, visibility: initials}\n- {id: zoe, name: Zoé}\n- visibility: counted\n"
    ),
    "attendees/deux.yml": "- anne\n- {id: zoe, name: Zoé, consent: {given: 2026-01-01, index: no}}\n",
    "people/anne.yml": (
        "name: Anne Roy\nvisibility: public\n"
        "consent: {given: 2025-02-03, until: 2026-12-31, method: email, photo: true}\n"
    ),
    "people/old.yml": "name: Olde\nconsent: {given: 2020-01-01, until: 2026-11-20}\n",
}


@pytest.fixture(name="rows")
def fixture_rows(write_site, run):
    """Return what is told in JSON, by person and event."""
    write_site(FILES)
    return {(row["person"], *row["events"]): row for row in json.loads(run("consents", "--json").out)}


def test_everybody_is_listed_once_for_each_way_of_being_shown(rows):
    """What ended and what ends soon first, then by id; events at which somebody stands alike share a row."""
    assert list(rows) == [
        ("old",),
        ("anne", "deux", "un"),
        ("bob", "un"),
        ("luc", "un"),
        ("zoe", "deux"),
        ("zoe", "un"),
    ]


def test_a_row_says_what_was_agreed_and_until_when(rows):
    """An end within 90 days is marked, with how many days are left."""
    assert rows["anne", "deux", "un"] == {
        "person": "anne",
        "name": "Anne Roy",
        "level": "public",
        "events": ["deux", "un"],
        "state": "soon",
        "ground": "content/people/anne.yml:2:13",
        "given": "2025-02-03",
        "until": "2026-12-31",
        "days": 40,
        "method": "email",
        "photo": "yes",
        "index": "yes",
        "graph": "yes",
    }


@pytest.mark.parametrize(
    ("person", "where", "level", "ground"),
    [
        ("bob", "un", "public", "default"),
        ("luc", "un", "initials", "content/attendees/un.yml:3:36"),
        ("zoe", "deux", "public", "default"),
    ],
)
def test_the_ground_is_the_word_that_decides(rows, person, where, level, ground):
    """File and line of the lowest word, of the consent that brings it down, or the site's default."""
    assert (rows[person, where]["level"], rows[person, where]["ground"]) == (level, ground)


def test_a_consent_that_ended_is_the_ground_of_what_is_shown_since(rows):
    """Also of somebody whom no list names."""
    row = rows[("old",)]

    assert (row["state"], row["days"], row["level"]) == ("ended", -1, "counted")
    assert row["ground"] == "content/people/old.yml:2:10 consent ended"


def test_a_far_end_is_not_marked(write_site, run):
    """What is told at once is what needs care."""
    write_site({"attendees/un.yml": "- {id: anne, consent: {until: 2030-01-01}, name: Anne}\n"})

    (row,) = json.loads(run("consents", "--json").out)

    assert (row["until"], row["state"]) == ("2030-01-01", "")


def test_the_table_has_a_line_for_each_person(write_site, run, monkeypatch):
    """Columns stand below each other; one that says nothing is left out."""
    monkeypatch.setenv("COLUMNS", "120")
    write_site({"attendees/un.yml": "- Anne-Marie Roy\n- {id: luc, name: Luc, visibility: counted}\n"})

    done = run("consents")

    assert done.out.splitlines() == [
        "person          name            level    events  ground",
        "anne-marie-roy  Anne-Marie Roy  public   un      default",
        "luc             Luc             counted  un      content/attendees/un.yml:2:36",
    ]


def test_on_a_narrow_terminal_nothing_is_cut(write_site, run, monkeypatch):
    """Some lines for each person, what is to be done first; a path stands whole, so that it can be opened."""
    monkeypatch.setenv("COLUMNS", "80")
    write_site(FILES)

    lines = run("consents").out.splitlines()

    assert max(map(len, lines)) <= 80
    assert lines[:8] == [
        "Ended:",
        "  Olde (old): counted at no list",
        "      until 2026-11-20 (ended), agreed 2020-01-01",
        "      by content/people/old.yml:2:10 consent ended",
        "",
        "Ends within 90 days:",
        "  Anne Roy (anne): public at deux, un",
        "      until 2026-12-31 (in 40 days), agreed 2025-02-03 by email",
    ]
    assert {"All others:", "      agreed 2026-01-01, index: no"} <= {*lines}


def test_one_event_can_be_asked_about(write_site, run):
    """Whoever was there, and as they stand there; a slip of its id is told with the nearest."""
    write_site(FILES)

    rows = json.loads(run("consents", "--event", "deux", "--json").out)
    slip = run("consents", "--event", "deu")

    assert [(row["person"], row["events"]) for row in rows] == [("anne", ["deux"]), ("zoe", ["deux"])]
    assert (slip.code, slip.err) == (1, "EVENT: no list called 'deu'; did you mean 'deux'?\n")


def test_an_event_may_be_named_as_people_do(write_site, run):
    """By its name, as in every other command."""
    write_site({"attendees/un.yml": "event: {name: Premier soir}\nattendees: [Anne]\n"})

    assert json.loads(run("consents", "--event", "Premier soir", "--json").out)[0]["events"] == ["un"]


def test_a_spreadsheet_gets_every_column(write_site, run):
    """A comma within a value stands between quotation marks."""
    write_site(FILES)

    heads, *rows = csv.reader(run("consents", "--csv").out.splitlines())

    assert heads[:5] == ["person", "name", "level", "events", "state"]
    assert rows[1][:5] == ["anne", "Anne Roy", "public", "deux, un", "soon"]


def test_a_site_without_people_says_so(write_site, run):
    """An empty table would look like a fault."""
    write_site({"attendees/un.yml": "event: {name: Soir}\n"})

    assert run("consents").out == "nobody is in a list or has a file\n"


def test_an_answer_with_a_gap_is_not_given(write_site, run):
    """Where a list cannot be read, its problems are told instead."""
    write_site({"attendees/un.yml": "- {name: Anne, visibilty: hidden}\n"})

    done = run("consents")

    assert (done.code, done.out) == (1, "")
    assert "unknown key; did you mean 'visibility'?" in done.err


def test_a_folder_without_settings_is_told(run, tmp_path, monkeypatch):
    """Whoever is in another folder learns what is looked for."""
    monkeypatch.chdir(tmp_path)

    done = run("consents")

    assert (
        done.err
        == "pelicanconf.py: no such file; run this beside pelicanconf.py, or name it with --settings\n"
    )
