"""What is still to be done for the people one met: a private file, listed on the author's own terminal."""

import subprocess
from pathlib import Path

import pytest

LIST = """\
event: {name: Premier soir, start: 2026-02-02}
attendees:
  - {id: anne, name: Anne Roy, profiles: {x: anneroy, mastodon: "@anne@social.example", linkedin: anne-roy}}
  - {id: bob, name: Bob, follow_up: send the photos}
  - Zoé
"""
NOTES = """\
# what I promised
un:
  - {person: anne, do: send the proposal, by: 2026-11-30}   # before the fair
  - person: zoe
    do: "call back: soon"
    by: 2026-11-01
deux:
  - {person: anne, do: "@bob said yes", done: 2026-03-01}
"""
RECAP = "---\ntitle: Un soir\ndate: 2026-02-03\nlang: en\nevent: un\n---\nWe met.\n"
FILES = {
    "attendees/un.yml": LIST,
    "attendees/deux.yml": "event: {name: Second soir}\nattendees: [{id: anne, name: Anne Roy}]\n",
    "attendees/.follow-ups.yml": NOTES,
    "people/anne.yml": "name: Anne Roy\n",
}


def find_lines(text, word):
    """Return the lines that hold a word, without margins."""
    return [line.strip() for line in text.splitlines() if word in line]


def test_what_is_open_is_listed_by_event_and_person(write_site, run):
    """Each open note has its day, its place, and whether it is late; what is done is not listed."""
    write_site(FILES)

    done = run("follow-ups")

    assert find_lines(done.out, "[ ]") == [
        "[ ] call back: soon (by 2026-11-01: late)  content/attendees/.follow-ups.yml:4",
        "[ ] send the proposal (by 2026-11-30)  content/attendees/.follow-ups.yml:3",
        "[ ] send the photos  content/attendees/un.yml:4",
    ]
    assert "Second soir" not in done.out
    assert (done.code, done.err) == (0, "")


def test_one_event_with_all_that_was_done(write_site, run):
    """--all lists what is done as well, and an event leaves out the others."""
    write_site(FILES)

    done = run("follow-ups", "Second soir", "--all")

    assert "[x] @bob said yes (done 2026-03-01)" in done.out
    assert "Premier soir" not in done.out


def test_each_person_has_their_profiles_and_a_message_for_each_network(write_site, run):
    """Addresses to click, and words to paste, counted as each network counts."""
    write_site({**FILES, "recaps/un.md": RECAP})

    out = run("follow-ups", "un").out

    words = "it was good to meet you (Premier soir). What I keep of the evening: https://soirs.example/un-soir-en.html"
    assert "X: https://x.com/anneroy" in out
    assert find_lines(out, "To write on") == [
        "To write on X (117 of 10000), LinkedIn (117 of 200):",
        "To write on Mastodon (109 of 500):",
    ]
    assert find_lines(out, "Hello") == [f"Hello Anne, {words}", f"@anne@social.example Hello Anne, {words}"]


@pytest.mark.parametrize(("arguments", "word"), [((), "Hello Anne"), (("--lang", "fr"), "Bonjour Anne")])
def test_messages_are_in_the_language_of_the_recap(write_site, run, arguments, word):
    """Whoever met at an evening told in English is written to in English, unless the author asks."""
    write_site({**FILES, "recaps/un.md": RECAP})

    assert word in run("follow-ups", "un", *arguments).out


def test_words_of_the_messages_are_the_authors(write_site, run):
    """A text of the settings takes the place of ours, with its places filled in."""
    write_site(FILES, follow_up_texts={"fr": "Salut {name}, de {event} le {date} {{!}} {link}"})

    out = run("follow-ups", "un").out

    assert "Salut Anne Roy, de Premier soir le 2 février 2026 {!} https://soirs.example/events/un/" in out


def test_a_place_that_stands_for_nothing_is_told(write_site, run):
    """A slip in a text of the settings is told with the nearest word, before anything is written."""
    write_site(FILES, follow_up_texts={"fr": "Salut {nmae}"})

    done = run("follow-ups")

    assert done.code == 1
    assert "follow_up_texts['fr']: '{nmae}' stands for nothing; did you mean 'name'?" in done.err


def test_a_long_message_keeps_its_link(write_site, run):
    """On LinkedIn 200 signs are left: the words are cut at a word, never the address."""
    write_site(FILES, follow_up_texts={"fr": "Bonjour, " + "encore un mot " * 30 + "{link}"})

    (message,) = find_lines(run("follow-ups", "un").out, "… https://")

    assert message.endswith("mot… https://soirs.example/events/un/") or "encore…" in message
    assert len(message) <= 200


def test_done_is_marked_and_the_rest_keeps_its_bytes(write_site, run, read):
    """One line changes, in the file where the note stands."""
    write_site(FILES)

    done = run("follow-ups", "--done", "Anne Roy")

    assert done.code == 0
    assert read("attendees/.follow-ups.yml") == NOTES.replace(
        "by: 2026-11-30}   # before", "by: 2026-11-30, done: 2026-11-21} # before"
    )


def test_done_in_a_list_as_well(write_site, run, read):
    """A note that is typed in an entry of a list is marked there."""
    write_site(FILES)

    run("follow-ups", "un", "--done", "bob")

    assert read("attendees/un.yml") == LIST.replace(
        "follow_up: send the photos", "follow_up: {do: send the photos, done: 2026-11-21}"
    )


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--done", "zoé", "--line", "99"), "PERSON: nothing is open for 'zoe' on line 99"),
        (("deux", "--done", "anne"), "PERSON: nothing is open for 'anne' of deux"),
        (
            ("--add", "anne", "call"),
            "EVENT: missing; expected the event after which it is to be done, before --add",
        ),
        (
            ("un", "--add", "anne", "call", "--done", "zoe"),
            "--add: not together with --done; one after the other",
        ),
        (("--done", "nobody-at-all"), "PERSON: nobody is known as 'nobody-at-all'"),
        (("unn",), "EVENT: no list called 'unn'; did you mean 'un'?"),
        (("--by", "2026-01-01"), "--by: does nothing without --add"),
        (("un", "--add", "anne", " "), "--add: says nothing; write what is to be done"),
    ],
)
def test_what_cannot_be_meant_is_told(write_site, run, arguments, message):
    """A wrong word changes nothing and gets one line."""
    write_site(FILES)

    done = run("follow-ups", *arguments)

    assert (done.code, done.err.strip()) == (1, message)


def test_a_tab_is_told_and_nothing_is_added_to_a_file_that_cannot_be_read(write_site, run, read):
    """What is said of the line leads to it, and none of its words is repeated."""
    write_site({**FILES, "attendees/.follow-ups.yml": "un:\n\t- {person: anne, do: secret}\n"})

    listed, added = run("follow-ups"), run("follow-ups", "un", "--add", "anne", "call")

    file = "content/attendees/.follow-ups.yml"
    assert listed.err == f"{file}:2:1: the line begins with a tab; use spaces\n"
    assert added.err == (
        f"{file}: cannot be changed as it is; 'event-recap follow-ups' says what is wrong in it\n"
    )
    assert read("attendees/.follow-ups.yml").endswith("secret}\n")


def test_whoever_is_in_no_list_is_listed_as_such(write_site, run):
    """A slip in an id, or a note without anybody, is seen."""
    notes = "un:\n  - {person: anne-roi, do: call}\n  - {do: write}\n"
    write_site({**FILES, "attendees/.follow-ups.yml": notes})

    out = run("follow-ups").out

    assert "  anne-roi (no list names them)\n    [ ] call" in out
    assert "  Nobody is named\n    [ ] write" in out


def test_notes_of_two_events_want_the_event_named(write_site, run, read):
    """Nothing is marked by guess."""
    write_site({**FILES, "attendees/.follow-ups.yml": NOTES.replace(", done: 2026-03-01", "")})

    done = run("follow-ups", "--done", "anne")

    assert done.err.strip() == "EVENT: 'anne' has open notes of deux and un; name the event as well"
    assert "2026-11-21" not in read("attendees/.follow-ups.yml")


def test_the_first_note_makes_the_file(write_site, run, read):
    """--add writes a file that says what it is, and the next note goes below the same event."""
    write_site({**FILES, "attendees/.follow-ups.yml": ""})

    run("follow-ups", "un", "--add", "Bob", "call: about #3", "--by", "2026-12-01")
    run("follow-ups", "un", "--add", "anne", "write")

    assert read("attendees/.follow-ups.yml").endswith(
        "\nun:\n  - {person: bob, do: 'call: about #3', by: 2026-12-01}\n  - {person: anne, do: write}\n"
    )
    assert read("attendees/.follow-ups.yml").startswith("# Private notes on people")
    assert Path("content/attendees/.follow-ups.yml").stat().st_mode & 0o077 == 0


def test_merge_and_forget_follow(write_site, run, read):
    """Two who become one have their notes together, and whoever is forgotten has none."""
    write_site({**FILES, "attendees/un.yml": LIST.replace(", follow_up: send the photos", "")})

    merged = run("merge", "zoe", "bob", "--yes")
    after = read("attendees/.follow-ups.yml")
    forgotten = run("forget", "anne", "--yes")

    assert (merged.code, forgotten.code) == (0, 0)
    assert after == NOTES.replace("person: zoe", "person: bob")
    assert read("attendees/.follow-ups.yml") == (
        '# what I promised\nun:\n  - person: bob\n    do: "call back: soon"\n    by: 2026-11-01\n'
    )


def test_merge_tells_of_a_file_that_it_cannot_change(write_site, run, read):
    """Nothing is half done, and the message has the file and none of its words."""
    write_site({**FILES, "attendees/.follow-ups.yml": "un: [quetzal\n"})

    done = run("merge", "zoe", "bob", "--yes")

    assert done.code == 1
    assert done.err.startswith("content/attendees/.follow-ups.yml: cannot be changed as it is;")
    assert "quetzal" not in done.err
    assert read("attendees/un.yml") == LIST


def test_two_private_notes_of_one_evening_are_both_kept(write_site, run, read):
    """Merging two entries loses no promise."""
    entries = "- {id: anne, name: Anne, follow_up: call}\n- {id: nan, name: Nan, follow_up: [write, sing]}\n"
    write_site({"attendees/un.yml": entries})

    run("merge", "nan", "anne", "--yes")

    assert "follow_up: [call, write, sing]" in read("attendees/un.yml")


@pytest.fixture(name="repository")
def fixture_repository(write_site, tmp_path):
    """Write the site into a repository; return what runs git in it."""
    write_site(FILES)

    def git(*words):
        subprocess.run(["git", *words], cwd=tmp_path, check=True)

    git("init", "-q", ".")
    return git


def test_git_must_not_keep_the_file(repository, run):
    """Whoever pushes a repository does not push promises: the command says so, and adds nothing."""
    listed, added = run("follow-ups"), run("follow-ups", "un", "--add", "bob", "call")

    told = "git would keep this file of private notes; add a line '.follow-ups.yml' to .gitignore"
    assert told in listed.err
    assert (told in added.err, added.code) == (True, 1)


def test_a_file_that_git_keeps_is_told_with_the_way_out(repository, run, tmp_path):
    """Once it is in the repository, .gitignore does not help."""
    (tmp_path / ".gitignore").write_text(".follow-ups.yml\n", encoding="utf-8")
    quiet = run("follow-ups")
    repository("add", "-f", "content/attendees/.follow-ups.yml")

    told = run("follow-ups")

    assert (quiet.code, quiet.err) == (0, "")
    assert told.err.strip().endswith("git rm --cached content/attendees/.follow-ups.yml")
    assert told.code == 1
