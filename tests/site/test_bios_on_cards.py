"""What a bio or a summary says of others, where it is read without its page."""

from __future__ import annotations

import pytest

LISTS = {
    "attendees/un.yml": """\
event: {name: Un, start: 2010-02-02}
attendees:
  - {id: ursule, name: Ursule Publiquette}
  - {id: vigor, name: Vigor Nomseulard, visibility: name-only}
  - {id: xenia, name: Xénia Comptéedoux, visibility: counted}
  - {id: bastien, name: Bastien Partout}
""",
    "attendees/deux.yml": """\
event: {name: Deux, start: 2010-02-03}
attendees: [{id: xenia, name: Xénia Comptéedoux}, {id: ursule, name: Ursule Publiquette}, Anne Roy]
""",
    "people/ursule.yml": "name: Ursule Publiquette\nbio: Vu [[Vigor Nomseulard]], @xenia et @bastien.\n",
    "recaps/un.md": """\
---
title: Le premier soir
date: 2010-02-03
event: un
summary: Avec [[Vigor Nomseulard]] et @bastien.
share: {text: "Avec [[Vigor Nomseulard]]"}
---
Avec [[Vigor Nomseulard]] et @bastien.
""",
}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site with a bio that mentions a person of each kind."""
    site = build_shared_site(LISTS)
    assert site.exit_code == 0, site.errors
    return site


def test_a_bio_on_a_page_says_what_the_page_may_say(site):
    """A name that stands in lists is said, and whoever has a page is linked."""
    assert "Vu Vigor Nomseulard" in site.words("people/ursule/index.html")


@pytest.mark.parametrize("card", ["events/un.vcf", "events/deux.vcf", "people/ursule.vcf"])
def test_a_contact_card_mentions_nobody_who_is_withheld_anywhere(site, card):
    """Neither the one who stands in lists only, nor the one who is counted at one of the events."""
    note = next(line for line in site.read(card).splitlines() if line.startswith("NOTE:"))

    assert note == "NOTE:Vu quelqu’un\\, quelqu’un et @bastien."


def test_the_description_of_a_person_says_no_more_than_the_card(site):
    """It is read in search engines and on other sites."""
    page = site.page("people/ursule/index.html")

    for meta in page.select('meta[name="description"], meta[property="og:description"]'):
        assert meta["content"] == "Vu quelqu’un, quelqu’un et @bastien."


def test_a_name_that_is_for_lists_only_stands_in_no_summary_and_no_text_to_share(site, find_traces):
    """Only where the recap itself says it: on its page, in the whole text of feeds, and in lists."""
    page = site.page("recaps/le-premier-soir/index.html")
    said = {*(meta["content"] for meta in page.select('meta[property="og:description"]'))}
    said |= {site.json_ld("recaps/le-premier-soir/index.html")["BlogPosting"]["description"]}

    assert said == {"Avec quelqu’un et @bastien."}
    assert not any("Nomseulard" in link["href"] for link in page.select("a[href]"))
    assert {name for _, name in find_traces(site, "Nomseulard") if name.endswith((".ics", ".vcf"))} == set()


def test_the_beginning_of_a_text_that_stands_for_a_summary_does_not_say_it_either(build_site):
    """Nor the sentence that somebody else's page has of it; the recap itself does."""
    text = "---\ntitle: Deux\ndate: 2010-02-04\nevent: un\n---\nAvec [[Vigor Nomseulard]] et @bastien. Fin.\n"

    site = build_site({**LISTS, "recaps/un.md": text})

    page = "recaps/deux/index.html"
    assert "Avec Vigor Nomseulard et @bastien" in site.words(page)
    assert site.json_ld(page)["BlogPosting"]["description"] == "Avec quelqu’un et @bastien. Fin."
    assert "Avec quelqu’un et @bastien" in site.words("people/bastien/index.html")
    assert "Nomseulard" not in site.words("index.html") + site.words("people/bastien/index.html")


def test_the_author_is_told_that_a_word_takes_the_place(site):
    """By file and line, and without the name."""
    what = "mentions somebody at the level 'name-only'; a word that names nobody takes the place"
    told = [line for line in site.problems() if "name-only" in line]

    assert told
    assert all(line.endswith(what) and "Nomseulard" not in line for line in told)
