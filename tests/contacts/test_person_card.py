"""A person's card says what their page says."""

from __future__ import annotations

from functools import partial

import pytest
import vobject
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Component
from markupsafe import Markup, escape

from event_recap.characters import clean_text
from event_recap.contacts.person import write_person
from event_recap.views.picture_values import PictureView
from event_recap.views.values import LinkView, PersonView

TEXT = partial(st.text, st.characters())  # half a character too
SITE = "https://blog.example"
UID = "urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02"
LINKS = (
    LinkView("anne.example", "https://anne.example/", kind="website"),
    LinkView("Mastodon", "https://social.example/@anne", kind="mastodon"),
    LinkView("X", "https://x.com/anne", kind="x"),
    LinkView("Wikidata", "https://www.wikidata.org/wiki/Q1", kind="wikidata"),
)
ANNE = PersonView(
    id="anne-roy",
    name="Anne Roy",
    url="people/anne-roy/",
    monogram="AR",
    hue=1,
    org="Roy; Fils, Cie",
    job_title="Meunière, boulangère",
    card_bio=Markup('<p>Moud <a href="https://x.example/">tout</a>; puis, un peu.</p>\n<p>Et R&amp;D.</p>'),
    links=LINKS,
    photo=PictureView("images/anne.png", alt="Anne"),
    vcard_url="people/anne-roy.vcf",
)


def write(person=ANNE, *, uid=UID, lang="fr-CA", site_url=SITE):
    """Return the card of a person."""
    return write_person(person, uid=uid, lang=lang, site_url=site_url)


def make(**facts):
    """Return a person about whom nothing is known but a name."""
    named = {"id": "anne-roy", "name": "Anne Roy", "url": "people/anne-roy/", "monogram": "AR", "hue": 1}
    return PersonView(**{**named, **facts})


def test_card_says_all_that_the_page_says(read_card):
    """Name, organisation, work, page, links, photo and words, each where a reader looks for it."""
    assert read_card(write()) == [
        ("PRODID", "-//Event Recap for Pelican//Contact cards//EN", {}),
        ("UID", UID, {}),
        ("SOURCE", "https://blog.example/people/anne-roy.vcf", {}),
        ("KIND", "individual", {}),
        ("FN", "Anne Roy", {}),
        ("N", ["", "Anne Roy", "", "", ""], {}),
        ("ORG", ["Roy; Fils, Cie"], {}),
        ("TITLE", "Meunière, boulangère", {}),
        ("URL", "https://blog.example/people/anne-roy/", {}),
        ("URL", "https://anne.example/", {}),
        ("SOCIALPROFILE", "https://social.example/@anne", {"SERVICE-TYPE": "Mastodon"}),
        ("SOCIALPROFILE", "https://x.com/anne", {"SERVICE-TYPE": "X"}),
        ("URL", "https://www.wikidata.org/wiki/Q1", {}),
        ("PHOTO", "https://blog.example/images/anne.png", {}),
        ("NOTE", "Moud tout; puis, un peu.\nEt R&D.", {}),
        ("LANGUAGE", "fr-CA", {}),
    ]


def test_two_other_readers_read_the_same():
    """What vobject and icalendar make of a card is what was meant."""
    card, other = vobject.readOne(write()), Component.from_ical(write())

    assert (card.fn.value, card.n.value.given, card.n.value.family) == ("Anne Roy", "Anne Roy", "")
    assert (card.org.value, card.title.value) == (["Roy; Fils, Cie"], "Meunière, boulangère")
    assert card.note.value == "Moud tout; puis, un peu.\nEt R&D."
    assert [url.value for url in card.url_list] == [str(url) for url in other["URL"]]
    assert (other["N"].fields.given, str(other["UID"]), other.errors) == ("Anne Roy", card.uid.value, [])


def test_nothing_known_is_nothing_said(read_card):
    """A person of whom only the name is known has no empty lines."""
    names = [name for name, *_ in read_card(write(make()))]

    assert names == ["PRODID", "UID", "KIND", "FN", "N", "URL", "LANGUAGE"]


def test_photo_is_an_address_where_the_page_shows_one(read_card):
    """A photo that may not be shown is not in the view, and so not in the card."""
    without = PersonView(**{field: getattr(ANNE, field) for field in ANNE.__slots__} | {"photo": None})

    assert "PHOTO" not in {name for name, *_ in read_card(write(without))}


def test_names_are_not_split(read_card):
    """Nobody knows which words of a name are the family's: the whole of it is what one is called."""
    for name in ("Ana María García Márquez", "Nguyễn Văn An", "cafelune", "van der Berg, Jan"):
        values = {key: value for key, value, _ in read_card(write(make(name=name)))}

        assert values["N"] == ["", name, "", "", ""]
        assert values["FN"] == name


@pytest.mark.parametrize("site_url", ["", "/blog", "."])
def test_site_without_an_address_links_to_no_page(read_card, site_url):
    """While the site has no address of its own, its pages have none; other people's have."""
    values = [(name, value) for name, value, _ in read_card(write(site_url=site_url))]

    assert [value for name, value in values if name == "URL"] == [LINKS[0].href, LINKS[3].href]
    assert not {name for name, _ in values} & {"SOURCE", "PHOTO"}


@pytest.mark.parametrize(
    ("lang", "written"), [("fr", ["fr"]), ("fr_CA", ["fr-CA"]), ("the language of love", []), ("", [])]
)
def test_language_is_a_language_or_nothing(read_card, lang, written):
    """What has not the form of a language tag is left out."""
    assert [value for name, value, _ in read_card(write(lang=lang)) if name == "LANGUAGE"] == written


def test_hostile_words_make_no_line_of_their_own(read_card):
    """A line break, an end of a card, a control or half a character within a fact is text, or gone."""
    evil = "A\r\nTEL:+1\r\nEND:VCARD\x00\x0b\ud800\x85B"
    card = read_card(write(make(name=evil, org=evil, job_title=evil, card_bio=Markup(f"<p>{evil}</p>"))))
    values = {name: value for name, value, _ in card}

    assert "TEL" not in values
    assert values["FN"] == values["TITLE"] == values["NOTE"] == "A TEL:+1 END:VCARDB"
    assert values["ORG"] == ["A TEL:+1 END:VCARDB"]


def test_name_of_controls_alone_is_the_id(read_card):
    """A card has a name, whatever happens."""
    assert ("FN", "anne-roy", {}) in read_card(write(make(name="\x07\ud800")))


@given(TEXT(max_size=120), TEXT(max_size=120), TEXT(max_size=300))
def test_any_facts_reach_the_reader(read_card, name, org, note):
    """Whatever a name, an organisation and a bio hold, the card is right and vobject reads the same."""
    written = write(make(name=name, org=org, job_title=org, card_bio=Markup(f"<p>{escape(note)}</p>")))

    values = {key: value for key, value, _ in read_card(written)}
    card = vobject.readOne(written)

    assert card.fn.value == card.n.value.given == values["FN"] == (clean_text(name) or "anne-roy")
    assert getattr(card, "org", None) is None or card.org.value == values["ORG"] == [clean_text(org)]
    assert getattr(card, "title", None) is None or card.title.value == clean_text(org)
    assert ("NOTE" not in values) or card.note.value == values["NOTE"]
