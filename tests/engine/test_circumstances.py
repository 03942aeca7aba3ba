"""What a build depends on besides files: some of it decides what pages say, the rest only what is told."""

from __future__ import annotations

import locale
import logging

import pytest

from event_recap.engine.circumstances import digest_circumstances, find_unseen, name_moment

SETTINGS = {"SITENAME": "Rencontres", "TIMEZONE": "UTC"}
BARE = {"PLUGINS": [], "JINJA_FILTERS": {}, "JINJA_GLOBALS": {}, "JINJA_TESTS": {}}
CLASS = """
class Words:
    def __init__(self):
        self.{0} = 1
WORDS = Words()
"""


def run_settings(text, **names):
    """Return what a settings file says, that is run with some names."""
    names |= {"__name__": "settings_of_somebody"}
    exec(text, names)
    return {name: value for name, value in names.items() if name.isupper()}


@pytest.fixture(name="be_verbose")
def fixture_be_verbose(monkeypatch):
    """Return what lets Pelican tell more, as ``--verbose`` does."""
    return lambda: monkeypatch.setattr(logging.getLogger("pelican"), "level", logging.INFO)


def test_who_asks_to_be_told_more_has_no_other_pages(be_verbose):
    """A build that is called with ``--verbose``, to see why a page was made, does not make it for that."""
    before = digest_circumstances(SETTINGS)

    be_verbose()

    assert digest_circumstances(SETTINGS) == before


def test_who_asks_to_be_told_more_is_told(be_verbose):
    """It is another build all the same, since the last one told less."""
    before = name_moment(SETTINGS)

    be_verbose()

    assert name_moment(SETTINGS) != before


def test_another_name_of_the_site_makes_other_pages():
    """A setting changes what pages say."""
    assert digest_circumstances({**SETTINGS, "SITENAME": "Soirs"}) != digest_circumstances(SETTINGS)


def test_another_locale_makes_other_pages(monkeypatch):
    """Pelican names months and days in it, as the machine says where the settings name none."""
    before = digest_circumstances(SETTINGS)
    monkeypatch.setattr(locale, "setlocale", lambda _category: "de_DE.UTF-8")

    assert digest_circumstances(SETTINGS) != before


def test_another_order_makes_other_pages():
    """A theme lists the links of a setting as they come."""
    one, other = {"LINKS": {"a": 1, "b": 2}}, {"LINKS": {"b": 2, "a": 1}}

    assert digest_circumstances(one) != digest_circumstances(other)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("SAY = lambda word: word", "SAY = lambda word: word.title()"),
        ("SAY = lambda word: word + 'a'", "SAY = lambda word: word + 'b'"),
        ("SAY = lambda word, end='a': word + end", "SAY = lambda word, end='b': word + end"),
        ("end = 'a'\nSAY = lambda word: word + end", "end = 'b'\nSAY = lambda word: word + end"),
        ("def make(end):\n  return lambda: end\nSAY = make(1)", "def make(end):\n  return lambda: end\nSAY = make(2)"),
        ("class SITE:\n  word = 1", "class SITE:\n  word = 2"),
        (CLASS.format("one"), CLASS.format("other")),
    ],
)  # fmt: skip
def test_code_in_the_settings_counts_by_what_it_does(before, after):
    """What a settings file reads, and what it runs, is read before anybody looks."""
    first, again, other = (digest_circumstances(run_settings(text)) for text in (before, before, after))

    assert first == again
    assert first != other


def test_settings_that_hold_each_other_are_told():
    """An object may know what holds it."""
    circle = run_settings(CLASS.format("one"))
    circle["WORDS"].self = circle["WORDS"]

    assert digest_circumstances(circle) == digest_circumstances(circle)


@pytest.mark.parametrize("options", [{"finalize": str.strip}, {"extensions": ["somebodys.Extension"]}])
def test_what_templates_are_given_by_others_is_seen_by_nobody(options):
    """A function that looks at each value may read a file."""
    assert find_unseen({**BARE, "JINJA_ENVIRONMENT": {"autoescape": True}}) == ""
    assert find_unseen({**BARE, "JINJA_ENVIRONMENT": options}) != ""
