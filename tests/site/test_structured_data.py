"""What search engines and networks read in the head of the pages."""

from __future__ import annotations

import pytest

SITE = "https://blog.example"
LIST = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 2010-02-02 21:00
  status: cancelled
  location: {name: Hôtel Le Dauphin, locality: Drummondville, region: Québec, country: CA, latitude: 45.88, longitude: -72.48}
  organizers: [luc, {name: La Coop, url: https://coop.example/}]
  url: https://focus.example/
attendees:
  - {id: luc, name: Luc Garnier, org: La Coop, job_title: Éditeur, url: "https://luc.example/", profiles: {x: lucg},
     photo: {src: images/luc.png, alt: "Luc, debout"}}
"""
RECAP = """\
---
title: Le récit
date: 2010-02-03 08:30
modified: 2010-02-05 09:00
event: focus
authors: [Marie Lantier]
guests: [{name: Zoé Blais, role: Éditrice, org: Les Marées, url: https://marees.example/}]
category: Soirées
tags: [réseautage]
summary: En *bref*.
cover: {src: images/luc.png, alt: Le quai}
---
Texte.
"""


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a recap, an event and a person of whom all is known."""
    files = {"attendees/focus.yml": LIST, "recaps/a.md": RECAP, "images/luc.png": picture}
    site = build_shared_site(files, SITEURL=SITE, SITESUBTITLE="Qui était là")
    assert site.exit_code == 0
    return site


def meta(page):
    """Return the contents of the meta elements of a page by their names."""
    return {tag.get("property") or tag.get("name"): tag["content"] for tag in page.select("meta[content]")}


def test_recap_is_a_blog_posting(site):
    """A recap is a BlogPosting with headline, dates, authors, language, picture and event."""
    posting = site.json_ld("recaps/le-recit/index.html")["BlogPosting"]

    assert posting["headline"] == "Le récit"
    assert posting["url"] == f"{SITE}/recaps/le-recit/"
    assert (posting["datePublished"], posting["dateModified"]) == (
        "2010-02-03T08:30:00-05:00",
        "2010-02-05T09:00:00-05:00",
    )
    assert posting["inLanguage"] == "fr"
    assert posting["description"] == "En bref."
    assert posting["about"]["@id"] == f"{SITE}/events/focus/"
    assert f"{SITE}/images/luc.png" in str(posting["image"])


def test_authors_and_guests_are_people(site):
    """Author and guest are people; the guest with role, organisation and own address."""
    author, guest = site.json_ld("recaps/le-recit/index.html")["BlogPosting"]["author"]

    assert (author["@type"], author["name"]) == ("Person", "Marie Lantier")
    assert author["url"] == f"{SITE}/authors/marie-lantier/"
    assert (guest["name"], guest["jobTitle"], guest["url"]) == (
        "Zoé Blais",
        "Éditrice",
        "https://marees.example/",
    )
    assert guest["worksFor"]["name"] == "Les Marées"


def test_event_page_is_an_event(site):
    """An event has both ends, its state, its place with position, and who organised it."""
    event = site.json_ld("events/focus/index.html")["Event"]

    assert (event["startDate"], event["endDate"]) == (
        "2010-02-02T18:00:00-05:00",
        "2010-02-02T21:00:00-05:00",
    )
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    assert event["location"]["name"] == "Hôtel Le Dauphin"
    assert event["location"]["address"]["addressCountry"] == "Canada"
    assert float(event["location"]["geo"]["latitude"]) == 45.88
    assert [organizer["name"] for organizer in event["organizer"]] == ["Luc Garnier", "La Coop"]
    assert event["organizer"][0]["url"] == f"{SITE}/people/luc/"


def test_person_page_is_a_person(site):
    """A person has name, work, photo and the places on the web that the page links to."""
    person = site.json_ld("people/luc/index.html")["ProfilePage"]["mainEntity"]

    assert (person["name"], person["jobTitle"], person["worksFor"]["name"]) == (
        "Luc Garnier",
        "Éditeur",
        "La Coop",
    )
    assert set(person["sameAs"]) == {"https://luc.example/", "https://x.com/lucg"}
    assert f"{SITE}/images/luc.png" in str(person["image"])


@pytest.mark.parametrize(
    ("page", "names"),
    [
        ("recaps/le-recit", ["Rencontres", "Soirées", "Le récit"]),
        ("events/focus", ["Rencontres", "Événements", "Focus 20"]),
        ("people/luc", ["Rencontres", "Les gens", "Luc Garnier"]),
    ],
)
def test_breadcrumbs_lead_from_home_to_the_page(site, page, names):
    """The way from the home page to a page is told step by step, with whole addresses."""
    steps = site.json_ld(f"{page}/index.html")["BreadcrumbList"]["itemListElement"]

    assert [step["name"] for step in steps] == names
    assert [step["position"] for step in steps] == [1, 2, 3]
    assert steps[0]["item"] == f"{SITE}/"
    assert steps[2]["item"] == f"{SITE}/{page}/"


def test_open_graph_describes_a_recap(site):
    """A network that shows a link to a recap finds title, summary, picture and address."""
    told = meta(site.page("recaps/le-recit/index.html"))

    assert told["og:type"] == "article"
    assert (told["og:title"], told["og:description"]) == ("Le récit", "En bref.")
    assert told["og:url"] == f"{SITE}/recaps/le-recit/"
    assert (told["og:image"], told["og:image:alt"]) == (f"{SITE}/images/luc.png", "Le quai")
    assert told["article:published_time"] == "2010-02-03T08:30:00-05:00"
    assert told["twitter:card"] == "summary_large_image"


@pytest.mark.parametrize(
    "name", ["", "people/luc/", "events/focus/", "recaps/le-recit/", "people/", "tags/reseautage/"]
)
def test_every_page_has_one_whole_address(site, name):
    """Each page names its one address, whole, also where links inside the site are relative."""
    page = site.page(f"{name}index.html")

    assert [link["href"] for link in page.select('link[rel="canonical"]')] == [f"{SITE}/{name}"]
    assert meta(page)["og:url"] == f"{SITE}/{name}"


def test_site_without_address_says_nothing_that_needs_one(build_site):
    """Without ``SITEURL`` no page holds half an address for machines."""
    site = build_site({"recaps/a.md": "---\ntitle: A\ndate: 2010-02-03\n---\nX\n"}, SITEURL="")

    page = site.page("recaps/a/index.html")
    assert site.exit_code == 0
    assert not page.select(
        'link[rel="canonical"], script[type="application/ld+json"], meta[property="og:url"]'
    )
