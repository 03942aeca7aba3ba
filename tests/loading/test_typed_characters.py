"""Characters that a program wrote as codes, or that nobody sees."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from event_recap.loading import yaml_tree
from event_recap.loading.recap import parse_recap
from event_recap.loading.text import INVISIBLE

ANYTHING = st.text(st.one_of(st.characters(codec=None, categories=None), st.sampled_from('\ud83d\ude00\\u"')))
BOTH_PARSERS = pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])


def read(front_matter):
    """Return the value of one key, and the problems of the whole."""
    text = f"---\ntitle: A\nmood: {front_matter}\n---\nBody\n"
    parsed = parse_recap(
        text.encode(), source="a.md", path=Path("a.md"), content=Path(), reserved=(), share_networks=()
    )
    return parsed.metadata.get("mood"), [str(problem) for problem in parsed.problems]


@BOTH_PARSERS
@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (r'"Anne \ud83d\ude00"', "Anne 😀"),
        (r'"\U0000D83D\U0000DE00 et \U0001F600"', "😀 et 😀"),
        ('"a \\ud83d\\\n  \\ude00"', "a 😀"),
        (r'"un \\ud83d"', r"un \ud83d"),
        (r"'un \ud83d'", r"un \ud83d"),
        (r"un \ud83d, C:\ud83d", r"un \ud83d, C:\ud83d"),
        ('|\n  un "\\ud83d"', 'un "\\ud83d"'),
        (r'"\UFFFFFFFF"', r"\UFFFFFFFF"),
    ],
)
def test_an_emoji_in_two_halves_is_one(monkeypatch, loader, typed, meant):
    """A program that writes JSON cuts an emoji in two; only between double quotes is a code a code."""
    monkeypatch.setattr(yaml_tree, "_Loader", getattr(yaml, loader))

    assert read(typed) == (meant, [])


@BOTH_PARSERS
def test_half_an_emoji_is_left_out_and_named(monkeypatch, loader):
    """The text is not lost for it; file, line and code say where it stood."""
    monkeypatch.setattr(yaml_tree, "_Loader", getattr(yaml, loader))

    value, problems = read('"x \\ud83d\\n y \\ude00"')

    assert value == "x \n y"
    assert problems == ["a.md:3:7: mood: holds invisible characters, U+D83D, U+DE00; they are left out"]


@given(ANYTHING)
def test_what_a_program_writes_as_json_is_read_as_yaml(text):
    """Whatever characters an export holds, the text comes out, without what nobody sees."""
    typed = json.dumps(text)

    value, _ = read(typed)

    assert value == INVISIBLE.sub("", json.loads(typed)).strip()


def test_many_kinds_of_invisible_characters_are_not_all_named():
    """A message stays a line."""
    _, problems = read(json.dumps("".join(map(chr, range(9)))))

    assert problems == [
        "a.md:3:7: mood: holds invisible characters, U+0000, U+0001, U+0002, U+0003, U+0004, U+0005, …; they are left out"
    ]
