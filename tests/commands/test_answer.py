"""What somebody answered is recorded where it belongs, and what the site then shows is said."""

import pytest

LIST = """\
event: {name: Premier soir, start: 2026-02-02}
attendees:
  # the host
  - {id: anne, name: Anne Roy, visibility: counted}   # from the export
  - Bob Martin
  - id: zoe
    name: Zoé
    consent: {given: 2025-01-01, until: 2026-01-01, method: form, photo: false}   # on paper
"""
FILES = {
    "attendees/un.yml": LIST,
    "attendees/deux.yml": "- Bob Martin\n- anne\n",
    "people/anne.yml": "name: Anne Roy   # of the café\nvisible: initials\nprofiles: {x: anneroy}\n",
}


def test_an_answer_for_all_events_goes_into_the_persons_file(write_site, run, read):
    """Level, day and method are written; the key is spelt as before, and comments stay."""
    write_site(FILES)

    done = run("answer", "Anne Roy", "name-only", "--method", "email", "--yes")

    assert done.code == 0
    assert read("people/anne.yml") == (
        "name: Anne Roy   # of the café\nvisible: name-only\nprofiles: {x: anneroy}\n"
        "consent: {given: 2026-11-21, method: email}\n"
    )
    assert read("attendees/un.yml") == LIST


def test_the_number_of_the_message_is_a_level(write_site, run, read):
    """Whoever was asked answers with a number; it need not be looked up."""
    write_site(FILES)

    run("answer", "anne", "2", "--yes")

    assert "visible: name-only\n" in read("people/anne.yml")


@pytest.mark.parametrize(
    ("word", "hint"),
    [("name-onli", "; did you mean 'name-only'?"), ("6", "; expected one of public, name-only, initials,")],
)
def test_a_word_that_is_no_level_is_told_with_the_nearest(write_site, run, capsys, word, hint):
    """As everywhere else."""
    write_site(FILES)

    with pytest.raises(SystemExit) as ended:
        run("answer", "anne", word, "--yes")

    assert ended.value.code == 2
    assert f"argument LEVEL: '{word}' is not a level{hint}" in capsys.readouterr().err


def test_whoever_has_no_file_gets_one(write_site, run, read):
    """An answer for all events holds for lists to come as well."""
    write_site(FILES)

    run("answer", "bob-martin", "initials", "--date", "2026-11-02", "--method", "in-person", "--yes")

    assert read("people/bob-martin.yml") == (
        "name: Bob Martin\nvisibility: initials\nconsent: {given: 2026-11-02, method: in-person}\n"
    )
    assert read("attendees/deux.yml") == FILES["attendees/deux.yml"]


@pytest.mark.parametrize(
    ("person", "change"),
    [
        (
            "anne",
            (
                "visibility: counted}   # from",
                "visibility: public, consent: {given: 2026-11-21, method: form}} # from",
            ),
        ),
        (
            "bob-martin",
            (
                "- Bob Martin",
                "- {name: Bob Martin, visibility: public, consent: {given: 2026-11-21, method: form}}",
            ),
        ),
        (
            "zoe",
            (
                "    consent: {given: 2025-01-01, until: 2026-01-01, method: form, photo: false}   # on paper\n",
                (
                    "    consent: {given: 2026-11-21, method: form, photo: false}                      # on paper\n"
                    "    visibility: public\n"
                ),
            ),
        ),
    ],
)
def test_an_answer_for_one_event_goes_into_its_list(write_site, run, read, person, change):
    """One entry changes; the end of an earlier answer goes with it, and a no to photos stays."""
    write_site(FILES)

    done = run("answer", person, "public", "--event", "Premier soir", "--method", "form", "--yes")

    assert done.code == 0
    assert read("attendees/un.yml") == LIST.replace(*change)


def test_what_holds_it_lower_is_said_with_its_place(write_site, run):
    """The lower of two levels wins: the author reads which list still has one, and how to change it."""
    write_site(FILES)

    out = run("answer", "anne", "public", "--method", "email", "--yes").out

    assert out.splitlines()[-5:] == [
        "The next build shows Anne Roy:",
        "  deux: public",
        "  un: counted, since the lower of two wins: content/attendees/un.yml:4:44",
        "Where a list holds it lower, and the answer is about that evening as well:",
        "  event-recap answer anne public --event un",
    ]


def test_a_file_that_holds_it_lower_is_said_as_well(write_site, run):
    """An answer for one evening does not raise what the file says of all."""
    write_site(FILES)

    out = run("answer", "anne", "public", "--event", "un", "--yes").out

    assert "  un: initials, since the lower of two wins: content/people/anne.yml:2:10" in out
    assert out.splitlines()[-1] == "Where the answer is about all evenings: event-recap answer anne public"


def test_a_namesake_is_told_whom_the_answer_does_not_reach(write_site, run):
    """Who stands there under another id is another person, until the two are merged."""
    write_site({**FILES, "attendees/deux.yml": "- {id: zl, name: Zoé}\n- anne\n- Bob Martin\n"})

    out = run("answer", "zoe", "hidden", "--yes").out

    assert out.splitlines()[-1] == "'zl' has the same name; if it is one person: event-recap merge zl zoe"


def test_nothing_is_written_without_a_yes(write_site, run, read, monkeypatch):
    """The change is shown first, and no answer on the terminal is a no."""
    write_site(FILES)
    monkeypatch.setattr("builtins.input", lambda _: "")

    done = run("answer", "anne", "hidden")

    assert done.code == 1
    assert "content/people/anne.yml: changed\n  2: - visible: initials\n" in done.out
    assert done.out.endswith("nothing was changed\n")
    assert read("people/anne.yml") == FILES["people/anne.yml"]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("hidden", "--until", "2027-01-01"), "--until: at 'hidden' nothing is shown that could end"),
        (("public", "--until", "2026-01-01"), "--until: 2026-01-01 is over, so nothing would be shown"),
        (("public", "--date", "2027-01-01"), "--date: 2027-01-01 is still to come"),
        (("name-only", "--photo", "yes"), "--photo: 'name-only' shows nothing that a yes could be for"),
        (("counted", "--method", "public-role"), "--method: a public role is a ground to show somebody"),
        (
            ("public", "--event", "trois"),
            "EVENT: no list called 'trois'; expected the name of its file, without .yml",
        ),
        (("public", "--event", "deux"), "--event: its list does not name 'zoe'; expected one of un"),
    ],
)
def test_an_answer_without_a_meaning_is_refused(write_site, run, read, arguments, message):
    """Nothing is written, and the reason is said."""
    write_site(FILES)

    done = run("answer", "zoe", *arguments, "--yes")

    assert done.code == 1
    assert message in done.err
    assert (read("people/zoe.yml"), read("attendees/un.yml")) == (None, LIST)


def test_an_answer_that_is_recorded_already_changes_nothing(write_site, run):
    """The second time says so."""
    write_site(FILES)
    run("answer", "anne", "public", "--method", "email", "--yes")

    done = run("answer", "anne", "public", "--method", "email", "--yes")

    assert (done.code, done.err) == (1, "PERSON: nothing changes: the file says all of this\n")


def test_in_strict_mode_the_method_is_wanted(write_site, run):
    """Without it the site would show nobody, whatever they answered."""
    write_site(FILES, strict=True)

    refused = run("answer", "anne", "public", "--yes")
    taken = run("answer", "anne", "public", "--method", "email", "--yes")

    assert "--method: missing; in strict mode" in refused.err
    assert "  deux: public, until 2029-11-21" in taken.out
