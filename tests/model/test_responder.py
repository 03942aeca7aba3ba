"""Who wrote a comment, and what may be shown of them: as everywhere, the lowest level decides."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.model.comment import Commenter
from event_recap.model.consent import Policy
from event_recap.model.event import Event
from event_recap.model.profile import build_profile
from event_recap.model.registry import Registry
from event_recap.model.responder import ShownCommenter, show_commenter
from event_recap.model.visibility import Visibility

PLACE = Place("content/test.yml", 1, 1)
LEVELS = st.none() | st.sampled_from(Visibility)


def build_event(name, *entries):
    """Return an event with a list."""
    return Event(id=name, place=PLACE, attendees=tuple(entries), start=date(2026, 1, 1))


@pytest.fixture(name="show")
def fixture_show(make_entry):
    """Return what shows an author on a site with two lists; Anne is public in one and counted in the other."""
    x = build_profile("x", "anner")
    public = make_entry("anne-roy", profiles=(x,), url="https://anne.example")
    counted = make_entry("anne-roy", visibility=Visibility.COUNTED)
    events = {"one": build_event("one", public), "two": build_event("two", counted)}
    registry = Registry(Policy(today=date(2026, 2, 1)), events, {})

    def show(event="one", **facts):
        return show_commenter(Commenter(**{"name": "A. R.", **facts}), registry, events.get(event))

    return show


@pytest.mark.parametrize(
    "facts",
    [
        {"person_id": "anne-roy"},
        {"url": "http://www.anne.example/", "name": "Anne Roy"},
        {"url": "https://twitter.com/AnneR"},
        {"profiles": (build_profile("x", "anner"),)},
    ],
)
def test_somebody_is_known_by_id_by_site_and_by_profile(show, facts):
    """Then their page is linked, and where the event counts them they are not shown."""
    assert show(**facts).person_id == "anne-roy"
    assert show("two", **facts) is Visibility.COUNTED


def test_a_site_that_others_share_lowers_and_leads_to_nobody(show):
    """The paper for which somebody writes is not that person, and is not shown where they are not."""
    assert show(name="The Paper", url="https://anne.example").person_id == ""
    assert show("two", name="The Paper", url="https://anne.example") is Visibility.COUNTED


def test_a_name_alone_joins_nobody_and_still_lowers(show):
    """A namesake of somebody public has no link to their page; of somebody counted, nothing is shown."""
    assert show(name="Anne Roy") == ShownCommenter(text="Anne Roy")
    assert show("two", name="Anne Roy") is Visibility.COUNTED


def test_somebody_without_a_name_in_the_comment_has_that_of_the_list(show):
    """Or its initials, where the comment asks for no more."""
    assert show(name="", person_id="anne-roy").text == "Anne Roy"
    assert show(name="", person_id="anne-roy", visibility=Visibility.INITIALS).text == "A. R."


def test_an_id_that_nobody_has_shows_nothing(show):
    """In doubt, less is published."""
    assert show(person_id="nobody") is Visibility.COUNTED


def test_a_stranger_is_shown_as_their_file_says(show):
    """Somebody who is in no list may ask for initials too."""
    url = "https://zed.example"

    assert show(name="Zed Autre", url=url) == ShownCommenter(text="Zed Autre", url=url)
    assert show(name="Zed Autre", url=url, visibility=Visibility.INITIALS) == ShownCommenter(
        text="Z. A.", level=Visibility.INITIALS
    )
    assert show(name="Zed Autre", url=url, visibility=Visibility.NAME_ONLY) == ShownCommenter(
        text="Zed Autre", level=Visibility.NAME_ONLY
    )


@given(listed=LEVELS, elsewhere=LEVELS, typed=LEVELS)
def test_nobody_is_shown_above_the_level_of_the_evening_and_the_comment(listed, elsewhere, typed):
    """Whatever they agreed to elsewhere, the list of the evening and the comment decide, the lower of both."""
    from event_recap.model.event import Attendee

    entries = [
        Attendee(id="anne-roy", name="Anne Roy", place=PLACE, visibility=level)
        for level in (listed, elsewhere)
    ]
    events = {"one": build_event("one", entries[0]), "two": build_event("two", entries[1])}
    registry = Registry(Policy(today=date(2026, 2, 1)), events, {})
    author = Commenter(name="Anne Roy", person_id="anne-roy", visibility=typed)
    shown = show_commenter(author, registry, events["one"])
    lowest = min(level if level is not None else Visibility.PUBLIC for level in (listed, typed))

    level = shown.level if isinstance(shown, ShownCommenter) else shown
    assert level <= lowest
    if isinstance(shown, ShownCommenter):
        assert ("Roy" in shown.text) is (level >= Visibility.NAME_ONLY)
        assert bool(shown.person_id) is (level is Visibility.PUBLIC)
