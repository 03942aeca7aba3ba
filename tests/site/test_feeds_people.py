"""Who did not agree stands in nothing that is sent away: no feed, calendar, card or list of feeds."""

from __future__ import annotations

import pytest

# Longer than a line of a calendar or a card, so that the name is broken wherever it stands.
LONG = "de la Très-Longue-Lignée-des-Familles-Qui-Ne-Tiennent-Pas-Sur-Une-Ligne"
DOCUMENTS = (".xml", ".json", ".ics", ".vcf", ".opml")
LEVELS = {
    "name-only": "Vigor",
    "initials": "Waldemar",
    "counted": "Xénia",
    "hidden": "Yolande",
    "expired": "Zéphirin",
    "not for search engines": "Odilon",
}
LIST = f"""\
event:
  name: Soir
  start: 2010-02-02 18:00
  series: soirs
  organizers: [ursule, waldemar, xenia, yolande]
  location: {{name: Chez Ursule}}
attendees:
  - {{id: ursule, name: Ursule {LONG}ursule, note: Motdursule., url: "https://ursule-site.example/"}}
  - {{id: vigor, name: Vigor {LONG}vigor, visibility: name-only, note: Motdevigor., url: "https://vigor-site.example/"}}
  - {{id: waldemar, name: Waldemar {LONG}waldemar, visibility: initials, note: Motdewaldemar., url: "https://waldemar-site.example/"}}
  - {{id: xenia, name: Xénia {LONG}xenia, visibility: counted, note: Motdexenia., url: "https://xenia-site.example/"}}
  - {{id: yolande, name: Yolande {LONG}yolande, visibility: hidden, note: Motdeyolande., url: "https://yolande-site.example/"}}
  - {{id: zephirin, name: Zéphirin {LONG}zephirin, consent: {{until: 2010-02-28}}, note: Motdezephirin., url: "https://zephirin-site.example/"}}
  - {{id: odilon, name: Odilon {LONG}odilon, consent: {{index: false}}, note: Motdodilon.}}
"""
RECAP = "---\ntitle: Le récit\nslug: recit\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n"
PERSON_FEEDS = {"person": ["atom", "rss", "json"]}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build an evening with somebody at each level, and every kind of feed."""
    site = build_shared_site(
        {"attendees/soir.yml": LIST, "recaps/a.md": RECAP},
        EVENT_RECAP={"today": "2010-03-01", "feeds": PERSON_FEEDS},
    )
    assert site.exit_code == 0, site.errors
    return site


@pytest.fixture(name="find", scope="module")
def fixture_find(site, find_traces):
    """Return what finds the documents that hold a word, in any spelling, broken over lines or not."""
    return lambda word: {name for _, name in find_traces(site, word) if name.endswith(DOCUMENTS)}


@pytest.mark.parametrize("level", ["initials", "counted", "hidden", "expired"])
def test_nobody_who_keeps_the_name_is_in_a_document(find, level):
    """Neither name nor note nor site of theirs is in any document."""
    name = LEVELS[level]
    words = (name, f"{LONG}{name}", f"Motde{name}", f"{name}-site")

    assert {word: find(word) for word in words if find(word)} == {}


def test_a_name_alone_is_in_the_texts_of_recaps_alone(find):
    """Who gave a name only is named where the recap's list stands, and no card, calendar or feed is theirs."""
    assert find("Motdevigor") | find("vigor-site") == set()
    assert find("Vigor")
    assert {name for name in find("Vigor") if not name.startswith("feeds/") or "vigor" in name} == set()
    assert "feeds/feeds.opml" not in find("Vigor")


def test_who_is_public_but_not_for_search_engines_has_no_feed(site):
    """A feed of somebody's own is found by everybody: it needs the same word as a search engine."""
    assert [name for name in site.files() if name.startswith("feeds/people/")] == [
        f"feeds/people/ursule.{ending}" for ending in ("atom.xml", "json", "rss.xml")
    ]


def test_the_search_would_find_them(find):
    """The search that proves the absence does find the public person, in every kind of document."""
    found = find(f"{LONG}ursule")

    assert {"feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json", "feeds/feeds.opml"} <= found
    assert {"people/ursule.vcf", "events/soir.vcf"} <= found


def test_cards_hold_public_people_only(site):
    """An event's cards are those of its public people."""
    cards = site.read("events/soir.vcf")

    assert cards.count("BEGIN:VCARD") == 2
    assert [name for name in site.files() if name.endswith(".vcf")] == [
        "events/soir.vcf",
        "people/odilon.vcf",
        "people/ursule.vcf",
    ]


def test_calendars_invite_nobody(site):
    """A calendar has no attendee and nobody's address in it."""
    calendars = [site.read(name) for name in site.files() if name.endswith(".ics")]

    assert len(calendars) == 3
    assert [text for text in calendars if "ATTENDEE" in text or "mailto:" in text.casefold()] == []
