"""Mentions on a whole site: links and cards for those who agreed, nothing at all of those who did not."""

import pytest

LIST = """\
event: {name: Soir, start: 2026-02-02 18:00}
attendees:
  - id: anne-roy
    name: Anne Roy
    job_title: Torréfactrice
    profiles: {x: anner, mastodon: "@anne_r@social.example"}
    note: Est venue avec [[Bo Sand]] et @anner.
  - {id: bo-sand, name: Bo Sand}
  - {id: lea-nom, name: Léa Nomseule, visibility: name-only, profiles: {x: leanomx}}
  - {id: ida-ini, name: Ida Initiale, visibility: initials, profiles: {x: idainix}}
  - {id: carl-cpt, name: Carl Comptable, visibility: counted, profiles: {x: carlcptx}, note: "Avec [[Ida Initiale]]"}
"""
RECAP = """\
---
title: Un soir
slug: soir
date: 2026-02-03
lang: fr
event: soir
summary: "Avec @anner, *@anne_r@social.example* et @carlcptx."
cover: {src: images/a.png, alt: "@carlcptx devant la scène"}
share: {text: "Avec @anner et @idainix"}
---
Il pleuvait. « @anner » a dit [[Bo Sand|le boulanger]]. On a ri.

@carlcptx et [[Carl Comptable]] chantaient ; `@anner` non. Puis @idainix, [[ida-ini|Ida]], @leanomx et
[[Léa Nomseule]]. Écrire à anne@anner.example, voir [@anner](https://x.example/) ou [@carlcptx](https://y.example/).

![@idainix rit]({static}/images/a.png)

- _Fin de @anner_
"""
FILES = {
    "attendees/soir.yml": LIST,
    "people/anne-roy.yml": "name: Anne Roy\nbio: Amie de [[Bo Sand]], pas de @carlcptx.\naliases: [annette]\n",
    "recaps/soir.md": RECAP,
    "pages/ici.md": "---\ntitle: Ici\nlang: fr\n---\nMerci à @annette et à @carlcptx.\n",
}


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build the site once."""
    files = {**FILES, "images/a.png": picture}
    return build_shared_site(files, SITEURL="https://lanterne.example", PRIVACY_SAVE_AS="")


def read_links(page, selector):
    """Return the words and the address of each mention in a part of a page."""
    links = page.select(f"{selector} a.mention, {selector} .mention__link")
    return [(link.get_text(), link["href"].replace("../", "")) for link in links]


ANNE, BO = "people/anne-roy/", "people/bo-sand/"


def test_a_recap_leads_to_the_people_it_mentions(site):
    """Handles of any network and names become links; the words stay the author's own."""
    page = site.page("recaps/soir/index.html")

    assert read_links(page, ".prose > :is(p, ul)") == [
        ("@anner", ANNE),
        ("le boulanger", BO),
        ("@anner", ANNE),
    ]


def test_notes_bios_and_pages_lead_to_people(site):
    """A mention is the same thing wherever an author writes about people."""
    assert read_links(site.page("recaps/soir/index.html"), ".attendees") == [
        ("Bo Sand", BO),
        ("@anner", ANNE),
    ]
    assert read_links(site.page("events/soir/index.html"), ".attendees") == [
        ("Bo Sand", BO),
        ("@anner", ANNE),
    ]
    person = site.page("people/anne-roy/index.html")
    assert read_links(person, ".profile__bio") == [("Bo Sand", BO)]
    assert read_links(person, ".events") == [("Bo Sand", BO), ("@anner", ANNE)]
    assert read_links(site.page("ici/index.html"), ".prose") == [("@annette", ANNE)]


@pytest.mark.parametrize(
    "name", ["recaps/soir/index.html", "people/anne-roy/index.html", "events/soir/index.html"]
)
def test_each_mention_opens_a_card_of_its_own(site, name):
    """A card says who it is; its button and its link name it, and no two cards share an id."""
    page = site.page(name)
    cards = page.select(".mention__card")

    assert cards
    assert len({card["id"] for card in cards}) == len(cards)
    for mention in page.select("span.mention"):
        card = mention.select_one(".mention__card")
        assert mention.select_one(".mention__link")["aria-describedby"] == card["id"]
        assert mention.select_one(".mention__open")["popovertarget"] == card["id"]
        assert card.select_one(".mention__name").get_text() in {"Anne Roy", "Bo Sand"}


def test_feeds_lead_to_people_with_plain_absolute_links(site, read_feeds):
    """A reader of feeds gets the link, and neither the card nor its button."""
    for name, feed in read_feeds(site).items():
        (entry,) = feed.entries
        html = entry.parse()
        assert [link["href"] for link in html.select("body > p a")] == [
            f"https://lanterne.example/{ANNE}",
            f"https://lanterne.example/{BO}",
            "https://x.example/",
            "https://y.example/",
        ], name
        assert not html.select("button, [popover]")
        assert entry.summary == "Avec @anner, @anne_r@social.example et quelqu’un."


def test_nobody_is_named_who_may_not_be_shown(site, find_traces):
    """Page, feed, summary, description, share text, structured data, picture: no file has a trace of them."""
    traces = find_traces(
        site, "carlcptx", "Carl Comptable", "idainix", "Ida Initiale", "leanomx", "ida-ini", "carl-cpt"
    )

    assert traces == []


def test_a_name_that_may_be_shown_is_said_without_a_link(site):
    """At the level name-only the name stands in the sentence, and the handle does not."""
    words = site.words("recaps/soir/index.html", ".prose")

    assert "Puis quelqu’un, quelqu’un, quelqu’un et Léa Nomseule" in words
    assert "Quelqu’un et quelqu’un chantaient" in words


def test_descriptions_have_the_sentence_and_not_the_card(site):
    """What a page is shown with elsewhere is the beginning of its text."""
    page = site.page("ici/index.html")

    assert page.select_one("meta[name=description]")["content"] == "Merci à @annette et à quelqu’un."


def test_no_placeholder_reaches_the_output(site):
    """What stands for a mention while people are not known is nowhere on the site."""
    assert [
        name for name in site.files() if b"event-recap-mention" in (site.output / name).read_bytes()
    ] == []


def test_a_persons_page_lists_the_recaps_that_mention_them(site):
    """With the sentence, in which the others are said as far as they may be."""
    page = site.page("people/bo-sand/index.html")

    (quotation,) = page.select(".quotations__item")
    assert quotation["lang"] == "fr"
    assert (
        quotation.select_one("blockquote").get_text(strip=True) == "«\u00a0@anner\u00a0» a dit le boulanger."
    )
    assert quotation.select_one("a")["href"] == "../../recaps/soir/"


def test_the_author_is_told_of_every_mention_that_is_not_shown(site):
    """By file, line and column, without a name: a build may be watched by others."""
    told = [line.split(": mentions somebody at the level ") for line in site.problems() if "mentions" in line]
    places = {(place.removeprefix("warning: content/"), rest.split("'")[1]) for place, rest in told}

    assert places == {
        ("attendees/soir.yml:11:100: note", "initials"),
        ("people/anne-roy.yml:2:34: bio", "counted"),
        ("pages/ici.md:5:23: text", "counted"),
        ("recaps/soir.md:7:52", "counted"),
        ("recaps/soir.md:8:34", "counted"),
        ("recaps/soir.md:9:31", "initials"),
        ("recaps/soir.md:13:1: text", "counted"),
        ("recaps/soir.md:13:14: text", "counted"),
        ("recaps/soir.md:13:65: text", "initials"),
        ("recaps/soir.md:13:75: text", "initials"),
        ("recaps/soir.md:13:92: text", "name-only"),
        ("recaps/soir.md:14:86: text", "counted"),
        ("recaps/soir.md:16:3: text", "initials"),
    }
    assert "carl" not in site.errors.lower()


def test_a_change_in_a_list_takes_effect_without_reading_posts_again(build_site, tmp_path):
    """The texts come from Pelican's cache; who is meant by them does not."""
    options = {
        "CACHE_CONTENT": True,
        "LOAD_CONTENT_CACHE": True,
        "CACHE_PATH": str(tmp_path / "cache"),
        "PRIVACY_SAVE_AS": "",
    }
    recap = "---\ntitle: Soir\ndate: 2026-02-03\nevent: soir\n---\nAvec @anner.\n"
    files = {"recaps/soir.md": recap, "attendees/soir.yml": LIST}
    first = build_site(files, **options)
    assert "@anner" in first.words("recaps/soir/index.html", ".prose > p")
    hidden = {
        "attendees/soir.yml": "attendees:\n  - {name: Anne Roy, profiles: {x: anner}, visibility: counted}\n"
    }

    second = build_site(hidden, **options)

    assert second.words("recaps/soir/index.html", ".prose > p") == "Avec quelqu’un."
    third = build_site({"attendees/soir.yml": LIST}, **options)
    assert "@anner" in third.words("recaps/soir/index.html", ".prose > p")


@pytest.mark.parametrize("kind", ["recaps", "pages"])
def test_a_title_has_no_brackets(build_site, kind):
    """Of a mention in a title its words are read, everywhere, and a title is no link."""
    text = "---\ntitle: 'Avec [[anne-roy|la reine]] & [[Bo Sand]]'\nslug: soir\ndate: 2026-02-03\n---\nIci.\n"

    site = build_site({f"{kind}/soir.md": text, "attendees/soir.yml": LIST}, PRIVACY_SAVE_AS="")

    page = site.page("recaps/soir/index.html" if kind == "recaps" else "soir/index.html")
    assert page.select_one("h1").get_text() == "Avec la reine & Bo Sand"
    assert page.title.get_text().startswith("Avec la reine & Bo Sand")
    assert not [name for name in site.files() if name.endswith((".html", ".xml")) and "[[" in site.read(name)]


def test_a_theme_of_others_shows_a_plain_link(build_site, picture):
    """Where no style knows the card, there is none."""
    site = build_site(
        FILES | {"images/a.png": picture},
        THEME="simple",
        DIRECT_TEMPLATES=["index"],
        JINJA_ENVIRONMENT={"trim_blocks": True},
        SITEURL="https://lanterne.example",
        PRIVACY_SAVE_AS="",
    )

    page = site.page("recaps/soir/index.html")

    assert read_links(page, "body")[:2] == [("@anner", ANNE), ("le boulanger", BO)]
    assert not page.select("[popover]")
    assert "« @anner » a dit le boulanger." in site.words("people/bo-sand/index.html", "body")
