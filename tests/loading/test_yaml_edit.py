"""A YAML file that a command changes keeps its comments, order and bytes wherever nothing changed."""

from __future__ import annotations

import pytest
import yaml

from event_recap.loading.report import UnreadableError
from event_recap.loading.yaml_edit import read_yaml_text

TYPED = {
    "comments and blank lines": "# a\nevent:   # b\n\n  name: Soir # c\n# d\n",
    "what YAML would take for something else": "a: 007\nb: no\nc: 18:30\nd: 2010-02-30\ne: ~\nf:\ng: null\n",
    "quotation marks": "a: 'it''s'\nb: \"\\u00e9\"\nc: [x,  'y' ]\n",
    "handles and signs": "- @zoe\n- 100 %\n- **gras**\n- `code`\n",
    "long lines": f"note: {'mot ' * 100}mot\n",
    "blocks": "a: |\n  un\n   deux\n\nb: >-\n  un\n  deux\n",
    "odd margins": "attendees:\n-   name: Anne\n    role:   speaker\n-   Bob\n",
    "Windows": "\ufeffa: 1\r\nb: [x, y]\r\n",
    "nothing but a comment": "# a\n",
    "nothing": "",
}


@pytest.mark.parametrize("kind", TYPED)
def test_what_is_not_changed_keeps_its_bytes(kind):
    """A file in which nothing changes is the same byte for byte, however it was typed."""
    edit = read_yaml_text(TYPED[kind])

    assert edit.render() == TYPED[kind]


def test_one_change_leaves_the_other_lines():
    """Only the line that changes is written anew, its comment in the same column; other margins stay."""
    edit = read_yaml_text("a:   1   # one\nmet: [anne,   bob]   # two\nc:    [x,   y]\n")

    edit.root["met"].remove("anne")

    assert edit.render() == "a:   1   # one\nmet: [bob]           # two\nc:    [x,   y]\n"


def test_a_value_is_read_as_it_was_typed():
    """A handle is compared as it was typed, and one that is put in goes between quotation marks."""
    edit = read_yaml_text("- @zoe\n- bob\n")

    edit.root.append("@anne")

    assert edit.plain(edit.root[0]) == "@zoe"
    assert edit.render() in {"- @zoe\n- bob\n- '@anne'\n", '- @zoe\n- bob\n- "@anne"\n'}


@pytest.mark.parametrize("text", ["Rappeler ?", ":-", "a?b", "un, deux", "[x]"])
def test_signs_between_braces_stand_in_quotation_marks(text):
    """Other readers of YAML, ours among them, would take them for the end of the text."""
    edit = read_yaml_text("- {do: x}\n")
    edit.root[0]["do"] = text

    written = edit.render()

    assert written == f"- {{do: '{text}'}}\n"
    assert yaml.safe_load(written) == [{"do": text}]


def test_what_is_no_yaml_is_told():
    """A file that cannot be read is not changed."""
    with pytest.raises(
        UnreadableError, match="no YAML that can be changed; build the site to see what is wrong"
    ):
        read_yaml_text("a: [b\n")
