"""The page of an event, and the list of events."""

from __future__ import annotations

import pytest

FULL = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 2010-02-02 21:00
  location:
    {name: Hôtel Le Dauphin, locality: Drummondville, region: Québec, country: CA, latitude: 45.88,
     longitude: -72.48, url: https://hotel.example/}
  organizers: [luc, {name: La Coop, url: https://coop.example/}]
  series: focus
  edition: 20
  hashtag: focus20
  url: https://focus.example/20
  cover: {src: images/salle.png, alt: La salle}
  coverage: [{type: photos, title: Les photos de Jean, url: https://photos.example/}]
attendees:
  - {id: luc, name: Luc Garnier, role: organizer}
  - Anne Tremblay
"""


def recap(title, day, more=""):
    """Return a recap of the evening."""
    return f"---\ntitle: {title}\ndate: {day}\nevent: focus-20\n{more}---\nX\n"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site as of a day between its evenings."""
    return build_shared_site(
        {
            "attendees/focus-20.yml": FULL,
            "attendees/focus-19.yml": "event: {name: Focus 19, start: 2009-12-02, series: focus}\nattendees: [Zoé Roy]\n",
            "attendees/off.yml": "event: {name: Relâche, start: 2010-09-01, status: cancelled}\nattendees: []\n",
            "attendees/held.yml": "event: {name: Déjà tenue, start: 2010-03-04, status: held}\nattendees: []\n",
            "attendees/bare.yml": "- Ève Côté\n- Max Roy\n",
            "attendees/soon.yml": "event: {name: Bientôt, start: 2010-08-01}\nattendees: []\n",
            "images/salle.png": picture,
            "recaps/a.md": recap("Le lendemain", "2010-02-03"),
            "recaps/b.md": recap("The day after", "2010-02-04", "lang: en\n"),
            "recaps/c.md": recap("Brouillon", "2010-02-05", "status: draft\n"),
        },
        EVENT_RECAP={"today": "2010-03-04"},
    )


@pytest.fixture(name="page", scope="module")
def fixture_page(site):
    """Return the page of the evening of which all is known."""
    assert site.exit_code == 0
    return site.page("events/focus-20/index.html")


def test_page_tells_the_facts(page):
    """Name, day, place, organisers, hashtag and site of the event are on its page."""
    box = page.select_one(".h-event")

    assert page.h1.get_text() == "Focus 20"
    assert box.select_one(".dt-start")["datetime"] == "2010-02-02T18:00:00-05:00"
    assert box.select_one(".dt-end")["value"] == "2010-02-02T21:00:00-05:00"
    assert box.select_one(".p-location a")["href"] == "https://hotel.example/"
    assert "#focus20" in box.get_text()
    assert box.select('a[href="https://focus.example/20"]')


def test_organisers_lead_to_their_pages(page):
    """An organiser who is in the list leads to the page here, another to the site that is named."""
    links = {link.get_text(): link["href"] for link in page.select(".p-organizer a")}

    assert links == {"Luc Garnier": "../../people/luc/", "La Coop": "https://coop.example/"}


def test_cards_cover_and_coverage_are_on_the_page(page):
    """The page has the cards, the picture, and what others keep of the evening."""
    assert [card["id"] for card in page.select(".attendee-card")] == ["person-luc", "person-anne-tremblay"]
    assert page.select_one(".cover img")["alt"] == "La salle"
    assert page.select_one('a[href="https://photos.example/"]').get_text() == "Les photos de Jean"


def test_recaps_of_every_language_are_listed_and_drafts_are_not(page):
    """Published recaps in every language are listed, oldest first."""
    titles = [title.get_text(strip=True) for title in page.select(".timeline__title")]

    assert titles == ["Le lendemain", "The day after"]


def test_other_editions_are_listed(page):
    """The page leads to the other events of the series, and to none outside it."""
    names = [link.get_text() for link in page.select("[aria-labelledby=editions] .events__name a")]

    assert names == ["Focus 19"]


def test_event_without_recap_has_a_page(site):
    """An evening nobody wrote up has its page, with the people who were there."""
    page = site.page("events/focus-19/index.html")

    assert page.select_one("#person-zoe-roy")
    assert not page.select(".timeline__title")


def test_bare_list_of_names_is_an_event(site):
    """A file that is a list of names is enough: its name is said in words."""
    page = site.page("events/bare/index.html")

    assert page.h1.get_text() == "Bare"
    assert len(page.select(".attendee-card")) == 2


def test_cancelled_evening_says_so(site):
    """The page of an evening that was cancelled says so."""
    assert site.words("events/off/index.html", ".status")
    assert not site.page("events/focus-20/index.html").select(".ticket .status")


def test_list_separates_what_comes_from_what_was(site):
    """The list has evenings to come first, soonest first, then those that were, latest first."""
    page = site.page("events/index.html")

    assert [name.get_text() for name in page.select(".invitation__name")] == ["Bientôt", "Relâche"]
    assert [name.get_text(strip=True) for name in page.select(".events__name")] == [
        "Déjà tenue",
        "Focus 20",
        "Focus 19",
        "Bare",
    ]
