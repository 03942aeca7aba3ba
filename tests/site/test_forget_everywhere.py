"""Somebody is forgotten in the corners of a site: other encodings, escapes, copies, caches, first names alone."""

from __future__ import annotations

import pytest
from PIL import Image

from event_recap.cli import main

SETTINGS = 'PATH = "content"\nTIMEZONE = "Europe/Paris"\nDEFAULT_LANG = "fr"\nEVENT_RECAP = {}\n'
FILES = {
    "attendees/soir.yml": (
        "event: {name: Soir, start: 2010-02-02}\nattendees:\n"
        "  - name: Ursule Quille\n"
        '  - {id: bob, name: Bob Roy, met_with: ["\\x75rsule-quille"], note: "Avec U\\x72sule Quille."}\n'
        "  - Carl Roy\n  - Dora Roy\n"
    ),
    "people/ursule-quille.yml": (
        "name: Ursule Quille\nprofiles: {x: uq_1910, mastodon: ursule@social.example}\n"
        "photo: {src: images/u.png, alt: Portrait}\naliases: [uq]\n"
    ),
    "recaps/soir.md": (
        "---\ntitle: Soir\ndate: 2010-02-03\nevent: soir\ncover: {src: images/table-uq.png, alt: Table}\n---\n"
        "[Ursule](https://b.example/) **Quille** rit.\n\n"
        "![Rire](/images/double.png)\n\n![Salle](/images/salle.png)\n\n"
        "Merci @ursule, #UrsuleQuille et https://social.example/@ursule.\n\nUrsule a ri.\n"
    ),
    "recaps/autre.md": "Title: Autre\nDate: 2010-02-05\nAuthors: Bob Roy, quille, ursule\n\nUrsule passe.\n",
    "recaps/loin.md": "Title: Loin\nDate: 2010-02-06\n\nSainte Ursule est une statue.\n",
    "images/salle.png.yml": 'people: [bob]\nalt: "La table, \\u0055rsule Quille au fond"\n',
    "images/groupe.png.yml": 'people: [ bob, "ursule-\\\n  quille" ]\n',
}
"""Texts of a site, by path."""
COLOURS = {"u": 1, "double": 1, "salle": 2, "groupe": 3, "table-uq": 4, "bob": 5}
"""Pictures by name; of one colour, they are the same bytes."""


@pytest.fixture(name="folder")
def fixture_folder(tmp_path, monkeypatch):
    """Return a folder with a site in which somebody is spelt in many ways, and work in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EVENT_RECAP_KEY", raising=False)
    for name, text in FILES.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    for name, colour in COLOURS.items():
        Image.new("RGB", (4, 4), (colour * 40, 0, 0)).save(tmp_path / f"content/images/{name}.png")
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def forget(folder, monkeypatch, *answers):
    """Forget the person; without answers, with ``--yes``."""
    given = iter(answers)
    monkeypatch.setattr("builtins.input", lambda _: next(given))
    assert main(["forget", "ursule-quille", *([] if answers else ["--yes"])]) == 0
    return folder / "content"


def test_names_through_markup_and_escapes_go(folder, monkeypatch):
    """A name that a link, emphasis or an escape of YAML parts is found like any other."""
    content = forget(folder, monkeypatch)

    recap = (content / "recaps/soir.md").read_text(encoding="utf-8")
    attendees = (content / "attendees/soir.yml").read_text(encoding="utf-8")
    assert "\nQuelqu’un rit.\n" in recap
    assert "Merci quelqu’un, quelqu’un et quelqu’un.\n" in recap
    assert '  - visibility: counted\n  - {id: bob, name: Bob Roy, note: "Avec quelqu’un."}\n' in attendees
    assert "La table, quelqu’un au fond" in (content / "images/salle.png.yml").read_text(encoding="utf-8")


def test_an_author_typed_family_name_first_goes(folder, monkeypatch):
    """Of authors between commas, the two words of one name go, and the others stay."""
    content = forget(folder, monkeypatch)

    assert "Authors: Bob Roy\n" in (content / "recaps/autre.md").read_text(encoding="utf-8")


def test_pictures_go_with_their_copies(folder, monkeypatch):
    """A portrait, its copy under another name, a picture called by an alias, and one that says so by an escape."""
    content = forget(folder, monkeypatch)

    left = sorted(path.name for path in (content / "images").iterdir())
    recap = (content / "recaps/soir.md").read_text(encoding="utf-8")
    assert left == ["bob.png", "salle.png", "salle.png.yml"]
    assert "cover" not in recap
    assert "double" not in recap


def test_a_copy_that_is_the_portrait_of_another_stays(folder, monkeypatch):
    """Where two people have the same picture in two files, such as a silhouette, only one of the files goes."""
    Image.new("RGB", (4, 4), (40, 0, 0)).save(folder / "content/images/bob.png")
    (folder / "content/people/bob.yml").write_text(
        "name: Bob Roy\nphoto: {src: images/bob.png, alt: Bob}\n", encoding="utf-8"
    )

    content = forget(folder, monkeypatch)

    assert (content / "images/bob.png").exists()
    assert not (content / "images/u.png").exists()


@pytest.mark.parametrize("codec", ["latin-1", "cp1252", "utf-16", "utf-8-sig", "utf-32"])
def test_a_file_keeps_its_encoding(folder, monkeypatch, codec):
    """A file in another encoding than UTF-8 loses the name, and is written as it was saved."""
    path = folder / "content/extra/notes.txt"
    path.parent.mkdir()
    path.write_bytes("L’été d’Ursule Quille.\r\n".replace("’", "'").encode(codec))

    forget(folder, monkeypatch)

    assert path.read_bytes().decode(codec).replace("’", "'") == "L'été de quelqu'un.\r\n"


def test_an_encoding_that_cannot_be_told_is_named(folder, monkeypatch, capsys):
    """A file of an old machine is named for whoever can save it again."""
    (folder / "content/people/ursule-quille.yml").write_text("name: Zélie Quille\n", encoding="utf-8")
    (folder / "content/notes.txt").write_bytes("Zélie Quille, été".encode("mac-roman"))

    forget(folder, monkeypatch)

    what = "names them in an encoding that cannot be told; save it again as UTF-8"
    assert f"  content/notes.txt: {what}\n" in capsys.readouterr().out


def test_first_names_are_asked_for(folder, monkeypatch, capsys):
    """Where the person was, the author is asked for each part of the name, and a yes changes only these texts."""
    content = forget(folder, monkeypatch, "y", "y")

    shown = capsys.readouterr().out
    assert "  content/recaps/soir.md:15: Ursule a ri.\n  " not in shown
    assert "\nQuelqu’un a ri.\n" in (content / "recaps/soir.md").read_text(encoding="utf-8")
    assert "\nQuelqu’un passe.\n" in (content / "recaps/autre.md").read_text(encoding="utf-8")
    assert "Sainte Ursule" in (content / "recaps/loin.md").read_text(encoding="utf-8")


def test_first_names_are_left_without_a_question(folder, monkeypatch, capsys):
    """With --yes, a first name alone stays, and the report names file and line."""
    content = forget(folder, monkeypatch)

    report = capsys.readouterr().out.partition("Left as they were, and may still mean them")[2]
    assert "\nUrsule a ri.\n" in (content / "recaps/soir.md").read_text(encoding="utf-8")
    assert "  content/recaps/autre.md:5: Ursule passe.\n  content/recaps/soir.md:15: Ursule a ri.\n" in report
    assert "statue" not in report


def test_a_first_name_of_somebody_else_is_not_asked_for(folder, monkeypatch, capsys):
    """Where another guest has that first name, it may be theirs: it stays, and is listed as doubtful."""
    with (folder / "content/attendees/soir.yml").open("a", encoding="utf-8") as file:
        file.write("  - Ursule Roy\n")

    content = forget(folder, monkeypatch, "y")

    assert "\nUrsule a ri.\n" in (content / "recaps/soir.md").read_text(encoding="utf-8")
    assert "These may mean them or somebody else, and stay" in capsys.readouterr().out


def test_the_cache_is_emptied(folder, monkeypatch, capsys):
    """What Pelican keeps from one build to the next holds texts as they were, so it goes."""
    (folder / "cache/deep").mkdir(parents=True)
    (folder / "cache/deep/texts").write_text("Ursule Quille", encoding="utf-8")

    forget(folder, monkeypatch)

    assert list((folder / "cache").iterdir()) == []
    assert "  cache: emptied, the next build makes it anew\n" in capsys.readouterr().out


@pytest.mark.parametrize("place", [".", "content", "..", "content/cache"])
def test_a_cache_that_holds_more_is_left_alone(folder, monkeypatch, place):
    """A setting that calls the whole site its cache empties nothing."""
    settings = f'{SETTINGS}CACHE_PATH = "{place}"\n'
    (folder / "pelicanconf.py").write_text(settings, encoding="utf-8")
    (folder / "content/cache").mkdir()
    (folder / "content/cache/a.txt").write_text("a", encoding="utf-8")

    content = forget(folder, monkeypatch)

    assert (content / "recaps/loin.md").exists()
    assert (content / "cache/a.txt").exists()
    assert (folder / "pelicanconf.py").read_text(encoding="utf-8") == settings


def test_one_person_under_two_ids_goes_as_a_whole(folder, monkeypatch):
    """A list that knows somebody by handle and a file of the same name and handle mean one person."""
    (folder / "content/attendees/deux.yml").write_text(
        'attendees:\n  - {name: Ursule Quille, handle: "@ursule@social.example"}\n  - Carl Roy\n',
        encoding="utf-8",
    )

    content = forget(folder, monkeypatch)

    assert (content / "attendees/deux.yml").read_text(encoding="utf-8") == (
        "attendees:\n  - visibility: counted\n  - Carl Roy\n"
    )
