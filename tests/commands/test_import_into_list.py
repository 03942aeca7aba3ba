"""An export meets a list that stands there: nobody is doubled, shown, overwritten or brought back."""

import io
import sys

import pytest
import yaml

from event_recap.loading.removed_file import render_removed
from event_recap.model.removal import Kind, Removed, SiteKey

KEY = "k" * 64
LIST = """\
event: {name: Soir 1}   # the first
attendees:
  - Anne Roy
  # came late
  - id: cafelune
    name: Bruno Larivage
    profiles: {x: cafelune}
  - {name: Clara Bois, visibility: counted}   # was asked
  - {name: Dan Weiss, org: Old Firm, visibility: counted}
"""
HEADER = "Name,Company,Twitter,Email\n"


@pytest.fixture(name="import_rows")
def fixture_import_rows(write_site, run, tmp_path):
    """Import a table into a list that stands there; returns what was told."""

    def import_rows(rows, *options, files=(), header=HEADER):
        write_site({"attendees/soir-1.yml": LIST, **dict(files)})
        (tmp_path / "export.csv").write_text(header + rows, encoding="utf-8")
        return run("import", "export.csv", "--event", "soir-1", *options)

    return import_rows


def answer(monkeypatch, *answers):
    """Sit at the terminal with answers; returns the questions."""
    questions, left = [], list(answers)

    def give(question=""):
        questions.append(question)
        return left.pop(0)

    monkeypatch.setattr("builtins.input", give)
    return questions


def test_new_people_stand_below_the_others(import_rows, read):
    """Comments, order and every byte that was there stay."""
    done = import_rows("Eva Lind,Lind AG,@evalind,e@e.example\n", "--yes")

    assert done.code == 0
    assert read("attendees/soir-1.yml") == LIST + (
        "  - {name: Eva Lind, org: Lind AG, profiles: {x: evalind}, visibility: counted}\n"
    )


@pytest.mark.parametrize(
    "row", ["anne roy,Firm,,", "ROY Anne,,,", "Anne-Roy,,,", "Bruno Larivage,Firm,,", "B. L.,,@CafeLune,"]
)
def test_somebody_who_stands_there_is_not_added_again(import_rows, read, row):
    """By name in any spelling, by id, or by a handle; and what may be shown of them stays what you typed."""
    done = import_rows(row + "\n", "--yes")

    assert "0 to add, 1 in the list already" in done.out
    assert read("attendees/soir-1.yml") == LIST


def test_an_entry_that_is_only_counted_gets_what_it_lacks(import_rows, read):
    """A blank overwrites nothing, and neither does another value: yours stays, and that is told."""
    done = import_rows("Clara Bois,Bois & Cie,@clarabois,\nDan Weiss,New Firm,,\n", "--yes")

    assert read("attendees/soir-1.yml") == LIST.replace(
        "{name: Clara Bois, visibility: counted}   # was asked",
        "{name: Clara Bois, org: Bois & Cie, profiles: {x: clarabois}, visibility: counted} # was asked",
    )
    assert "line 3: Dan Weiss: your own org stays" in done.out


def test_a_second_import_changes_nothing(import_rows, read, run):
    """The export may be fetched and imported as often as people register."""
    import_rows("Eva Lind,Lind AG,,\nAnne Roy,,,\n", "--yes")
    before = read("attendees/soir-1.yml")

    done = run("import", "export.csv", "--event", "soir-1", "--yes")

    assert (done.code, read("attendees/soir-1.yml")) == (0, before)
    assert "nothing to change" in done.out


DOUBTS = ["Anne,,,", "A. Roy,,,", "Anne Roi,,,", "Bruno Larrivage,,,"]


@pytest.mark.parametrize("row", DOUBTS)
def test_with_yes_whoever_is_in_doubt_is_left_alone_and_told(import_rows, read, row):
    """Nobody is doubled because nobody was asked."""
    done = import_rows(row + "\n", "--yes")

    assert "0 to add, 1 in doubt" in done.out
    assert "without --yes, you are asked" in done.out
    assert read("attendees/soir-1.yml") == LIST


@pytest.mark.parametrize(("says", "added"), [("y", 0), ("n", 1)])
def test_the_author_says_whether_two_are_one(import_rows, read, monkeypatch, says, added):
    """Before anything is written."""
    questions = answer(monkeypatch, says, *(["y"] if added else []))

    import_rows("Anne Roi,,,\n")

    assert questions[0] == "Line 2, Anne Roi: is this Anne Roy, line 3 of the list? [y/N] "
    assert read("attendees/soir-1.yml").count("Anne Roi") == added


def test_a_dry_run_shows_the_difference_and_writes_nothing(import_rows, read):
    """Each line that would come, as the command that writes shows it."""
    done = import_rows("Eva Lind,,,\n", "--dry-run")

    assert "+   - {name: Eva Lind, visibility: counted}" in done.out
    assert (done.code, read("attendees/soir-1.yml")) == (0, LIST)


def test_without_an_option_the_author_is_asked_and_may_say_no(import_rows, read, monkeypatch):
    """No is no."""
    answer(monkeypatch, "n")

    done = import_rows("Eva Lind,,,\n")

    assert (done.code, read("attendees/soir-1.yml")) == (1, LIST)
    assert done.out.endswith("nothing was changed\n")


def test_a_status_that_nobody_knows_is_asked_about(import_rows, read, monkeypatch):
    """Once for each word; with --yes such lines are left out, and told."""
    rows, header = "Eva Lind,Peut-être\nFay Ono,Peut-être\n", "Name,Status\n"
    told = import_rows(rows, "--yes", header=header)
    questions = answer(monkeypatch, "y", "y")

    import_rows(rows, header=header)

    assert "the status 'Peut-être' is not known here: 2 lines (2, 3)" in told.out
    assert questions[0] == "2 lines with the status 'Peut-être': were they there? [y/N] "
    assert "Fay Ono" in read("attendees/soir-1.yml")


PERSON = {"people/evalind.yml": "name: Eva Lind\norg: Lind AG\nprofiles: {x: evalind}\n"}


def test_somebody_known_by_a_handle_gets_their_id(import_rows, read):
    """What their own file says is not said again."""
    import_rows("Eva L.,Lind AG,@EvaLind,\n", "--yes", files=PERSON)

    assert read("attendees/soir-1.yml").endswith("  - {id: evalind, name: Eva L., visibility: counted}\n")


@pytest.mark.parametrize(("says", "entry"), [("y", "id: evalind, name: Eva Lind"), ("n", "name: Eva Lind")])
def test_a_namesake_is_asked_about(import_rows, read, monkeypatch, says, entry):
    """One name may be two people: ids join, names do not."""
    answer(monkeypatch, says, "y")

    import_rows("Eva Lind,,,\n", files=PERSON)

    assert read("attendees/soir-1.yml").endswith(f"  - {{{entry}, visibility: counted}}\n")


def test_with_yes_a_namesake_is_told_with_the_command_that_joins(import_rows):
    """And stands in the list under an id of their own until then."""
    done = import_rows("Eva Lind,,,\n", "--yes", files=PERSON)

    assert "if so, run 'event-recap merge eva-lind evalind'" in done.out


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("- Anne Roy\n", "- Anne Roy\n- {name: Eva Lind, visibility: counted}\n"),
        ("attendees:\n  anne: {name: Anne Roy}\n", "  eva-lind: {name: Eva Lind, visibility: counted}\n"),
        ("event: {name: Soir}\n", "attendees:\n  - {name: Eva Lind, visibility: counted}\n"),
        ("event: {name: Soir}\nattendees:\n", "attendees:\n  - {name: Eva Lind, visibility: counted}\n"),
        ("participants: [Anne Roy]\n", "participants: [Anne Roy, {name: Eva Lind, visibility: counted}]\n"),
    ],
)
def test_a_list_may_have_any_of_its_forms(import_rows, read, before, after):
    """Whatever an author typed, people are added to it."""
    done = import_rows("Eva Lind,,,\n", "--yes", files={"attendees/soir-1.yml": before})

    assert (done.code, done.err) == (0, "")
    assert read("attendees/soir-1.yml").endswith(after)


@pytest.fixture(name="forget")
def fixture_forget(monkeypatch):
    """Return the file of people who asked to be forgotten: one person."""
    monkeypatch.setenv("EVENT_RECAP_KEY", KEY)
    removed = Removed().add([(Kind.NAME, "Zoé Martin"), (Kind.HANDLE, "zoemartin")], SiteKey(KEY))
    return {"removed.yml": render_removed(removed)}


@pytest.mark.parametrize("row", ["Zoé Martin,,,", "MARTIN Zoe,,,", "Z.,,@ZoeMartin,", '"Martin, Zoé",Firm,,'])
def test_whoever_was_forgotten_does_not_come_back(import_rows, read, forget, row):
    """And is told as a number, never by name, in whatever spelling the export has it."""
    done = import_rows(f"{row}\nEva Lind,Zoé Martin Conseil,,\n", "--yes", files=forget)

    assert "1 person who asked to be forgotten: left out" in done.out
    assert "zo" not in (done.out + done.err).casefold()
    assert read("attendees/soir-1.yml") == LIST + "  - {name: Eva Lind, visibility: counted}\n"


def test_what_somebody_wrote_stands_below_their_name(import_rows, read):
    """On lines of its own; two roles are a list."""
    header = "Name,Role,Answer\n"
    rows = 'Eva Lind,speaker,"Un mot,\nun autre ?"\nEva Lind,volunteer,\nFay Ono,,Vraiment ?\n'

    import_rows(rows, "--yes", "--column", "Answer=note", header=header)

    assert read("attendees/soir-1.yml") == LIST + (
        "  - name: Eva Lind\n    role: [speaker, volunteer]\n    note: |-\n      Un mot,\n      un autre ?\n"
        "    visibility: counted\n  - {name: Fay Ono, note: 'Vraiment ?', visibility: counted}\n"
    )


def test_profiles_are_added_to_those_that_stand_there(import_rows, read):
    """In the entry of somebody who is only counted."""
    files = {"attendees/soir-1.yml": "- {name: Eva, profiles: {github: eva}, visibility: counted}\n"}

    import_rows("Eva,,@eva,\n", "--yes", files=files)

    assert read("attendees/soir-1.yml") == (
        "- {name: Eva, profiles: {github: eva, x: eva}, visibility: counted}\n"
    )


def test_without_the_key_nothing_is_imported(import_rows, read, forget, monkeypatch):
    """People who asked to be forgotten could not be told from others."""
    monkeypatch.delenv("EVENT_RECAP_KEY")

    done = import_rows("Eva Lind,,,\n", "--yes", files=forget)

    assert done.code == 1
    assert "the site key is missing" in done.err
    assert read("attendees/soir-1.yml") == LIST


def test_a_list_comes_by_standard_input(write_site, run, read, monkeypatch):
    """Nobody can be asked then: --yes says that it may be written."""
    write_site({"attendees/soir-1.yml": LIST})
    codes = []
    for options in ((), ("--yes",)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"- Eva Lind\n")))
        codes.append(run("import", "-", "--event", "soir-1", *options).code)

    assert codes == [1, 0]
    assert read("attendees/soir-1.yml") == LIST + "  - {name: Eva Lind, visibility: counted}\n"


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("absent.csv", "--event", "soir-1"), "absent.csv: No such file or directory"),
        (("empty.csv", "--event", "soir-1"), "empty.csv: the list is empty"),
        (("bad.csv", "--event", "soir-1"), "bad.csv:2: a quotation mark that opens here is never closed"),
        (("good.csv", "--event", "Soir Un"), "--event: 'Soir Un' is no id"),
    ],
)
def test_what_is_wrong_is_one_line_with_its_place(write_site, run, tmp_path, arguments, what):
    """File, line, and what to do."""
    write_site({"attendees/soir-1.yml": LIST})
    (tmp_path / "empty.csv").write_text("\n")
    (tmp_path / "good.csv").write_text("Name\nEva\n")
    (tmp_path / "bad.csv").write_text('Name,Email\n"Eva,e\n')

    done = run("import", *arguments, "--yes")

    assert done.code == 1
    assert done.err.startswith(what)
    assert done.err.count("\n") == 1


def test_a_list_that_is_made_says_what_comes_next(write_site, run, read, tmp_path):
    """In the site's language, with the facts of the evening as a comment to fill in; and the site builds."""
    write_site({"attendees/soir-1.yml": LIST})
    (tmp_path / "export.csv").write_text("Name\nEva Lind\n")

    done = run("import", "export.csv", "--event", "soir-2", "--yes")

    text = read("attendees/soir-2.yml")
    assert done.out.endswith("content/attendees/soir-2.yml written; next: event-recap ask soir-2\n")
    assert text.splitlines()[1].startswith("# Qui était là, d’après une liste importée")
    assert "#   start: 2010-02-02 18:00\n" in text
    assert text.endswith("attendees:\n  - {name: Eva Lind, visibility: counted}\n")


def test_a_list_may_be_named_by_its_event(import_rows, read, run):
    """As everywhere else on the command line."""
    import_rows("Eva Lind,,,\n", "--dry-run")

    done = run("import", "export.csv", "--event", "Soir 1", "--yes")

    assert (done.code, done.err) == (0, "")
    assert "Eva Lind" in read("attendees/soir-1.yml")


def test_an_export_among_the_texts_is_told(write_site, run):
    """There it could be published, or kept by git."""
    write_site({"attendees/soir-1.yml": LIST, "pages/export.csv": "Name,Email\nEva Lind,e@e.example\n"})

    done = run("import", "content/pages/export.csv", "--event", "soir-1", "--dry-run")

    assert "warning: content/pages/export.csv lies among your texts; move it out" in done.out


HOSTILE = [
    "a? b",
    "'?",
    ":-",
    "- x",
    "a: b",
    "#x",
    "{x",
    "[[A]]",
    "&a *b",
    "!!python/object",
    "| ?",
    "\\--",
    '"',
    "<<",
    "~",
]


def test_whatever_a_cell_holds_the_list_can_be_read(import_rows, read):
    """Signs of YAML are text in a list; the command reads what it writes before it writes it."""
    rows = "".join(
        f'Guest {number},"{cell.replace(chr(34), chr(34) * 2)}",,\n' for number, cell in enumerate(HOSTILE)
    )

    done = import_rows(rows, "--yes")

    entries = yaml.safe_load(read("attendees/soir-1.yml"))["attendees"][4:]
    assert (done.code, done.err) == (0, "")
    assert [entry["name"] for entry in entries] == [f"Guest {number}" for number in range(len(HOSTILE))]
    assert [str(entry["org"]) for entry in entries if "org" in entry] == [
        cell for cell in HOSTILE if any(map(str.isalnum, cell))
    ]
