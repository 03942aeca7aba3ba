"""The page of a person, and the list of people."""

from __future__ import annotations

import pytest

FIRST = """\
event: {name: Premier soir, start: 2010-02-02}
attendees:
  - {id: cafelune, name: Bruno Larivage, role: speaker, note: "A parlé de *café*.", known_since: 2009-02-02}
  - {id: eloise, name: Éloïse Roy, org: Les Marées, url: https://marees.example/}
  - {id: emile, name: Emile Noël}
"""
SECOND = """\
event: {name: Deuxième soir, start: 2010-06-02, location: {locality: Sherbrooke}}
attendees:
  - {id: bruno-l, org: Torréfaction du Quai, note: "Est revenu, [dit-il]({filename}/recaps/un.md).", met_with: [eloise]}
  - {id: eloise, name: Éloïse Roy}
  - {id: shy, name: Sam Discret}
"""
BRUNO = """\
name: Bruno Larivage
aliases: [bruno-l]
bio: |
  Torréfacteur à **Drummondville**.
org: Café Lune
job_title: Torréfacteur
profiles: {mastodon: "@cafelune@social.example", x: cafelune, linkedin: bruno-larivage}
photo: {src: images/bruno.png, alt: "Bruno, une tasse à la main"}
"""
SHY = "name: Sam Discret\nconsent: {given: 2010-01-01, index: false}\n"
PAGE = "people/cafelune/index.html"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site of three people and two evenings."""
    return build_shared_site(
        {
            "attendees/un.yml": FIRST,
            "attendees/deux.yml": SECOND,
            "people/cafelune.yml": BRUNO,
            "people/shy.yml": SHY,
            "images/bruno.png": picture,
            "recaps/un.md": "---\ntitle: Le premier récit\ndate: 2010-02-03\nevent: un\n---\nX\n",
            "recaps/deux.md": "---\ntitle: Le second récit\ndate: 2010-06-03\nevent: deux\n---\nX\n",
            "recaps/draft.md": "---\ntitle: Le brouillon\ndate: 2010-06-04\nevent: deux\nstatus: draft\n---\nX\n",
        }
    )


@pytest.fixture(name="page", scope="module")
def fixture_page(site):
    """Return the page of the person of whom most is known."""
    assert site.exit_code == 0
    return site.page(PAGE)


def test_page_says_who_the_person_is(page):
    """The page shows name, work, a few words and the photo from the person's own file."""
    header = page.select_one(".profile__header")

    assert header.h1.get_text() == "Bruno Larivage"
    assert header.select_one(".p-org").get_text() == "Café Lune"
    assert header.select_one(".p-job-title").get_text() == "Torréfacteur"
    assert header.select_one(".p-note strong").get_text() == "Drummondville"
    assert header.img["alt"] == "Bruno, une tasse à la main"


def test_links_have_names_to_read_aloud(page):
    """Each link says whose place on which network it leads to."""
    links = {link["href"]: link.get("aria-label") for link in page.select(".profile__links a")}

    assert set(links) == {
        "https://social.example/@cafelune",
        "https://x.com/cafelune",
        "https://www.linkedin.com/in/bruno-larivage",
    }
    assert all("Bruno Larivage" in label for label in links.values())


def test_events_stand_newest_first_with_their_notes(page):
    """Each evening is listed with what was said of the person there, the latest first."""
    evenings = page.select(".events > li")

    assert [evening.h3.get_text(strip=True) for evening in evenings] == ["Deuxième soir", "Premier soir"]
    assert evenings[0].select_one(".events__note").get_text().strip() == "Est revenu, dit-il."
    assert evenings[1].select_one(".events__note em").get_text() == "café"
    assert evenings[1].h3.a["href"] == "../../events/un/"


def test_note_leads_to_a_text_from_every_page_that_shows_it(site):
    """A note's link to a text is right on the person's page, the event's and the recap's."""
    for name in (PAGE, "events/deux/index.html", "recaps/le-second-recit/index.html"):
        (link,) = (link for link in site.page(name).select("a") if link.get_text() == "dit-il")
        assert link["href"] == "../../recaps/le-premier-recit/"


def test_role_and_acquaintance_are_of_that_evening(site):
    """The role, and since when the author knew the person, belong to one evening only."""
    first, second = (str(item) for item in reversed(site.page(PAGE).select(".events > li")))

    assert 'class="roles"' in first
    assert 'class="roles"' not in second
    assert "2 février 2009" in first


def test_list_overrides_the_persons_file_on_its_own_page(site):
    """What the list of one evening says of the person holds on that evening's card, the file's elsewhere."""
    card = site.page("events/deux/index.html").select_one("#person-cafelune")

    assert card.select_one(".p-org").get_text() == "Torréfaction du Quai"
    assert card.select_one(".p-job-title").get_text() == "Torréfacteur"
    assert card.select_one(".p-name").get_text() == "Bruno Larivage"


def test_recaps_of_the_evenings_are_listed(page):
    """Published recaps of the evenings are listed, the latest first; a draft is not."""
    titles = [heading.get_text(strip=True) for heading in page.select(".timeline__title")]

    assert titles == ["Le second récit", "Le premier récit"]


def test_alias_leads_to_one_page_only(site):
    """A person known under two ids has one page."""
    assert PAGE in site.files()
    assert "people/bruno-l/index.html" not in site.files()


def test_person_who_would_rather_not_be_found_is_kept_from_search_engines(site):
    """``consent.index: false`` keeps search engines away from that page, and from no other."""
    shy, other = (site.page(f"people/{name}/index.html") for name in ("shy", "eloise"))

    assert shy.select_one('meta[name="robots"][content="noindex"]')
    assert not other.select('meta[name="robots"]')


def test_people_are_listed_by_letter_without_accents(site):
    """The list of people is in the order of the alphabet, accents aside, under letters."""
    page = site.page("people/index.html")

    assert [heading.get_text() for heading in page.select(".letter__name")] == ["B", "E", "S"]
    assert [name.get_text() for name in page.select(".tile .p-name")] == [
        "Bruno Larivage",
        "Éloïse Roy",
        "Emile Noël",
        "Sam Discret",
    ]


def test_ligature_stands_under_its_first_letter(build_site):
    """French dictionaries put Œdipe under O, and Ælis under A."""
    site = build_site({"attendees/un.yml": "- Œdipe Roy\n- Odile Roy\n- Ælis Roy\n"})

    page = site.page("people/index.html")

    assert [heading.get_text() for heading in page.select(".letter__name")] == ["A", "O"]
    assert [name.get_text() for name in page.select(".tile .p-name")] == [
        "Ælis Roy",
        "Odile Roy",
        "Œdipe Roy",
    ]


def test_person_without_a_file_has_what_the_lists_say(site):
    """Somebody without a file has a page too, with the facts that any list gives."""
    page = site.page("people/eloise/index.html")

    assert page.select_one(".profile__header .p-org").get_text() == "Les Marées"
    assert page.select_one('.profile__links a[href="https://marees.example/"]')
    assert len(page.select(".events > li")) == 2
