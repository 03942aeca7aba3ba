"""What an author reads about a person's own file."""

from __future__ import annotations

import pytest

FILES = {
    "empty": ("", ["anne.yml:1:1: the file is empty; expected 'name: …' and other keys of one person"]),
    "a list": (
        "- Anne\n",
        ["anne.yml:1:1: the file is a list; expected 'name: …' and other keys of one person"],
    ),
    "one text": (
        "Anne Tremblay\n",
        ["anne.yml:1:1: the file is one text; expected 'name: …' and other keys of one person"],
    ),
    "no space": ("name:Anne\n", ["anne.yml:1:1: a space is missing after 'name:'"]),
    "no name": ("bio: Torréfactrice\n", ["anne.yml:1:1: name: the person has no name; add 'name: …'"]),
    "another id": (
        "name: Anne\nid: bob\n",
        ["anne.yml:2:5: id: the id is 'bob', the file's name says 'anne'; make them the same"],
    ),
    "no id": (
        "name: Anne\nid: A B\n",
        ["anne.yml:2:5: id: 'A B' is no id: lower case letters, digits and hyphens; did you mean 'a-b'?"],
    ),
    "a typo": (
        "name: Anne\nbyo: x\n",
        [
            "anne.yml:2:1: byo: unknown key; the keys of a person are id, name, handle, bio, org, job_title, url, profiles, photo, visibility, consent, aliases, moved_from, follow_up"
        ],
    ),
    "a key of a list": (
        "name: Anne\nnote: x\n",
        [
            "anne.yml:2:1: note: unknown key; the keys of a person are id, name, handle, bio, org, job_title, url, profiles, photo, visibility, consent, aliases, moved_from, follow_up"
        ],
    ),
    "private": (
        "name: Anne\nbirthday: 1980-01-01\n",
        ["anne.yml:2:1: birthday: private, and never published; take it out of the file"],
    ),
    "an alias that is none": (
        'name: Anne\naliases: ["!"]\n',
        ["anne.yml:2:10: aliases: '!' is no id: lower case letters, digits and hyphens"],
    ),
    "Windows-1252": (
        b"name: Zo\xe9\n",
        ["anne.yml:1:9: not UTF-8: a byte 0xE9, which is 'é' in Windows-1252; save the file again as UTF-8"],
    ),
    "broken": (
        "name: Anne: Roy\n",
        ["anne.yml:1:7: name: the value holds ': '; put the value between quotation marks"],
    ),
    "another spelling": (
        "name: Anne\ndescription: x\n",
        ["warning: anne.yml:2:1: description: other spelling of 'bio'"],
    ),
}
"""The file and its keys."""


@pytest.mark.parametrize("mistake", FILES)
def test_person_mistakes(read_person, mistake):
    """A mistake in a person's file is told with what is expected."""
    typed, expected = (FILES)[mistake]

    lines = read_person(typed)

    assert lines == expected
