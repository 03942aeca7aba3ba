"""What a reader of microformats finds on the pages."""

from __future__ import annotations

import warnings

import mf2py
import pytest

LIST = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 2010-02-02 21:00
  location: {name: Hôtel Le Dauphin, locality: Drummondville, region: Québec, country: CA, latitude: 45.88, longitude: -72.48}
  organizers: [luc]
attendees:
  - {id: luc, name: Luc Garnier, role: organizer, org: La Coop, job_title: Éditeur, note: Un mot.,
     url: "https://luc.example/", photo: {src: images/luc.png, alt: Luc}}
"""
RECAP = """\
---
title: Le récit
date: 2010-02-03 08:30
modified: 2010-02-05 09:00
event: focus
authors: [Marie Lantier]
category: Soirées
tags: [réseautage]
summary: En bref.
cover: {src: images/luc.png, alt: Luc}
---
Texte **entier**.
"""
SITE = "https://blog.example"
ELSEWHERE = "event: {name: Ailleurs, start: 2011-02-02, location: {locality: Rimouski, region: Québec}}\nattendees: [A]\n"
COMMENTS = {
    "comments/le-recit/a.yml": "author: Bob Loin\ndate: 2010-02-04\ntext: Bravo.\n",
    "comments/le-recit/b.yml": "author: Zoé Près\ndate: 2010-02-05\ntext: Merci.\nin_reply_to: a\n",
}


@pytest.fixture(name="read", scope="module")
def fixture_read(build_shared_site, picture):
    """Build a site; return a function that reads one of its pages."""
    files = {"attendees/focus.yml": LIST, "recaps/a.md": RECAP, "images/luc.png": picture, **COMMENTS}
    files["attendees/ailleurs.yml"] = ELSEWHERE
    site = build_shared_site(files, SITEURL=SITE, RELATIVE_URLS=False)
    assert site.exit_code == 0

    def read(name):
        """Return the first microformat of each type on a page, outer ones before nested ones."""
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # the reader's own, about its parser
            found = mf2py.parse(doc=site.read(f"{name}index.html"), url=f"{SITE}/{name}")
        return dict(reversed(list(collect(found["items"]))))

    return read


def collect(items):
    """Yield type and properties of each item; those of one level before those inside them."""
    nested = []
    for item in items:
        yield item["type"][0], item["properties"]
        values = [value for values in item["properties"].values() for value in values]
        nested += [
            *item.get("children", []),
            *(value for value in values if isinstance(value, dict) and "type" in value),
        ]
    if nested:
        yield from collect(nested)


def test_recap_is_an_entry(read):
    """A recap is an h-entry with name, address, dates, author, summary, category and content."""
    entry = read("recaps/le-recit/")["h-entry"]

    assert entry["name"] == ["Le récit"]
    assert entry["url"] == [f"{SITE}/recaps/le-recit/"]
    assert entry["published"] == ["2010-02-03T08:30:00-0500"]
    assert entry["updated"] == ["2010-02-05T09:00:00-0500"]
    assert entry["summary"] == ["En bref."]
    assert entry["category"] == ["réseautage"]
    assert "<strong>entier</strong>" in entry["content"][0]["html"]


def test_author_of_a_recap_is_a_card(read):
    """The author is an h-card with name and address."""
    (author,) = read("recaps/le-recit/")["h-entry"]["author"]

    assert author["type"] == ["h-card"]
    assert author["properties"]["name"] == ["Marie Lantier"]
    assert author["properties"]["url"] == [f"{SITE}/authors/marie-lantier/"]


@pytest.mark.parametrize("page", ["recaps/le-recit/", "events/focus/"])
def test_event_is_told_with_time_and_place(read, page):
    """An evening is an h-event with name, address, both ends and the place as an h-card."""
    event = read(page)["h-event"]
    place = event["location"][0]["properties"]

    assert event["name"] == ["Focus 20"]
    assert f"{SITE}/events/focus/" in event["url"]
    assert event["start"] == ["2010-02-02T18:00:00-0500"]
    assert event["end"] == ["2010-02-02T21:00:00-0500"]
    assert (place["name"], place["locality"], place["region"]) == (
        ["Hôtel Le Dauphin"],
        ["Drummondville"],
        ["Québec"],
    )
    assert event["organizer"][0]["properties"]["name"] == ["Luc Garnier"]


def test_person_is_a_card(read):
    """A person's page is an h-card with name, address, work, links and photo."""
    card = read("people/luc/")["h-card"]

    assert card["name"] == ["Luc Garnier"]
    assert card["uid"] == [f"{SITE}/people/luc/"]
    assert "https://luc.example/" in card["url"]
    assert (card["org"], card["job-title"]) == (["La Coop"], ["Éditeur"])
    assert card["photo"][0]["value"] == f"{SITE}/images/luc.png"


def test_attendee_is_a_card_on_the_page_of_the_evening(read):
    """Somebody who was there is an h-card, with role and note."""
    card = read("events/focus/")["h-card"]

    assert card["name"] == ["Luc Garnier"]
    assert f"{SITE}/people/luc/" in card["url"]
    assert card["note"] == ["Un mot."]
    assert card["role"] == ["Organisation"]


def test_lists_are_feeds_of_entries(read):
    """The home page is an h-feed with an entry for each recap."""
    found = read("")

    assert found["h-entry"]["name"] == ["Le récit"]
    assert found["h-entry"]["url"] == [f"{SITE}/recaps/le-recit/"]
    assert "h-feed" in found


def test_place_without_a_venue_is_an_address(read):
    """A town alone is an h-adr: nobody takes it for a house of that name."""
    (place,) = read("events/ailleurs/")["h-event"]["location"]

    assert place["type"] == ["h-adr"]
    assert place["properties"]["locality"] == ["Rimouski"]


@pytest.mark.parametrize(
    ("page", "name"),
    [("", "Rencontres"), ("people/luc/", "Luc Garnier"), ("authors/marie-lantier/", "Marie Lantier")],
)
def test_page_of_somebody_says_whose_it_is(read, page, name):
    """Its h-card has the address of the page as both url and uid: it stands for the page."""
    card = read(page)["h-card"]

    assert card["name"] == [name]
    assert card["uid"] == [f"{SITE}/{page}"]
    assert f"{SITE}/{page}" in card["url"]


def test_comments_are_citations_below_the_recap(read):
    """Each has its author, day, words and address; an answer says to which it answers."""
    first, answer = (found["properties"] for found in read("recaps/le-recit/")["h-entry"]["comment"])

    assert first["url"] == [f"{SITE}/recaps/le-recit/#comment-a"]
    assert first["author"][0]["properties"]["name"] == ["Bob Loin"]
    assert first["content"] == ["Bravo."]
    assert answer["in-reply-to"] == first["url"]
    assert answer["published"]
