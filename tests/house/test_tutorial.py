"""The tutorial is true: every file in it is saved and every command in it is run, in a copy of the repository."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs/tutorial.md").read_text(encoding="utf-8")
CLONED = ("Makefile", "pyproject.toml", "constraints.txt", "pelicanconf.py", "publishconf.py")
LIST = "content/attendees/river-games-1.yml"

BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<kind>\w+)\n(?P<text>.*?)```\n", re.DOTALL)
SECTION = re.compile(r"(?ms)^## (\d)\. [^\n]+\n(.*?)(?=^## \d|^## Where|\Z)")
FILE = re.compile(r"`([\w./-]+\.(?:md|yml|py))`")


@dataclass
class Walk:
    """A walk through the tutorial, section by section."""

    folder: Path
    pages: dict[str, dict[str, str]] = field(default_factory=dict)
    """Text of every page after each section, by the number of the section."""
    said: str = ""
    """What the last command wrote to the error stream."""

    def read(self, section, page):
        """Return a page as it was after a section."""
        return BeautifulSoup(self.pages[section][page], "html5lib").get_text(" ", strip=True)

    def run(self, command):
        """Run a command as a reader would; return its exit code."""
        installed = {"PYTHONPATH": str(self.folder / "plugins"), "COLUMNS": "200"}
        done = subprocess.run(
            ["/bin/sh", "-ec", command], cwd=self.folder, env=os.environ | installed,
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        self.said = done.stderr
        return done.returncode

    def save(self, name, text):
        """Write a file of the repository."""
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def change_lines(self, name, text):
        """Put each line of a settings file in the place of the one that sets the same name."""
        settings = (self.folder / name).read_text(encoding="utf-8")
        for line in text.splitlines():
            setting = re.match(r' *"?\w+"?(?: =|:) ', line)[0]
            settings, count = re.subn(rf"(?m)^{setting}.*$", lambda _, new=line: new, settings)
            assert count == 1, f"{name} sets {setting} {count} times"
        self.save(name, settings)


def set_up(folder):
    """Copy what a clone holds, with the environment of this test in the place of a fresh one."""
    for name in ("content", "theme", "plugins"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", ".*"))
    for name in CLONED:
        shutil.copy(ROOT / name, folder / name)
    programs = folder / ".venv/bin"
    programs.mkdir(parents=True)
    for name, words in (("python", ""), ("pelican", "-m pelican")):
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    (folder / ".venv/.ready-runtime").touch()


def follow(walk, section, text):
    """Do what one section says, block by block."""
    for block in BLOCK.finditer(text):
        kind, body, names = block["kind"], block["text"], FILE.findall(block["before"])
        if kind == "sh":
            assert walk.run(body) == 0, f"section {section}: {body}{walk.said}"
        elif kind == "python":
            walk.change_lines(names[-1], body)
        elif kind in {"yaml", "markdown"} and block["before"].startswith("Save this"):
            walk.save(names[0], body)
        elif kind == "yaml":
            kept = (walk.folder / names[-1]).read_text(encoding="utf-8").splitlines(keepends=True)[:-2]
            walk.save(names[-1], "".join(kept) + body)
            assert walk.run("make html") == 0, walk.said


@pytest.fixture(name="walk", scope="module")
def fixture_walk(tmp_path_factory):
    """Follow the tutorial from its first section to its last."""
    walk = Walk(tmp_path_factory.mktemp("clone"))
    set_up(walk.folder)
    for number, text in SECTION.findall(TUTORIAL):
        follow(walk, number, text)
        output = walk.folder / "output"
        walk.pages[number] = {
            page.relative_to(output).as_posix(): page.read_text(encoding="utf-8")
            for page in output.rglob("*.html")
        }
    return walk


pytestmark = pytest.mark.slow


def test_the_first_command_builds_the_example_site(walk):
    """After `make html` there is a home page with the site's recaps."""
    assert "Lanterne" in walk.read("1", "index.html")


def test_the_evening_of_one_s_own_is_shown(walk):
    """The recap names the event and everybody who was there."""
    recap = walk.read("5", "recaps/twelve-chairs-and-a-game-with-one-rule/index.html")

    shown = (
        "River games, first evening",
        "The Old Ferry House",
        "Anneke de Wit",
        "Tomasz Reed",
        "Priya Nair",
    )
    assert [words for words in shown if words not in recap] == []


def test_nothing_of_the_example_stays(walk):
    """Once its texts are taken away, no page speaks of the example's evenings."""
    assert [page for page, html in walk.pages["8"].items() if "lanterne" in html.casefold()] == []


def test_people_of_the_evening_have_pages(walk):
    """Each person who is public has a page with what was written about them."""
    assert "a game with no rules" in walk.read("5", "people/anneke-de-wit/index.html")
    assert {"people/tomasz-reed/index.html", "people/priya-nair/index.html"} <= set(walk.pages["5"])


def test_a_wish_is_respected(walk):
    """Somebody by name only has no page; somebody who is counted is on none."""
    assert "people/tomasz-reed/index.html" not in walk.pages["6"]
    assert "Tomasz Reed" in walk.read("6", "events/river-games-1/index.html")
    assert [page for page, html in walk.pages["6"].items() if "Priya" in html] == []


def test_the_mistake_is_told_as_the_tutorial_shows_it(walk):
    """The message of the tutorial is the one that an author reads, and the site stays as it was."""
    expected = re.search(r"```text\n(.*?)```", TUTORIAL, re.DOTALL)[1]
    right = (walk.folder / LIST).read_text(encoding="utf-8")
    before = (walk.folder / "output/index.html").read_bytes()
    walk.save(LIST, re.sub(r"visibility(?=: counted)", "visibilty", right))

    code = walk.run("make html")

    walk.save(LIST, right)
    assert code != 0
    assert expected in walk.said
    assert (walk.folder / "output/index.html").read_bytes() == before


def test_the_published_site_knows_its_address(walk):
    """The feeds of the published site name the address that was put in publishconf.py."""
    feed = (walk.folder / "output/feeds/all.rss.xml").read_text(encoding="utf-8")

    assert "https://games.example.org/en/" not in feed
    assert "https://games.example.org/recaps/twelve-chairs-and-a-game-with-one-rule/" in feed


def test_every_make_target_of_the_docs_exists():
    """No page names a `make` command that the Makefile does not have."""
    targets = set(re.findall(r"(?m)^([a-z-]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8")))
    texts = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    named = {
        (path.name, target)
        for path in texts
        for target in re.findall(r"(?:`|^)make ([a-z-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }

    assert [(name, target) for name, target in sorted(named) if target not in targets] == []
