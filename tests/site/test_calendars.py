"""Calendars of a built site: which there are, what readers make of them, and who is in none."""

from __future__ import annotations

import re
from datetime import UTC, datetime

import pytest
import vobject
from icalendar import Calendar

FILES = {
    "attendees/un.yml": (
        "event: {name: Un, start: 2010-02-02 18:00, end: 2010-02-02 21:00, series: soirs, status: held,\n"
        "  location: {name: Le Dauphin, locality: Drummondville, latitude: 45.88, longitude: -72.48}}\n"
        "attendees: [Anne Roy]\n"
    ),
    "attendees/deux.yml": "event: {name: Deux, start: 2010-03-02, end: 2010-03-03, series: soirs, status: postponed}\nattendees: [Anne Roy]\n",
    "attendees/trois.yml": "event: {name: Trois, series: jamais}\nattendees: [Anne Roy]\n",
    "attendees/quatre.yml": "event: {name: Quatre, start: 2030-03-02 18:00}\nattendees: [Anne Roy]\n",
    "recaps/a.md": "---\ntitle: Le récit\ndate: 2010-02-03 08:30\nmodified: 2010-02-05 08:30\nevent: un\ntags: [café]\n---\nTexte.\n",
    "recaps/b.md": "---\ntitle: L’invitation\ndate: 2010-02-07 08:30\nevent: quatre\n---\nTexte.\n",
    "recaps/c.md": "---\ntitle: Le brouillon\ndate: 2010-02-09\nevent: un\nstatus: draft\n---\nTexte.\n",
}
PEOPLE = """\
event: {name: Soir, start: 2010-02-02, organizers: [ursule, yolande, xenia, vigor]}
attendees:
  - {id: ursule, name: Ursule Publiquette, role: organizer}
  - {id: zoe, name: Zoé-Wilhelmine-Alexandrine-Bernardine-Ernestine Trèslongnompublic, note: Motdezoe.}
  - {id: vigor, name: Vigor Nomseulard, visibility: name-only}
  - {id: waldemar, name: Waldemar Initialeau, visibility: initials}
  - {id: xenia, name: Xénia Comptéedoux, visibility: counted}
  - {id: yolande, name: Yolande Cachemire, visibility: hidden, role: organizer}
"""
HERE = {"EVENT_RECAP": {"today": "2010-04-01"}}


def parse(data):
    """Return a calendar in which two strict readers find nothing wrong, and the same events."""
    calendar = Calendar.from_ical(data)
    assert [part.errors for part in calendar.walk() if part.errors] == []
    assert max(map(len, data.split(b"\r\n"))) <= 75
    other = vobject.readOne(data.decode())
    other.validate(raiseException=True)
    assert [event.uid.value for event in other.vevent_list] == [
        str(event["UID"]) for event in calendar.events
    ]
    return calendar


def read(site, name):
    """Return a calendar of a site by its path."""
    return parse((site.output / name).read_bytes())


def find_files(site):
    """Return the paths of all calendars of a site."""
    return [name for name in site.files() if name.endswith(".ics")]


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site with two evenings that are over, one to come, and one without a date."""
    site = build_shared_site(FILES, **HERE)
    assert site.exit_code == 0, site.errors
    return site


def test_every_calendar_of_the_example_site_is_right(example_site):
    """Two readers fault none of them, and each event has one of its own."""
    events = read(example_site, "calendar.ics").events

    assert len(events) == 7
    assert {
        len(read(example_site, name).events)
        for name in find_files(example_site)
        if name.startswith("events/")
    } == {1}
    assert len(read(example_site, "series/lanterne.ics").events) == 5
    assert len({str(event["UID"]) for event in events}) == 7


def test_an_event_with_a_date_has_a_calendar(site):
    """An event without a start is in no calendar, and neither is a series of such events."""
    assert find_files(site) == [
        "calendar.ics",
        *(f"events/{name}.ics" for name in ("deux", "quatre", "un")),
        "series/soirs.ics",
    ]
    assert [str(event["SUMMARY"]) for event in read(site, "calendar.ics").events] == ["Un", "Deux", "Quatre"]
    assert [str(event["SUMMARY"]) for event in read(site, "series/soirs.ics").events] == ["Un", "Deux"]


def test_an_event_is_the_same_in_every_calendar(site):
    """Whoever has an event from its page and from the site's calendar has it once."""
    (event,) = read(site, "events/un.ics").events
    others = [read(site, name).events[0] for name in ("calendar.ics", "series/soirs.ics")]

    assert [other.to_ical() for other in others] == [event.to_ical()] * 2
    assert re.fullmatch("urn:uuid:[0-9a-f-]{36}", event["UID"])


def test_an_evening_is_told_in_full(site):
    """When, where, how it went and where to read on, with absolute addresses although links are relative."""
    (event,) = read(site, "events/un.ics").events

    assert event.start == datetime(2010, 2, 2, 23, tzinfo=UTC)
    assert event.end == datetime(2010, 2, 3, 2, tzinfo=UTC)
    assert (event["LOCATION"], event["STATUS"]) == ("Le Dauphin, Drummondville", "CONFIRMED")
    assert event["GEO"].to_ical() == "45.88;-72.48"
    assert event.categories == ["Soirs", "Soirées", "café"]
    assert event["URL"] == "https://lanterne.example/events/un/"
    assert event["DESCRIPTION"].split("\n") == [
        "Le récit",
        "https://lanterne.example/recaps/le-recit/",
        "Le Dauphin, Drummondville",
        "https://lanterne.example/events/un/",
    ]


def test_whole_days_are_told_as_days(site):
    """The end of an event of two days is the day after, as calendars count; its hour is nobody's guess."""
    lines = site.read("events/deux.ics").splitlines()

    assert {"DTSTART;VALUE=DATE:20100302", "DTEND;VALUE=DATE:20100304", "STATUS:TENTATIVE"} <= set(lines)
    assert read(site, "events/deux.ics").events[0]["DESCRIPTION"].startswith("Reporté\n")


def test_every_stamp_comes_from_the_content(site):
    """The change of a recap, else that of the newest text of the site; never the hour of the build."""
    events = {str(event["SUMMARY"]): event for event in read(site, "calendar.ics").events}

    stamps = {name: event["DTSTAMP"].to_ical().decode() for name, event in events.items()}
    assert stamps == {"Un": "20100205T133000Z", "Deux": "20100207T133000Z", "Quatre": "20100207T133000Z"}
    assert {name for name, event in events.items() if "LAST-MODIFIED" in event} == {"Un", "Quatre"}


def test_what_was_written_before_is_linked_once_the_event_is_over(build_site):
    """An invitation is on the page of the event; its calendar leads there, and to recaps afterwards."""
    before, after = (
        read(build_site(FILES, EVENT_RECAP={"today": day}), "events/quatre.ics").events[0]["DESCRIPTION"]
        for day in ("2030-03-01", "2030-03-03")
    )

    assert "invitation" not in before
    assert "https://lanterne.example/recaps/linvitation/" in after


def test_another_machine_at_another_time_writes_the_same_bytes(build_shared_site, site):
    """Zone, locale and hash seed of the machine, and the day, change no byte of a calendar."""
    machine = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "fr_CA.UTF-8", "PYTHONHASHSEED": "77"}

    other = build_shared_site(FILES, environment=machine, EVENT_RECAP={"today": "2026-04-01"})

    assert find_files(other) == find_files(site)
    assert [name for name in find_files(site) if other.read(name) != site.read(name)] == []


def test_nobody_who_was_there_is_in_a_calendar(build_site):
    """No attendee is named at all, and an organiser only who may be, however lines are folded."""
    site = build_site({"attendees/soir.yml": PEOPLE})
    names = {name for line in PEOPLE.splitlines()[2:] for name in re.findall(r"[A-ZÉ][\wé-]+", line)}

    said = " ".join(site.read(name) for name in find_files(site)).replace("\n ", "")

    assert len(names) == 13
    assert sorted(name for name in names if name in said) == ["Publiquette", "Ursule"]
    assert "ATTENDEE" not in said
    assert "ORGANIZER" not in said


def test_characters_that_break_calendars_cost_none(build_site):
    """Control characters and signs of the format in names are dropped or escaped; the calendar is whole."""
    text = '"Un\\x07, deux; \\\\trois\\nEND:VEVENT\\u2028😀"'
    site = build_site(
        {
            "attendees/un.yml": f"event: {{name: {text}, start: 2010-02-02, location: {text}}}\nattendees: [Anne Roy]\n",
            "recaps/a.md": "---\ntitle: 'Fin\x0b\\, END:VCALENDAR'\ndate: 2010-02-03\nevent: un\ntags: ['a;b\x85', 'c\\n']\n---\nT.\n",
        },
        SITENAME="Un site\r\nEND:VCALENDAR",
    )

    assert site.exit_code == 0, site.errors
    (event,) = read(site, "calendar.ics").events
    assert str(event["SUMMARY"]).startswith("Un, deux; \\trois END:VEVENT")
    assert read(site, "calendar.ics")["NAME"] == "Un site END:VCALENDAR"
    assert "a;b" in event.categories


def test_an_empty_setting_writes_no_calendar(build_site):
    """Each of the three kinds may be left out, and then no page leads there."""
    settings = ("CALENDAR_SAVE_AS", "SERIES_CALENDAR_SAVE_AS", "EVENT_CALENDAR_SAVE_AS")

    site = build_site(FILES, **dict.fromkeys(settings, ""), **HERE)

    assert site.exit_code == 0
    assert find_files(site) == []


def test_two_files_that_want_one_path_are_told(build_site):
    """A calendar never replaces another file: the build ends, and names both."""
    site = build_site(FILES, CALENDAR_SAVE_AS="events/un.ics", **HERE)

    assert site.exit_code == 1
    (line,) = (line for line in site.problems() if "events/un.ics" in line)
    assert line.startswith("setting CALENDAR_SAVE_AS: ")
    assert "content/attendees/un.yml:1" in line


def test_templates_get_the_calendars_to_subscribe_to(build_site, tmp_path):
    """The site's calendar and those of its series, each with a link for the reader's own calendar."""
    template = "{% for each in calendars %}{{ each.title }}|{{ each.url }}|{{ each.webcal }}\n{% endfor %}"
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates/archives.html").write_text(template, encoding="utf-8")

    site = build_site(FILES, THEME_TEMPLATES_OVERRIDES=[str(tmp_path / "templates")], **HERE)

    assert site.read("archives/index.html").splitlines() == [
        "Rencontres|calendar.ics|webcal://lanterne.example/calendar.ics",
        "Soirs – Rencontres|series/soirs.ics|webcal://lanterne.example/series/soirs.ics",
    ]
