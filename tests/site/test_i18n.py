"""French and English sites, in their own words."""

from __future__ import annotations

import re

import pytest

LIST = """\
event:
  name: Focus
  start: 2010-02-02 18:00
  end: 2010-02-02 21:00
  edition: 2
  series: focus
  status: moved-online
  organizers: [luc]
  coverage: [{type: slides, url: https://slides.example/}]
attendees:
  - {id: luc, name: Luc Garnier, role: organizer, known_since: 2009-08-01, met_with: [zoe], profiles: {x: luc}}
  - {id: zoe, name: Zoé Blais, role: speaker}
  - {name: A B, visibility: counted}
  - {name: C D, visibility: counted}
  - {name: E F, visibility: counted}
"""
FILES = {
    "attendees/focus.yml": LIST,
    "attendees/focus-1.yml": "event: {name: Avant, start: 2009-08-01, edition: 1, series: focus}\nattendees: []\n",
    "recaps/a.md": "---\ntitle: AAA\ndate: 2010-08-01\nmodified: 2010-08-02\nevent: focus\ntags: [t]\nauthors: [Q]\n---\nX\n",
    "recaps/b.md": "---\ntitle: BBB\ndate: 2010-03-04\nauthors: [Q]\n---\nX\n",
}
PAGES = "index archives/index people/index events/index tags/index categories/index authors/index 404 recaps/aaa/index people/luc/index events/focus/index tags/t/index"
WORDS = {
    "fr": {
        "events/focus/index": [
            "mardi 2 février 2010",
            "Déplacé en ligne",
            "Organisé par",
            "Qui était là",
            "et 3 autres personnes",
            "5 personnes",
            "A rencontré",
            "En contact en ligne depuis le 1er août 2009",
        ],
        "recaps/aaa/index": ["1er août 2010", "mis à jour"],
        "people/luc/index": ["Présences", "1 événement"],
    },
    "en": {
        "events/focus/index": [
            "Tuesday, 2 February 2010",
            "Moved online",
            "Organised by",
            "Who was there",
            "and 3 other people",
            "5 people",
            "Met",
            "Known online since 1 August 2009",
        ],
        "recaps/aaa/index": ["1 August 2010", "updated"],
        "people/luc/index": ["Seen at", "1 event"],
    },
}


SHARED = re.compile(
    r"^(Atom|RSS|JSON Feed|Pelican|Archives|Bluesky|LinkedIn|Facebook|WhatsApp|Mastodon|Focus|Avant|Rencontres|Focus – Rencontres|Soirées)$"
    r"|Luc Garnier|Zoé Blais|\.example$|https://"
)
"""Names, and words that are the same in both languages."""


@pytest.fixture(name="sites", scope="module")
def fixture_sites(build_shared_site):
    """Build the same content as a French and as an English site."""
    sites = {
        lang: build_shared_site(
            FILES, DEFAULT_LANG=lang, SITESUBTITLE="", AUTHOR="Q", environment={"LC_ALL": "C"}
        )
        for lang in ("fr", "en")
    }
    assert [site.exit_code for site in sites.values()] == [0, 0]
    return sites


def plain(text):
    """Return text with ordinary spaces and apostrophes, for French has several of each."""
    return text.replace("\u00a0", " ").replace("\u202f", " ").replace("’", "'")


@pytest.mark.parametrize("lang", ["fr", "en"])
def test_pages_speak_the_language_of_the_site(sites, lang):
    """Dates, counts and labels are in the words of the site's language, whatever the machine's."""
    missing = [
        (page, words)
        for page, sentences in WORDS[lang].items()
        for words in sentences
        if plain(words) not in plain(sites[lang].words(f"{page}.html"))
    ]

    assert missing == []


def test_no_english_word_is_left_on_a_french_page(sites):
    """No label of the English site is on the same page of the French one, but for names and words both share."""
    left = {}
    for name in PAGES.split():
        french, english = (labels(sites[lang].page(f"{name}.html")) for lang in ("fr", "en"))
        left[name] = {label for label in french & english if re.search(r"[a-z]{2}", label)}
        left[name] = {label for label in left[name] if not SHARED.search(label)}

    assert {name: labels for name, labels in left.items() if labels} == {}


def labels(page):
    """Return every text and every name for screen readers on a page, each on one line."""
    for element in page.select("script, style"):
        element.decompose()
    texts = {" ".join(text.split()) for text in page.body.stripped_strings}
    return texts | {element["aria-label"] for element in page.select("[aria-label]")}


def test_translated_recap_speaks_its_own_language(build_site):
    """On a French site, an English recap has English labels and dates, and says so to browsers."""
    english = "---\ntitle: The story\nlang: en\ndate: 2010-08-01\nevent: focus\n---\nX\n"
    site = build_site({"attendees/focus.yml": LIST, "recaps/a.md": english})

    page = site.page("en/recaps/the-story/index.html")
    words = plain(site.words("en/recaps/the-story/index.html"))

    assert page.html["lang"] == "en"
    assert page.select_one('meta[property="og:locale"]')["content"] == "en_US"
    assert page.select_one("time.dt-published").get_text() == "1 August 2010"
    assert "Tuesday, 2 February 2010" in words
    assert "Who was there" in words
