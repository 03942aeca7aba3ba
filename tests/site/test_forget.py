"""Whole sites: somebody is forgotten, and no file of the content or of the output says their name."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from PIL import Image

from event_recap.cli import main

SETTINGS = """\
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
SITEURL = "https://lanterne.example"
EVENT_RECAP = {}
"""
LIST = """\
# Le premier soir
event:
  name: Soir
  start: 2010-02-02   # un mardi
  organizers: [ursule-quille, bob-roy]
  cover: {src: images/table.png, alt: "Ursule Quille et Bob", people: [bob-roy, ursule-quille]}
attendees:
  - Ursule Quille   # venue tôt

  # Voici Bob.
  - name: Bob Roy
    note: A parlé avec Ursule Quille.
    met_with: [ursule-quille]
  - Carl Roy
  - Dora Roy
"""
SECOND = "attendees:\n  - {id: ursule-quille, note: Revenue.}\n  - @bobroy\n"
PERSON = """\
name: Ursule Quille
url: https://quille.example/
profiles: {x: uq_1910}
photo: {src: images/u.png, alt: Ursule}
aliases: [quille-u]
"""
RECAP = """\
---
title: "Ursule Quille raconte"
date: 2010-02-03
event: soir
authors: [Ursule Quille, Bob Roy]
guests:
  - {name: Ursule Quille, org: Orgsecrete}
slug: ursule-quille-raconte
summary: Le mot d’Ursule Quille.
---
Avec @uq_1910, [[Ursule Quille]] et [son site](https://quille.example/livre).

![Ursule Quille rit](/images/u.png)

Mme Ursule Quille (@uq_1910) est partie. QUILLE URSULE aussi, et ursule-quille.
"""
ENGLISH = """\
Title: An evening
Date: 2010-02-04
Lang: en
Slug: evening
Authors: Ursule Quille

We liked Ursule Quille's hat. Ursule Quille left.
"""
TRACES = ("Quille", "uq_1910", "Orgsecrete")


@pytest.fixture(name="folder")
def fixture_folder(tmp_path, monkeypatch, picture):
    """Return a folder with a site in which somebody stands in every place there is, and work in it."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("EVENT_RECAP_KEY", raising=False)
    files = {
        "attendees/soir.yml": LIST,
        "attendees/retour.yml": SECOND,
        "people/ursule-quille.yml": PERSON,
        "recaps/2010-ursule-quille.md": RECAP,
        "recaps/evening.md": ENGLISH,
        "pages/a-propos.md": "Title: Qui ?\nSlug: qui\n\n<a href='https://x.com/UQ_1910'>Ursule Quille</a>\n",
        "extra/_redirects": "/quille-u/ /people/ursule-quille/ 301\n",
        "images/u.png": picture,
        "images/table.png": picture,
        "images/ursule-quille-2.png": picture,
    }
    for name, text in files.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (tmp_path / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    return tmp_path


def read_all(folder):
    """Return the bytes of every file of the content, by path."""
    content = folder / "content"
    return {
        path.relative_to(content).as_posix(): path.read_bytes()
        for path in content.rglob("*")
        if path.is_file()
    }


def find_in_content(folder, *words):
    """Return the files of the content that hold a word, in name or content."""
    return [
        (word, name)
        for name, data in read_all(folder).items()
        for word in words
        if word.lower() in name.lower() + data.decode("utf-8", "ignore").lower()
    ]


def test_nobody_finds_who_was_forgotten(folder, build_site, find_traces):
    """After forgetting, no file of the content and no file of the site says the name, a handle or an address."""
    code = main(["forget", "Ursule Quille", "--yes", "--also", "Ursule"])

    site = build_site({})

    assert (code, site.exit_code) == (0, 0), site.errors
    assert find_in_content(folder, *TRACES, "ursule") == []
    assert find_traces(site, *TRACES, "Ursule") == []


def test_everybody_else_stays_as_they_were(folder, build_site):
    """The others keep their cards, notes and order, and whoever was forgotten is one in the number."""
    main(["forget", "ursule-quille", "--yes"])

    site = build_site({})

    text = (folder / "content/attendees/soir.yml").read_text(encoding="utf-8")
    assert text == (
        "# Le premier soir\nevent:\n  name: Soir\n  start: 2010-02-02   # un mardi\n"
        "  organizers: [bob-roy]\nattendees:\n  - visibility: counted\n\n"
        "  # Voici Bob.\n  - name: Bob Roy\n    note: A parlé avec quelqu’un.\n  - Carl Roy\n  - Dora Roy\n"
    )
    assert "A parlé avec quelqu’un." in site.words("events/soir/index.html")


def test_sentences_stay_sentences(folder):
    """Names become a word of the text's own language, and elisions, titles and capitals follow."""
    main(["forget", "@uq_1910", "--yes"])

    french = (folder / "content/recaps/2010-quelqu-un.md").read_text(encoding="utf-8")
    english = (folder / "content/recaps/evening.md").read_text(encoding="utf-8")
    assert french == (
        '---\ntitle: "Quelqu’un raconte"\ndate: 2010-02-03\nevent: soir\nauthors: [Bob Roy]\n'
        "slug: quelqu-un-raconte\nsummary: Le mot de quelqu’un.\n---\n"
        "Avec quelqu’un, quelqu’un et son site.\n\n"
        "Quelqu’un est partie. Quelqu’un aussi, et quelqu’un.\n"
    )
    assert english.endswith("\n\nWe liked someone's hat. Someone left.\n")


def test_every_place_is_shown_before_anything_happens(folder, monkeypatch, capsys):
    """Without an answer of yes nothing changes, and each place was shown with its file and line."""
    before = read_all(folder)
    monkeypatch.setattr("builtins.input", lambda _: "n")

    code = main(["forget", "ursule-quille"])

    shown = capsys.readouterr().out
    assert (code, read_all(folder)) == (1, before)
    for place in (
        "content/attendees/soir.yml:8: - Ursule Quille   # venue tôt",
        "content/attendees/soir.yml:13: met_with: [ursule-quille]",
        "content/attendees/retour.yml:2: - {id: ursule-quille, note: Revenue.}",
        "content/people/ursule-quille.yml: deleted",
        "content/images/u.png: deleted",
        "content/images/table.png: deleted",
        "content/images/ursule-quille-2.png: deleted",
        "content/recaps/2010-ursule-quille.md:5: authors: [Ursule Quille, Bob Roy]",
        "content/recaps/2010-ursule-quille.md: renamed to recaps/2010-quelqu-un.md",
        "content/recaps/evening.md:7: We liked Ursule Quille's hat. Ursule Quille left.",
        "content/extra/_redirects:1: /quille-u/ /people/ursule-quille/ 301",
    ):
        assert f"  {place}\n" in shown, place


def test_it_can_be_undone(folder):
    """``forget --undo`` puts every file back, byte for byte, and takes away what was new."""
    before = read_all(folder)
    main(["forget", "ursule-quille", "--yes"])

    code = main(["forget", "--undo"])

    assert (code, read_all(folder)) == (0, before)


def test_a_file_changed_since_is_not_overwritten(folder, capsys):
    """Where a file was changed since, nothing is put back, and the file is named."""
    main(["forget", "ursule-quille", "--yes"])
    path = folder / "content/recaps/evening.md"
    path.write_text("Title: Neuf\n", encoding="utf-8")

    code = main(["forget", "--undo"])

    what = "changed since somebody was forgotten, so nothing was put back; take your change out of it first"
    assert code == 1
    assert capsys.readouterr().err == f"content/recaps/evening.md: {what}\n"
    assert path.read_text(encoding="utf-8") == "Title: Neuf\n"


BACK = "somebody who asked to be forgotten; take them out, or run 'event-recap forget' on them"
IMPORTS = {
    "a list": ("attendees/neuf.yml", "- Carl Roy\n- URSULE QUILLE\n", [f"neuf.yml:2:3: {BACK}"]),
    "another order": ("attendees/neuf.yml", '- "Quille, Ursule"\n', [f"neuf.yml:1:3: {BACK}"]),
    "a handle": ("attendees/neuf.yml", "- @UQ_1910\n", [f"neuf.yml:1:3: {BACK}"]),
    "a profile": (
        "attendees/neuf.yml",
        "- {name: U, profiles: {x: uq_1910}}\n",
        [f"neuf.yml:1:3: {BACK}"],
    ),
    "an address": ("attendees/neuf.yml", "- {name: U, url: http://quille.example}\n", [f"neuf.yml:1:3: {BACK}"]),
    "an alias": ("people/u.yml", "name: U\naliases: [quille-u]\n", [f"u.yml:2:11: names {BACK}"]),
    "an organiser": ("attendees/neuf.yml", "event: {organizers: [{name: Ursule Quille}]}\nattendees: [Carl Roy]\n", [f"neuf.yml:1:29: names {BACK}"]),
    "a title": ("attendees/neuf.yml", "- Mme Ursule Quille\n- 'Ursule Quille, PhD'\n", [f"neuf.yml:1:3: {BACK}", f"neuf.yml:2:3: {BACK}"]),
    "a sign nobody sees": ("attendees/neuf.yml", "- Ur\u00adsule Quille\n", [f"neuf.yml:1:3: {BACK}"]),
    "a port": ("attendees/neuf.yml", "- {name: U, url: 'https://quille.example:443/'}\n", [f"neuf.yml:1:3: {BACK}"]),
    "a guest": ("recaps/neuf.md", "---\ntitle: A\ndate: 2010-02-09\nguests: [{last_name: Quille, org: O, first_name: Ursule}]\n---\nA\n", [f"neuf.md:1: guests[0]: {BACK}"]),
    "an author in disguise": ("recaps/neuf.md", '---\ntitle: A\ndate: 2010-02-09\nauthors: ["\\x55rsule Quille"]\n---\nA\n', [f"neuf.md:4:12: names {BACK}"]),
    "whose post is shared": ("recaps/neuf.md", "---\ntitle: A\ndate: 2010-02-09\nshare: {via: UQ_1910}\n---\nA\n", [f"neuf.md:1: share.via: {BACK}"]),
    "a hidden hyphen": ("recaps/neuf.md", "Title: A\nDate: 2010-02-09\n\nUr\u00adsule Quille.\n", [f"neuf.md:4:1: names {BACK}"]),
    "a space of HTML": ("recaps/neuf.md", "Title: A\nDate: 2010-02-09\n\nUrsule&nbsp;Quille.\n", [f"neuf.md:4:1: names {BACK}"]),
    "a recap": ("recaps/neuf.md", "Title: A\nDate: 2010-02-09\n\nMerci,\nUrsule\nQuille.\n", [f"neuf.md:5:1: names {BACK}"]),
    "a mention": ("recaps/neuf.md", "Title: A\nDate: 2010-02-09\n\nMerci @uq_1910.\n", [f"neuf.md:4:7: names {BACK}"]),
    "an author": ("recaps/neuf.md", "Title: A\nDate: 2010-02-09\nAuthor: Ursule Quille\n\nA\n", [f"neuf.md:3:9: names {BACK}"]),
    "a file's name": ("recaps/ursule-quille.md", "Title: A\nDate: 2010-02-09\n\nA\n", [f" (file 1 of 1): file name: names {BACK}"]),
}  # fmt: skip
"""Where somebody comes back, what is typed there, and what the author reads."""


@pytest.fixture(name="forgotten", scope="module")
def fixture_forgotten(tmp_path_factory):
    """Return the list of removed people, and the key, of a site where somebody was forgotten."""
    folder = tmp_path_factory.mktemp("forgotten")
    (folder / "content/people").mkdir(parents=True)
    (folder / "content/attendees").mkdir(parents=True)
    (folder / "content/people/ursule-quille.yml").write_text(
        PERSON.replace("photo", "# photo"), encoding="utf-8"
    )
    (folder / "pelicanconf.py").write_text(SETTINGS, encoding="utf-8")
    assert main(["forget", "ursule-quille", "--yes", "--settings", str(folder / "pelicanconf.py")]) == 0
    return folder


@pytest.mark.parametrize("place", IMPORTS)
def test_nobody_brings_them_back(forgotten, build_site, tmp_path, place):
    """A later import, list or text that brings somebody back is an error with its file and line."""
    name, text, expected = IMPORTS[place]
    shutil.copy(forgotten / "event-recap.key", tmp_path)
    removed = (forgotten / "content/removed.yml").read_text(encoding="utf-8")
    others = {"attendees/soir.yml": "- Bob Roy\n- Carl Roy\n- Dora Roy\n- U\n", "removed.yml": removed}

    site = build_site({**others, name: text})

    folder = name.partition("/")[0]
    lines = [line for line in site.problems() if "asked to be forgotten" in line]
    assert site.exit_code == 1
    assert lines == [f"content/{folder}/{line}" for line in expected]


def test_without_the_key_nothing_is_built(folder, build_site):
    """A build without the site's key stops with one line, since everybody who was forgotten could come back."""
    main(["forget", "ursule-quille", "--yes"])
    (folder / "event-recap.key").unlink()

    site = build_site({})

    assert site.exit_code == 1
    assert (
        "content/removed.yml:3:8: check: the site key is missing, and people who asked to be forgotten would "
        "come back; set EVENT_RECAP_KEY, or put the site's event-recap.key beside the content folder"
    ) in site.problems()


def test_a_server_takes_the_key_from_its_environment(folder, build_site):
    """Where EVENT_RECAP_KEY holds the key, no file is needed."""
    main(["forget", "ursule-quille", "--yes"])
    key = (folder / "event-recap.key").read_text(encoding="ascii")
    (folder / "event-recap.key").unlink()

    site = build_site({}, environment={"EVENT_RECAP_KEY": key})

    assert site.exit_code == 0, site.errors


def test_a_stranger_can_be_kept_out(folder, capsys):
    """Somebody who is nowhere on the site can be forgotten as well, so that no import brings them."""
    before = read_all(folder)

    code = main(["forget", "Wanda Inconnue", "--yes"])

    assert code == 0
    assert "nowhere in the content; only what keeps them out would be written" in capsys.readouterr().out
    assert set(read_all(folder)) - set(before) == {"removed.yml"}


def test_two_people_of_one_name_are_asked_about(folder, capsys):
    """Where a name is that of two people, nothing happens until an id says which."""
    (folder / "content/attendees/deux.yml").write_text(
        "- {id: ursule-2, name: Ursule Quille}\n", encoding="utf-8"
    )
    before = read_all(folder)

    code = main(["forget", "Ursule Quille", "--yes"])

    assert (code, read_all(folder)) == (2, before)
    assert capsys.readouterr().err == (
        "'Ursule Quille' may be one of these; write the id:\n"
        "  ursule-2 Ursule Quille\n  ursule-quille Ursule Quille\n"
    )


def test_a_first_name_alone_forgets_nobody(folder, capsys):
    """A part of somebody's name would leave the rest of them on the site: the id is asked for."""
    before = read_all(folder)

    code = main(["forget", "Ursule", "--yes"])

    assert (code, read_all(folder)) == (2, before)
    assert capsys.readouterr().err == (
        "'Ursule' may be one of these; write the id:\n  ursule-quille Ursule Quille\n"
    )


def test_a_slip_in_a_name_is_told_before_the_question(folder, monkeypatch, capsys):
    """Whoever mistypes a name sees the nearest one, and has not kept out a stranger by mistake."""
    monkeypatch.setattr("builtins.input", lambda _: "n")
    before = read_all(folder)

    code = main(["forget", "Ursulle Quille"])

    assert (code, read_all(folder)) == (1, before)
    assert capsys.readouterr().out.startswith(
        "Nobody in your lists and files is 'Ursulle Quille'; did you mean 'Ursule Quille'?\n"
    )


def test_a_namesake_stays(folder, build_site):
    """Of two people of one name, the other keeps card and name, and is not kept out."""
    other = folder / "content/attendees/deux.yml"
    other.write_text("- {id: ursule-2, name: Ursule Quille}\n", encoding="utf-8")

    main(["forget", "ursule-quille", "--yes"])

    assert other.read_text(encoding="utf-8") == "- {id: ursule-2, name: Ursule Quille}\n"
    assert "asked to be forgotten" not in build_site({}).errors


def test_the_name_inside_a_picture_is_told(folder, capsys):
    """A picture that stays and holds the name in its metadata is told, as no program rewrites it."""
    details = Image.Exif()
    details[0x013B] = "Ursule Quille"
    Image.new("RGB", (2, 2)).save(folder / "content/images/autre.jpg", exif=details)

    main(["forget", "ursule-quille", "--yes"])

    expected = "  content/images/autre.jpg: holds the name inside; save it again without it, or delete it\n"
    assert expected in capsys.readouterr().out


def test_the_copies_are_deleted_when_all_is_well(folder):
    """``forget --done`` deletes the copies, in which the name still stands."""
    main(["forget", "ursule-quille", "--yes"])

    code = main(["forget", "--done"])

    assert code == 0
    assert not any(
        path.is_file() for path in (folder / ".event-recap").rglob("*") if path.name != ".gitignore"
    )


def test_feed_readers_know_the_recap_again(folder, build_site):
    """A recap whose file, title and slug said the name keeps the id by which feed readers know it."""
    before = build_site({})
    ids = (folder / "content/ids.yml").read_text(encoding="utf-8")

    main(["forget", "ursule-quille", "--yes"])
    after = build_site({})

    assert (before.exit_code, after.exit_code) == (0, 0), after.errors
    kept = re.search(r"  recaps/2010-ursule-quille.md: {id: (\S+),", ids)[1]
    assert f"  recaps/2010-quelqu-un.md: {{id: {kept}," in (folder / "content/ids.yml").read_text("utf-8")
    assert kept in after.read("feeds/all.atom.xml")
    assert "ursule" not in (folder / "content/ids.yml").read_text("utf-8")
    assert not [name for name in after.files() if "ursule" in name]


def git(folder, *words):
    """Run git in a folder."""
    subprocess.run(
        ["git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@b.example", *words], check=True
    )


def test_the_key_is_not_given_to_git(folder, capsys):
    """Where git would publish the key, nothing is changed, and the line to add is told."""
    git(folder, "init", "-q")
    before = read_all(folder)

    code = main(["forget", "ursule-quille", "--yes"])

    assert (code, read_all(folder)) == (1, before)
    what = "git would publish the key; add a line '*.key' to .gitignore"
    assert capsys.readouterr().err == f"event-recap.key: {what}\n"


def test_a_key_that_git_keeps_is_refused(folder, capsys):
    """A key that is in the repository is no secret, and is not used."""
    (folder / "event-recap.key").write_text("a" * 64, encoding="ascii")
    git(folder, "init", "-q")
    git(folder, "add", "-f", "event-recap.key")

    code = main(["forget", "ursule-quille", "--yes"])

    assert code == 1
    what = "git keeps the key, and whoever has the repository can read it; git rm --cached event-recap.key"
    assert capsys.readouterr().err == f"event-recap.key: {what}\n"


def test_what_stays_outside_is_told(folder, capsys):
    """History, search engines and archives are told, with the addresses and commands to use."""
    (folder / ".gitignore").write_text("*.key\n", encoding="ascii")
    git(folder, "init", "-q")
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", "a")

    main(["forget", "ursule-quille", "--yes"])

    shown = capsys.readouterr().out
    assert "Git: 1 commit holds 'Ursule Quille' (git log --all --oneline -S 'Ursule Quille')" in shown
    assert "\n    https://lanterne.example/people/ursule-quille/\n" in shown
    assert "event-recap forget --undo" in shown
