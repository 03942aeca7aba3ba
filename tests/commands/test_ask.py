"""Whom an author asks, and where the messages may lie."""

import subprocess

import pytest

LIST = """\
event: {name: Premier soir, start: 2026-02-02}
attendees:
  - {id: anne, name: Anne Roy}
  - {id: bob, name: Bob, consent: {given: 2026-03-01, method: email}}
  - {id: zoe, name: Zoé, consent: {given: 2025-01-01, until: 2026-01-01}}
  - visibility: counted
"""
FILES = {"attendees/un.yml": LIST, "attendees/deux.yml": "- Kim\n"}


def list_asked(out):
    """Return the ids of the people to whom a message was written."""
    return [line.split()[1] for line in out.splitlines() if line.startswith("-----")]


@pytest.mark.parametrize(
    ("arguments", "asked"),
    [
        ((), ["anne", "zoe"]),
        (("--all",), ["anne", "bob", "zoe"]),
        (("--person", "Bob"), ["bob"]),
    ],
)
def test_whoever_answered_is_left_out(write_site, run, arguments, asked):
    """An answer that has ended is asked for again; one entry without a name is nobody."""
    write_site(FILES)

    assert list_asked(run("ask", "un", *arguments).out) == asked


def test_after_an_answer_nobody_is_asked_again(write_site, run):
    """The record of one command is what the other reads."""
    write_site(FILES)
    run("answer", "anne", "counted", "--yes")

    assert list_asked(run("ask", "un").out) == ["zoe"]


@pytest.mark.parametrize(("lang", "word"), [("fr", "Bonjour Anne Roy,"), ("en", "Hello Anne Roy,")])
def test_a_message_is_in_a_language_of_choice(write_site, run, lang, word):
    """French and English, for whoever reads it."""
    write_site(FILES)

    assert word in run("ask", "un", "--lang", lang).out


def test_a_file_for_each_person(write_site, run, tmp_path):
    """Ready to be sent one by one, in a folder of the author's."""
    write_site(FILES)

    run("ask", "un", "--out", str(tmp_path / "messages"))

    assert sorted(path.name for path in (tmp_path / "messages").iterdir()) == ["un-anne.txt", "un-zoe.txt"]


@pytest.mark.parametrize("folder", ["content", "content/messages", "output/messages", "x/../content/a"])
def test_no_message_lies_where_pages_are_made(write_site, run, read, folder):
    """A folder inside the content or the output is refused, and nothing is written."""
    write_site(FILES)

    done = run("ask", "un", "--out", folder)

    assert done.code == 1
    assert "folder, of which pages are made; name another" in done.err
    assert read("messages/un-anne.txt") is None


def test_no_message_lies_where_git_would_keep_it(write_site, run, tmp_path):
    """What is known of somebody is not committed by accident."""
    write_site(FILES)
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    (tmp_path / ".gitignore").write_text("/private/\n", encoding="utf-8")

    kept, ignored = run("ask", "un", "--out", "messages"), run("ask", "un", "--out", "private/messages")

    assert "git would keep these messages" in kept.err
    assert (kept.code, ignored.code) == (1, 0)


def test_a_file_is_no_folder(write_site, run, tmp_path):
    """Messages would be lost, or the file."""
    write_site(FILES)
    (tmp_path / "messages").touch()

    assert (
        run("ask", "un", "--out", str(tmp_path / "messages")).err
        == "--out: a file is called so; name a folder\n"
    )


def test_somebody_of_another_event_is_told(write_site, run):
    """Kim was at another evening."""
    write_site(FILES)

    assert run("ask", "un", "--person", "Kim").err == "PERSON: the list of 'un' does not name 'kim'\n"


def test_only_the_message_of_one_names_what_is_known_of_them(write_site, run):
    """A message to Anne has nothing of somebody who is not shown."""
    write_site({**FILES, "attendees/un.yml": LIST + "  - {name: Yolande Cachemire, visibility: hidden}\n"})

    assert "Cachemire" not in run("ask", "un", "--person", "anne").out
