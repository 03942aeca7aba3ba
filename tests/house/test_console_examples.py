"""Pages that show a command show what it says, line by line."""

import re
from pathlib import Path

import pytest

from event_recap.cli import main

DOCS = Path(__file__).parents[2] / "docs"
FORGETTING = {"en": "how-to/forget-a-person.md", "fr": "fr/oublier-une-personne.md"}
SETTINGS = (
    'PATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "en"\nSITEURL = "https://a.example"\n'
    "EVENT_RECAP = {}\n"
)
EXPORT = """\
Order #,First Name,Last Name,Email,Company,Job Title,Attendee Status,Home Address 1,Total Paid,Attendee #,What do you hope for?
1,Anne,Tremblay,anne@lune.example,Café Lune,Roaster,Attending,1 rue du Quai,10,1,coffee
2,Zoé,Lune-Martin,zoe@lune.example,,,Attending,,10,2,
3,Marc,Roy,marc@lune.example,,,Refunded,,0,3,
4,,,somebody@lune.example,,,Attending,,10,4,
"""
FILES = {
    "pelicanconf.py": SETTINGS,
    "report.csv": EXPORT,
    "content/attendees/soir.yml": "event:\n  name: Soir\n  start: 2010-02-02\n\n# Elles et lui\n\n"
    "attendees:\n  - Ursule Quille   # venue tôt\n  - Bob Roy\n",
    "content/people/ursule-quille.yml": "name: Ursule Quille\nurl: https://quille.example/\n"
    "profiles: {x: uq_1910}\nphoto: {src: images/u.png, alt: Un portrait}\n",
    "content/recaps/soir.md": "---\ntitle: Le soir\ndate: 2010-02-03\nevent: soir\ncategory: Soirs\ntags: [un]\n"
    "summary: Un soir.\nslug: soir\n---\n\nAvec @uq_1910 et [son site](https://quille.example/livre).\n\n"
    "On a bien mangé.\nUrsule a ri.\n",
    "content/pages/villes.md": "---\ntitle: Villes\nslug: villes\nsummary: Des villes.\n---\n\nUne place.\n\n"
    "Sainte Ursule est une statue.\n",
    "cache/old": "",
}


@pytest.fixture(autouse=True, name="folder")
def fixture_folder(tmp_path, monkeypatch, picture):
    """Return the folder of the site that the pages speak of, and work in it."""
    for name, text in FILES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    (tmp_path / "content/images").mkdir()
    (tmp_path / "content/images/u.png").write_bytes(picture)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EVENT_RECAP_KEY", raising=False)
    return tmp_path


@pytest.fixture(name="questions")
def fixture_questions(monkeypatch):
    """Answer yes to the first question and no to the others; return what was asked."""
    asked = []
    monkeypatch.setattr("builtins.input", lambda question: asked.append(question) or "y" * (len(asked) == 1))
    return asked


def read_example(page):
    """Return the first command that a page shows, and the lines that it is said to answer."""
    shown = re.search(
        r"```console\n\$ ([^\n]+)\n(.*?)```", (DOCS / page).read_text(encoding="utf-8"), re.DOTALL
    )
    return shown[1], [line for line in shown[2].splitlines() if line.strip() != "…"]


def find_untold(shown, told, questions):
    """Return the lines that a page shows and that nobody said."""
    asked = {question.partition("]")[0] for question in questions}
    return [line for line in shown if line not in told.splitlines() and line.partition("]")[0] not in asked]


@pytest.mark.parametrize("lang", FORGETTING)
def test_what_forgetting_says_stands_on_its_page(folder, monkeypatch, capsys, questions, lang):
    """Whoever forgets somebody reads the lines of the page, questions as well."""
    command, shown = read_example(FORGETTING[lang])
    monkeypatch.setenv("EVENT_RECAP_LANG", lang)

    code = main(["forget", "Ursule Quille"])

    assert (code, command, len(questions)) == (0, 'event-recap forget "Ursule Quille"', 2)
    assert find_untold(shown, capsys.readouterr().out, questions) == []
    assert not (folder / "content/people/ursule-quille.yml").exists()


def test_what_an_import_says_stands_on_its_page(folder, capsys, questions):
    """Whoever imports a list reads what the page shows: who is left out, what is dropped, what is written."""
    command, shown = read_example("how-to/import-a-list.md")

    code = main(command.split()[1:])

    assert (code, len(questions)) == (0, 1)
    assert find_untold(shown, capsys.readouterr().out, questions) == []
    assert "Zoé Lune-Martin" in (folder / "content/attendees/focus-20-2010.yml").read_text(encoding="utf-8")
