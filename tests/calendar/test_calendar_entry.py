from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from types import SimpleNamespace

import pytest

from event_recap.calendar.entry import build_entry, find_newest
from event_recap.model.event import EventStatus, Location, Organizer

PAST, COMING = date(2010, 2, 2), date(2030, 2, 2)


@pytest.fixture(name="entry")
def fixture_entry(make_event, view, site):
    """Return what tells calendars of an event."""

    def entry(*recaps, of=site, **facts):
        event = make_event(**facts)
        return build_entry(event, view(event), recaps, uid="urn:uuid:1", site=of)

    return entry


def test_an_event_without_a_start_is_in_no_calendar(entry):
    """Nobody can put into a calendar what has no date."""
    assert entry(start=None) is None


def test_an_event_is_told_as_its_page_tells_it(entry):
    """Name, place, position and page are those of the event's page."""
    place = Location(
        name="Le Dauphin", locality="Drummondville", country="CA", latitude=45.88, longitude=-0.0
    )

    told = entry(location=place)

    assert (told.summary, told.uid, told.start) == ("Focus 20", "urn:uuid:1", PAST)
    assert (told.location, told.position) == ("Le Dauphin, Drummondville, Canada", "45.88;-0")
    assert told.url == "https://blog.example/events/focus-20/"


def test_an_event_without_a_place_has_none(entry):
    """Nothing is said of what is not known."""
    told = entry()

    assert (told.location, told.position, told.categories, told.modified) == ("", "", (), None)


@pytest.mark.parametrize(
    ("status", "told"),
    [
        (None, "CONFIRMED"),
        (EventStatus.SCHEDULED, "CONFIRMED"),
        (EventStatus.HELD, "CONFIRMED"),
        (EventStatus.RESCHEDULED, "CONFIRMED"),
        (EventStatus.MOVED_ONLINE, "CONFIRMED"),
        (EventStatus.CANCELLED, "CANCELLED"),
        (EventStatus.POSTPONED, "TENTATIVE"),
    ],
)
def test_a_calendar_learns_whether_an_event_takes_place(entry, status, told):
    """A cancelled event is struck out, and one without a new date is not certain."""
    assert entry(status=status).status == told


def test_what_changed_last_is_the_newest_recap(entry, recap, site):
    """The stamp is the last day on which a recap was written or changed, in the time of the world."""
    older = recap(modified=datetime(2010, 3, 1, 8, tzinfo=timezone(timedelta(hours=-5))))
    newer = recap(date=datetime(2010, 2, 20, tzinfo=UTC))

    told = entry(older, newer, of=replace(site, updated=datetime(2012, 1, 1, tzinfo=UTC)))

    assert told.stamp == told.modified == datetime(2010, 3, 1, 13, tzinfo=UTC)
    assert told.stamp.tzinfo is UTC


@pytest.mark.parametrize(
    ("updated", "start", "stamp"),
    [
        (datetime(2012, 1, 1, tzinfo=UTC), PAST, datetime(2012, 1, 1, tzinfo=UTC)),
        (None, PAST, datetime(2010, 2, 2, tzinfo=UTC)),
        (None, datetime(2010, 2, 2, 23, tzinfo=UTC), datetime(2010, 2, 2, 23, tzinfo=UTC)),
    ],
    ids=["the site's newest text", "the day of the event", "its hour"],
)
def test_without_a_recap_the_stamp_is_still_a_date_of_the_content(entry, site, updated, start, stamp):
    """No stamp ever comes from the clock, and nothing is said to have been modified."""
    told = entry(of=replace(site, updated=updated), start=start)

    assert (told.stamp, told.modified) == (stamp, None)


def test_a_site_without_texts_has_no_newest():
    """A site of lists alone builds."""
    assert find_newest([]) is None


def test_recaps_of_an_event_that_is_over_are_linked(entry, recap):
    """After the event, its entry leads to what was written."""
    assert entry(recap()).description.splitlines() == [
        "Le récit",
        "https://blog.example/recaps/le-recit/",
        "https://blog.example/events/focus-20/",
    ]


def test_an_event_to_come_leads_to_its_page_only(entry, recap):
    """What was written before the event is no recap of it."""
    assert entry(recap(), start=COMING).description == "https://blog.example/events/focus-20/"


def test_what_matters_comes_first(entry, recap):
    """Its status in words, then the recap, where, by whom, and the page."""
    organizers = (Organizer(name="Chambre de commerce"), Organizer(name="Café Vrac"))

    told = entry(recap(), status=EventStatus.CANCELLED, location=Location(name="Ici"), organizers=organizers)

    assert told.description.splitlines() == [
        "Annulé",
        "Le récit",
        "https://blog.example/recaps/le-recit/",
        "Ici",
        "Organisé par Chambre de commerce et Café Vrac",
        "https://blog.example/events/focus-20/",
    ]


def test_a_site_without_an_address_has_no_links(entry, recap, site):
    """A link that leads nowhere is left out, and the rest is told."""
    told = entry(recap(), of=replace(site, url=""), location=Location(name="Ici"))

    assert (told.url, told.description) == ("", "Ici")


def test_categories_are_the_series_and_what_recaps_are_filed_under(entry, recap):
    """Each stands once, however it is capitalised, and none is empty."""
    tags = [SimpleNamespace(name=name) for name in ("soirées", "Café", "\x07", "café")]

    assert entry(recap(tags=tags), recap(), series="focus-20").categories == ("Focus 20", "Soirées", "Café")


def test_control_characters_are_taken_out(entry, recap):
    """A character that no calendar can carry is dropped, and a name stays on one line."""
    place = Location(name="Ici\x00\u2028et\nlà\x85")

    told = entry(recap(title="Le\ud800 récit\r\nEND:VEVENT"), name="Focus\x0b\n20\ud800", location=place)

    assert (told.summary, told.location) == ("Focus 20", "Ici et là")
    assert told.description.splitlines()[0] == "Le récit END:VEVENT"


def test_a_name_of_nothing_but_control_characters_is_the_id(entry):
    """An entry without a name could not be read."""
    assert entry(name="\x07").summary == "focus-20"
