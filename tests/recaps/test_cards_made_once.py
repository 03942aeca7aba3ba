"""A recap and the page of its event show the same cards, which are made once."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from event_recap import page_generator
from event_recap.page_generator import render_cards
from event_recap.views.values import AttendeesView


@pytest.fixture
def made(monkeypatch):
    """What was made, in its order."""
    made = []

    def render(_environment, attendees, lang):
        made.append((attendees.total_text, lang))
        return f"{attendees.total_text} {lang}"

    monkeypatch.setattr(page_generator, "render_attendees", render)
    return made


def test_the_same_people_have_the_same_cards(made):
    """The cards of an event's page are those of its recap."""
    run = SimpleNamespace(cards={})

    cards = [render_cards(None, AttendeesView(total_text="2 people"), "en", run) for _ in range(2)]

    assert cards == ["2 people en"] * 2
    assert len(made) == 1


def test_others_have_other_cards(made):
    """Where anything of them differs, or the language does, the cards are made anew; so are they in each build."""
    run, next_run = SimpleNamespace(cards={}), SimpleNamespace(cards={})
    asked = [
        ("2 people", "en", run),
        ("1 person", "en", run),
        ("2 people", "fr", run),
        ("2 people", "en", next_run),
    ]

    cards = [render_cards(None, AttendeesView(total_text=text), lang, one) for text, lang, one in asked]

    assert cards == [f"{text} {lang}" for text, lang, _ in asked]
    assert len(made) == len(asked)
