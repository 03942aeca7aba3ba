"""``new`` writes files that build, in the right folder, and overwrites nothing."""

import pytest

from event_recap import cli
from event_recap.loading.removed_file import render_removed
from event_recap.model.removal import Kind, Removed, SiteKey

LIST = "event: {name: Focus 20, start: 2010-02-02}\nattendees: [Anne Roy]\n"
KEY = "k" * 64
COMMANDS = [
    ("recap", "--title", "Focus 20 : l’été à 5 €"),
    (
        "recap",
        "--title",
        'Focus 20: it\'s "on"',
        "--event",
        "focus-20-2010",
        "--author",
        "Luc: X",
        "--lang",
        "en",
    ),
    (
        "recap",
        "--title",
        "Colonne",
        "--date",
        "2026-01-05 08:30",
        "--category",
        "A, B",
        "--author",
        "Marie Roy",
    ),
    (
        "event",
        "--name",
        "Focus 21: le retour",
        "--start",
        "2011-02-02 18:00",
        "--end",
        "21:00",
        "--place",
        "Chez {X}, Lyon",
    ),
    ("event", "--name", "Plus tard"),
    ("person", "--name", 'Bruno "B" Larivage', "--org", "no", "--job-title", "#1", "--url", "cafe.example"),
]


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_everything_that_is_written_builds(build_site, tmp_path, monkeypatch, capsys, lang):
    """Without an error, as it stands: recaps are drafts, and the rest is comments to fill in."""
    conf = f'PATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "{lang}"\n'
    (tmp_path / "new/content/attendees").mkdir(parents=True)
    (tmp_path / "new/pelicanconf.py").write_text(conf, encoding="utf-8")
    (tmp_path / "new/content/attendees/focus-20-2010.yml").write_text(LIST, encoding="utf-8")
    monkeypatch.chdir(tmp_path / "new")
    codes = [cli.main(["new", *command]) for command in COMMANDS]
    content = tmp_path / "new/content"
    files = {
        path.relative_to(content).as_posix(): path.read_text(encoding="utf-8")
        for path in content.rglob("*.*")
    }

    site = build_site(files, DEFAULT_LANG=lang)

    assert codes == [0] * len(COMMANDS), capsys.readouterr().err
    assert len(files) == len(COMMANDS) + 1
    assert site.exit_code == 0, site.errors
    assert "events/focus-21-le-retour-2011/index.html" in site.files()
    assert [name for name in site.files() if name.startswith("recaps/")] == []


def test_a_recap_has_the_slug_that_pelican_makes(write_site, run, read):
    """It stands in the file, so that another title keeps the address; the day begins the file's name."""
    write_site({"attendees/focus-20-2010.yml": LIST})

    done = run("new", "recap", "--title", "Focus 20 : l’été à 5 €", "--event", "Focus 20")

    text = read("recaps/2026-11-21-focus-20-lete-a-5-eur.md")
    assert done.out.startswith("content/recaps/2026-11-21-focus-20-lete-a-5-eur.md: new\n")
    assert "\nslug: focus-20-lete-a-5-eur\n" in text
    assert "\nevent: focus-20-2010\n" in text
    assert "status: draft  # à retirer quand le texte est prêt" in text
    assert text.endswith("\n[attendees]\n")


def test_comments_are_in_the_language_of_the_recap(write_site, run, read):
    """A translation lies beside the first, with its language in its name."""
    write_site({"attendees/focus-20-2010.yml": LIST})

    run("new", "recap", "--title", "The evening", "--lang", "en")

    text = read("recaps/2026-11-21-the-evening.en.md")
    assert "\nlang: en\n" in text
    assert "take this line out when the text is ready" in text


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("recap", "--title", "Focus"), "--title: content/recaps/old.md has the address 'focus' already"),
        (("event", "--name", "Focus 20", "--start", "2010-02-02"), "focus-20-2010.yml: is there already"),
        (("event", "--name", "Z", "--id", "soir"), "content/attendees/soir.yaml: is there already"),
        (("person", "--name", "Anne Roy"), "content/people/anne-roy.yml: is there already"),
        (("person", "--name", "Nan"), "--id: 'nan' is an alias of 'anne-roy', who has a file"),
    ],
)
def test_nothing_is_overwritten(write_site, run, read, arguments, what):
    """Neither a file nor an address."""
    files = {
        "recaps/old.md": "---\ntitle: Focus\ndate: 2010-02-03\n---\nText\n",
        "attendees/focus-20-2010.yml": LIST,
        "attendees/soir.yaml": "- Bo Lune\n",
        "people/anne-roy.yml": "name: Anne Roy\naliases: [nan]\n",
    }
    write_site(files)

    done = run("new", *arguments)

    assert done.code == 1
    assert what in done.err
    assert {name: read(name) for name in files} == files


@pytest.mark.parametrize(("kind", "option"), [("recap", "title"), ("event", "name"), ("person", "name")])
def test_without_a_terminal_one_line_says_which_option_is_missing(write_site, run, monkeypatch, kind, option):
    """A script is never left waiting for an answer."""
    write_site({"attendees/focus-20-2010.yml": LIST})
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)

    done = run("new", kind)

    assert (done.code, done.out) == (1, "")
    assert done.err == f'--{option}: missing, and nobody can be asked here; say --{option} "…"\n'


@pytest.fixture(name="sit_down")
def fixture_sit_down(monkeypatch):
    """Sit at a terminal with answers."""

    def sit_down(*answers):
        left = list(answers)
        monkeypatch.setattr("event_recap.commands.new.command.can_ask", lambda: True)
        monkeypatch.setattr("builtins.input", lambda _question="": left.pop(0))

    return sit_down


def test_what_is_missing_is_asked(write_site, run, read, sit_down):
    """A day that is none is told and asked again; Enter leaves a comment to fill in."""
    write_site({"attendees/focus-20-2010.yml": LIST})
    sit_down("Focus 21", "2/3/2011", "2011-02-03 18:00", "", "Hôtel Le Dauphin")

    done = run("new", "event")

    text = read("attendees/focus-21-2011.yml")
    assert "'2/3/2011' may mean two days" in done.err
    assert "\n  start: 2011-02-03 18:00\n  # end: 21:00\n" in text
    assert '\n  location: {name: "Hôtel Le Dauphin"}  #' in text


def test_a_recap_is_asked_for_its_event(write_site, run, read, sit_down):
    """With the newest events to choose from."""
    write_site({"attendees/focus-20-2010.yml": LIST})
    sit_down("La soirée", "focus-20-2010")

    run("new", "recap")

    assert "\nevent: focus-20-2010\n" in read("recaps/2026-11-21-la-soiree.md")


@pytest.mark.parametrize(
    ("arguments", "what"),
    [
        (("recap", "--title", "!"), "--title: no address can be made of '!'"),
        (
            ("recap", "--title", "A", "--event", "focus-2"),
            "EVENT: no list called 'focus-2'; did you mean 'focus-20-2010'?",
        ),
        (("event", "--name", "!"), "--name: no id can be made of '!'; say one with --id"),
        (
            ("event", "--name", "A", "--start", "2010-02-02", "--end", "2010-01-01"),
            "--end: the end is before the start",
        ),
    ],
)
def test_what_cannot_be_is_told(write_site, run, arguments, what):
    """And nothing is written."""
    write_site({"attendees/focus-20-2010.yml": LIST})

    done = run("new", *arguments)

    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(what)


def test_somebody_who_was_forgotten_gets_no_file(write_site, run, monkeypatch):
    """The message names nobody."""
    monkeypatch.setenv("EVENT_RECAP_KEY", KEY)
    removed = render_removed(Removed().add([(Kind.NAME, "Zoé Martin")], SiteKey(KEY)))
    write_site({"attendees/focus-20-2010.yml": LIST, "removed.yml": removed})

    done = run("new", "person", "--name", "Martin Zoe")

    assert done.code == 1
    assert "somebody who asked to be forgotten" in done.err
    assert "zo" not in done.err.casefold()
