"""Whatever program keeps somebody's appointments and contacts, it shows the same."""

from __future__ import annotations

import re

import pytest
from adapters import calendars, cards

pytestmark = pytest.mark.readers


@pytest.fixture(name="calendar_files", scope="module")
def fixture_calendar_files(output):
    """Return every calendar of a site."""
    return sorted(output.rglob("*.ics"))


@pytest.fixture(name="card_files", scope="module")
def fixture_card_files(output):
    """Return every file of contact cards of a site."""
    return sorted(output.rglob("*.vcf"))


def find_differences(paths, expected, found):
    """Return what differs between two readings of the same files, with the name of the file."""
    return [
        f"{path.name}: {read!r}, not {wanted!r}"
        for path, wanted, read in zip(paths, expected, found, strict=True)
        if wanted != read
    ]


@pytest.mark.parametrize("name", calendars.READERS)
def test_programs_show_the_same_appointments(output, calendar_files, name):
    """Every program finds in a calendar the same events, with the same id, name, place, hour and link."""
    expected = calendars.READERS["icalendar"](calendar_files)

    found = calendars.READERS[name](calendar_files)

    assert output / "calendar.ics" in calendar_files
    assert all(found)
    assert find_differences(calendar_files, expected, found)[:5] == []


def test_the_calendar_of_the_site_has_every_event_that_has_its_own(output, calendar_files):
    """An event is in its own calendar and in that of the site, once, under one id."""
    read = dict(zip(calendar_files, calendars.READERS["icalendar"](calendar_files), strict=True))
    whole = read.pop(output / "calendar.ics")
    alone = [event for path, events in read.items() if path.parent == output / "events" for event in events]

    assert len(whole) == len({event.uid for event in whole})
    assert sorted(whole, key=repr) == sorted(alone, key=repr)


@pytest.mark.parametrize("name", cards.READERS)
def test_programs_show_the_same_people(card_files, name):
    """Every program finds in a file of cards the same people, with the same id, names and links."""
    expected = cards.READERS["ical.js"](card_files)

    found = cards.READERS[name](card_files)

    assert len(card_files) >= 2
    assert all(found)
    assert {card.version for people in found for card in people} == {"4.0"}
    assert find_differences(card_files, expected, found)[:5] == []


def test_a_person_has_one_id_in_every_card(output, card_files):
    """Whoever keeps somebody's own card and those of two evenings keeps that person once."""
    read = dict(zip(card_files, cards.READERS["ical.js"](card_files), strict=True))
    own = [card.uid for path, people in read.items() if path.parent == output / "people" for card in people]
    met = {card.uid for path, people in read.items() if path.parent == output / "events" for card in people}

    assert len(own) == len(set(own))
    assert met == set(own)


def test_lines_are_as_long_as_old_programs_read(calendar_files, card_files):
    """Lines end as the standards say, and none is longer than 75 octets or ends within a character."""
    wrong = []
    for path in (*calendar_files, *card_files):
        data = path.read_bytes()
        lines = data.split(b"\r\n")
        is_whole = data.endswith(b"\r\n") and not re.search(rb"[^\r]\n|\r[^\n]", data)
        if (
            not is_whole
            or any(len(line) > 75 for line in lines)
            or any("\ufffd" in line.decode("utf-8", "replace") for line in lines)
        ):
            wrong.append(path.name)

    assert wrong == []
