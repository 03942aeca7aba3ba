from datetime import date

import pytest

from event_recap.model.event import Role
from event_recap.model.person import Picture
from event_recap.model.profile import NETWORKS, Profile, build_profile
from event_recap.model.shown import ShownPerson
from event_recap.model.visibility import Visibility
from event_recap.views.people import (
    FACES,
    HUES,
    pick_hue,
    view_attendees,
    view_links,
    word_known_since,
    word_people,
    word_roles,
)
from event_recap.views.values import LinkView

COUNTED, INITIALS, NAME_ONLY = Visibility.COUNTED, Visibility.INITIALS, Visibility.NAME_ONLY


@pytest.fixture(name="view")
def fixture_view(make_registry, make_event, addresses):
    """Return what views the attendees of one evening."""

    def view(*entries, people=(), lang="fr"):
        event = make_event(*entries)
        return view_attendees(make_registry(event, *people), event, addresses, lang)

    return view


def show(**facts):
    """Return a public person."""
    return ShownPerson(**{"level": Visibility.PUBLIC, "text": "Bruno Larivage", "id": "bruno", **facts})


def test_a_card_holds_everything_a_page_shows(view, make_entry):
    """Words, links and pictures are ready to use."""
    bruno = make_entry(
        "bruno-larivage",
        roles=(Role.SPEAKER, Role.ATTENDEE),
        org="Café Lune",
        job_title="Torréfacteur",
        note="Mon *exemple* chouchou.",
        known_since=date(2009, 2, 1),
        met_with=("anne",),
        profiles=(build_profile("x", "cafelune"),),
        photo=Picture("images/bruno.jpg", "Bruno"),
    )

    (group,) = view(bruno, make_entry("anne")).groups
    card = group.cards[0]

    assert (card.name, card.monogram, card.hue) == ("Bruno Larivage", "BL", pick_hue("bruno-larivage"))
    assert (card.id, card.href) == ("bruno-larivage", "{filename}/@person/bruno-larivage")
    assert (card.url, card.photo.url) == ("people/bruno-larivage/", "images/bruno.jpg")
    assert (card.roles, card.org, card.job_title) == (("Conférence",), "Café Lune", "Torréfacteur")
    assert card.note == "<p>Mon <em>exemple</em> chouchou.</p>"
    assert card.known_since == "En contact en ligne depuis le 1er février 2009"
    assert [(met.text, met.href) for met in card.met] == [("Anne", "{filename}/@person/anne")]
    assert [link.text for link in card.links] == ["X"]


def test_a_card_by_name_only_leads_nowhere(view, make_entry):
    """It has no id and no colour of its own by which somebody could be found again."""
    (group,) = view(make_entry("anne-roy", visibility=NAME_ONLY, group="Group", note="Note")).groups
    (card,) = group.cards

    assert (card.name, group.heading) == ("Anne Roy", "")
    assert (card.id, card.href, card.url, card.links, card.note) == ("", "", "", (), "")
    assert card.hue == pick_hue("")


def test_cards_stand_under_their_groups(view, make_entry):
    """Those without a group come first, then the groups in the order of the list."""
    attendees = view(
        make_entry("anne", group="Zed"), make_entry("bruno"), make_entry("luc", group="Alpha"),
        make_entry("zoe", group="Zed"),
    )  # fmt: skip

    assert [(group.heading, [card.name for card in group.cards]) for group in attendees.groups] == [
        ("", ["Bruno"]),
        ("Zed", ["Anne", "Zoe"]),
        ("Alpha", ["Luc"]),
    ]


def test_initials_are_only_words_beside_the_cards(view, make_entry):
    """No card, no face, no id: two letters, sorted."""
    attendees = view(make_entry("zoe-roy", visibility=INITIALS), make_entry("ana-roy", visibility=INITIALS))

    assert (attendees.groups, attendees.faces) == ((), ())
    assert (attendees.initials, attendees.total_text) == (("A. R.", "Z. R."), "2 personnes")


@pytest.mark.parametrize(
    ("named", "counted", "words"),
    [
        (0, 0, ("", "")),
        (1, 2, ("", "1 personne")),
        (0, 2, ("", "")),
        (0, 3, ("3 personnes", "3 personnes")),
        (2, 3, ("et 3 autres personnes", "5 personnes")),
    ],
)
def test_those_without_a_name_are_counted_in_words(view, make_entry, named, counted, words):
    """From three people on; where nobody is named, there are no « others »."""
    entries = [make_entry(f"named-{number}") for number in range(named)]
    entries += [make_entry(f"unnamed-{number}", visibility=COUNTED) for number in range(counted)]

    attendees = view(*entries)

    assert (attendees.others_text, attendees.total_text) == words
    assert bool(attendees) is any(words)


def test_a_row_of_faces_holds_the_first_people_with_a_page(view, make_entry):
    """Who has no page stands in no row, and a crowd ends somewhere."""
    entries = [make_entry(f"anne-{number}") for number in range(FACES + 2)]

    faces = view(make_entry("luc", visibility=NAME_ONLY), *entries).faces

    assert [face.url for face in faces] == [f"people/anne-{number}/" for number in range(FACES)]
    assert (faces[0].text, faces[0].monogram) == ("Anne 0", "A0")


@pytest.mark.parametrize(
    ("lang", "expected"),
    [
        ("fr", ("Organisation", "Accueil", "Conférence", "Commandite", "Bénévolat", "Presse")),
        ("en", ("Organiser", "Host", "Speaker", "Sponsor", "Volunteer", "Press")),
    ],
)
def test_roles_are_said_in_words_that_fit_everybody(lang, expected):
    """A plain attendee needs no word."""
    assert word_roles(tuple(Role), lang) == expected


def test_links_say_whose_and_where_they_are():
    """A screen reader reads them one by one, without what stands around."""
    person = show(
        url="https://www.cafe-lune.example/menu",
        profiles=(build_profile("linkedin", "bruno"), Profile("website", "https://bruno.example/")),
    )

    links = view_links(person, "fr")

    assert links == (
        LinkView(
            "cafe-lune.example",
            "https://www.cafe-lune.example/menu",
            "Bruno Larivage sur cafe-lune.example",
            "website",
        ),
        LinkView("LinkedIn", "https://www.linkedin.com/in/bruno", "Bruno Larivage sur LinkedIn", "linkedin"),
        LinkView("bruno.example", "https://bruno.example/", "Bruno Larivage sur bruno.example", "website"),
    )


def test_one_address_is_linked_once():
    """A website that is also typed as the address is one link."""
    person = show(url="https://bruno.example/", profiles=(Profile("website", "https://bruno.example/"),))

    assert [link.href for link in view_links(person, "en")] == ["https://bruno.example/"]


def test_somebody_without_an_address_has_no_links():
    """Nothing stands where nothing is known."""
    assert view_links(show(), "fr") == ()


@pytest.mark.parametrize("network", [name for name in NETWORKS if name != "website"])
def test_every_network_is_called_by_its_own_name(network):
    """The word on a link is what people call the place."""
    (link,) = view_links(show(profiles=(Profile(network, "https://somewhere.example/"),)), "en")

    assert (link.text, link.kind) == (NETWORKS[network].name, network)


def test_names_are_plain_text_in_every_sentence():
    """A name that looks like a place to fill in is not filled in."""
    (link,) = view_links(show(text="{network} {0}", url="https://bruno.example/"), "en")

    assert link.label == "{network} {0} on bruno.example"


def test_how_long_somebody_is_known_is_said_only_where_it_was_typed():
    """There is no sentence without a date."""
    assert word_known_since(show(), "fr") == ""
    assert word_known_since(show(known_since=date(2009, 2, 2)), "en") == "Known online since 2 February 2009"


@pytest.mark.parametrize(("count", "expected"), [(0, ""), (1, "1 person"), (30, "30 people")])
def test_nobody_is_not_counted(count, expected):
    """« 0 people » would be an odd thing to read of an evening."""
    assert word_people(count, "en") == expected


def test_a_person_has_the_same_colour_everywhere():
    """It is one of the theme's, whatever the id."""
    hues = {pick_hue(f"person-{number}") for number in range(500)}

    assert hues == set(range(HUES))
