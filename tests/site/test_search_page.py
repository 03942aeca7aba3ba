from __future__ import annotations

import json

import pytest

LIST = """
event: {name: Soirée des phares, start: 2020-02-02, series: phares, location: {name: Quai, locality: Rimouski}}
attendees:
- {id: anne, name: Anne Tremblay, org: Phare, note: Elle a parlé.}
- {id: rose, name: Rose Vaillant, profiles: {x: rosier_v}, consent: {given: 2020-01-01, index: false}}
- {name: Luc Sicotte, visibility: name-only}
- {name: Jean Baril, visibility: counted}
- {name: Paul Dumas, visibility: initials}
- {name: Marc Hivon, visibility: hidden}
"""
RECAP = """---
title: Les phares s’allument
date: 2020-02-03
event: phares
tags: [navigation]
---
Une soirée pour [[Anne Tremblay]] et [[Rose Vaillant]], avec Luc Sicotte.

[post quai]

Et @rosier_v le dit.
"""
POST = "author: {person: ines}\ntext: Le quai brille.\nurl: https://social.example/@corbo/1\n"
PERSON = "name: Inès Corbo\nvisibility: name-only\n"
DRAFT = "---\ntitle: Brouillon secret\ndate: 2020-02-03\nstatus: draft\n---\nRien encore, épouvantail.\n"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site with people at every level."""
    files = {"attendees/phares.yml": LIST, "recaps/phares.md": RECAP, "recaps/brouillon.md": DRAFT}
    files |= {"quoted-posts/quai.yml": POST, "people/ines.yml": PERSON}
    return build_shared_site(files, EVENT_RECAP={"related_max": 3})


def find_forms(site):
    """Return every word of the index."""
    shards = (site.output / "search" / "words").glob("*.json")
    return {form for shard in shards for forms, _ in json.loads(shard.read_text()) for form in forms}


def find_pages(site):
    """Return what is shown of each page, by its address."""
    return {page[0]: page for page in json.loads(site.read("search/pages/0.json"))}


def test_recaps_events_and_people_are_found(site):
    """Each recap, each event and each person who agreed is there; nobody and nothing else."""
    assert [(page[2], page[1]) for page in find_pages(site).values()] == [
        ("recap", "Les phares s’allument"),
        ("event", "Soirée des phares"),
        ("person", "Anne Tremblay"),
    ]


def test_words_of_texts_tags_and_places_are_found(site):
    """What a page says, how it is tagged and where it was leads to it."""
    assert {"soiree", "navigation", "rimouski", "phares", "anne", "tremblay"} <= find_forms(site)


@pytest.mark.parametrize(
    "word",
    [
        *("rose", "vaillant", "rosier", "luc", "sicotte", "ines", "corbo"),
        *("jean", "baril", "paul", "dumas", "marc", "hivon"),
    ],
)
def test_nobody_else_is_found_by_name(site, word):
    """Whoever is shown by name only, by initials or not at all, or does not want to be indexed, is not found."""
    assert "brille" in find_forms(site)
    assert word not in find_forms(site)


def test_what_is_shown_of_a_page_names_nobody_else(site):
    """A summary that names somebody who may not be found is left out of the list of what was found."""
    assert "Sicotte" not in str(find_pages(site).values())


def test_a_draft_is_not_found(site):
    """What is not published is not in the index."""
    assert not {"epouvantail", "brouillon"} & find_forms(site)


def test_the_page_names_a_way_without_a_script(site):
    """A reader without scripts is led to lists of everything, and sees no form that does nothing."""
    page = site.page("search/index.html")

    assert page.select_one("form.search").has_attr("hidden")
    ways = [link["href"] for link in page.select(".search__without a")]
    assert [way.rstrip("/").rpartition("/")[2] for way in ways] == ["archives", "people", "events", "tags"]


def test_the_navigation_leads_to_the_search(site):
    """Search is found from every page."""
    assert site.page("index.html").select_one('nav a[href$="/search/"]')


def test_a_site_may_do_without(build_site):
    """An empty address leaves out the page, the index and the link."""
    recap = RECAP.replace("event: phares\n", "").replace("[post quai]", "")
    site = build_site({"recaps/phares.md": recap}, SEARCH_SAVE_AS="")

    assert not [name for name in site.files() if name.startswith("search")]
    assert not site.page("index.html").select('a[href*="search"]')
