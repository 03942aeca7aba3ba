"""Contact cards of a built site: who has one, what readers make of it, and who is in none."""

from __future__ import annotations

import re

import pytest
import vobject
from icalendar import Component

SAID = {
    *("version", "prodid", "uid", "source", "kind", "fn", "n", "org", "title"),
    *("url", "socialprofile", "photo", "note", "language"),
}
LONG = "Wilhelmine-Alexandrine-Bernardine-Ernestine-Constantine Trèslongnompublic"
LISTS = {
    "attendees/un.yml": f"""\
event: {{name: Un, start: 2010-02-02, organizers: [yolande, ursule]}}
attendees:
  - {{id: zoe, name: "{LONG}", note: Motdusoir.}}
  - {{id: vigor, name: Vigor Nomseulard, visibility: name-only, org: Orgvigor, url: "https://vigor.example/"}}
  - {{id: ursule, name: Ursule Publiquette, org: Orgursule, photo: {{src: images/ursule.png, alt: U}}}}
  - {{id: waldemar, name: Waldemar Initialeau, visibility: initials}}
  - {{id: xenia, name: Xénia Comptéedoux, visibility: counted}}
  - {{id: yolande, name: Yolande Cachemire, visibility: hidden, role: organizer}}
  - {{id: zephirin, name: Zéphirin Périmois, consent: {{until: 2010-02-28}}}}
  - {{id: aurele, name: Aurèle Douteux}}
  - {{id: bastien, name: Bastien Sansimage, photo: {{src: images/bastien.png, alt: B}}, consent: {{photo: false}}}}
""",
    "attendees/deux.yml": """\
event: {name: Deux, start: 2010-02-03}
attendees: [{id: ursule, name: Ursule Publiquette, visibility: name-only}, {id: bastien, name: Bastien Sansimage}]
""",
    "attendees/trois.yml": "event: {name: Trois}\nattendees: [{id: vigor, name: Vigor Nomseulard, visibility: name-only}]\n",
    "people/aurele.yml": "name: Aurèle Douteux\nvisibility: counted\nbio: Biodaurele.\n",
    "people/ursule.yml": "name: Ursule Publiquette\nbio: Un mot, puis deux.\n\njob_title: Libraire\n",
}
SECRETS = (
    *("Vigor", "Nomseulard", "Orgvigor", "vigor.example", "Waldemar", "Initialeau", "W. I."),
    *("Xénia", "Comptéedoux", "Yolande", "Cachemire", "Zéphirin", "Périmois", "Aurèle", "Douteux"),
    *("Biodaurele", "images/bastien", "Motdusoir"),
)


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site, picture):
    """Build a site with somebody at each level, on a day after one consent ended."""
    photos = dict.fromkeys(("images/ursule.png", "images/bastien.png"), picture)
    site = build_shared_site({**LISTS, **photos}, EVENT_RECAP={"today": "2010-03-01"})
    assert site.exit_code == 0, site.errors
    return site


def read(site):
    """Return the text of every file of cards, byte for byte, by name."""
    names = [name for name in site.files() if name.endswith(".vcf")]
    return {name: (site.output / name).read_bytes().decode() for name in names}


def unfold(text):
    """Return a file's lines as they were before they were folded."""
    return text.replace("\r\n ", "")


def test_everybody_with_a_page_has_a_card(example_site):
    """There is a card beside each person's page, and no other."""
    cards = {name.removesuffix(".vcf") for name in read(example_site) if name.startswith("people/")}

    assert cards == {
        name.removesuffix("/index.html")
        for name in example_site.files()
        if re.fullmatch(r"people/[^/]+/index\.html", name)
    }


def test_two_readers_read_every_card(example_site):
    """Vobject and icalendar find the same people in each file, and nothing to complain of."""
    for text in read(example_site).values():
        ours = list(vobject.readComponents(text))
        theirs = Component.from_ical(text, multiple=True)

        assert ours
        assert all(set(card.contents) <= SAID and card.version.value == "4.0" for card in ours)
        assert [(card.fn.value, card.uid.value) for card in ours] == [
            (card["N"].fields.given, str(card["UID"])) for card in theirs
        ]
        assert not [card.errors for card in theirs if card.errors]


def test_lines_are_as_the_standard_wants_them(example_site):
    """Lines end in CRLF, have 75 bytes at the most, and each card begins with its version."""
    for text in read(example_site).values():
        lines = text.split("\r\n")

        assert max(len(line.encode()) for line in lines) <= 75
        assert not [line for line in lines if "\n" in line or "\r" in line]
        assert text.count("BEGIN:VCARD\r\nVERSION:4.0\r\n") == text.count("BEGIN") == text.count("\r\nEND:")


def test_addresses_on_a_card_lead_to_files(example_site):
    """Page, card and photo are absolute addresses of files that are there."""
    for text in read(example_site).values():
        urls = re.findall(r"^(?:URL|SOURCE|PHOTO):(.*)\r$", unfold(text), re.MULTILINE)
        ours = [url.removeprefix("https://lanterne.example/") for url in urls if "//lanterne.example/" in url]

        assert len(ours) >= 2 * text.count("BEGIN:VCARD")
        paths = [f"{path}index.html" if path.endswith("/") else path for path in ours]
        assert not [path for path in paths if not (example_site.output / path).is_file()]


def test_cards_of_an_event_are_those_of_its_public_people(site):
    """An event's file has the card of each public person of its list, in the order of the list."""
    cards = read(site)

    assert cards["events/un.vcf"] == "".join(
        cards[f"people/{who}.vcf"] for who in ("zoe", "ursule", "bastien")
    )
    assert cards["events/deux.vcf"] == cards["people/bastien.vcf"]


def test_event_without_public_people_has_no_file(site):
    """Where nobody agreed to a card, there is no file."""
    assert set(read(site)) == {
        *("events/un.vcf", "events/deux.vcf"),
        *("people/zoe.vcf", "people/ursule.vcf", "people/bastien.vcf"),
    }


def test_nobody_else_is_in_any_card(site):
    """Of people by name, by initials, counted, hidden, lapsed or lowered nothing is in a card, folded or not."""
    text = unfold("".join(read(site).values())).casefold()

    assert [word for word in SECRETS if word.casefold() in text] == []


def test_the_search_would_find_them(site):
    """The search that proves the absence finds a name that stands on two lines."""
    raw = read(site)["people/zoe.vcf"]

    assert LONG not in raw
    assert unfold(raw).count(LONG) == 2


def test_search_engines_are_led_to_no_card(example_site):
    """Somebody who would rather not be found by a search engine is not found by the card either."""
    names = [name for name in example_site.files() if name.endswith(".html")]
    links = [link for name in names for link in example_site.page(name).select('[href$=".vcf"]')]

    assert len(links) >= len(read(example_site))
    assert [str(link) for link in links if "nofollow" not in link.get("rel", ())] == []


def test_photo_is_where_the_page_has_it(site):
    """A photo is an address on the card of somebody who agreed to it."""
    cards = read(site)

    assert "\r\nPHOTO:https://lanterne.example/images/ursule.png\r\n" in cards["people/ursule.vcf"]
    assert "PHOTO" not in cards["people/bastien.vcf"]


@pytest.mark.parametrize(
    ("setting", "left"),
    [
        ({"PERSON_VCARD_SAVE_AS": ""}, ["events/soir.vcf"]),
        ({"EVENT_VCARD_SAVE_AS": ""}, ["people/anne.vcf"]),
        ({"PERSON_VCARD_SAVE_AS": "gens/{slug}.vcf"}, ["events/soir.vcf", "gens/anne.vcf"]),
    ],
    ids=str,
)
def test_settings_say_where_cards_are(build_site, setting, left):
    """An empty setting leaves cards out, another address moves them, and SOURCE goes with them."""
    site = build_site({"attendees/soir.yml": "event: {name: Soir}\nattendees: [Anne]\n"}, **setting)
    cards = read(site)

    assert sorted(cards) == left
    person = next((name for name in left if name.endswith("anne.vcf")), "")
    assert all(f"SOURCE:https://lanterne.example/{person}\r\n" in text for text in cards.values()) is bool(
        person
    )


def test_two_cards_for_one_file_are_told(build_site):
    """A setting that gives two people one file stops the build before anything is written."""
    site = build_site(
        {"attendees/soir.yml": "event: {name: Soir}\nattendees: [Anne, Berthe]\n"},
        PERSON_VCARD_SAVE_AS="gens.vcf",
    )

    assert site.exit_code == 1
    assert "'gens.vcf'" in site.errors
    assert not site.output.exists()


def test_site_without_an_address_has_cards_all_the_same(build_site):
    """While SITEURL is empty, a card says what it can without it."""
    site = build_site({"attendees/soir.yml": "event: {name: Soir}\nattendees: [Anne]\n"}, SITEURL="")

    (card,) = vobject.readComponents(read(site)["people/anne.vcf"])

    assert card.fn.value == "Anne"
    assert not {"url", "source"} & set(card.contents)
