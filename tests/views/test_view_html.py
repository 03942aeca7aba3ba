"""Cards and lists as HTML, read as a browser reads them."""

import pytest
from bs4 import BeautifulSoup
from jinja2 import DictLoader, Environment, FileSystemLoader

from event_recap.model.event import Role
from event_recap.model.person import Picture
from event_recap.model.profile import Profile
from event_recap.model.visibility import Visibility
from event_recap.rendering import TEMPLATES
from event_recap.views.html import render_attendee_list, render_attendees
from event_recap.views.people import view_attendees
from event_recap.views.values import AttendeesView

HOSTILE = """"'><script>alert(1)</script>{{ 7*7 }}"""
RENDERERS = pytest.mark.parametrize("render", [render_attendees, render_attendee_list], ids=["cards", "list"])


@pytest.fixture(name="environment")
def fixture_environment():
    """Return Jinja as Pelican sets it up: nothing is escaped by itself, blocks leave no lines."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES), trim_blocks=True, lstrip_blocks=True, extensions=[]
    )


@pytest.fixture(name="view")
def fixture_view(make_registry, make_event, addresses):
    """Return what views the attendees of one evening."""

    def view(*entries, lang="fr"):
        event = make_event(*entries)
        return view_attendees(make_registry(event), event, addresses, lang)

    return view


@RENDERERS
def test_an_evening_without_people_leaves_no_heading(environment, render):
    """Nothing at all is written."""
    assert render(environment, AttendeesView(), "fr") == ""


@RENDERERS
def test_everybody_is_named_once_under_a_heading_in_the_page_s_language(
    environment, view, make_entry, render
):
    """The number of people stands beside it."""
    html = BeautifulSoup(render(environment, view(make_entry("anne"), make_entry("luc")), "fr"), "html5lib")

    assert html.h2.get_text().startswith("Qui était là")
    assert "2 personnes" in html.body.get_text()
    assert [word for word in html.body.get_text().split() if word in {"Anne", "Luc"}] == ["Anne", "Luc"]


@RENDERERS
def test_groups_have_their_headings(environment, view, make_entry, render):
    """One step below the heading of the whole."""
    html = BeautifulSoup(render(environment, view(make_entry("anne", group="À l’accueil")), "fr"), "html5lib")

    assert html.h3.get_text() == "À l’accueil"


@RENDERERS
def test_those_without_a_card_are_told_at_the_end(environment, view, make_entry, render):
    """Initials, then how many others there were."""
    entries = [make_entry("zoe-martin", visibility=Visibility.INITIALS), make_entry("anne")]
    entries += [make_entry(f"unnamed-{number}", visibility=Visibility.COUNTED) for number in range(3)]

    html = BeautifulSoup(render(environment, view(*entries), "fr"), "html5lib")

    assert " ".join(html("p")[-1].get_text().split()) == "Z. M. et 3 autres personnes"


@RENDERERS
def test_nothing_but_the_letters_is_left_of_somebody_by_initials(environment, view, make_entry, render):
    """Not in an attribute either: no id, class, picture or address."""
    zoe = make_entry(
        "zoe-martin", visibility=Visibility.INITIALS, org="Lune", group="Presse", note="Note",
        photo=Picture("images/zoe.jpg"), roles=(Role.PRESS,), url="https://zoe.example/",
    )  # fmt: skip

    html = render(environment, view(zoe), "fr").lower()

    assert "z. m." in html
    assert not [word for word in ("zoe", "martin", "lune", "presse", "note", "<img", "<a") if word in html]


@RENDERERS
def test_no_text_that_an_author_types_can_become_markup(environment, view, make_entry, render):
    """Names, organisations, titles, groups and the words of a picture are plain text."""
    entry = make_entry(
        "anne", name=HOSTILE, org=HOSTILE, job_title=HOSTILE, group=HOSTILE, note=HOSTILE,
        photo=Picture("images/a.jpg", HOSTILE), profiles=(Profile("website", "https://a.example/?a='\"<b>"),),
    )  # fmt: skip

    html = BeautifulSoup(render(environment, view(entry), "fr"), "html5lib")

    assert not html("script")
    assert not [name for tag in html.find_all() for name in tag.attrs if name.startswith("on") or "'" in name]
    assert HOSTILE in html.h3.get_text()
    assert HOSTILE in html.li.get_text()


def test_a_card_leads_to_the_person_s_page_and_places(environment, view, make_entry):
    """Pelican resolves the page's address; the others are absolute and have a name to be read aloud."""
    bruno = make_entry(
        "bruno-larivage", url="https://lune.example/", roles=(Role.SPEAKER,), met_with=("anne",)
    )

    html = BeautifulSoup(render_attendees(environment, view(bruno, make_entry("anne")), "fr"), "html5lib")
    card = html.find(id="person-bruno-larivage")

    assert card.find(class_="u-url")["href"] == "{filename}/@person/bruno-larivage"
    assert card.find("a", href="https://lune.example/")["aria-label"] == "Bruno Larivage sur lune.example"
    assert card.find(class_="p-role").get_text() == "Conférence"
    assert card.find("a", href="{filename}/@person/anne").get_text() == "Anne"


@pytest.mark.parametrize("photo", [None, Picture("images/anne.jpg", "Anne, une tasse à la main")])
def test_a_card_has_a_photo_or_drawn_initials(environment, view, make_entry, photo):
    """A drawing needs nobody else's service and says nothing to a screen reader."""
    html = BeautifulSoup(
        render_attendees(environment, view(make_entry("anne-roy", photo=photo)), "fr"), "html5lib"
    )

    if photo:
        assert html.img["src"] == "{static}/images/anne.jpg"
        assert html.img["alt"] == "Anne, une tasse à la main"
    else:
        assert html.svg["aria-hidden"] == "true"
        assert html.svg.get_text() == "AR"


def test_a_theme_may_draw_its_own_cards(view, make_entry):
    """Its file of the same name comes first."""
    own = "{% macro attendees(attendees, words) %}{{ words.attendees }} : {{ attendees.total_text }}{% endmacro %}"
    environment = Environment(loader=DictLoader({"event_recap/attendees.html": own}), autoescape=True)

    assert render_attendees(environment, view(make_entry("anne")), "fr") == "Qui était là : 1 personne"
