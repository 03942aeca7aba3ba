"""Who may be seen on a picture is decided once, and in doubt against it."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.model.consent import Consent, Policy
from event_recap.model.event import Attendee, Event
from event_recap.model.person import Person
from event_recap.model.photograph import Region, Sitter, decide_photograph
from event_recap.model.profile import Profile
from event_recap.model.registry import Registry
from event_recap.model.shown import ShownPerson, show_attendee
from event_recap.model.visibility import Visibility

PLACE = Place("content/test.yml", 1, 1)
TODAY = date(2026, 1, 1)
CORNER, MIDDLE = Region(0, 0, 10, 10), Region(40, 40, 20, 20)
levels = st.none() | st.sampled_from(Visibility)
consents = st.none() | st.builds(
    Consent,
    photo=st.none() | st.booleans(),
    until=st.none() | st.sampled_from([date(2025, 1, 1), date(2027, 1, 1)]),
    is_readable=st.booleans(),
)


def sit(person_id="", region=None, **facts):
    """Return somebody on a picture."""
    return Sitter(place=PLACE, address="people[0]", person_id=person_id, region=region, **facts)


def join(*lists, people=(), **policy):
    """Return a registry of lists and people's files."""
    events = {
        f"e{number}": Event(id=f"e{number}", place=PLACE, attendees=tuple(entries))
        for number, entries in enumerate(lists)
    }
    return Registry(Policy(today=TODAY, **policy), events, {person.id: person for person in people})


@given(
    st.lists(st.tuples(levels, consents), min_size=1, max_size=3), st.tuples(levels, consents), st.booleans()
)
def test_nobody_is_seen_whom_any_list_does_not_show_with_a_photo(said, own, strict):
    """Whatever lists and files say, one that allows no photo keeps a person off pictures without a region."""
    facts = {"id": "anne", "name": "Anne", "place": PLACE}
    person = Person(**facts, visibility=own[0], consent=own[1])
    lists = [[Attendee(**facts, visibility=level, consent=consent)] for level, consent in said]
    registry = join(*lists, people=[person], strict=strict)

    decision = decide_photograph("hall.jpg", [sit("anne")], registry)

    shown = [show_attendee(entries[0], person, registry.policy) for entries in lists]
    photos = [
        isinstance(one, ShownPerson)
        and registry.policy.allows_photo(one.level, [entries[0].consent, person.consent])
        for one, entries in zip(shown, lists, strict=True)
    ]
    assert decision.is_published is all(photos)
    assert bool(decision.unseen) is not all(photos)


def test_a_region_covers_only_whoever_may_not_be_seen(make_entry):
    """Regions of all may be given: those of people who may be seen stay uncovered."""
    registry = join([make_entry("anne"), make_entry("zoe", visibility=Visibility.HIDDEN)])

    decision = decide_photograph("hall.jpg", [sit("zoe", MIDDLE), sit("anne", CORNER)], registry)

    assert (decision.is_published, decision.covered) == (True, (MIDDLE,))


@pytest.mark.parametrize(
    ("sitters", "is_published"),
    [
        ([sit("zoe")], False),
        ([sit("zoe", MIDDLE)], True),
        ([sit("zoe", MIDDLE), sit("zoe")], True),
        ([sit("zoe", MIDDLE), sit("luc")], False),
        ([sit("zed", MIDDLE), sit("zoe")], True),
        ([sit(region=CORNER)], True),
        ([sit(region=CORNER), sit()], False),
        ([sit("nobody")], False),
        ([sit("nobody", CORNER)], True),
        ([], True),
    ],
)
def test_everybody_who_may_not_be_seen_needs_a_region(make_entry, make_person, sitters, is_published):
    """One face without a region keeps the picture off; a person named twice, or by an alias, is one person."""
    people = [make_person("zoe", visibility=Visibility.HIDDEN, aliases=("zed",))]
    registry = join([make_entry("zoe"), make_entry("luc", visibility=Visibility.COUNTED)], people=people)

    assert decide_photograph("hall.jpg", sitters, registry).is_published is is_published


def test_a_portrait_is_published_where_any_list_shows_it(make_entry):
    """A photo that one evening's list shows is not lost since another list only counts the person."""
    registry = join([make_entry("anne")], [make_entry("anne", visibility=Visibility.COUNTED)])

    assert decide_photograph("a.jpg", [sit("anne", is_portrait=True)], registry).is_published
    assert not decide_photograph("a.jpg", [sit("anne")], registry).is_published


def test_somebody_with_a_file_alone_may_be_seen_as_the_file_says(make_person):
    """Whoever is on a picture and in no list is decided about by their own file."""
    people = [make_person("anne"), make_person("zoe", visibility=Visibility.NAME_ONLY)]
    registry = join(people=people)

    assert decide_photograph("a.jpg", [sit("anne")], registry).is_published
    assert not decide_photograph("a.jpg", [sit("zoe")], registry).is_published


@pytest.mark.parametrize("text", ["Zoé au fond", "ZOE", "M. d’Aubigné", "avec @zed_x", "zoe-daubigne.jpg"])
def test_words_that_name_whoever_is_not_seen_may_not_stand(make_entry, make_person, text):
    """Any part of the name, id, alias or handle, however it is spelt, is a name."""
    person = make_person(
        "zoe-daubigne",
        name="Zoé d’Aubigné",
        visibility=Visibility.HIDDEN,
        profiles=(Profile("x", "https://x.com/zed_x", "zed_x"),),
        aliases=("zed",),
    )
    registry = join([make_entry("zoe-daubigne", name="")], people=[person])

    decision = decide_photograph("hall.jpg", [sit("zoe-daubigne", MIDDLE)], registry)

    assert not decision.may_stand(text)
    assert decision.may_stand("La salle, pleine")


def test_a_file_that_is_called_after_somebody_is_not_published(make_entry):
    """A covered face is of no use beside its name in the address of the picture."""
    registry = join([make_entry("zoe-roy", visibility=Visibility.HIDDEN)])

    assert not decide_photograph("images/Zoé/1.jpg", [sit("zoe-roy", MIDDLE)], registry).is_published
    assert decide_photograph("images/1.jpg", [sit("zoe-roy", MIDDLE)], registry).is_published
