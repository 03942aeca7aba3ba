"""What an author reads about mentions."""

import re

import pytest

SAID = re.compile("mentions somebody|known as|write \\[\\[id")
LIST = """\
attendees:
  - {id: anne-roy, name: Anne Roy, profiles: {x: cafe_lune}, note: "Près de [[Bo]]."}
  - {id: bo-1, name: Bo}
  - {id: bo-2, name: Bo}
  - {id: zoe-martin, name: Zoé Martin, visibility: hidden, profiles: {x: cafe_lunes}}
  - {id: carl-roy, name: Carl Roy, visibility: counted}
  - {id: lea-nom, name: Léa Nom, visibility: name-only}
"""
RECAP = """\
---
title: {title}
date: 2026-02-03
event: soir
summary: {summary}
---
{text}
"""


@pytest.fixture(name="read_problems")
def fixture_read_problems(build_site):
    """Return what builds a recap about that evening, and returns what is told about it."""

    def read_problems(text="Bonjour.", title="Soir", summary="Un soir.", **settings):
        recap = RECAP.format(text=text, title=title, summary=summary)
        files = {"attendees/soir.yml": LIST, "recaps/soir.md": recap}
        site = build_site(files, PRIVACY_SAVE_AS="", **settings)
        told = [line.removeprefix("warning: ") for line in site.problems() if SAID.search(line)]
        return site.exit_code, [line.replace("content/", "") for line in told]

    return read_problems


def test_an_unknown_mention_is_told_with_the_nearest_person_who_is_shown(read_problems):
    """A slip of the pen is put right at once, and the name of somebody hidden is never proposed."""
    text = "Avec @cafe_lunne et [[Ane Roy]].\n\n    @cafe_lunne\n\nAvec @xyz, `@xyz` et \\@xyz."

    assert read_problems(text) == (
        0,
        [
            "attendees/soir.yml:2:77: note: '[[Bo]]' may be bo-1 or bo-2; write [[id|name]]",
            "recaps/soir.md:7:6: text: nobody is known as '@cafe_lunne'; did you mean '@cafe_lune'?",
            "recaps/soir.md:7:21: text: nobody is known as '[[Ane Roy]]'; did you mean '[[Anne Roy]]'?",
            "recaps/soir.md:11:6: text: nobody is known as '@xyz'; put it between backticks if nobody is meant",
        ],
    )


def test_a_hidden_person_in_a_text_stops_the_build(read_problems):
    """In the text, the summary and in code; nothing is published, and the message names nobody."""
    code, told = read_problems("Avec [[Zoé Martin]], `@zoe-martin`.", summary="Un soir avec @cafe_lunes")

    said = "mentions somebody who may not be shown; write the sentence without them"
    assert code == 1
    assert told[1:] == [
        f"recaps/soir.md:5:23: {said}",
        f"recaps/soir.md:7:6: text: {said}",
        f"recaps/soir.md:7:23: text: {said}",
    ]


@pytest.mark.parametrize("typed", ["@carl-roy", '"[[Léa Nom]]"', "@lea-nom"])
def test_nobody_who_is_not_public_stands_in_a_title(read_problems, typed):
    """The address is made of the title, and feeds have it: whoever is only counted or named stops the build."""
    code, told = read_problems(title=f"Soir avec {typed}" if typed[0] == "@" else typed)

    said = "mentions somebody who may not be shown, also not in an address; write the title without them"
    assert (code, told[1:]) == (1, [f"recaps/soir.md:2:{18 if typed[0] == '@' else 9}: title: {said}"])


def test_in_strict_mode_everybody_who_is_not_shown_stops_the_build(read_problems):
    """A site that asks first publishes no text with a gap in it."""
    code, told = read_problems("Avec @carl-roy.", EVENT_RECAP={"strict": True})

    said = "mentions somebody who may not be shown; write the sentence without them"
    assert code == 1
    assert f"recaps/soir.md:7:6: text: {said}" in told
