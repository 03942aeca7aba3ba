"""What an author reads about the facts of an event."""

from __future__ import annotations

import pytest

DATES = {
    "two readings": (
        "event:\n  name: Focus\n  start: 02/03/2010\n",
        ["a.yml:3:10: event.start: '02/03/2010' may mean two days; write 2010-03-02 or 2010-02-03"],
    ),
    "the day first": (
        "event:\n  name: Focus\n  start: 25/03/2010\n",
        ["a.yml:3:10: event.start: '25/03/2010' does not begin with the year; write 2010-03-25"],
    ),
    "no reading": (
        "event:\n  name: Focus\n  start: 99/99/2010\n",
        ["a.yml:3:10: event.start: '99/99/2010' is no date; expected one such as 2010-02-03"],
    ),
    "short": (
        "event:\n  name: Focus\n  start: 2010-2-3\n",
        ["a.yml:3:10: event.start: '2010-2-3' is no date; write 2010-02-03"],
    ),
    "no such day": (
        "event:\n  name: Focus\n  start: 2010-02-30\n",
        [
            "a.yml:3:10: event.start: '2010-02-30' is no day of the calendar; expected a date such as 2010-02-03"
        ],
    ),
    "no such month": (
        "event:\n  name: Focus\n  start: 2010-13-01\n",
        [
            "a.yml:3:10: event.start: '2010-13-01' is no day of the calendar; expected a date such as 2010-02-03"
        ],
    ),
    "words": (
        "event:\n  name: Focus\n  start: last friday\n",
        [
            "a.yml:3:10: event.start: 'last friday' is no date; expected one such as 2010-02-03 or 2010-02-03 18:30"
        ],
    ),
    "a year": (
        "event:\n  name: Focus\n  start: 2010\n",
        ["a.yml:3:10: event.start: '2010' is no date; expected one such as 2010-02-03"],
    ),
    "no such hour": (
        "event:\n  name: Focus\n  start: 2010-02-03 25:00\n",
        ["a.yml:3:10: event.start: '25:00' is no time of the day; expected 00:00 to 23:59"],
    ),
    "half a clock": (
        "event:\n  name: Focus\n  start: 2010-02-03 6pm\n",
        ["a.yml:3:10: event.start: '6pm' is no time; expected hours and minutes such as 18:30"],
    ),
    "an hour that is skipped": (
        "event:\n  name: Focus\n  start: 2010-03-28 02:30\n",
        [
            "a.yml:3:10: event.start: 02:30 does not exist on 2010-03-28 in Europe/Paris, where the clocks go forward; did you mean 03:30?"
        ],
    ),
    "a zone by letters": (
        "event:\n  name: Focus\n  start: 2010-02-03 18:00 EST\n",
        [
            "a.yml:3:10: event.start: the zone 'EST' is not the same everywhere; write an offset such as +02:00"
        ],
    ),
    "a zone with a typo": (
        "event:\n  name: Focus\n  start: 2010-02-03 18:00 Europe/Pariss\n",
        ["a.yml:3:10: event.start: 'Europe/Pariss' is no time zone; did you mean 'Europe/Paris'?"],
    ),
    "an offset that is none": (
        "event:\n  name: Focus\n  start: 2010-02-03 18:00 +99:00\n",
        ["a.yml:3:10: event.start: '+99:00' is no offset from UTC; expected one such as +02:00"],
    ),
    "too long ago": (
        "event:\n  name: Focus\n  start: 0001-01-01\n",
        [
            "a.yml:3:10: event.start: '0001-01-01' is no day of the calendar; expected a date such as 2010-02-03"
        ],
    ),
    "too far": (
        "event:\n  name: Focus\n  start: 9999-12-31 23:00 -05:00\n",
        ["a.yml:3:10: event.start: the year 9999 is out of reach; write another year"],
    ),
    "an end before the start": (
        "event:\n  name: Focus\n  start: 2010-02-03 18:00\n  end: 2010-02-02 18:00\n",
        ["a.yml:4:8: event.end: the end is before the start, 2010-02-03 18:00; put one of the two right"],
    ),
    "a last day before the first": (
        "event:\n  name: Focus\n  start: 2010-02-03\n  end: 2010-02-01\n",
        ["a.yml:4:8: event.end: the end is before the start, 2010-02-03; put one of the two right"],
    ),
    "an end without time": (
        "event:\n  name: Focus\n  start: 2010-02-03 18:00\n  end: 2010-02-04\n",
        ["a.yml:4:8: event.end: start and end are of two kinds; give both a time, or neither"],
    ),
    "a time without a start": (
        "event:\n  name: Focus\n  end: 21:00\n",
        ["a.yml:3:8: event.end: '21:00' is a time alone; add 'start: …', or write the day before it"],
    ),
    "a time and a start without": (
        "event:\n  name: Focus\n  start: 2010-02-03\n  end: 21:00\n",
        ["a.yml:4:8: event.end: start and end are of two kinds; give both a time, or neither"],
    ),
    "a time and a start that cannot be read": (
        "event:\n  name: Focus\n  start: 25/03/2010 18:00\n  end: 21:00\n",
        ["a.yml:3:10: event.start: '25/03/2010' does not begin with the year; write 2010-03-25"],
    ),
    "a time just before the start": (
        "event:\n  name: Focus\n  start: 2010-02-03 18:30\n  end: 18:00\n",
        [
            "a.yml:4:8: event.end: the end is before the start, 2010-02-03 18:30; write the day as well if it is the next"
        ],
    ),
    "an end in words": (
        "event:\n  name: Focus\n  start: 2010-02-03 18:30\n  end: minuit\n",
        [
            "a.yml:4:8: event.end: 'minuit' is no date; expected one such as 2010-02-03, or a time such as 21:00"
        ],
    ),
    "a city": (
        "event:\n  name: Focus\n  timezone: Paris\n",
        ["a.yml:3:13: event.timezone: 'Paris' is no time zone; did you mean 'Europe/Paris'?"],
    ),
    "a zone in lower case": (
        "event:\n  name: Focus\n  timezone: europe/paris\n",
        ["a.yml:3:13: event.timezone: 'europe/paris' is no time zone; did you mean 'Europe/Paris'?"],
    ),
    "no zone": (
        'event:\n  name: Focus\n  timezone: "?"\n',
        ["a.yml:3:13: event.timezone: '?' is no time zone; expected a name such as Europe/Paris"],
    ),
}
"""Dates, times and zones."""

FACTS = {
    "a key with a typo": (
        "event:\n  name: Focus\n  locaton: x\n",
        ["a.yml:3:3: event.locaton: unknown key; did you mean 'location'?"],
    ),
    "a key at the wrong place": (
        "name: Focus\nattendees:\n- Anne\n",
        ["a.yml:1:1: name: belongs to the event; put it below 'event:', two spaces in"],
    ),
    "attendees with a typo": (
        "event:\n  name: Focus\nattendes:\n- Anne\n",
        ["a.yml:3:1: attendes: unknown key; did you mean 'attendees'?"],
    ),
    "text for the event": (
        "event: Focus\n",
        ["a.yml:1:8: event: expected an event with its keys, such as 'name: …' below it"],
    ),
    "another spelling": (
        "event:\n  name: Focus\n  venue: Chez Anne\n",
        ["warning: a.yml:3:3: event.venue: other spelling of 'location'"],
    ),
    "a status": (
        "event:\n  name: Focus\n  status: maybe\n",
        [
            "a.yml:3:11: event.status: 'maybe' is not known here; expected scheduled, held, cancelled, postponed, rescheduled or moved-online"
        ],
    ),
    "a status with a typo": (
        "event:\n  name: Focus\n  status: hled\n",
        ["a.yml:3:11: event.status: 'hled' is not known here; did you mean 'held'?"],
    ),
    "another spelling of a status": (
        "event:\n  name: Focus\n  status: canceled\n",
        ["warning: a.yml:3:11: event.status: 'canceled' is another spelling of 'cancelled'"],
    ),
    "beyond the pole": (
        "event:\n  name: Focus\n  location: {name: a, latitude: 91, longitude: x}\n",
        [
            "a.yml:3:33: event.location.latitude: '91' is no number of degrees; expected one from -90 to 90",
            "a.yml:3:48: event.location.longitude: 'x' is no number of degrees; expected one from -180 to 180",
        ],
    ),
    "half a place": (
        "event:\n  name: Focus\n  location: {latitude: 45.88}\n",
        ["a.yml:3:24: event.location.latitude: stands alone; add the longitude"],
    ),
    "the other half": (
        "event:\n  name: Focus\n  location: {longitude: 45.88}\n",
        ["a.yml:3:25: event.location.longitude: stands alone; add the latitude"],
    ),
    "a decimal comma": (
        "event:\n  name: Focus\n  location: {latitude: 45,88, longitude: 2}\n",
        ["a.yml:3:27: event.location.88: a number is no key; a decimal number takes a point, as in 45.88"],
    ),
    "a list of places": (
        "event:\n  name: Focus\n  location: [a]\n",
        ["a.yml:3:13: event.location: expected a location with its keys, such as 'name: …' below it"],
    ),
    "a former day and no other": (
        "event:\n  name: Focus\n  previous_start: 2010-02-03\n",
        [
            "a.yml:3:19: event.previous_start: there is no start beside it; add the new day as 'start: …'",
        ],
    ),
    "a former day that is the day": (
        "event:\n  name: Focus\n  start: 2010-02-03\n  previous_start: 2010-02-03\n",
        [
            "a.yml:4:19: event.previous_start: is the start itself; say when the event was to begin before",
        ],
    ),
    "an offer that is a word": (
        "event:\n  name: Focus\n  offers: [12]\n",
        [
            "a.yml:3:12: event.offers[0]: expected 'price: …' and 'url: …' in braces, as in {price: 12, currency: CAD, url: https://…}"
        ],
    ),
    "an offer of nothing": (
        "event:\n  name: Focus\n  offers: {name: Early}\n",
        ["a.yml:3:11: event.offers: says neither a price nor an address; add 'price: …' or 'url: …'"],
    ),
    "a price in words": (
        "event:\n  name: Focus\n  offers: {price: 12 dollars, currency: $}\n",
        [
            "a.yml:3:19: event.offers.price: '12 dollars' is no price; expected a number such as 12.50, or free",
            "a.yml:3:41: event.offers.currency: '$' is no currency; expected three letters such as CAD or EUR",
        ],
    ),
    "a price of no money": (
        "event:\n  name: Focus\n  offers: {price: 12}\n",
        [
            "a.yml:3:19: event.offers.price: stands without its currency; add one, such as 'currency: CAD'",
        ],
    ),
    "an organiser without name": (
        "event:\n  name: Focus\n  organizers: [{url: https://a.example}]\n",
        [
            "a.yml:3:16: event.organizers[0].name: the organiser has no name; add 'name: …', or write a person's id"
        ],
    ),
    "an organiser whose id is none": (
        "event:\n  name: Focus\n  organizers: [{id: Luc Garnier}]\n",
        [
            "a.yml:3:21: event.organizers[0].id: 'Luc Garnier' is no id: lower case letters, digits and hyphens"
        ],
    ),
    "an organiser by name": (
        "event:\n  name: Focus\n  organizers: [Luc Garnier]\n",
        ["warning: a.yml:3:16: event.organizers[0]: 'Luc Garnier' is another spelling of 'luc-garnier'"],
    ),
    "a series that is no id": (
        'event:\n  name: Focus\n  series: "!"\n',
        ["a.yml:3:11: event.series: '!' is no id: lower case letters, digits and hyphens"],
    ),
    "a hashtag of two words": (
        'event:\n  name: Focus\n  hashtag: "#focus 20"\n',
        ["a.yml:3:12: event.hashtag: '#focus 20' is no hashtag; expected one word such as focus20"],
    ),
    "coverage of an unknown type": (
        "event:\n  name: Focus\n  coverage: [{type: fotos, url: https://a.example}]\n",
        ["a.yml:3:21: event.coverage[0].type: 'fotos' is not known here; did you mean 'photos'?"],
    ),
    "coverage without type and url": (
        "event:\n  name: Focus\n  coverage: [{title: Album}]\n",
        [
            "a.yml:3:14: event.coverage[0].type: 'type' is missing; expected a type and a url",
            "a.yml:3:14: event.coverage[0].url: 'url' is missing; expected a type and a url",
        ],
    ),
    "coverage by address": (
        "event:\n  name: Focus\n  coverage: [https://a.example]\n",
        [
            "a.yml:3:14: event.coverage[0]: expected 'type: …' and 'url: …' in braces, as in {type: photos, url: https://…}"
        ],
    ),
    "a cover that is missing": (
        "event:\n  name: Focus\n  cover: images/focus.jpg\n",
        [
            "a.yml:3:10: event.cover: there is no picture 'images/focus.jpg' in the content folder; did you mean 'images/anne.jpg'?"
        ],
    ),
}
"""Everything else."""


@pytest.mark.parametrize("mistake", DATES | FACTS)
def test_event_mistakes(read_list, mistake):
    """A mistake in the facts of an event is told with what is expected."""
    typed, expected = (DATES | FACTS)[mistake]

    lines = read_list(typed)

    assert lines == expected
