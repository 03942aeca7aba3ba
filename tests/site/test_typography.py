"""Pages have the typography of their language, and nothing but pages: ▁ is a thin no-break space, ␣ a wide one."""

import json

import pytest

LIST = """\
event: {name: "Soir: l'été", start: 2010-02-02, end: 2010-02-03}
attendees:
  - {id: anne, name: Anne O'Roy, note: "Quel café! C'est \\"bon\\"."}
  - {id: odile-q, name: Odile d'Arc-Quetzal, visibility: hidden}
"""
FRENCH = """\
---
title: "L'été: enfin ?"
slug: ete
date: 2010-02-03
event: soir
lang: fr
summary: "Un \\"mot\\" : oui !"
---
Vraiment ? Le 1er, à 18:00: `a ! "b"` et <span lang="en">"open mic"</span>.
"""
ENGLISH = FRENCH.replace("lang: fr", "lang: en").replace("L'été: enfin ?", "It's summer!")
ARABIC = '---\ntitle: "مساء الخير"\nslug: masa\ndate: 2010-02-04\nlang: ar\n---\nنص "كلمة" !\n'
FILES = {
    "attendees/soir.yml": LIST,
    "people/anne.yml": "name: Anne O'Roy\nbio: \"Bonjour! J'arrive\"\n",
    "recaps/fr.md": FRENCH,
    "recaps/en.md": ENGLISH,
    "recaps/ar.md": ARABIC,
}
PAGE = "recaps/ete/index.html"


def show(text):
    """Return text on one line with its no-break spaces to be seen."""
    return " ".join(text.replace("\u202f", "▁").replace("\u00a0", "␣").split())


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a French site with an English and an Arabic text."""
    site = build_shared_site(FILES, DEFAULT_LANG="fr")
    assert (site.exit_code, site.problems()) == (0, [])
    return site


def test_every_text_of_a_page_is_set(site):
    """Title, summary, text, note and bio alike; a word in English by English rules, and code not at all."""
    page, person = site.page(PAGE), site.page("people/anne/index.html")

    assert show(page.h1.get_text()) == "L’été␣: enfin▁?"
    assert show(page.title.get_text()).startswith("L’été␣: enfin▁? – ")
    assert show(page.select_one(".p-summary").get_text()) == "Un «␣mot␣»␣: oui▁!"
    text = show(page.select_one(".e-content p").get_text())
    assert text == 'Vraiment▁? Le 1er, à 18:00␣: a ! "b" et “open mic”.'
    assert page.select_one(".e-content sup").get_text() == "er"
    assert "Quel café▁! C’est «␣bon␣»." in show(page.select_one(".e-content").get_text())
    assert "Bonjour▁! J’arrive" in show(person.select_one(".p-note").get_text())


def test_names_stay_as_their_owners_write_them(site):
    """Also the one that a contact card has, which is no page."""
    assert site.page("people/anne/index.html").h1.get_text() == "Anne O'Roy"
    assert "FN:Anne O'Roy" in site.read("people/anne.vcf")


def test_what_is_copied_compared_or_counted_is_as_typed(site):
    """Addresses, feeds, share texts, calendars and descriptions for machines do not know of typography."""
    feed = json.loads(site.read("feeds/all.json"))
    (entry,) = (item for item in feed["items"] if item["url"].endswith(".example/recaps/ete/"))
    page = site.page(PAGE)

    assert entry["title"] == "L'été: enfin ?"
    assert "Vraiment ? Le 1er, à 18:00:" in entry["content_html"]
    assert page.select_one('meta[property="og:title"]')["content"] == "L'été: enfin ?"
    assert site.json_ld(PAGE)["BlogPosting"]["headline"] == "L'été: enfin ?"
    assert "fr:Soir: l'été\n" in site.read("events/soir.ics")


def test_each_language_of_a_recap_leads_to_the_other(site):
    """Readers by its name, search engines by a pair that both pages have, and one of them for all others."""
    pages = [site.page(name) for name in (PAGE, "en/recaps/ete/index.html")]
    links = [
        [(link["hreflang"], link["href"]) for link in page.select('link[rel="alternate"][hreflang]')]
        for page in pages
    ]
    root = "https://lanterne.example/"
    french, english = f"{root}recaps/ete/", f"{root}en/recaps/ete/"

    assert sorted(links[0]) == sorted(links[1])
    assert sorted(links[0]) == [("en", english), ("fr", french), ("x-default", french)]
    shown = [page.select_one(".translations a") for page in pages]
    assert [(link.get_text(), link["lang"], link["hreflang"]) for link in shown] == [
        ("English", "en", "en"),
        ("Français", "fr", "fr"),
    ]


def test_a_text_from_right_to_left_runs_so(site):
    """Its own page as a whole, its title in a list by what it is written in."""
    page = site.page("ar/recaps/masa/index.html")

    assert (page.html["lang"], page.html["dir"]) == ("ar", "rtl")
    assert 'نص "كلمة" !' in page.select_one(".e-content").get_text()
    assert "dir" not in site.page(PAGE).html.attrs
    assert {found["dir"] for found in site.page("index.html").select(".h-entry [lang], .h-entry[lang]")} <= {
        "auto"
    }


@pytest.mark.parametrize(
    ("ours", "title", "words"),
    [
        ({"typography": False}, "L'été: enfin ?", "Vraiment ?"),
        ({"typography_region": "CA"}, "L’été␣: enfin?", "Vraiment?"),
    ],
    ids=["off", "Quebec"],
)
def test_a_site_chooses(build_site, ours, title, words):
    """Nothing is set, or as in Quebec."""
    site = build_site(
        {name: FILES[name] for name in ("attendees/soir.yml", "recaps/fr.md")},
        DEFAULT_LANG="fr",
        EVENT_RECAP=ours,
    )

    assert show(site.page(PAGE).h1.get_text()) == title
    assert show(site.page(PAGE).select_one(".e-content p").get_text()).startswith(words)


def test_a_hidden_name_is_found_whatever_was_set_in_it(build_site):
    """The build is stopped by a name whose apostrophe and spaces are no longer those of the list."""
    written = ("Odile d'Arc-Quetzal", "Odile\u00a0d’Arc-Quetzal", "Odile <b>d'Arc</b>-Quetzal")
    recaps = {
        f"recaps/{n}.md": f"---\ntitle: {n}\ndate: 2010-02-03\n---\nAvec {name}!\n"
        for n, name in enumerate(written)
    }

    site = build_site({"attendees/soir.yml": LIST, **recaps}, DEFAULT_LANG="fr")

    told = [line.partition(":")[0] for line in site.problems() if "somebody who is hidden" in line]
    assert (site.exit_code, told) == (1, [f"content/{path}" for path in sorted(recaps)])
