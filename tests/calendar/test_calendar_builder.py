from __future__ import annotations

import re
from datetime import UTC, date, datetime

import pytest
import vobject
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar

from event_recap.calendar.builder import CalendarBuilder
from event_recap.characters import clean_text

LONGEST = 75
WORDS = st.text(st.characters(codec=None, categories=None)) | st.text('é🎉👩‍🍳a\\,;:nN "^%', min_size=60)
STAMP = datetime(2010, 2, 3, 13, 30, tzinfo=UTC)


def unfold(data):
    """Return the lines of a calendar as the standard means them, by the names of their properties."""
    lines = data.decode().replace("\r\n ", "").split("\r\n")
    return {re.split("[;:]", line)[0]: line for line in lines}


def unescape(text):
    """Return a text as the standard means it."""
    return re.sub(r"\\(.)", lambda sign: "\n" if sign[1] in "nN" else sign[1], text)


@pytest.fixture(name="write")
def fixture_write(make_document, make_entry):
    """Return what writes a calendar of one event, and gives its bytes."""

    def write(*, calendar=None, **facts):
        return CalendarBuilder().build(make_document(entries=(make_entry(**facts),), **(calendar or {})))

    return write


@given(WORDS)
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_is_typed_a_line_has_75_bytes_of_whole_characters(write, typed):
    """Lines are folded between characters, never within one, and say the same when they are joined."""
    text = clean_text(typed)

    data = write(
        summary=text, categories=(text, text), description=f"{text}\n{text}", calendar={"lang": "fr"}
    )

    lines = data.split(b"\r\n")
    assert max(map(len, lines)) <= LONGEST
    assert [line.decode() for line in lines if b"\r" in line or b"\n" in line] == []
    read = unfold(data)
    assert unescape(read["SUMMARY"].removeprefix("SUMMARY;LANGUAGE=fr:")) == text
    assert unescape(read["DESCRIPTION"].removeprefix("DESCRIPTION;LANGUAGE=fr:")) == f"{text}\n{text}"


@pytest.mark.parametrize(
    "text", ["Un, deux; trois: «\xa0quatre\xa0»", "C:\\Nouveau\\n", 'a "b" ^n %2C', "é🎉" * 60]
)
def test_signs_that_mean_something_are_escaped(write, text):
    """Commas, semicolons and backslashes are read as they were typed."""
    data = write(summary=text, location=text, categories=(text, "autre"))

    event = vobject.readOne(data.decode()).vevent
    assert (event.summary.value, event.location.value) == (text, text)
    assert event.categories.value == [text, "autre"]


def test_every_line_ends_as_the_standard_wants(write):
    """A carriage return and a line feed end each line, the last one too."""
    data = write(description="un\ndeux")

    assert data.endswith(b"END:VCALENDAR\r\n")
    assert data.count(b"\n") == data.count(b"\r") == data.count(b"\r\n")
    assert unfold(data)["DESCRIPTION"] == "DESCRIPTION:un\\ndeux"


def test_an_event_has_all_that_is_known(write):
    """Dates are in UTC; status, place, position, categories and page have their own properties."""
    facts = {"status": "CANCELLED", "location": "Ici", "position": "45.88;-72.48", "categories": ("a", "b")}
    end = datetime(2010, 2, 3, 2, tzinfo=UTC)

    read = unfold(write(end=end, modified=STAMP, url="https://blog.example/e/", **facts))

    assert read["DTSTART"] == "DTSTART:20100202T230000Z"
    assert (read["DTEND"], read["DTSTAMP"]) == ("DTEND:20100203T020000Z", "DTSTAMP:20100203T133000Z")
    assert (read["LAST-MODIFIED"], read["STATUS"]) == ("LAST-MODIFIED:20100203T133000Z", "STATUS:CANCELLED")
    assert (read["LOCATION"], read["GEO"]) == ("LOCATION:Ici", "GEO:45.88;-72.48")
    assert (read["CATEGORIES"], read["URL"]) == ("CATEGORIES:a,b", "URL:https://blog.example/e/")


def test_an_event_says_nothing_of_what_is_unknown(write):
    """What a list does not tell has no line, not an empty one, and no reader guesses."""
    assert set(unfold(write())) - {"", "BEGIN", "END", "VERSION", "PRODID", "NAME"} == {
        *("DTSTART", "DTSTAMP", "UID", "SUMMARY", "STATUS"),
        *("REFRESH-INTERVAL", "X-WR-CALNAME", "X-PUBLISHED-TTL"),
    }


def test_whole_days_are_days(write):
    """A day has no hour, so that it is the same day everywhere."""
    read = unfold(write(start=date(2010, 2, 2), end=date(2010, 2, 4)))

    assert (read["DTSTART"], read["DTEND"]) == ("DTSTART;VALUE=DATE:20100202", "DTEND;VALUE=DATE:20100204")


def test_a_calendar_to_subscribe_to_says_what_it_is(write):
    """Its name, its address, its page, and when to come back; no method, which would ask for an organiser."""
    calendar = {
        "description": "Qui était là",
        "url": "https://blog.example/c.ics",
        "page_url": "https://blog.example/",
    }

    data = write(calendar={"name": "Carnet d’été", "lang": "fr-CA", **calendar})

    assert data.decode().split("\r\nBEGIN:VEVENT")[0].split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//pelican-event-recap//Calendars 1.0//EN",
        "DESCRIPTION;LANGUAGE=fr-CA:Qui était là",
        "NAME;LANGUAGE=fr-CA:Carnet d’été",
        "X-WR-CALNAME:Carnet d’été",
        "REFRESH-INTERVAL;VALUE=DURATION:P1D",
        "SOURCE;VALUE=URI:https://blog.example/c.ics",
        "URL:https://blog.example/",
        "X-PUBLISHED-TTL:P1D",
    ]


def test_a_single_event_is_no_calendar_of_its_own(write):
    """Outlook puts a file without such a name among the reader's own appointments."""
    assert b"X-WR-CALNAME" not in write(calendar={"is_subscribable": False})


def test_an_event_is_the_same_in_every_calendar(make_document, make_entry):
    """One builder writes many calendars, each whole."""
    one, two = make_entry(), make_entry(uid="urn:uuid:2", summary="Focus 21")
    builder = CalendarBuilder()

    both, second = (builder.build(make_document(entries=entries)) for entries in [(one, two), (two,)])

    names = [[str(event["SUMMARY"]) for event in Calendar.from_ical(data).events] for data in (both, second)]
    assert names == [["Focus 20", "Focus 21"], ["Focus 21"]]
    assert second == CalendarBuilder().build(make_document(entries=(two,)))
