"""What pages say of meetings."""

from datetime import date

import pytest

from event_recap.model.consent import Consent
from event_recap.model.meetings import Meetings
from event_recap.views.address import Addresses
from event_recap.views.events import view_event
from event_recap.views.meeting_values import MomentView
from event_recap.views.meetings import view_meetings, view_pair, view_returned

DAYS = [date(2010, 2, 2), date(2011, 2, 1), date(2012, 2, 2)]
ADDRESSES = Addresses("people/{slug}/", "events/{slug}/", pair="people/{slug}/{other}/")


@pytest.fixture(name="evenings")
def fixture_evenings(make_event, make_entry):
    """Return three evenings of a series: two people met at the second one, with a third beside them."""
    anne, chloe = make_entry("anne", known_since=date(2009, 3, 1)), make_entry("chloe")
    bruno = make_entry("bruno", consent=Consent(index=False))
    met = make_entry("anne", met_with=("bruno",))
    lists = [(anne, bruno, chloe), (met, bruno, chloe), (chloe,)]
    return [
        make_event(*entries, id=f"soir-{number}", name=f"Soir {number}", start=day, series="soir")
        for number, (entries, day) in enumerate(zip(lists, DAYS, strict=True), start=1)
    ]


@pytest.fixture(name="registry")
def fixture_registry(make_registry, evenings):
    """Return everybody of the evenings."""
    return make_registry(*evenings)


def test_a_person_reads_whom_they_met_how_often_first_and_last(registry):
    """The people met come with the first and the last event, and a page for the two."""
    view = view_meetings(Meetings(registry), registry, registry.public_people["anne"], ADDRESSES, "fr")

    (met,) = view.met
    assert (met.person.text, met.person.url, met.times_text) == ("Bruno", "people/bruno/", "2 événements")
    assert met.first == MomentView("Soir 1", "events/soir-1/", "2 février 2010", "2010-02-02")
    assert met.last == MomentView("Soir 2", "events/soir-2/", "1er février 2011", "2011-02-01")
    assert met.url == "people/anne/bruno/"
    assert [other.person.text for other in view.companions] == ["Chloe"]


@pytest.mark.parametrize(
    ("lang", "sentence"),
    [
        ("fr", "En contact en ligne depuis le 1er mars 2009, rencontre en personne le 2 février 2010"),
        ("en", "Known online since 1 March 2009, met in person on 2 February 2010"),
    ],
)
def test_a_person_reads_since_when_they_were_known(registry, lang, sentence):
    """Known online since one day, met in person on another, and where."""
    view = view_meetings(Meetings(registry), registry, registry.public_people["anne"], ADDRESSES, lang)

    assert view.introduction == sentence
    assert view.introduced_at.url == "events/soir-1/"


def test_who_met_nobody_has_nothing_to_read(make_registry, make_event, make_entry):
    """An empty section is no section."""
    registry = make_registry(make_event(make_entry("anne"), id="x"))

    view = view_meetings(Meetings(registry), registry, registry.public_people["anne"], ADDRESSES, "fr")

    assert not view


def test_two_people_have_a_page_of_what_they_share(registry, evenings):
    """It names both, says from when to when, and where they met; it is not indexed if one of them said so."""
    pair = Meetings(registry).pairs["anne", "bruno"]
    events = {event.id: view_event(registry, event, ADDRESSES, "fr") for event in evenings}

    view = view_pair(pair, registry, events, ADDRESSES, "fr")

    assert (view.title, view.url) == ("Anne et Bruno", "people/anne/bruno/")
    assert view.summary == "Ensemble à 2 événements, du 2 février 2010 au 1er février 2011"
    assert [(item.event.name, item.has_met) for item in view.events] == [("Soir 1", False), ("Soir 2", True)]
    assert not view.may_be_indexed


@pytest.mark.parametrize(
    ("start", "summary"), [(DAYS[0], "Both at 1 event, 2 February 2010"), (None, "Both at 1 event")]
)
def test_one_evening_is_no_span(make_registry, make_event, make_entry, start, summary):
    """One day is said once, and a day that nobody knows not at all."""
    event = make_event(make_entry("anne", met_with=("bruno",)), make_entry("bruno"), id="x", start=start)
    registry = make_registry(event)
    (pair,) = Meetings(registry).pairs.values()

    view = view_pair(pair, registry, {"x": view_event(registry, event, ADDRESSES, "en")}, ADDRESSES, "en")

    assert view.summary == summary


def test_an_evening_tells_who_came_back(registry, evenings):
    """With the number of editions before."""
    returned = view_returned(Meetings(registry), evenings[2], ADDRESSES, "fr")

    assert [(found.person.text, found.times_text) for found in returned] == [
        ("Chloe", "2 éditions précédentes")
    ]
    assert view_returned(Meetings(registry), evenings[0], ADDRESSES, "fr") == ()


def test_without_pages_for_two_there_is_no_link_to_one(registry):
    """An empty ``PAIR_SAVE_AS`` takes the links away, too."""
    addresses = Addresses("people/{slug}/", "events/{slug}/")

    view = view_meetings(Meetings(registry), registry, registry.public_people["anne"], addresses, "fr")

    assert [met.url for met in (*view.met, *view.companions)] == ["", ""]
