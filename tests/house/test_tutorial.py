"""The tutorial is true, in English and in French: its files are saved and its commands run, in a copy of the repository."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from bs4 import BeautifulSoup
from example_site import lend_pictures

ROOT = Path(__file__).parents[2]
CLONED = ("Makefile", "pyproject.toml", "constraints.txt", "pelicanconf.py", "publishconf.py")
PROGRAMS = {"python": "", "pelican": "-m pelican", "event-recap": "-m event_recap"}

BLOCK = re.compile(r"(?P<before>[^\n]*)\n\n```(?P<kind>\w+)\n(?P<text>.*?)```\n", re.DOTALL)
SECTION = re.compile(r"(?ms)^## (\d)\. [^\n]+\n(.*?)(?=^## \d|^## Where|^## Et|\Z)")
FILE = re.compile(r"`([\w./-]+\.(?:md|yml|py|csv))`")
SAVING = ("Save this as", "Enregistrez ceci sous")


@dataclass(frozen=True, kw_only=True)
class Tutorial:
    """A tutorial, and what a reader gets who follows it."""

    page: str
    lang: str
    begins: int
    """The first section that is run: building the example once is enough."""
    event: str
    recap: str
    site: str
    shown: tuple[str, ...]
    noted: tuple[str, str]
    """A person's id, and words of the note on them."""
    withdrawn: tuple[str, str]
    """Name and id of who would rather have no page."""
    unnamed: tuple[str, ...]
    """Who stands in the export of the ticket shop and on no page."""

    @property
    def text(self):
        """The tutorial, in Markdown."""
        return (ROOT / "docs" / self.page).read_text(encoding="utf-8")


TUTORIALS = {
    "en": Tutorial(
        page="tutorial.md",
        lang="en",
        begins=1,
        event="river-games-1",
        recap="twelve-chairs-and-a-game-with-one-rule",
        site="https://river-games.blog",
        shown=("River games, first evening", "The Old Ferry House", "Anneke de Wit", "Tomasz Reed"),
        noted=("anneke-de-wit", "a game with no rules"),
        withdrawn=("Tomasz Reed", "tomasz-reed"),
        unnamed=("Priya", "Colin"),
    ),
    "fr": Tutorial(
        page="fr/tutoriel.md",
        lang="fr",
        begins=2,
        event="jeux-1",
        recap="douze-chaises-et-un-jeu-a-une-regle",
        site="https://jeux-au-bord.blog",
        shown=(
            "Jeux au bord de l’eau, première soirée",
            "La Maison du passeur",
            "Anouk Verdier",
            "Tomas Rive",
        ),
        noted=("anouk-verdier", "un jeu sans règles"),
        withdrawn=("Tomas Rive", "tomas-rive"),
        unnamed=("Paule", "Colin"),
    ),
}


@dataclass
class Walk:
    """A walk through a tutorial, section by section."""

    tutorial: Tutorial
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
        installed = {
            "PYTHONPATH": str(self.folder / "plugins"),
            "COLUMNS": "200",
            "EVENT_RECAP_LANG": self.tutorial.lang,
        }
        done = subprocess.run(
            ["/bin/sh", "-ec", command], cwd=self.folder, env=os.environ | installed,
            capture_output=True, text=True, timeout=300, check=False,
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
    for name, words in PROGRAMS.items():
        (programs / name).write_text(f'#!/bin/sh\nexec "{sys.executable}" {words} "$@"\n', encoding="utf-8")
        (programs / name).chmod(0o755)
    (folder / ".venv/.ready-runtime").touch()
    lend_pictures(folder)


def follow(walk, section, text):
    """Do what one section says, block by block."""
    for block in BLOCK.finditer(text):
        kind, body, names = block["kind"], block["text"], FILE.findall(block["before"])
        if kind == "sh":
            assert walk.run(body) == 0, f"section {section}: {body}{walk.said}"
        elif kind == "python":
            walk.change_lines(names[-1], body)
        elif block["before"].startswith(SAVING):
            walk.save(names[0], body)
        elif kind == "yaml":
            kept = (walk.folder / names[-1]).read_text(encoding="utf-8").splitlines(keepends=True)[:-2]
            walk.save(names[-1], "".join(kept) + body)
            assert walk.run("make html") == 0, walk.said


@pytest.fixture(name="walk", scope="module", params=list(TUTORIALS))
def fixture_walk(tmp_path_factory, request, example_site):
    """Follow a tutorial from its first section to its last, with the pictures of a site that was built before."""
    walk = Walk(TUTORIALS[request.param], tmp_path_factory.mktemp("reader") / "clone")
    set_up(walk.folder)
    for number, text in SECTION.findall(walk.tutorial.text):
        if int(number) >= walk.tutorial.begins:
            follow(walk, number, text)
        output = walk.folder / "output"
        walk.pages[number] = {
            page.relative_to(output).as_posix(): page.read_text(encoding="utf-8")
            for page in output.rglob("*.html")
        }
    return walk


pytestmark = pytest.mark.slow


@pytest.mark.parametrize("walk", ["en"], indirect=True)
def test_the_first_command_builds_the_example_site(walk):
    """After `make html` there is a home page with the site's recaps."""
    assert "Lanterne" in walk.read("1", "index.html")


def test_both_tutorials_have_the_same_steps():
    """Whoever reads French does what whoever reads English does, with other names."""
    english, french = (
        [[block["kind"] for block in BLOCK.finditer(text)] for _, text in SECTION.findall(tutorial.text)]
        for tutorial in TUTORIALS.values()
    )
    first = [SECTION.findall(tutorial.text)[0][1] for tutorial in TUTORIALS.values()]

    assert french == english
    assert [BLOCK.search(text)["text"] for text in first] == ["make html\n"] * 2


def test_the_evening_of_one_s_own_is_shown(walk):
    """The recap names the event and everybody who agreed."""
    recap = walk.read("5", f"recaps/{walk.tutorial.recap}/index.html")

    assert [words for words in walk.tutorial.shown if words not in recap] == []


def test_nothing_of_the_example_stays(walk):
    """Once its texts are taken away, no page speaks of the example's evenings."""
    assert [page for page, html in walk.pages["8"].items() if "lanterne" in html.casefold()] == []


def test_people_of_the_evening_have_pages(walk):
    """Each person who is public has a page with what was written about them."""
    person, words = walk.tutorial.noted

    assert words in walk.read("5", f"people/{person}/index.html")
    assert f"people/{walk.tutorial.withdrawn[1]}/index.html" in walk.pages["5"]


def test_whoever_is_only_imported_is_on_no_page(walk):
    """A name from the ticket shop is nowhere, before somebody says that it may be."""
    pages = [html for section in ("5", "6", "8") for html in walk.pages[section].values()]

    assert [name for name in walk.tutorial.unnamed for html in pages if name in html] == []


def test_a_wish_is_respected(walk):
    """Somebody by name only is in the list and has no page."""
    name, person = walk.tutorial.withdrawn

    assert f"people/{person}/index.html" not in walk.pages["6"]
    assert name in walk.read("6", f"events/{walk.tutorial.event}/index.html")


def test_the_mistake_is_told_as_the_tutorial_shows_it(walk):
    """The message of the tutorial is the one that an author reads, and the site stays as it was."""
    attendees = f"content/attendees/{walk.tutorial.event}.yml"
    expected = re.search(r"```text\n(.*?)```", walk.tutorial.text, re.DOTALL)[1]
    right = (walk.folder / attendees).read_text(encoding="utf-8")
    before = (walk.folder / "output/index.html").read_bytes()
    walk.save(attendees, re.sub(r"visibility(?=: name-only)", "visibilty", right))

    code = walk.run("make html")

    walk.save(attendees, right)
    assert code != 0
    assert expected in walk.said
    assert (walk.folder / "output/index.html").read_bytes() == before


def test_the_published_site_knows_its_address(walk):
    """The feeds in the folder of the host name the address that was put in publishconf.py."""
    feed = (walk.folder.parent / "www/feeds/all.rss.xml").read_text(encoding="utf-8")

    assert f"{walk.tutorial.site}/{walk.tutorial.lang}/" not in feed
    assert f"{walk.tutorial.site}/recaps/{walk.tutorial.recap}/" in feed


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
