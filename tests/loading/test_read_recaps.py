from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown
from pelican.utils import get_date

from event_recap.errors import Place
from event_recap.loading.recap import parse_recap
from event_recap.model.person import Picture
from event_recap.model.recap import Guest, Recap, ShareText

YAML = """\
---
title: Focus 20, trente avatars
date: 2010-02-03 08:30
event: focus-20
tags: [réseautage, "no"]
Image: a.jpg
guests: [Anne Roy, {name: Bob, role: CEO, org: X, url: "https://bob.example"}]
cover: {src: crowd.png, alt: La foule, credit: Luc}
share: {text: "Focus, c'était ça", via: "@monblog", hashtags: ["#Focus20", soirée], networks: [x, email]}
---
Hier soir
"""


def parse(text):
    """Read one recap without pictures."""
    return parse_recap(
        text.encode(), source="a.md", path=Path("a.md"), content=Path(), reserved=(), share_networks=()
    )


def test_yaml_front_matter_is_read(read_recap):
    """YAML between --- lines: Pelican's keys as metadata, ours as values, the rest as the body."""
    parsed = read_recap(YAML)

    assert parsed.metadata == {
        "title": "Focus 20, trente avatars",
        "date": "2010-02-03 08:30:00",
        "tags": ["réseautage", "no"],
        "image": "a.jpg",
    }
    assert parsed.lines == {"title": 2, "date": 3, "tags": 5, "image": 6}
    assert (parsed.body, parsed.body_line, parsed.problems) == ("Hier soir\n", 11, ())
    assert parsed.recap == Recap(
        place=Place("a.md", 1),
        event_id="focus-20",
        event_place=Place("a.md", 4, 8),
        guests=(Guest(name="Anne Roy"), Guest(name="Bob", role="CEO", org="X", url="https://bob.example")),
        cover=Picture("recaps/evening/crowd.png", "La foule", "Luc"),
        share=ShareText(
            text="Focus, c'était ça", via="monblog", hashtags=("Focus20", "soirée"), networks=("x", "email")
        ),
    )


def test_key_lines_are_read(read_recap):
    """Pelican's own form of front matter gives the same values, texts as typed."""
    parsed = read_recap(
        "Title: Focus 20: trente\n    avatars\nDATE: 2010-02-03\nTags: a, b\n    c\nSummary: Un\n    deux\n"
        "Event: attendees/focus-20.yml\nGuests: Anne Roy, Bob\nShare: Venez !\nImage: a\nimage: b\nEmpty:\n\nHier\n"
    )

    assert parsed.metadata == {
        "title": "Focus 20: trente avatars",
        "date": "2010-02-03",
        "tags": "a, b, c",
        "summary": "Un\ndeux",
        "image": ["a", "b"],
        "empty": "",
    }
    assert (parsed.recap.event_id, parsed.recap.share) == ("focus-20", ShareText(text="Venez !"))
    assert [guest.name for guest in parsed.recap.guests] == ["Anne Roy", "Bob"]
    assert (parsed.body, parsed.body_line, parsed.problems) == ("Hier\n", 15, ())


@pytest.mark.parametrize(
    "text",
    [
        "Title: A\nfoo: b\n\nBody: x\n",
        "Title: A\nfoo: b\n    c\n   bar: d\n\nBody\n",
        "title:A\nfoo:b\n    c\n---\nBody\n",
        "Title: A\n... \nBody: y\n",
        "Title: A\nfoo: ~\n",
        "Title: A\nBody without a blank line\n",
    ],
)
def test_key_lines_are_those_of_python_markdown(text):
    """The keys, their values and the place where the body begins are as Python-Markdown's meta has them."""
    markdown = Markdown(extensions=["meta"])
    html = markdown.convert(text)

    parsed = parse(text)

    values = {key: value if isinstance(value, list) else [value] for key, value in parsed.metadata.items()}
    assert values == markdown.Meta
    assert Markdown().convert(parsed.body) == html


@pytest.mark.parametrize(
    "text",
    [
        "\ufeff---\ntitle: A\n---\nB",
        "---\r\ntitle: A\r\n---\r\nB",
        "\n\n---\ntitle: A\n...\nB",
        "---  \ntitle: A\n--- \nB",
    ],
)
def test_editors_write_front_matter_in_their_ways(text):
    """A byte order mark, line ends, blank lines before, spaces after the dashes change nothing."""
    parsed = parse(text)

    assert (parsed.metadata, parsed.body, parsed.problems) == ({"title": "A"}, "B", ())


@given(moment=st.datetimes(min_value=datetime.fromisoformat("1000-01-01")))
def test_pelican_reads_the_same_date(moment):
    """Pelican makes of the date in the metadata the moment that the author typed."""
    typed = moment.replace(microsecond=0).isoformat(" ")

    parsed = parse(f"Title: A\nDate: {typed}\n\nBody\n")

    assert get_date(parsed.metadata["date"]) == moment.replace(microsecond=0)


@pytest.mark.parametrize("offset", ["Z", " UTC", "+01:00", " -0500"])
def test_pelican_reads_the_same_zone(offset):
    """An offset that the author typed is the one that Pelican reads."""
    parsed = parse(f"---\ntitle: A\ndate: 2010-02-03T08:30:15{offset}\n---\n")

    hours = {"Z": 0, " UTC": 0, "+01:00": 1, " -0500": -5}[offset]
    assert get_date(parsed.metadata["date"]).utcoffset().total_seconds() == hours * 3600


def test_a_key_that_is_absent_is_no_metadata():
    """A key without a value is as if it were not there."""
    parsed = parse("---\ntitle: A\ntags:\nsummary: ~\nauthors: []\nevent:\nshare:\n---\n")

    assert parsed.metadata == {"title": "A", "authors": []}
    assert (parsed.recap.event_id, parsed.recap.event_place) == ("", None)


def test_a_summary_may_be_a_list_of_lines():
    """A summary of several lines is one text; of an unreadable item, nothing is kept."""
    parsed = parse("---\ntitle: A\nsummary: [a, b]\nkeywords: [x, ~, '']\n---\n")

    assert parsed.metadata == {"title": "A", "summary": "a\nb", "keywords": ["x"]}


def test_front_matter_that_is_broken_loses_no_text():
    """Where the front matter cannot be read, the text below it still can."""
    parsed = parse("---\ntitle: A\ncategory: a: b\n---\nBody\n")

    assert (parsed.metadata, parsed.body) == ({}, "Body\n")
    assert len(parsed.problems) == 1


def test_guests_without_a_name_are_left_out():
    """An empty entry among the guests is nobody."""
    parsed = parse("---\ntitle: A\nguests: [~, '', Bob]\n---\n")

    assert parsed.recap.guests == (Guest(name="Bob"),)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("slug", "soirée-20"),
        ("lang", "fr-CA"),
        ("status", "draft"),
        ("save_as", "a/b.html"),
        ("url", "a/b/"),
        ("template", "recap"),
        ("date_format", "x"),
        ("description", "2010-02-30"),
    ],
)
def test_the_keys_of_pelican_pass(key, value):
    """What Pelican and other plugins read is handed on as typed."""
    parsed = parse(f"---\ntitle: A\n{key}: {value}\n---\n")

    assert (parsed.metadata[key], parsed.problems) == (value, ())


def test_words_may_differ_by_network():
    """Each network may have a text of its own, and an empty one is none."""
    text = "---\ntitle: A\nshare: {text: a, texts: {x: b, linkedin: ''}}\n---\n"
    parsed = parse_recap(
        text.encode(),
        source="a.md",
        path=Path("a.md"),
        content=Path(),
        reserved=(),
        share_networks=("x", "linkedin"),
    )

    assert parsed.problems == ()
    assert parsed.recap.share == ShareText(text="a", texts={"x": "b"})


def test_no_networks_are_not_those_of_the_site():
    """A recap may be shared nowhere; where it says nothing, the site's networks hold."""
    nowhere = parse("---\ntitle: A\nshare: {networks: []}\n---\n").recap.share
    silent = parse("---\ntitle: A\nshare: {via: a}\n---\n").recap.share

    assert (nowhere.networks, silent.networks) == ((), None)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("title: Soirée : le retour", "Soirée : le retour"),
        ("Title: Focus 20: trente visages: enfin", "Focus 20: trente visages: enfin"),
        ("title: On y était:", "On y était:"),
        ("title: « @café » : un mot", "« @café » : un mot"),
    ],
)
def test_a_title_or_a_summary_may_hold_a_colon(typed, title):
    """French titles have colons, and nothing else can be meant; YAML alone would refuse them."""
    parsed = parse(f"---\n{typed}\ndate: 2010-02-03\nsummary: Trois mots : oui\n---\nBody\n")

    assert parsed.problems == ()
    assert (parsed.metadata["title"], parsed.metadata["summary"]) == (title, "Trois mots : oui")


def test_a_colon_in_another_value_may_be_a_forgotten_line_break():
    """Only sentences are read so: elsewhere a key may have slipped into the line of another."""
    parsed = parse("---\ntitle: A\ndate: 2010-02-03 status: draft\n---\nBody\n")

    assert [problem.field for problem in parsed.problems] == ["date"]
