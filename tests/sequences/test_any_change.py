"""Whole sites of invented people, changed at random and built again: nobody is ever shown more than may be.

``EVENT_RECAP_SEQUENCES=1000:1200`` tries the sites of these seeds instead of the few that a run of all tests
tries. Each failing seed fails again.
"""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest
from expected import find_faults, list_facts

from event_recap.engine import Pelican as Engine

FIRST, _, END = os.environ.get("EVENT_RECAP_SEQUENCES", "0:3").partition(":")
SEEDS = range(int(FIRST), int(END))
CHANGES = 3
THEME = Path(__file__).parents[2] / "theme"


def check(author, past, merged=()):
    """Build, and check that the site is published, shows nobody too much, and is proved."""
    code, told = author.build()

    assert code == 0, (past, told)
    assert find_faults(author.site, author.folder / "output", merged) == [], past
    assert [str(one) for one in author.proved if one.severity.value == "error"] == [], past


@pytest.mark.parametrize("seed", SEEDS)
def test_no_sequence_of_changes_shows_anybody_too_much(make_author, seed):
    """Whatever changes from one build to the next, only what may be shown stands in any file, and is proved."""
    author, past = make_author(seed), []
    for _ in range(CHANGES):
        author.write()

        check(author, past)

        past.append(author.site.change())


@pytest.mark.parametrize("seed", SEEDS)
def test_whoever_is_forgotten_is_nowhere(make_author, seed):
    """Nobody who was forgotten is in a page, a text, a list, or what Pelican kept of the texts, then or later."""
    author = make_author(seed)
    author.write()
    check(author, ["first"])
    person = author.site.draw.choice(
        [entry.person for event in author.site.events for entry in event.entries]
    )
    words = [*list_facts(author.site, person), *person.name.split()]

    assert author.run("forget", person.id, "--yes") == 0
    author.site.drop(person)
    check(author, ["forgotten"])
    assert author.find_words(words) == []
    author.site.change()
    author.write()
    check(author, ["forgotten", "changed"])


@pytest.mark.parametrize("seed", SEEDS)
def test_a_build_after_any_change_is_the_one_from_nothing(make_author, seed):
    """Whatever changed, what is taken from the last site is what would be made, and what is told is as well."""
    author, past = make_author(seed), []
    for _ in range(CHANGES):
        author.write()
        code, told = author.build(Engine)
        found = author.read()

        again, whole = author.build(Engine), author.build(Engine, NO_CACHE=True)

        assert code == 0, past
        assert again == whole == (code, told), past
        assert author.read() == found, past
        past.append(author.site.change())


def change_theme(theme, draw):
    """Let a template say more, or a style, or take back a template that stands before one of the plugin's."""
    if draw.random() < 1 / 5 and (own := sorted(theme.glob("templates/event_recap/*"))):
        draw.choice(own).unlink()
        return
    path = draw.choice(sorted([*theme.glob("templates/**/*.html"), *theme.glob("static/css/**/*.css")]))
    text, number = path.read_text(encoding="utf-8"), draw.randrange(1000)
    before, end, after = text.rpartition("{% end")
    style = f"{text}.n{number} {{ color: red }}\n"
    path.write_text(
        style if path.suffix == ".css" else f"{before}<i>{number}</i>{end}{after}", encoding="utf-8"
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_build_after_any_change_of_the_theme_is_the_one_from_nothing(make_author, tmp_path, seed):
    """Whatever is edited of a theme, no page is taken that its templates would make otherwise."""
    author, theme = make_author(seed), shutil.copytree(THEME, tmp_path / "theme")
    author.write()
    author.build(Engine, THEME=str(theme))
    for _ in range(2 * CHANGES):
        change_theme(theme, author.site.draw)
        code, told = author.build(Engine, THEME=str(theme))
        found = author.read()

        whole = author.build(Engine, THEME=str(theme), NO_CACHE=True)

        assert whole == (code, told) == (0, told)
        assert author.read() == found


@pytest.mark.parametrize("seed", SEEDS)
def test_two_who_are_merged_show_no_more_than_either(make_author, seed):
    """Where two people become one, nothing is shown that was shown of neither."""
    author = make_author(seed)
    one, other = (entry.person for entry in author.site.events[0].entries[:2])
    author.site.unmention(one)
    author.site.unmention(other)
    author.write()

    assert author.run("merge", one.id, other.id, "--yes") == 0

    check(author, ["merged"], merged=(one, other))


def test_what_is_not_to_be_shown_is_found_where_it_is(make_author):
    """A word that a text has, and that no level allows, is seen by both: the table of levels and the proof."""
    author = make_author(0)
    person = author.site.events[0].entries[0].person
    author.site.events[0].entries[0].level = "hidden"
    author.site.events[1].entries = [one for one in author.site.events[1].entries if one.person is not person]
    author.site.recaps[0].title, author.site.recaps[0].is_draft = f"avec {person.name}", False
    author.write()

    code, _ = author.build()

    assert code == 0
    faults = find_faults(author.site, author.folder / "output")
    assert {word for word, _ in faults} >= {
        word.lower() for word in re.findall(r"[a-z]+", person.name.lower())[:1]
    }
    assert "error" in {one.severity.value for one in author.proved}
