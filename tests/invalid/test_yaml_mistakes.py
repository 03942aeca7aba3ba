"""What an author reads where YAML itself cannot be read."""

from __future__ import annotations

import pytest
import yaml

from event_recap.loading import yaml_tree

SIGNS = {
    "a colon in a value": (
        "event:\n  name: Soirée : le retour\n",
        ["a.yml:2:9: name: the value holds ': '; put the value between quotation marks"],
    ),
    "a colon at the end of a value": (
        "- name: Anne\n  note: voici:\n",
        ["a.yml:2:9: note: the value holds ': '; put the value between quotation marks"],
    ),
    "a colon in a name": (
        "- name: Anne: oratrice\n",
        ["a.yml:1:9: name: the value holds ': '; put the value between quotation marks"],
    ),
    "a bare name with a colon": (
        "- Anne Tremblay: oratrice\n",
        [
            "a.yml:1:3: attendees[0]: the colon makes a key of 'Anne Tremblay'; write 'name: Anne Tremblay' and the rest below it"
        ],
    ),
    "a star": (
        "- name: Anne\n  note: *gras* oui\n",
        ["a.yml:2:9: note: a value that begins with '*' goes between quotation marks"],
    ),
    "a star alone": (
        "- name: Anne\n  note: *gras\n",
        ["a.yml:2:9: a value that begins with '*' goes between quotation marks (YAML aliases are not read)"],
    ),
    "an exclamation mark": (
        "- name: Anne\n  note: !important\n",
        ["a.yml:2:9: a value that begins with '!' goes between quotation marks (YAML tags are not read)"],
    ),
    "an ampersand": (
        "- name: Anne\n  org: &co\n",
        ["a.yml:2:8: a value that begins with '&' goes between quotation marks (YAML anchors are not read)"],
    ),
    "a quotation by >": (
        "- name: Anne\n  note: > citation\n  org: x\n",
        ["a.yml:2:9: note: a value that begins with '>' goes between quotation marks"],
    ),
    "a dash": (
        "- name: Anne\n  note: - tiret\n",
        ["a.yml:2:9: note: a value that begins with '-' goes between quotation marks"],
    ),
    "a bar": (
        "- name: Anne\n  note: | x\n",
        ["a.yml:2:9: note: a value that begins with '|' goes between quotation marks"],
    ),
    "a question mark": (
        "- name: Anne\n  note: ? x\n",
        ["a.yml:2:9: note: a value that begins with '?' goes between quotation marks"],
    ),
    "a closing bracket": (
        "- name: Anne\n  note: ] x\n",
        ["a.yml:2:9: note: a value that begins with ']' goes between quotation marks"],
    ),
    "a bracket and more": (
        "- name: Anne\n  note: [a, b] suite\n",
        [
            "a.yml:2:9: note: a bracket that opens a value closes at its end; close it, or put the value between quotation marks"
        ],
    ),
    "a quotation never closed in braces": (
        '- name: Anne\n  photo: {src: images/anne.jpg, alt: "Anne}\n',
        ['a.yml:2:10: photo: the quotation mark " is never closed; close it before the bracket'],
    ),
    "a hashtag in brackets": (
        "- name: Anne\n  role: [host, #web]\n",
        ["a.yml:2:9: role: '#' begins a comment, also in brackets; write web without it, or \"#web\""],
    ),
    "stars for dashes": (
        "* Anne\n* Bob\n",
        ["a.yml:1:1: begin each entry with '- ', not with '*'"],
    ),
    "a bracket never closed": (
        "- name: [Anne\n",
        [
            "a.yml:1:9: name: a bracket that opens a value closes at its end; close it, or put the value between quotation marks"
        ],
    ),
    "quotes and more": (
        '- name: Anne\n  note: "Oui" dit-il\n',
        ["a.yml:2:9: note: text follows the closing quotation mark; put ' around the whole value"],
    ),
    "an apostrophe first": (
        "- name: Anne\n  note: 'tis\n  org: b\n",
        ["a.yml:2:9: note: the quotation mark ' is never closed; close it, or use the other kind"],
    ),
    "quotes never closed": (
        '- name: "Anne\n  role: host\n- name: Bob\n',
        ['a.yml:1:9: name: the quotation mark " is never closed; close it, or use the other kind'],
    ),
    "quotes around an apostrophe": (
        "- name: 'l'été'\n",
        ['a.yml:1:9: name: text follows the closing quotation mark; put " around the whole value'],
    ),
    "a path of Windows": (
        '- name: "C:\\users\\anne"\n',
        ["a.yml:1:9: name: a backslash means more between these quotation marks; put ' around the value"],
    ),
    "a backslash": (
        '- name: "a\\d"\n',
        ["a.yml:1:9: name: a backslash means more between these quotation marks; put ' around the value"],
    ),
    "a hashtag": (
        "event:\n  hashtag: #focus20\n",
        [
            "warning: a.yml:2:12: hashtag: '#focus20' is left out, as a comment; put the value between quotation marks"
        ],
    ),
    "a hashtag after a text": (
        "event:\n  name: Focus 20 #soir\n",
        [
            "warning: a.yml:2:18: name: '#soir' is left out, as a comment; put the value between quotation marks"
        ],
    ),
    "braces": (
        "- name: Anne\n  note: {a}\n",
        [
            "a.yml:2:9: attendees[0].note: expected text, not keys and values; if it is text, put it between quotation marks"
        ],
    ),
    "brackets": (
        "- name: Anne\n  note: [attendees]\n",
        [
            "a.yml:2:9: attendees[0].note: expected text, not a list; if it is text, put it between quotation marks"
        ],
    ),
    "template braces": (
        "- {{ name }}\n",
        [
            "a.yml:1:3: attendees[0]: nobody is named; add 'name: …'",
            "a.yml:1:4: a key is one word of text before a colon, without brackets",
        ],
    ),
    "a list as key": (
        "- [a]: b\n  name: x\n",
        ["a.yml:1:3: a key is one word of text before a colon, without brackets"],
    ),
    "no key": (
        "- : b\n  name: x\n",
        ["a.yml:1:1: this line does not fit the lines above it; compare the spaces at their beginnings"],
    ),
    "an alias": (
        "- &a Anne\n- *a\n",
        [
            "a.yml:1:3: a value that begins with '&' goes between quotation marks (YAML anchors are not read)",
            "a.yml:2:3: a value that begins with '*' goes between quotation marks (YAML aliases are not read)",
            "a.yml:2:3: attendees[1]: the entry is empty; expected a name",
        ],
    ),
    "a merge": ("- <<: {org: b}\n  name: x\n", ["a.yml:1:3: <<: mappings cannot be merged; repeat the keys"]),
    "two documents": ("- a\n---\n- b\n", ["a.yml:2:1: a second '---' in the file; expected one document"]),
}
"""A sign that YAML keeps for itself."""

SPACES = {
    "a no-break space after a dash": (
        "- Anne\n-\u00a0Bob\n",
        ["a.yml:2:2: a no-break space follows '-'; type an ordinary space"],
    ),
    "a narrow no-break space after a colon": (
        "event:\n  name :\u202fFocus\n  start: 2010-02-03\n",
        ["a.yml:2:8: name: a no-break space follows 'name:'; type an ordinary space"],
    ),
    "a narrow no-break space first": (
        "- name: Anne\n\u202f role: host\n  photo: {src: a.jpg}\n",
        ["a.yml:2:1: the line begins with a no-break space; use ordinary spaces"],
    ),
    "a tab": ("event:\n\tname: Focus\n", ["a.yml:2:1: the line begins with a tab; use spaces"]),
    "a tab deeper": ("- name: Anne\n \trole: host\n", ["a.yml:2:2: the line begins with a tab; use spaces"]),
    "no space after the colon": (
        "- name:Anne\n  role: host\n",
        ["a.yml:1:8: name: a space is missing after 'name:'"],
    ),
    "a bare name without space": (
        "- name:Anne\n",
        ["a.yml:1:3: attendees[0]: a space is missing after 'name:'"],
    ),
    "a no-break space after the colon": (
        "- name:\xa0Anne\n  role: host\n",
        ["a.yml:1:8: name: a no-break space follows 'name:'; type an ordinary space"],
    ),
    "a no-break space before the colon": (
        "- name\xa0: Anne\n",
        ["a.yml:1:3: name: a no-break space stands before the colon; write 'name:'"],
    ),
    "no-break spaces first": (
        "event:\n  name: a\n\xa0\xa0url: https://a.example\n",
        ["a.yml:3:1: the line begins with a no-break space; use ordinary spaces"],
    ),
    "no-break spaces at the first key": (
        "event:\n\xa0\xa0name: a\n",
        ["a.yml:2:1: the line begins with a no-break space; use ordinary spaces"],
    ),
    "a list item deeper": (
        "- Anne\n - Bob\n",
        ["a.yml:2:2: read as part of the line above; begin both lines with as many spaces"],
    ),
    "a key deeper": (
        "event:\n  name: x\n   start: 2010-01-01\n",
        ["a.yml:3:4: this line does not fit the lines above it; compare the spaces at their beginnings"],
    ),
    "a key less deep": (
        "event:\n    name: x\n  start: 2010-01-01\n",
        ["a.yml:3:3: this line does not fit the lines above it; compare the spaces at their beginnings"],
    ),
    "a list then a key": (
        "- Anne\nevent: x\n",
        ["a.yml:2:1: this line does not fit the lines above it; compare the spaces at their beginnings"],
    ),
    "a line without colon": (
        "event:\n  name x\n  start: 2010-01-01\n",
        ["a.yml:2:3: a key and a colon are missing; expected a line such as 'name: Anne'"],
    ),
    "a first line without colon": (
        "event\nattendees:\n- Anne\n",
        ["a.yml:1:1: a key and a colon are missing; expected a line such as 'name: Anne'"],
    ),
    "dashes without space": (
        "-Anne\n-Bob\n",
        [
            "a.yml:1:1: the file is one text; expected 'event:' and 'attendees:', or a list of names that begin with '- '"
        ],
    ),
    "a key less deep after quotes": (
        '- name: "Anne"\n   role: host\n',
        ["a.yml:2:4: this line does not fit the lines above it; compare the spaces at their beginnings"],
    ),
    "no-break spaces in a list": (
        "- name: Anne\n\xa0\xa0role: host\n",
        ["a.yml:2:1: the line begins with a no-break space; use ordinary spaces"],
    ),
    "an indented blank end": (
        '- name: "Anne\n\n',
        ['a.yml:1:9: name: the quotation mark " is never closed; close it, or use the other kind'],
    ),
}
"""Spaces, tabs and line breaks."""

FILES = {
    "empty": (
        "",
        [
            "a.yml:1:1: the file is empty; expected 'event:' and 'attendees:', or a list of names that begin with '- '"
        ],
    ),
    "comments only": (
        "# nobody yet\n",
        [
            "a.yml:1:1: the file is empty; expected 'event:' and 'attendees:', or a list of names that begin with '- '"
        ],
    ),
    "one text": (
        "Anne\n",
        [
            "a.yml:1:1: the file is one text; expected 'event:' and 'attendees:', or a list of names that begin with '- '"
        ],
    ),
    "a key without space": ("attendees:[Anne]\n", ["a.yml:1:1: a space is missing after 'attendees:'"]),
    "a key given twice": (
        "- name: Anne\n  name: Bob\n",
        ["a.yml:2:3: name: key given twice, first on line 1; keep one"],
    ),
    "brackets without end": (
        "[" * 100_000,
        ["a.yml:1:13: lists inside lists, more than 12 deep; look for a stray bracket"],
    ),
    "dashes without end": (
        "- " * 100_000,
        ["a.yml:1:25: lists inside lists, more than 12 deep; look for a stray bracket"],
    ),
    "braces without end": (
        "{a: " * 50,
        ["a.yml:1:49: lists inside lists, more than 12 deep; look for a stray bracket"],
    ),
    "too long": (
        "- Anne Tremblay du Lac\n" * 100_000,
        ["a.yml:1:1: too long: 2300000 characters; expected 2000000 at most"],
    ),
    "far too long": ("- Anne Tremblay du Lac\n" * 400_000, ["a.yml: too long: more than 8 MB; split it"]),
    "Windows-1252": (
        b"- Anne\n- Zo\xe9\n",
        ["a.yml:2:5: not UTF-8: a byte 0xE9, which is 'é' in Windows-1252; save the file again as UTF-8"],
    ),
    "a broken byte": (
        b"- Anne\n- Zo\x81\n",
        ["a.yml:2:5: not UTF-8: a byte 0x81; save the file again as UTF-8"],
    ),
    "UTF-16": (
        b"\xff\xfe-\x00 \x00A\x00n\x00n\x00e\x00\n\x00",
        ["a.yml: not UTF-8: saved as UTF-16 ('Unicode'); save it again as UTF-8"],
    ),
    "UTF-16 without mark": (
        b"-\x00 \x00A\x00n\x00n\x00e\x00\n\x00",
        ["a.yml: not UTF-8: saved as UTF-16 ('Unicode'); save it again as UTF-8"],
    ),
    "half a character": (
        '- name: "Zo\\ud83d\\u00e9"\n  org: a\\ud83d\n- {name: "B\\ude00b \\U0000D83D"}\n- "Ida \\ud83d\\ude00"\n',
        [
            "warning: a.yml:1:9: attendees[0].name: holds invisible characters, U+D83D; they are left out",
            "warning: a.yml:3:10: attendees[1].name: holds invisible characters, U+D83D, U+DE00; they are left out",
        ],
    ),
    "control characters": (
        '- An\x07ne\n- B\x00ob\n- "Z\\u202eo"\n',
        [
            "warning: a.yml:1:3: attendees[0]: holds invisible characters, U+0007; they are left out",
            "warning: a.yml:2:3: attendees[1]: holds invisible characters, U+0000; they are left out",
            "warning: a.yml:3:3: attendees[2]: holds invisible characters, U+202E; they are left out",
        ],
    ),
}
"""The file as a whole."""


@pytest.mark.parametrize("mistake", SIGNS | SPACES | FILES)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_yaml_mistakes(monkeypatch, read_list, mistake, loader):
    """A mistake in the YAML of a list is told in words, the same with each of the two parsers."""
    monkeypatch.setattr(yaml_tree, "_Loader", getattr(yaml, loader))
    typed, expected = (SIGNS | SPACES | FILES)[mistake]

    lines = read_list(typed)

    assert lines == expected
