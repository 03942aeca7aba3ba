"""The page of a recap."""

from __future__ import annotations

import re

import pytest

FOCUS = """\
---
title: Focus 20, trente avatars
date: 2010-02-03 08:30
event: focus-20-2010
authors: [Marie Lantier, Paul Roy]
category: Soirées
tags: [réseautage, Drummondville]
summary: Une *belle* soirée.
cover: {src: images/quai.png, alt: Le quai à l’aube, credit: Jeanne Oda}
---
Hier soir, **trente** avatars.

[attendees]

Et après, la pluie, dit `[attendees]`.
"""
FOCUS_AS_LINES = """\
Title: Focus 20, trente avatars
Date: 2010-02-03 08:30
Event: focus-20-2010
Authors: Marie Lantier, Paul Roy
Category: Soirées
Tags: réseautage, Drummondville
Summary: Une *belle* soirée.

Chef: Anne Tremblay, dit la première ligne.
"""
ENGLISH = """\
---
title: Focus 20, thirty faces
date: 2010-02-04
event: focus-20-2010
lang: en
---
Last night.
"""
COLUMN = """\
---
title: Ce que je n’ai pas dit
date: 2010-03-01
guests:
  - {name: Zoé Blais, role: Éditrice, org: Les Marées, url: https://marees.example/}
---
Sans soirée[^1].

[^1]: Une note.
"""
FOLDER = """\
---
title: Le quai en images
date: 2010-04-01
---
![Le quai](quai.png)
"""
EVENT = """\
event:
  name: Focus 20
  start: 2010-02-02 18:00
  end: 2010-02-02 21:00
  location: {name: Hôtel Le Dauphin, locality: Drummondville, country: CA}
  series: focus
  edition: 20
  coverage: [{type: video, title: Le film de la soirée, url: https://video.example/focus}]
attendees:
  - Anne Tremblay
  - {name: Bruno Larivage, org: Café Lune, job_title: Torréfacteur, role: speaker, group: Au fond,
     note: "Mon *chouchou*.", profiles: {x: cafelune}, photo: {src: images/bruno.png, alt: Bruno}}
"""
NEXT = "event: {name: Focus 21, start: 2010-06-01, series: focus}\nattendees: []\n"


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build recaps of every kind."""
    return build_shared_site(
        {
            "recaps/focus-20.md": FOCUS,
            "recaps/english.md": ENGLISH,
            "recaps/column.md": COLUMN,
            "recaps/2010-04-01-quai/index.md": FOLDER,
            "recaps/2010-04-01-quai/quai.png": picture,
            "attendees/focus-20-2010.yml": EVENT,
            "attendees/focus-21-2010.yml": NEXT,
            "images/quai.png": picture,
            "images/bruno.png": picture,
        }
    )


@pytest.fixture(name="page", scope="module")
def fixture_page(site):
    """Return the page of the recap of which all is known."""
    return site.page("recaps/focus-20-trente-avatars/index.html")


def test_build_succeeds_without_a_word(site):
    """A site without mistakes is built without a warning."""
    assert (site.exit_code, site.problems()) == (0, [])


def test_header_says_what_who_and_when(page):
    """Title, authors, day of publication and the author's summary stand above the text."""
    header = page.select_one(".opening")

    assert header.h1.get_text() == "Focus 20, trente avatars"
    assert [name.get_text() for name in header.select(".p-author .p-name")] == ["Marie Lantier", "Paul Roy"]
    assert header.select_one("time.dt-published").get_text() == "3 février 2010"
    assert header.select_one(".p-summary").get_text() == "Une belle soirée."


def test_cover_has_its_words_and_credit(page):
    """The cover of the recap is shown with what it shows and who made it."""
    image = page.select_one(".cover img")

    assert image["src"].endswith("images/quai.png")
    assert image["alt"] == "Le quai à l’aube"
    assert page.select_one(".cover figcaption").get_text(strip=True) == "Jeanne Oda"


def test_event_box_says_when_and_where_in_words(page):
    """The event box tells the day in French words, the place, and leads to the event's page."""
    box = page.select_one(".h-event")

    assert box.select_one(".dt-start").get_text().startswith("mardi 2 février 2010")
    assert box.select_one(".dt-start")["datetime"] == "2010-02-02T18:00:00-05:00"
    assert [part.get_text() for part in box.select(".p-location > *")][:2] == [
        "Hôtel Le Dauphin",
        "Drummondville",
    ]
    assert box.select_one("a.p-name")["href"] == "../../events/focus-20-2010/"
    assert "20" in box.select_one(".ticket__edition").get_text()


def test_cards_stand_at_the_line_that_asks_for_them(site):
    """A line ``[attendees]`` is where the cards are; the same word inside a sentence stays a word."""
    words = site.words("recaps/focus-20-trente-avatars/index.html", ".e-content")

    assert words.index("avatars.") < words.index("Anne Tremblay") < words.index("Et après")
    assert words.count("[attendees]") == 1


def test_cards_follow_the_text_where_no_line_asks(site):
    """Without the line, the cards follow the text."""
    words = site.words("en/recaps/focus-20-thirty-faces/index.html", ".e-content")

    assert words.index("Last night.") < words.index("Anne Tremblay")


def test_card_says_everything_the_list_says(page):
    """A card has photo, name, role, organisation, note and links; it leads to the person's page."""
    card = page.select_one("#person-bruno-larivage")

    assert card.select_one("a.p-name")["href"] == "../../people/bruno-larivage/"
    assert card.select_one(".p-org").get_text() == "Café Lune"
    assert card.select_one(".p-job-title").get_text() == "Torréfacteur"
    assert card.select_one(".p-note em").get_text() == "chouchou"
    assert card.img["src"].endswith("images/bruno.png")
    assert card.select_one('a[href="https://x.com/cafelune"]')["aria-label"] == "Bruno Larivage sur X"


def test_cards_stand_under_the_heading_of_their_group(page):
    """People of a group stand under its name, after those without one."""
    words = page.select_one(".attendees").get_text(" ")

    assert words.index("Anne Tremblay") < words.index("Au fond") < words.index("Bruno Larivage")


def test_person_without_photo_has_initials(page):
    """Somebody with a name only has a card all the same, with drawn initials."""
    card = page.select_one("#person-anne-tremblay")

    assert card.svg.get_text(strip=True) == "AT"
    assert card.img is None


def test_others_words_about_the_evening_are_linked(page):
    """What others keep of the evening is linked under the text."""
    assert page.select_one('a[href="https://video.example/focus"]').get_text() == "Le film de la soirée"


def test_tags_and_category_lead_to_their_lists(page):
    """Tags and category of the recap lead to the pages that list them."""
    tags = {link.get_text(): link["href"] for link in page.select('a[rel="tag"]')}

    assert tags == {"réseautage": "../../tags/reseautage/", "Drummondville": "../../tags/drummondville/"}
    assert page.select_one(".kicker a")["href"] == "../../categories/soirees/"


def test_neighbours_are_recaps_of_the_same_language(page):
    """Next and previous lead to recaps in the page's own language, never to a translation."""
    assert page.select_one('a[rel="next"]')["href"] == "../../recaps/ce-que-je-nai-pas-dit/"
    assert page.select_one('a[rel="prev"]') is None


def test_editions_of_the_series_find_each_other(page):
    """The recap of one edition leads to the other editions of its series."""
    assert page.select_one('main a[href="../../events/focus-21-2010/"]').get_text() == "Focus 21"


def test_guest_signs_with_role_and_organisation(site):
    """A column by a guest is signed by the guest alone, with role, organisation and link."""
    (author,) = site.page("recaps/ce-que-je-nai-pas-dit/index.html").select(".byline .p-author")

    assert author.get_text() == "Zoé Blais, Éditrice, Les Marées"
    assert author.a["href"] == "https://marees.example/"


def test_column_needs_no_event(site):
    """A text without an event has neither event box nor cards, and keeps its footnotes."""
    page = site.page("recaps/ce-que-je-nai-pas-dit/index.html")

    assert not page.select(".h-event, .attendees")
    assert page.select_one(".footnote").get_text(strip=True).startswith("Une note.")
    assert page.select_one(".footnote-backref")["title"] == "Revenir à la note 1 dans le texte"


def test_recaps_in_two_languages_share_an_event(site):
    """Two recaps of one evening show the same people, each in words of its own language."""
    page = site.page("en/recaps/focus-20-thirty-faces/index.html")

    assert page.html["lang"] == "en"
    assert page.select_one("#attendees").find(string=True).strip() == "Who was there"
    assert page.select_one(".h-event .dt-start").get_text().startswith("Tuesday")


def test_recap_may_be_a_folder_with_its_pictures(site):
    """A recap in a folder shows the picture beside it by its bare name."""
    image = site.page("recaps/le-quai-en-images/index.html").select_one(".e-content img")

    path = image["src"].removeprefix("../../")
    assert path in site.files()
    assert image["alt"] == "Le quai"


def test_both_kinds_of_front_matter_give_the_same_page(build_site):
    """YAML between lines and ``Key: value`` lines say the same, to the byte."""
    yaml = """---
title: Focus 20, trente avatars
date: 2010-02-03 08:30
event: focus-20-2010
authors: [Marie Lantier, Paul Roy]
category: Soirées
tags: [réseautage, Drummondville]
summary: Une *belle* soirée.
---
Chef: Anne Tremblay, dit la première ligne.
"""
    files = {"attendees/focus-20-2010.yml": "event: {name: Focus, start: 2010-02-02}\nattendees: [Anne]\n"}
    name = "recaps/focus-20-trente-avatars/index.html"

    first = build_site({**files, "recaps/a.md": yaml}).read(name)
    second = build_site({**files, "recaps/a.md": FOCUS_AS_LINES}).read(name)

    assert first == second
    assert "Chef\u00a0: Anne Tremblay" in second


def test_three_hundred_people_fit_on_a_page(build_site):
    """An evening of 300 people has 300 cards, and as many pages."""
    names = "".join(f"  - Personne {number:03} Martin\n" for number in range(300))
    list_text = f"event: {{name: Grande, start: 2010-02-02}}\nattendees:\n{names}"

    site = build_site(
        {
            "recaps/a.md": "---\ntitle: A\ndate: 2010-02-03\nevent: grande\n---\nX\n",
            "attendees/grande.yml": list_text,
        }
    )

    assert len(site.page("recaps/a/index.html").select(".attendee-card")) == 300
    assert len([name for name in site.files() if re.match(r"people/personne-.*\.html", name)]) == 300
