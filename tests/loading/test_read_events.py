from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from event_recap.errors import Place
from event_recap.model.event import Coverage, CoverageType, Event, EventStatus, Location, Organizer
from event_recap.model.offer import Availability, Offer
from event_recap.model.person import Picture

WHOLE = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 21h
  timezone: America/Toronto
  status: held
  location: {name: Hôtel Le Dauphin, locality: Drummondville, region: Québec, country: CA,
    latitude: 45.88, longitude: -72.48, url: "https://dauphin.example"}
  organizers: [luc-garnier, {id: anne}, {name: Chambre, url: "https://chambre.example"}]
  series: Focus 20
  edition: 007
  hashtag: "#focus20"
  url: https://focus.example
  cover: {src: images/anne.jpg, alt: Affiche}
  coverage:
  - {type: photos, title: Album, url: "https://photos.example"}
"""

HOTEL = Location(
    name="Hôtel Le Dauphin",
    locality="Drummondville",
    region="Québec",
    country="CA",
    latitude=45.88,
    longitude=-72.48,
    url="https://dauphin.example",
)


def test_the_facts_of_an_event_are_read(load):
    """Every key of an event arrives in its place, times in the event's own zone."""
    loaded = load(WHOLE)

    zone = ZoneInfo("America/Toronto")
    assert loaded.event == Event(
        id="focus-20",
        place=Place("focus-20.yml", 1),
        name="Focus 20",
        start=datetime(2010, 2, 2, 18, tzinfo=zone),
        end=datetime(2010, 2, 2, 21, tzinfo=zone),
        status=EventStatus.HELD,
        location=HOTEL,
        organizers=(
            Organizer(person_id="luc-garnier"),
            Organizer(person_id="anne"),
            Organizer(name="Chambre", url="https://chambre.example"),
        ),
        series="focus-20",
        edition="007",
        hashtag="focus20",
        url="https://focus.example",
        coverage=(Coverage(type=CoverageType.PHOTOS, url="https://photos.example", title="Album"),),
        cover=Picture("images/anne.jpg", "Affiche"),
    )
    assert loaded.event.path == "attendees/focus-20.yml"
    assert loaded.problems == ()


def test_a_list_of_names_is_an_event(load):
    """The shortest list is names, and its event has no facts."""
    event = load("- Anne\n- Bob\n").event

    assert [attendee.name for attendee in event.attendees] == ["Anne", "Bob"]
    assert (event.name, event.start, event.location) == ("", None, None)


@pytest.mark.parametrize(
    "typed", ["event: {name: Focus}\n", "event: {name: Focus}\nattendees:\n", "attendees: []\n"]
)
def test_an_event_needs_nobody(load, typed):
    """An event without attendees is an event."""
    loaded = load(typed)

    assert loaded.event.attendees == ()
    assert loaded.problems == ()


def test_a_place_may_be_a_name(load):
    """A location of one text is the name of the place."""
    loaded = load("event: {location: Chez Anne}\n")

    assert loaded.event.location == Location(name="Chez Anne")


def test_a_day_stays_a_day(load):
    """An event without times lasts whole days."""
    event = load("event: {start: 2010-02-02, end: 2010-02-03}\n").event

    assert (event.start, event.end) == (date(2010, 2, 2), date(2010, 2, 3))


@pytest.mark.parametrize(
    "typed", ["latitude: 91, longitude: 0", "latitude: nan, longitude: 0", "latitude: 45"]
)
def test_half_a_coordinate_is_none(load, typed):
    """Coordinates come in twos; where one is missing or wrong, there is none."""
    location = load(f"event: {{location: {{{typed}}}}}\n").event.location

    assert (location.latitude, location.longitude) == (None, None)


@pytest.mark.parametrize("typed", ["[]", "{a: b}", "[a, b]", "~"])
def test_an_organiser_is_an_id_or_a_name(load, typed):
    """What is neither an id nor a name gives no organiser without either."""
    organizers = load(f"event: {{organizers: {typed}}}\n").event.organizers

    assert all(organizer.person_id or organizer.name for organizer in organizers)


@pytest.mark.parametrize("text", ["[", "'", "a: b: c", "\t- x", "- &a x\n--- x"])
def test_a_broken_list_is_still_an_event(load, text):
    """A list that cannot be read leaves its event, so that nothing else is told of it."""
    loaded = load(text)

    assert loaded.event.id == "focus-20"
    assert loaded.problems


def test_what_it_costs_is_read(load):
    """One ticket or several, with a decimal point or a comma, and a word for nothing."""
    offers = (
        "\n  - {name: Early, price: '12,50', currency: cad, availability: sold-out, valid_from: 2010-01-15}"
        "\n  - {price: free, url: 'https://in.example'}"
    )

    several = load(f"event:\n  name: Focus\n  offers:{offers}\n").event
    one = load("event:\n  name: Focus\n  offers: {url: 'https://in.example'}\n").event

    early = Offer(
        name="Early",
        price=Decimal("12.50"),
        currency="CAD",
        availability=Availability.SOLD_OUT,
        valid_from=date(2010, 1, 15),
    )
    assert several.offers == (early, Offer(price=Decimal(0), url="https://in.example"))
    assert one.offers == (Offer(url="https://in.example"),)


@pytest.mark.parametrize(
    ("status", "expected"),
    [("", EventStatus.RESCHEDULED), ("held", EventStatus.HELD)],
    ids=["silent", "held"],
)
def test_a_former_day_says_that_there_is_a_new_one(load, status, expected):
    """Without a word for it; a word that is typed stays."""
    event = load(
        f"event:\n  name: Focus\n  start: 2010-02-02\n  previous_start: 2010-01-05\n  status: {status}\n"
    ).event

    assert (event.previous_start, event.status) == (date(2010, 1, 5), expected)
