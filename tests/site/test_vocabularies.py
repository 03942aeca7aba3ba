"""The rules of those who read structured data: what they require, what they like, which words exist."""

from __future__ import annotations

import extruct
import pytest

SITE = "https://blog.example"
LIST = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 2010-02-02 21:00
  location: {name: Hôtel Le Dauphin, locality: Drummondville, region: Québec, country: CA, latitude: 45.88, longitude: -72.48}
  organizers: [luc]
  series: focus
  hashtag: focus20
  coverage: [{type: photos, title: Album, url: "https://photos.example/"}]
  url: https://focus.example/
attendees:
  - {id: luc, name: Luc Garnier, org: La Coop, job_title: Éditeur, url: "https://luc.example/",
     photo: {src: images/luc.png, alt: Luc, credit: Zoé Blais}}
  - {id: anne, name: Anne Roy, role: speaker}
  - {id: zed, name: Zed Filante, role: speaker, consent: {given: 2010-02-05, index: false}}
  - {id: ida, name: Ida Compte, role: speaker, visibility: name-only}
"""
RECAP = """\
---
title: Le récit
date: 2010-02-03 08:30
event: focus
authors: [Marie Lantier]
category: Soirées
tags: [réseautage]
summary: En bref.
cover: {src: images/luc.png, alt: Le quai, credit: Zoé Blais, license: CC BY 4.0}
---
Texte.
"""
PAGES = {
    "WebSite": "index.html",
    "BlogPosting": "recaps/le-recit/index.html",
    "Event": "events/focus/index.html",
    "ProfilePage": "people/luc/index.html",
    "BreadcrumbList": "people/luc/index.html",
}
# Google's documentation of each type. A dot leads inside; of a list, every member has it.
REQUIRED = {
    "WebSite": ["name", "url"],
    "BlogPosting": [],
    "Event": ["name", "startDate", "location", "location.address"],
    "ProfilePage": ["mainEntity", "mainEntity.name"],
    "BreadcrumbList": ["itemListElement.position", "itemListElement.name", "itemListElement.item"],
}
RECOMMENDED = {
    "WebSite": [],
    "BlogPosting": ["author.name", "author.url", "dateModified", "datePublished", "headline", "image"],
    "Event": ["description", "endDate", "eventStatus", "image", "location.name", "organizer.name", "organizer.url", "performer.name"],
    "ProfilePage": ["mainEntity.image", "mainEntity.identifier", "mainEntity.sameAs"],
    "BreadcrumbList": [],
}  # fmt: skip
# What is recommended, too, and of which no list, file or text tells: nothing is made up.
NEVER_KNOWN = {
    "offers",
    "previousStartDate",
    "interactionStatistic",
    "agentInteractionStatistic",
    "alternateName",
}
PICTURE_NEEDS_ONE_OF = {"creator", "creditText", "copyrightNotice", "license"}
# schema.org: what a type has, with what it has from the types above.
THING = {"name", "url", "description", "image", "sameAs", "identifier", "mainEntityOfPage", "subjectOf"}
WORK = THING | {
    "about", "author", "citation", "comment", "commentCount", "creditText", "datePublished", "dateModified", "dateCreated",
    "headline", "inLanguage", "isPartOf", "keywords", "license", "mainEntity", "publisher", "text", "timeRequired",
    "archivedAt", "acquireLicensePage", "copyrightNotice", "creator",
}  # fmt: skip
TERMS = {
    "WebSite": WORK,
    "Blog": WORK,
    "CreativeWork": WORK,
    "ProfilePage": WORK,
    "BlogPosting": WORK | {"articleSection", "wordCount"},
    "Comment": WORK | {"parentItem"},
    "SocialMediaPosting": WORK,
    "ImageObject": WORK | {"contentUrl", "width", "height", "caption"},
    "Event": THING | {"startDate", "endDate", "eventStatus", "eventAttendanceMode", "location", "organizer", "performer",
                      "superEvent", "keywords"},
    "EventSeries": THING,
    "Place": THING | {"address", "geo"},
    "VirtualLocation": THING,
    "PostalAddress": THING | {"addressLocality", "addressRegion", "addressCountry"},
    "GeoCoordinates": {"latitude", "longitude"},
    "Person": THING | {"jobTitle", "worksFor"},
    "Organization": THING,
    "BreadcrumbList": THING | {"itemListElement"},
    "ListItem": THING | {"position", "item"},
}  # fmt: skip


@pytest.fixture(name="read", scope="module")
def fixture_read(build_shared_site, picture):
    """Build a site of which all is known; return a function that reads a page as a search engine does."""
    files = {"attendees/focus.yml": LIST, "recaps/a.md": RECAP, "images/luc.png": picture}
    site = build_shared_site(files, SITEURL=SITE, RELATIVE_URLS=False)
    assert site.exit_code == 0, site.errors

    def read(name):
        """Return every description on a page, by its type."""
        html = site.read(name)
        (found,) = extruct.extract(html, base_url=f"{SITE}/{name}", syntaxes=["json-ld"])["json-ld"]
        return {thing["@type"]: thing for thing in found.get("@graph", [found])}

    return read


def find(thing, path):
    """Return the values at a path, of every member of a list; empty where any of them has none."""
    head, _, rest = path.partition(".")
    things = thing if isinstance(thing, list) else [thing]
    if not all(isinstance(one, dict) and one.get(head) for one in things):
        return []
    values = [one[head] for one in things]
    return [found for value in values for found in find(value, rest)] if rest else values


def walk(thing):
    """Yield every description inside one, itself first."""
    if isinstance(thing, dict):
        yield thing
        for value in thing.values():
            yield from walk(value)
    elif isinstance(thing, list):
        for one in thing:
            yield from walk(one)


@pytest.mark.parametrize("kind", PAGES)
def test_search_engines_find_all_that_they_ask_for(read, kind):
    """What Google requires of each type, and what it recommends as far as anybody wrote it down."""
    described = read(PAGES[kind])[kind]

    assert [path for path in REQUIRED[kind] + RECOMMENDED[kind] if not find(described, path)] == []


@pytest.mark.parametrize(
    "page", sorted({*PAGES.values(), "authors/marie-lantier/index.html", "tags/reseautage/index.html"})
)
def test_every_word_is_one_of_the_vocabulary(read, page):
    """Each type exists in schema.org and has the properties that are said of it; nothing is made up."""
    for described in read(page).values():
        for thing in walk(described):
            if "@type" in thing:
                unknown = {key for key in thing if not key.startswith("@")} - TERMS[thing["@type"]]
                assert unknown == set(), thing["@type"]
            assert not NEVER_KNOWN & thing.keys()


def test_pictures_say_whom_to_credit(read):
    """A picture with its address, its size, and who made it."""
    picture = read(PAGES["BlogPosting"])["BlogPosting"]["image"]

    assert picture["contentUrl"].startswith(f"{SITE}/images/luc")
    assert picture["creditText"] == "Zoé Blais"
    assert picture["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert PICTURE_NEEDS_ONE_OF & picture.keys()
    assert picture["width"] > picture["height"] > 0


def test_event_of_a_recap_is_described_whole(read):
    """A search engine that reads the recap alone knows as much of the event as its own page says."""
    about = read(PAGES["BlogPosting"])["BlogPosting"]["about"]

    assert [path for path in REQUIRED["Event"] if not find(about, path)] == []
    assert about["superEvent"] == {"@type": "EventSeries", "name": "Focus"}


def test_who_spoke_is_told_as_far_as_search_engines_may_know(read):
    """Neither somebody who asked them to stay away, nor a name that is for the page alone."""
    performers = read(PAGES["Event"])["Event"]["performer"]

    assert [one["name"] for one in performers] == ["Anne Roy"]


def test_author_has_a_page_that_says_so(read):
    """The author of a recap is described on the page to which the recap leads."""
    (author,) = read(PAGES["BlogPosting"])["BlogPosting"]["author"]

    profile = read(author["url"].removeprefix(f"{SITE}/") + "index.html")["ProfilePage"]
    assert (profile["mainEntity"]["name"], profile["mainEntity"]["url"]) == (author["name"], author["url"])
