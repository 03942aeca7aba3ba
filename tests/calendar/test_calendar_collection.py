from dataclasses import replace
from datetime import date

import pytest

from event_recap.calendar.collection import DatedEvent, find_calendars, view_calendar
from event_recap.calendar.entry import build_entry
from event_recap.views.subscription_values import CalendarView

SETTINGS = {"CALENDAR_SAVE_AS": "calendar.ics", "SERIES_CALENDAR_SAVE_AS": "series/{slug}.ics"}


@pytest.fixture(name="calendars")
def fixture_calendars(make_event, view, site):
    """Return what finds the calendars of a site with two evenings of a series and a third."""
    facts = [
        make_event(id="un", name="Un", series="s-b"),
        make_event(id="deux", name="Deux", start=date(2010, 3, 2)),
        make_event(id="trois", name="Trois", start=date(2010, 4, 2), series="s-b"),
        make_event(id="quatre", name="Quatre", start=date(2010, 5, 2), series="s-a"),
    ]

    def calendars(*, of=site, count=4, **settings):
        events = [
            DatedEvent(event, view(event), build_entry(event, view(event), [], uid=event.id, site=of))
            for event in facts[:count]
        ]
        return list(find_calendars(events, of, SETTINGS | settings))

    return calendars


def test_a_site_has_a_calendar_of_everything_one_of_each_series_and_one_of_each_event(calendars):
    """Each holds its events, oldest first."""
    held = {file.save_as: [entry.summary for entry in file.document.entries] for file in calendars()}

    assert list(held.items()) == [
        ("calendar.ics", ["Un", "Deux", "Trois", "Quatre"]),
        ("series/s-a.ics", ["Quatre"]),
        ("series/s-b.ics", ["Un", "Trois"]),
        ("events/un.ics", ["Un"]),
        ("events/deux.ics", ["Deux"]),
        ("events/trois.ics", ["Trois"]),
        ("events/quatre.ics", ["Quatre"]),
    ]


def test_a_calendar_is_named_and_knows_where_it_is(calendars):
    """The name tells a series from the site, and an event leads to its own page."""
    found = {file.save_as: file.document for file in calendars()}
    whole, series, event = (found[name] for name in ("calendar.ics", "series/s-b.ics", "events/un.ics"))

    assert [calendar.name for calendar in (whole, series, event)] == ["Carnet", "S b – Carnet", "Un"]
    assert series.url == "https://blog.example/series/s-b.ics"
    assert series.page_url == whole.page_url == "https://blog.example/events/"
    assert event.page_url == "https://blog.example/events/un/"
    assert [calendar.is_subscribable for calendar in (whole, series, event)] == [True, True, False]


def test_a_site_without_events_has_no_calendar(calendars):
    """An empty calendar is against the standard, and of no use to anybody."""
    assert calendars(count=0) == []


def test_an_empty_setting_leaves_its_calendars_out(calendars):
    """A site may do without the calendar of everything, or without those of series."""
    found = calendars(CALENDAR_SAVE_AS="", SERIES_CALENDAR_SAVE_AS=None)

    assert [file.save_as for file in found] == [
        f"events/{name}.ics" for name in ("un", "deux", "trois", "quatre")
    ]


def test_whoever_decides_about_the_path_is_told_of_it(calendars):
    """A path that is taken is a matter of the setting, or of the list whose event it is."""
    places = [str(file.place) for file in calendars(count=1)]

    assert places == ["setting CALENDAR_SAVE_AS", *["content/attendees/focus-20.yml:2:3"] * 2]


@pytest.mark.parametrize(
    ("url", "webcal"),
    [
        ("https://blog.example", "webcal://blog.example/calendar.ics"),
        ("http://localhost:8000/été", "webcal://localhost:8000/%C3%A9t%C3%A9/calendar.ics"),
        ("/blog", ""),
        ("", ""),
    ],
)
def test_a_link_opens_the_reader_s_own_calendar(calendars, site, url, webcal):
    """The link is made of the site's real address; without a host there is none."""
    here = replace(site, url=url)

    assert view_calendar(calendars(of=here)[0], here) == CalendarView("Carnet", "calendar.ics", webcal)


def test_a_calendar_of_a_site_without_an_address_has_no_links(calendars, site):
    """A path alone is no address for somebody who has only the file."""
    for file in calendars(of=replace(site, url="")):
        assert (file.document.url, file.document.page_url) == ("", "")
