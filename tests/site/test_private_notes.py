"""Not one byte of a private note leaves the file in which it stands: the word of all of them is quetzal."""

import queue
import subprocess
import sys
from pathlib import Path

import pytest

from event_recap.devserver.building import Build, build_command
from event_recap.devserver.options import Options

ROOT = Path(__file__).parents[2]
RECAP = "---\ntitle: Le récit\ndate: 2026-02-03\nevent: soir\n---\nTexte sur @anne.\n"
LIST = """\
event: {name: Soir, start: 2026-02-02}
attendees:
  - {id: anne, name: Anne Roy, note: Un mot public., follow_up: "envoyer le quetzal"}
  - id: bob
    name: Bob
    follow_up: [appeler le quetzal, {do: écrire au quetzal, by: 2026-03-01}]
"""
PERSON = "name: Anne Roy\nbio: Torréfactrice.\nfollow_up: rappeler le quetzal\n"
NOTEBOOK = "# le quetzal\nsoir:\n  - {person: anne, do: envoyer le quetzal, by: 2026-03-01}\n"
BROKEN = "soir:\n  - {person: anne, do: le #quetzal, by: vendredi du quetzal, quetzal: 1}\nquetzal: quetzal\n\tquetzal: [\n"
FILES = {
    "recaps/a.md": RECAP,
    "attendees/soir.yml": LIST,
    "attendees/.follow-ups.yml": NOTEBOOK,
    "attendees/old/.follow-ups.yml": NOTEBOOK,
    "people/anne.yml": PERSON,
}
CACHING = {
    "CACHE_CONTENT": True,
    "LOAD_CONTENT_CACHE": True,
    "GZIP_CACHE": False,
    "STATIC_PATHS": ["attendees", "people", "recaps"],
    "IGNORE_FILES": [],
}


def find_canary(folder):
    """Return every file outside of the content folder that holds the word, in its name or its bytes."""
    files = [path for path in folder.rglob("*") if path.is_file() and folder / "content" not in path.parents]
    return [path for path in files if "quetzal" in path.name or b"quetzal" in path.read_bytes().lower()]


@pytest.mark.parametrize("notebook", [NOTEBOOK, BROKEN], ids=["whole", "with mistakes"])
def test_a_build_keeps_private_notes_to_itself(build_site, tmp_path, notebook):
    """Output, caches and log have nothing of them, although whole folders are copied and cached."""
    site = build_site({**FILES, "attendees/.follow-ups.yml": notebook}, **CACHING)

    assert site.exit_code == 0, site.errors
    assert (tmp_path / "cache").exists()
    assert "Un mot public." in site.read("events/soir/index.html")
    assert [name for name in site.files() if "follow-ups" in name] == []
    assert find_canary(tmp_path) == []
    assert "quetzal" not in (site.errors + site.log).lower()


@pytest.mark.parametrize(
    "key", ["follow_up: envoyer le quetzal", "Follow-Ups: [le quetzal]", "follow_up: le #quetzal"]
)
def test_a_note_in_the_head_of_a_recap_stops_the_build(build_site, tmp_path, key):
    """Pelican would keep it in its cache and hand it to the theme; nothing repeats its words."""
    text = RECAP.replace("event: soir\n", f"event: soir\n{key}\n")
    site = build_site({**FILES, "recaps/a.md": text}, **CACHING)

    assert site.exit_code == 1
    assert "a note for yourself has no place in a text; write it into .follow-ups.yml" in site.errors
    assert find_canary(tmp_path) == []
    assert "quetzal" not in (site.errors + site.log).lower()


@pytest.mark.parametrize("link", ["{static}", "{attach}"])
def test_a_link_to_the_file_publishes_nothing(build_site, link):
    """A text that leads there by accident stops the build, and names no note."""
    text = f"{RECAP}[Mes notes]({link}/attendees/.follow-ups.yml)\n"
    site = build_site({**FILES, "recaps/a.md": text}, IGNORE_FILES=[])

    assert site.exit_code == 1
    assert "is never published; link to a page or a picture" in site.errors
    assert "quetzal" not in (site.errors + site.log).lower()


def test_the_log_says_where_a_private_key_stands_and_no_more(build_site):
    """A note says file, line and key, that it is never shown, and where it would be safer."""
    site = build_site(FILES)

    told = [line for line in site.problems() if "follow_up" in line]
    assert len(told) == 2
    assert "content/attendees/soir.yml:3:65: attendees[0].follow_up: private, and never shown;" in told[0]
    assert told[0].endswith("(2 times, the first here)")
    assert "content/people/anne.yml:3:12: follow_up: private, and never shown;" in told[1]


@pytest.mark.parametrize(
    "mistake",
    [
        "follow_up: appeler: le quetzal",
        "follow_up: le #quetzal",
        "follow_up: [appeler #quetzal]",
        "follow_up: appeler\n      quetzal: demain",
        'follow_up: "appeler le quetzal',
        "follow_up: @quetzal, quetzal: quetzal",
    ],
)
def test_a_mistake_in_a_private_note_is_told_without_its_words(build_site, mistake):
    """Messages about what YAML cannot read, or loses, quote every line but those."""
    site = build_site({**FILES, "attendees/soir.yml": f"- id: anne\n  name: Anne\n  {mistake}\n"})

    assert "content/attendees/soir.yml" in site.errors
    assert "quetzal" not in (site.errors + site.log).lower()


def test_the_most_talkative_build_says_nothing_either(build_site, tmp_path):
    """With --debug, Pelican tells every file and setting; not a note."""
    site = build_site(FILES)
    settings = tmp_path / "own.py"
    settings.write_text("from pelicanconf import *\n", encoding="utf-8")

    done = subprocess.run(
        [sys.executable, "-m", "pelican", "content", "-s", str(settings), "-o", "other", "--debug"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert site.exit_code == 0
    assert "DEBUG" in done.stdout + done.stderr
    assert "quetzal" not in (done.stdout + done.stderr).lower()
    assert find_canary(tmp_path) == []


def test_the_page_of_a_failed_build_says_nothing_either(build_site, tmp_path, monkeypatch):
    """What the development server lays over a page has the line of the mistake, and not its words."""
    build_site(FILES)
    monkeypatch.chdir(tmp_path)
    (tmp_path / "content/attendees/soir.yml").write_text(f"{LIST}    folow_up: 1\n", encoding="utf-8")
    (tmp_path / "content/attendees/.follow-ups.yml").write_text(BROKEN, encoding="utf-8")

    news = queue.SimpleQueue()
    build = Build(build_command(Options(settings=ROOT / "pelicanconf.py")), news.put)
    outcome = news.get(timeout=120).outcome
    build.stop()

    told = "\n".join(outcome.problems)
    assert "content/attendees/soir.yml:7:5: attendees[1].folow_up: unknown key; did you mean" in told
    assert "quetzal" not in outcome.printed.lower()


def test_git_that_keeps_the_file_is_told(build_site, tmp_path):
    """Where the file is in the repository, a build warns of it by its name, and goes on."""
    content = tmp_path / "content"
    content.mkdir()
    subprocess.run(["git", "init", "-q", "."], cwd=tmp_path, check=True)
    (content / "attendees").mkdir()
    (content / "attendees/.follow-ups.yml").write_text(NOTEBOOK, encoding="utf-8")
    subprocess.run(["git", "add", "-f", "."], cwd=tmp_path, check=True)

    site = build_site(FILES)

    assert site.exit_code == 0
    assert "content/attendees/.follow-ups.yml: git keeps this file of private notes" in site.errors
    assert "quetzal" not in (site.errors + site.log).lower()
