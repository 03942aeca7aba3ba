"""What an author reads about files that do not go together."""

from __future__ import annotations

import pytest

FOLDERS = {
    "two files of one id": (
        {"attendees/a.yml": "- Anne\n", "attendees/a.yaml": "- Bob\n"},
        ["attendees/a.yml: two files claim the id 'a'; the other is attendees/a.yaml"],
    ),
    "two people of one id": (
        {
            "people/anne.yml": "name: Anne\n",
            "people/anne.yaml": "name: Anne\n",
            "attendees/a.yml": "- id: anne\n",
        },
        ["people/anne.yml: two files claim the id 'anne'; the other is people/anne.yaml"],
    ),
    "a name that is no id": (
        {"attendees/Focus 20.yml": "- Anne\n"},
        [
            "attendees/Focus 20.yml: file name: 'Focus 20.yml' is no id: lower case letters, digits and hyphens; rename it to focus-20.yml"
        ],
    ),
    "a name without letters": (
        {"attendees/!.yml": "- Anne\n"},
        ["attendees/!.yml: file name: '!.yml' is no id: lower case letters, digits and hyphens; rename it"],
    ),
    "another kind of file": (
        {"attendees/a.csv": "Anne\n"},
        ["warning: attendees/a.csv: not read; rename it to end in .yml"],
    ),
    "a folder": (
        {"attendees/old/a.yml": "- Anne\n"},
        ["warning: attendees/old: folder not read; put its files beside it"],
    ),
    "a folder called like a list": (
        {"attendees/a.yml/b": ""},
        ["attendees/a.yml: not a regular file inside the content folder; put a file here"],
    ),
    "dotfiles and backups": (
        {
            "attendees/.a.yml": "[",
            "attendees/a.yml~": "[",
            "attendees/#a.yml#": "[",
            "attendees/a.yml.bak": "[",
        },
        [],
    ),
    "a file for the folder": (
        {"attendees": "Anne\n"},
        ["attendees: not a folder inside the content folder; put a folder here"],
    ),
}
"""Files that are not read."""

JOINS = {
    "an alias that is an id": (
        {
            "people/anne.yml": "name: Anne\naliases: [bob]\n",
            "people/bob.yml": "name: Bob\n",
            "attendees/a.yml": "[{id: anne}, {id: bob}]\n",
        },
        [
            "people/anne.yml:1: aliases: 'bob' is also an id of people/bob.yml; one id names one person, so take it out of one file"
        ],
    ),
    "an alias of two": (
        {
            "people/anne.yml": "name: Anne\naliases: [nan]\n",
            "people/bob.yml": "name: Bob\nmoved_from: [nan]\n",
            "attendees/a.yml": "[{id: anne}, {id: bob}]\n",
        },
        [
            "people/bob.yml:1: moved_from: 'nan' is also an id of people/anne.yml; one id names one person, so take it out of one file"
        ],
    ),
    "one person by two ids": (
        {
            "people/anne.yml": "name: Anne\naliases: [nan]\n",
            "attendees/a.yml": "- {id: anne}\n- {id: nan}\n",
        },
        ["warning: attendees/a.yml:2:3: the person of line 1 stands here by another id; keep one"],
    ),
    "an id without a name": (
        {"people/cafelune.yml": "name: Bruno\n", "attendees/a.yml": "[{id: cafelnue}, cafelune]\n"},
        [
            "attendees/a.yml:1:2: name: 'cafelnue' has no name here, and no file in people/; did you mean 'cafelune'?"
        ],
    ),
    "an unknown organiser": (
        {"attendees/a.yml": "{event: {organizers: [luc-garnir]}, attendees: [Luc Garnier]}\n"},
        [
            "attendees/a.yml:1:23: event.organizers[0]: no list and no file has a person 'luc-garnir'; did you mean 'luc-garnier'?"
        ],
    ),
    "an organiser nobody knows": (
        {"attendees/a.yml": "{event: {organizers: [zebra]}, attendees: [Anne]}\n"},
        [
            "attendees/a.yml:1:23: event.organizers[0]: no list and no file has a person 'zebra'; for somebody without a card, write {name: …}"
        ],
    ),
    "an organiser by name who has an id": (
        {"attendees/a.yml": "{event: {organizers: [{name: Luc Garnier}]}, attendees: [Luc Garnier]}\n"},
        [
            "warning: attendees/a.yml:1: event.organizers: 'Luc Garnier' is also in a list; write the id 'luc-garnier' instead"
        ],
    ),
    "an organiser by name who may not be named": (
        {
            "attendees/a.yml": "event: {organizers: [{name: Luc Garnier}]}\nattendees: [{name: Luc Garnier, visibility: hidden}]\n"
        },
        [
            "warning: attendees/a.yml:1: event.organizers: somebody is also in a list; write the id of attendees/a.yml:2:13 instead"
        ],
    ),
    "a slip near somebody who may not be named": (
        {
            "people/ursule.yml": "name: Ursule\n",
            "attendees/a.yml": "event: {organizers: [ursul]}\nattendees:\n"
            "  - {id: ursule, consent: {until: 2009-01-01}}\n  - {id: ursula, visibility: counted}\n"
            "  - {name: Anne, met_with: [ursull]}\n",
        },
        [
            "attendees/a.yml:1:22: event.organizers[0]: no list and no file has a person 'ursul'; for somebody without a card, write {name: …}",
            "attendees/a.yml:4:5: name: somebody has no name here, and no file in people/",
            "attendees/a.yml:5:5: met_with: no list and no file has a person 'ursull'",
        ],
    ),
    "two spellings of somebody whose consent has ended": (
        {
            "attendees/a.yml": "- {id: annetremblay, name: Anne Tremblay, consent: {until: 2009-01-01}}\n- Anne Tremblay\n"
        },
        [
            "warning: attendees/a.yml:2:3: looks like the same person as attendees/a.yml:1:3; if so, make one an alias"
        ],
    ),
    "an unknown person met": (
        {"attendees/a.yml": "- {name: Anne, met_with: [bbo]}\n- Bob\n"},
        ["attendees/a.yml:1:3: met_with: no list and no file has a person 'bbo'"],
    ),
    "two spellings of somebody hidden": (
        {"attendees/a.yml": "- {name: Anne Roy, visibility: hidden}\n- Roy Anne\n"},
        [
            "warning: attendees/a.yml:2:3: looks like the same person as attendees/a.yml:1:3; if so, make one an alias"
        ],
    ),
    "a bare name that is also in a file": (
        {
            "people/zoe.yml": "name: Zoé L’Espérance\n",
            "attendees/a.yml": "- zoe\n",
            "attendees/b.yml": "- Bob\n- Zoé L’Espérance\n",
            "attendees/c.yml": "- Zoé L’Espérance\n",
        },
        [
            "warning: attendees/b.yml:2:3: 'Zoé L’Espérance' is also the name of 'zoe'; if it is one person, write the id instead"
        ],
    ),
    "a swapped name of somebody with an id in another list": (
        {
            "attendees/a.yml": "- {id: cafelune, name: Bruno Larivage}\n",
            "attendees/b.yml": "- LARIVAGE, Bruno\n- {id: bruno-l, name: Bruno Larivage}\n",
        },
        [
            "warning: attendees/b.yml:1:3: 'LARIVAGE, Bruno' is also the name of 'bruno-l'; if it is one person, write the id instead"
        ],
    ),
    "a bare name of somebody hidden in a file": (
        {
            "people/zoe.yml": "name: Zoé Roy\nvisibility: hidden\n",
            "attendees/a.yml": "- zoe\n- Zoé Roy\n",
        },
        [
            "warning: attendees/a.yml:2:3: looks like the same person as people/zoe.yml:1; if so, make one an alias"
        ],
    ),
    "a person nobody lists": (
        {"people/anne.yml": "name: Anne\n"},
        [
            "warning: people/anne.yml:1: no list names this person, so nothing of this file is shown; name them in a list, or delete the file"
        ],
    ),
    "a broken file nobody lists": (
        {"people/anne.yml": "nam: Anne\n"},
        [
            "people/anne.yml:1:1: nam: unknown key; did you mean 'name'?",
            "people/anne.yml:1:1: name: the person has no name; add 'name: …'",
        ],
    ),
    "two spellings of one person": (
        {
            "attendees/a.yml": "- Anne-Marie Roy\n- Bob\n",
            "attendees/b.yml": "- Annemarie Roy\n- Roy Anne-Marie\n",
        },
        [
            "warning: attendees/b.yml:1:3: 'anne-marie-roy' and 'annemarie-roy' and 'roy-anne-marie' look like one person; if they are, write 'aliases: [annemarie-roy, roy-anne-marie]' in people/anne-marie-roy.yml"
        ],
    ),
}
"""Ids that do not meet."""


@pytest.mark.parametrize("mistake", FOLDERS | JOINS)
def test_site_mistakes(read_site, mistake):
    """A mistake between files, or in the folders themselves, is told with the files it concerns."""
    typed, expected = (FOLDERS | JOINS)[mistake]

    lines = read_site(typed)

    assert lines == expected
