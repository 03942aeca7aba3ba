from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest

from event_recap.model.event import Coverage, CoverageType, EventStatus, Location, Organizer
from event_recap.model.offer import Availability, Offer
from event_recap.model.person import Picture
from event_recap.model.visibility import Visibility
from event_recap.views.events import name_event, view_event
from event_recap.views.values import DateBlock, LinkView, PersonLink

MONTREAL = ZoneInfo("America/Montreal")


@pytest.fixture(name="view")
def fixture_view(make_registry, make_event, addresses):
    """Return what views one event."""

    def view(*entries, lang="fr", **facts):
        event = make_event(*entries, **facts)
        return view_event(make_registry(event), event, addresses, lang)

    return view


def test_an_event_without_facts_is_a_name_and_a_page(view):
    """Nothing is said of what is not known, and no status is guessed."""
    event = view()

    assert (event.id, event.name, event.url) == ("focus-20", "Focus 20", "events/focus-20/")
    assert (event.when, event.place, event.status, event.edition, event.total_text) == ("",) * 5
    assert (event.start_iso, event.end_iso, event.latitude, event.longitude) == ("",) * 4
    assert (event.date_block, event.cover, event.is_upcoming) == (None, None, False)


def test_when_an_event_takes_place_is_said_for_people_and_machines(view):
    """Words in the page's language, and the moment with its offset."""
    start, end = (datetime(2010, 2, 2, hour, tzinfo=MONTREAL) for hour in (18, 21))

    event = view(start=start, end=end)

    assert event.when.replace("\N{NO-BREAK SPACE}", " ") == "mardi 2 février 2010, de 18 h à 21 h"
    assert event.start_iso == "2010-02-02T18:00:00-05:00"
    assert event.end_iso == "2010-02-02T21:00:00-05:00"
    assert event.date_block == DateBlock("2", "févr.", "2010")


def test_a_whole_day_has_no_hour(view):
    """A date stays a date."""
    event = view(start=date(2010, 2, 2))

    assert (event.start_iso, event.end_iso) == ("2010-02-02", "")


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({"name": "Hôtel Le Dauphin"}, "Hôtel Le Dauphin"),
        (
            {"name": "Le Dauphin", "locality": "Drummondville", "region": "Québec", "country": "DE"},
            "Le Dauphin, Drummondville, Québec, Allemagne",
        ),
        ({"name": "Québec", "locality": "Québec", "region": "Québec"}, "Québec"),
        ({"country": "Kanada"}, "Kanada"),
        ({}, ""),
    ],
)
def test_a_place_is_said_on_one_line(view, facts, expected):
    """A country's code is said in words, and nothing is said twice."""
    assert view(location=Location(**facts)).place == expected


def test_the_parts_of_a_place_are_kept_for_machines(view):
    """Degrees are plain numbers without a tail of zeros."""
    place = Location(
        name="Lune", locality="Drummondville", region="Québec", country="BE", url="https://lune.example/",
        latitude=45.88, longitude=-72.0,
    )  # fmt: skip

    event = view(location=place)

    assert (event.place_name, event.locality, event.region, event.country) == (
        "Lune",
        "Drummondville",
        "Québec",
        "Belgique",
    )
    assert (event.latitude, event.longitude, event.place_href) == ("45.88", "-72", "https://lune.example/")


def test_the_equator_is_a_place(view):
    """Zero degrees is not nothing."""
    assert view(location=Location(latitude=0.0, longitude=10.0)).latitude == "0"


@pytest.mark.parametrize(
    ("status", "french", "english"),
    [
        (None, "", ""),
        (EventStatus.SCHEDULED, "", ""),
        (EventStatus.HELD, "", ""),
        (EventStatus.CANCELLED, "Annulé", "Cancelled"),
        (EventStatus.POSTPONED, "Reporté", "Postponed"),
        (EventStatus.RESCHEDULED, "Nouvelle date", "New date"),
        (EventStatus.MOVED_ONLINE, "Déplacé en ligne", "Moved online"),
    ],
)
def test_only_a_status_that_changes_something_is_said(view, status, french, english):
    """That an evening took place goes without saying."""
    assert (view(status=status).status, view(status=status, lang="en").status) == (french, english)
    assert view(status=status).status_key == (status.value if status else "")


@pytest.mark.parametrize(
    ("edition", "french", "english"),
    [
        ("1", "1re édition", "1st edition"),
        ("7", "7e édition", "edition no. 7"),
        ("2010", "édition 2010", "2010 edition"),
        ("d’hiver", "édition d’hiver", "d’hiver edition"),
        ("{name}", "édition {name}", "{name} edition"),
        ("", "", ""),
    ],
)
def test_an_edition_is_said_in_words(view, edition, french, english):
    """A small number is counted; a year or a word is said as it is."""
    assert (view(edition=edition).edition, view(edition=edition, lang="en").edition) == (french, english)


@pytest.mark.parametrize(
    ("start", "status", "expected"),
    [
        (date(2026, 1, 2), None, True),
        (date(2026, 1, 1), None, False),
        (date(2025, 12, 31), None, False),
        (date(2026, 1, 2), EventStatus.HELD, False),
        (date(2026, 1, 2), EventStatus.CANCELLED, True),
        (None, None, False),
    ],
)
def test_an_event_is_to_come_from_tomorrow_on(make_event, start, status, expected):
    """The day of the build decides, unless the author says that it took place."""
    assert make_event(start=start, status=status).is_upcoming(date(2026, 1, 1)) is expected


def test_an_event_without_a_name_is_called_by_its_file(make_event):
    """A list of names alone makes a page with a heading."""
    assert name_event(make_event(id="focus_20-hiver")) == "Focus 20 hiver"
    assert name_event(make_event(name="Focus 20 !")) == "Focus 20 !"


def test_organisers_lead_to_their_pages_or_to_their_sites(view, make_entry):
    """Somebody who may not be named is left out without a gap."""
    organizers = (
        Organizer(person_id="luc"),
        Organizer(person_id="zed"),
        Organizer(name="Lune", url="https://lune.example/"),
    )

    event = view(make_entry("luc"), make_entry("zed", visibility=Visibility.COUNTED), organizers=organizers)

    assert event.organizers == (
        PersonLink("Luc", url="people/luc/"),
        PersonLink("Lune", href="https://lune.example/", is_person=False),
    )


@pytest.mark.parametrize("kind", list(CoverageType))
def test_coverage_is_called_by_its_title_or_its_kind(view, kind):
    """Every kind has a word in each language."""
    url = "https://lune.example/"
    titled, untitled = view(
        coverage=(Coverage(type=kind, url=url, title="Title"), Coverage(type=kind, url=url))
    ).coverage

    assert titled == LinkView("Title", url, f"Title, {untitled.text}", kind.value)
    assert untitled.text
    assert untitled.label == f"{untitled.text}, lune.example"


def test_series_hashtag_cover_and_site_are_handed_on(view):
    """They are shown as typed, the series in words."""
    event = view(series="focus", hashtag="focus20", url="https://focus.example/", cover=Picture("a b.jpg"))

    assert (event.series, event.series_name) == ("focus", "Focus")
    assert (event.hashtag, event.href, event.cover.url) == ("focus20", "https://focus.example/", "a%20b.jpg")


def test_an_event_says_how_many_came(view, make_entry):
    """The number and the faces are those of the list."""
    event = view(make_entry("anne"), make_entry("luc", visibility=Visibility.NAME_ONLY))

    assert event.total_text == "2 personnes"
    assert [face.text for face in event.faces] == ["Anne"]


def say(text):
    """Return words with plain spaces."""
    return text.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.parametrize(
    ("price", "lang", "words"),
    [
        (Decimal("12.50"), "fr-CA", "12,50 $"),
        (Decimal(12), "fr-CA", "12 $"),
        (Decimal(12), "en-CA", "$12"),
        (Decimal(0), "fr", "Entrée libre"),
        (None, "fr", ""),
    ],
)
def test_a_price_is_said_as_a_language_says_it(view, price, lang, words):
    """Without cents where there are none."""
    event = view(
        start=date(2100, 1, 5),
        offers=(Offer(price=price, currency="CAD", url="https://a.example"),),
        lang=lang,
    )

    assert say(event.offers[0].text) == words


def test_a_ticket_that_is_gone_leads_nowhere(view):
    """And one that is to be had later says when."""
    gone = Offer(
        price=Decimal(5), currency="CAD", url="https://a.example", availability=Availability.SOLD_OUT
    )
    later = Offer(name="Early", url="https://a.example", valid_from=date(2099, 12, 1))

    offers = view(start=date(2100, 1, 5), offers=(gone, later), lang="en").offers

    assert (offers[0].note, offers[0].href) == ("Sold out", "")
    assert (offers[1].note, offers[1].label) == ("On sale from 1 December 2099", "Get a ticket, Early")


@pytest.mark.parametrize("facts", [{"start": date(2000, 1, 1)}, {"status": EventStatus.CANCELLED}])
def test_nobody_is_invited_to_what_is_over_or_cancelled(view, facts):
    """No price and no ticket."""
    offer = Offer(url="https://a.example")

    assert view(**{"start": date(2100, 1, 5), "offers": (offer,)} | facts).offers == ()


def test_a_new_day_is_said_with_the_former_one(view):
    """For people and machines."""
    event = view(start=date(2100, 1, 5), previous_start=date(2099, 12, 1), status=EventStatus.RESCHEDULED)

    assert (event.status, event.previous_when) == ("Nouvelle date", "au lieu du mardi 1er décembre 2099")
    assert event.previous_iso == "2099-12-01"
