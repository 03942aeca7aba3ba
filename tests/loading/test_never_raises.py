"""Whatever is in a file, reading it ends, and ends in values and problems."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from event_recap.loading import yaml_tree
from event_recap.loading.nodes import MappingNode
from event_recap.loading.recap import parse_recap
from event_recap.loading.report import Report
from event_recap.loading.site import load_site
from event_recap.loading.spellings import ATTENDEE, CONSENT, EVENT, LOCATION, PERSON, PICTURE
from event_recap.loading.yaml_tree import parse_yaml
from event_recap.model.consent import Policy

WORDS = sorted({*ATTENDEE.keys, *EVENT.keys, *PERSON.keys, *LOCATION.keys, *CONSENT.keys, *PICTURE.keys})
VALUES = [
    *(
        "2010-02-03",
        "18:30",
        "2010-02-03T25:61",
        "x.jpg",
        "../..",
        "https://a.example/%zz",
        "http://[",
        "@a@b",
    ),
    *("public", "hidden", "true", "speaker", "null", "~", "[a, b]", "{a: b}", '"\\ud800"', "1e999", "nan"),
]
"""What makes the readers of values take their different ways."""
PIECES = st.one_of(
    st.sampled_from(["- ", "  ", "\n", ": ", ":", "\t", "'", '"', "[", "]", "{", "}", ", ", "#", "&a", "*a"]),
    st.sampled_from(
        ["---\n", "...\n", "|", ">", "!", "%", "@", "`", "\u00a0", "\u2028", "\x00", "\ufeff", "\r"]
    ),
    st.sampled_from([f"{word}: " for word in WORDS]),
    st.sampled_from(["event:\n", "attendees:\n", "title: A\n", "date: ", "tags: ", "share: ", "guests: "]),
    st.sampled_from(VALUES),
    st.text(max_size=5),
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)
FILES = st.one_of(st.binary(max_size=200), TEXTS.map(lambda text: text.encode(errors="surrogatepass")))
POLICY = Policy(today=date(2026, 11, 21))
PARIS = ZoneInfo("Europe/Paris")


def load(files):
    """Load a site of the files given, by path below the content folder."""
    with tempfile.TemporaryDirectory() as folder:
        content = Path(folder)
        for name, data in files.items():
            (content / name).parent.mkdir(exist_ok=True)
            (content / name).write_bytes(data)
        return load_site(content, attendees_path="attendees", people_path="people", zone=PARIS, policy=POLICY)


@given(data=FILES)
@settings(deadline=None)
def test_any_list_gives_an_event(data):
    """A list of any bytes gives an event, so that the recaps about it are not lost."""
    registry, _ = load({"attendees/a.yml": data})

    assert list(registry.events) == ["a"]


@given(data=FILES)
@settings(deadline=None)
def test_any_file_gives_a_person(data):
    """A person's file of any bytes gives a person with a name."""
    registry, _ = load({"people/anne.yml": data})

    assert registry.people["anne"].name


@given(data=FILES)
@settings(deadline=None)
def test_any_recap_keeps_its_body(data):
    """A recap of any bytes is read; what is not front matter is its text, without control characters."""
    parsed = parse_recap(
        data, source="a.md", path=Path("a.md"), content=Path(), reserved=(), share_networks=("x",)
    )

    assert "\x00" not in parsed.body
    assert parsed.body_line >= 1


@given(text=TEXTS)
@settings(deadline=None)
def test_each_message_is_one_line(text):
    """Every message is one line that can be printed, and names the file first."""
    parsed = parse_recap(
        f"---\n{text}\n---\n".encode(errors="replace"),
        source="a.md",
        path=Path("a.md"),
        content=Path(),
        reserved=(),
        share_networks=("x",),
    )

    lines = [str(problem) for problem in parsed.problems]

    assert all(line.startswith("a.md") and line.isprintable() for line in lines)


@given(
    text=st.text(
        st.characters(codec="utf-8", exclude_characters="\r\n'", exclude_categories=["Cc", "Zl", "Zp"])
    )
)
def test_a_quoted_value_stays_as_typed(text):
    """What stands between quotation marks is read as typed, whatever it looks like."""
    report = Report("a.yml")

    node = parse_yaml(f"name: '{text}'", report)

    value = node.entries[0][1].text
    assert value == text.replace("\ufeff", "\u2066").replace("\ufffe", "\u2066").replace("\uffff", "\u2066")


@pytest.mark.parametrize(
    "typed",
    [
        *(
            "no",
            "NO",
            "Off",
            "yes",
            "y",
            "true",
            "007",
            "0x1F",
            "1_000",
            "1.10",
            "1e3",
            "18:30",
            "08:30",
            "1:30:00",
        ),
        *(
            "2010-02-30",
            "2010-02-02",
            "2010-02-02 18:00:00 -0500",
            "+33612345678",
            "=",
            "<<",
            ".inf",
            "Null",
            "404",
        ),
        *(
            "@anne",
            "`code`",
            "**gras** et suite",
            "%x",
            "http://a.example:80/x#y",
            "Café : non".replace(" :", ""),
        ),
    ],
)
@pytest.mark.parametrize("loader", ["CSafeLoader", "SafeLoader"])
def test_a_plain_value_stays_as_typed(monkeypatch, typed, loader):
    """A value without quotation marks is text as typed, never a number, a date or a truth value."""
    monkeypatch.setattr(yaml_tree, "_Loader", getattr(yaml, loader))
    report = Report("a.yml")

    node = parse_yaml(f"a: {typed}\nb:\n- {typed}\n", report)

    assert isinstance(node, MappingNode)
    assert node.entries[0][1].text == typed
    assert node.entries[1][1].items[0].text == typed
    assert report.problems == ()


@pytest.mark.parametrize("typed", ["", "~", "null"])
def test_an_empty_value_is_absent(typed):
    """Nothing after the colon, or one of YAML's words for nothing, is as if the key were not there."""
    node = parse_yaml(f"name: {typed}\n", Report("a.yml"))

    assert node.entries[0][1].is_absent


@pytest.mark.parametrize("typed", ["'~'", '"null"', "''", "|\n  null"])
def test_a_quoted_word_for_nothing_is_text(typed):
    """Somebody called Null is written between quotation marks."""
    node = parse_yaml(f"name: {typed}\n", Report("a.yml"))

    assert not node.entries[0][1].is_absent


def test_a_place_counts_characters():
    """Line and column are counted from 1, in characters, and from the line on which the text begins."""
    node = parse_yaml("- a\n- {é🎉: x}\n", Report("a.md"), first_line=5)

    value = node.items[1].entries[0][1]
    assert (value.line, value.column) == (6, 8)
