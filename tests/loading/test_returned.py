"""Whoever asked to be forgotten and comes back is told with file and line; who only may be meant, as a warning."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from event_recap.errors import Place, Severity
from event_recap.loading.returned import find_bylines, find_returned
from event_recap.loading.site import load_site
from event_recap.model.consent import Policy
from event_recap.model.recap import Guest, Recap
from event_recap.model.removal import Kind, Removed, SiteKey

REMOVED = Removed().add(
    (
        (Kind.NAME, "Ursule Quille"),
        (Kind.HANDLE, "ursule"),
        (Kind.HANDLE, "uq_1910"),
        (Kind.HANDLE, "quillette@social.example"),
        (Kind.LOCAL, "quillette"),
        (Kind.URL, "https://social.example/@quillette"),
    ),
    SiteKey("0" * 64),
)
ERRORS = {
    "an author, family name first": ("recaps/a.md", "Title: A\nAuthors: quille, ursule\n\nA\n", 2),
    "among other authors": ("recaps/a.md", "Title: A\nAuthors: Bob Roy, quille, URSULE, Luc\n\nA\n", 2),
    "a guest": ("recaps/a.md", "---\nguests: [bob, 'quille, ursule']\n---\n", 2),
    "an organiser": ("attendees/a.yml", "event:\n  organizers:\n    - name: 'quille, ursule'\nattendees: [Bob Roy]\n", 3),
    "a name in a list": ("attendees/a.yml", "- Bob Roy\n- 'quille, ursule'\n", 2),
    "a person's file": ("people/a.yml", "# a\nname: ursule QUILLE\n", 2),
    "an alternative text": ("recaps/a.md", "Title: A\n\n![quille, ursule](b.jpg)\n", 3),
    "a caption in HTML": ("recaps/a.md", "Title: A\n\n<figcaption>ursule quille</figcaption>\n", 3),
    "a link in the name": ("recaps/a.md", "Title: A\n\nAvec [Ursule](https://b.example/) Quille.\n", 3),
    "emphasis and lines": ("recaps/a.md", "Title: A\n\n> Avec **Ursule**\n> *Quille*.\n", 3),
    "a comment in HTML": ("recaps/a.md", "Title: A\n\n<!-- a\nUrs&uuml;le Quille -->\n", 4),
    "a comment in YAML": ("people/b.yml", "name: Bob Roy\n# sœur d’Ursule\n#   Quille\n", 2),
    "a folded value": ("people/b.yml", "name: Bob Roy\nbio: >\n                Ursule\n                Quille.\n", 3),
    "an escape in a file beside a picture": ("images/b.jpg.yml", 'people:\n  - "\\x75rsule-quil\\u006ce"\n', 2),
    "an id of one word beside a picture": ("images/b.jpg.yml", "people: [bob, ursule]\n", 1),
    "a hashtag": ("recaps/a.md", "Title: A\n\n#UrsuleQuille #ursulequille\n", 3),
    "a whole handle": ("recaps/a.md", "Title: A\n\nMerci @Quillette@Social.example !\n", 3),
    "a profile": ("recaps/a.md", "Title: A\n\nhttps://social.example/@quillette/12 est parti.\n", 3),
    "a handle in an address": ("recaps/a.md", "Title: A\n\n[elle](https://bsky.app/profile/uq_1910)\n", 3),
    "a handle as a hashtag": ("recaps/a.md", "Title: A\n\n#uq_1910\n", 3),
    "UTF-16": ("recaps/a.md", "Title: A\n\nUrsule Quille.\n".encode("utf-16"), 3),
    "Latin-1": ("extra/a.txt", "Été\nUrsule Quille\n".encode("latin-1"), 2),
    "a byte order mark": ("extra/a.txt", "\ufeffUrsule Quille\n".encode(), 1),
    "a picture's name": ("images/uq_1910.jpg", b"\x89PNG\0", 0),
}  # fmt: skip
"""File, text and line."""
WARNINGS = {
    "lower case in a sentence": "Avec ursule quille ici.",
    "what stands before a server": "Merci @quillette.",
    "an account of that word": "https://github.com/ursule",
    "a hashtag that is a word": "#ursule",
    "another server": "Merci @ursule@other.example.",
}
"""What may mean them, or not."""
NOTHING = {
    "first names alone": "Ursule, Quille et Bob.",
    "items": "- Ursule\n- Quille\n",
    "cells": "<p>Ursule</p><p>Quille</p>",
    "a longer handle": "@quillettes et https://social.example/@quillettes",
    "a page of that word": "https://blog.example/ursule/",
    "a link and another name": "[Bob](https://b.example/) Quille, Ursule",
}


def find(content):
    """Return the problems of a content folder."""
    registry, _ = load_site(
        content,
        attendees_path="attendees",
        people_path="people",
        zone=ZoneInfo("Europe/Paris"),
        policy=Policy(today=date(2010, 3, 1)),
    )
    return find_returned(REMOVED, registry, content)


def write(content, name, text):
    """Write one file."""
    path = content / name
    path.parent.mkdir(parents=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (content / "images").mkdir(exist_ok=True)
    (content / "images/b.jpg").write_bytes(b"\xff\xd8\0")


@pytest.mark.parametrize("place", ERRORS)
def test_a_return_is_an_error(tmp_path, monkeypatch, place):
    """A name in any order and spelling, a handle or an address brings somebody back, and nothing says whom."""
    monkeypatch.chdir(tmp_path)
    name, text, line = ERRORS[place]
    write(tmp_path, name, text)

    errors = [one for one in find(tmp_path) if one.severity is Severity.ERROR]

    assert {one.place.source for one in errors} == {name}
    assert errors[0].place.line == line
    assert not any(word in one.what for one in errors for word in ("rsule", "uille", "uq_"))


@pytest.mark.parametrize("place", WARNINGS)
def test_what_may_be_another_word_is_a_warning(tmp_path, place):
    """A word of a language, or a name without capitals in a sentence, does not stop a build."""
    write(tmp_path, "recaps/a.md", f"Title: A\n\n{WARNINGS[place]}\n")

    problems = find(tmp_path)

    assert [(one.severity, one.place.line) for one in problems] == [(Severity.WARNING, 3)]


@pytest.mark.parametrize("place", NOTHING)
def test_others_may_stay(tmp_path, place):
    """Parts of a name in a row, longer handles and other pages bring nobody back."""
    write(tmp_path, "recaps/a.md", f"Title: A\n\n{NOTHING[place]}\n")

    assert find(tmp_path) == ()


def test_authors_parted_at_a_comma_are_one():
    """Pelican reads two authors in ``Quille, Ursule``; both together are the one who was forgotten."""
    recap = Recap(place=Place("recaps/a.md", 1), guests=(Guest(name="quille"), Guest(name="ursule")))

    problems = find_bylines(recap, ["Bob Roy", "quille", "ursule"], REMOVED)

    assert [one.field for one in problems] == ["guests[1]", "authors", "guests"]
