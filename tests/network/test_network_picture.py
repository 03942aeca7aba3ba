"""What a picture shows of a network, and what its table says."""

from dataclasses import replace
from datetime import date

import pytest

from event_recap.errors import Place
from event_recap.model.consent import Policy
from event_recap.model.event import Event
from event_recap.model.meeting import Network
from event_recap.model.meetings import Meetings
from event_recap.model.registry import Registry
from event_recap.network.noted import find_noted
from event_recap.network.picture import PEOPLE_MOST, Sight, view_network
from event_recap.views.address import Addresses

PLACE = Place("content/test.yml", 1, 1)
ADDRESSES = Addresses("people/{slug}/", "events/{slug}/", pair="people/{slug}/{other}/")


@pytest.fixture(name="draw")
def fixture_draw():
    """Return what draws the network of some lists."""

    def draw(*lists, lang="fr"):
        events = {
            f"e{number}": Event(
                id=f"e{number}", place=PLACE, start=date(2010 + number, 2, 2), attendees=tuple(entries)
            )
            for number, entries in enumerate(lists)
        }
        registry = Registry(Policy(today=date(2026, 1, 1)), events, {})
        meetings = Meetings(registry, find_noted(registry, lang))
        sight = Sight(registry, meetings.pairs, ADDRESSES, lang)
        return view_network(meetings.find_network(events.values()), sight, "Qui a rencontré qui", "network/")

    return draw


def test_a_picture_has_a_circle_for_each_person_who_met_somebody(draw, make_entry):
    """By name, with a name that can be read aloud; who met nobody is not in it."""
    view = draw([make_entry("zoe", met_with=("anne",)), make_entry("anne"), make_entry("seul")])

    assert [(node.text, node.label, node.url) for node in view.nodes] == [
        ("Anne", "Anne, 1 personne", "people/anne/"),
        ("Zoe", "Zoe, 1 personne", "people/zoe/"),
    ]
    assert (view.title, view.url, view.size) == ("Qui a rencontré qui", "network/", "small")
    assert view.summary == "2 personnes, 1 lien"
    assert not view.left_out_text


def test_the_table_names_everybody_a_person_is_tied_to(draw, make_entry):
    """With how often, and the way to the page of the two."""
    anne, bruno = make_entry("anne", met_with=("bruno", "chloe")), make_entry("bruno")

    view = draw([anne, bruno, make_entry("chloe")], [replace(anne, met_with=()), bruno])

    assert [(tied.text, tied.times, tied.url) for tied in view.rows[0].people] == [
        ("Bruno", 2, "people/anne/bruno/"),
        ("Chloe", 1, "people/anne/chloe/"),
    ]
    assert [row.person.text for row in view.rows] == ["Anne", "Bruno", "Chloe"]


def test_a_line_is_wider_the_more_evenings_two_people_shared(draw, make_entry):
    """Four widths, the lightest first; lines of companions stand apart from those of meetings."""
    met = [make_entry("anne", met_with=("bruno",)), make_entry("bruno")]
    often = [make_entry("chloe"), make_entry("denis")]
    once = [make_entry("eva", met_with=("anne",)), make_entry("anne")]

    view = draw(*[met] * 6, often, often, once)

    assert [(ties.has_met, ties.weight) for ties in view.ties] == [(False, 2), (True, 1), (True, 4)]
    assert view.has_companions


def test_of_very_many_the_most_connected_are_drawn_and_all_are_told(draw, make_entry):
    """The picture says so; the table leaves nobody out."""
    hub = make_entry("hub", met_with=tuple(f"p{number:03}" for number in range(320)))

    view = draw([hub, *(make_entry(f"p{number:03}") for number in range(320))])

    assert len(view.nodes) == PEOPLE_MOST == 300
    assert len(view.rows) == 321
    assert "300" in view.left_out_text
    assert "Hub" in {node.text for node in view.nodes}


def test_a_note_that_mentions_somebody_who_was_there_tells_of_a_meeting(draw, make_entry):
    """One that mentions nobody, somebody unknown or somebody elsewhere does not."""
    here = [
        make_entry("anne", note="Avec [[Bruno]]."),
        make_entry("bruno", note="Seul, sans [[Personne Connue]]."),
        make_entry("chloe", note="Pensait à [[Denis]]."),
    ]

    view = draw(here, [make_entry("denis")])

    assert [node.text for node in view.nodes] == ["Anne", "Bruno"]


def test_nobody_who_met_nobody_is_no_picture(make_entry):
    """Where there is nothing to show there is no empty frame."""
    sight = Sight(Registry(Policy(today=date(2026, 1, 1)), {}, {}), {}, ADDRESSES, "fr")

    assert view_network(Network(), sight, "Qui a rencontré qui") is None
