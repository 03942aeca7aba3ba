"""Who is meant by a word, and by what the site knows them."""

from __future__ import annotations

from datetime import date

import pytest

from event_recap.errors import Place
from event_recap.model.consent import Policy
from event_recap.model.event import Event
from event_recap.model.profile import build_profile
from event_recap.model.registry import Registry
from event_recap.removal.subject import find_subjects


@pytest.fixture(name="registry")
def fixture_registry(make_entry, make_person):
    """Return a site with two namesakes, a handle, an alias and a company's address."""
    entries = (
        make_entry("anne-roy", url="https://cafe.example/", profiles=(build_profile("x", "anner"),)),
        make_entry("anne-2", name="Anne Roy"),
        make_entry("bob", name="Bob Lune", url="https://cafe.example/bob/"),
        make_entry("zed", name="Zed Vrac", url="https://github.com/"),
    )
    event = Event(id="soir", place=Place("a.yml", 1), attendees=entries)
    people = {"bob": make_person("bob", name="Robert Lune", aliases=("bobby",))}
    return Registry(Policy(today=date(2010, 3, 1)), {"soir": event}, people)


@pytest.mark.parametrize(
    ("word", "ids"),
    [
        ("anne-roy", ["anne-roy"]),
        ("Anne Roy", ["anne-2", "anne-roy"]),
        ("roy anne", ["anne-2", "anne-roy"]),
        ("@AnneR", ["anne-roy"]),
        ("bobby", ["bob"]),
        ("Robert Lune", ["bob"]),
        ("Bob", ["bob"]),
        ("https://cafe.example/bob", ["bob"]),
        ("Wanda", []),
    ],
)
def test_a_word_means_somebody(registry, word, ids):
    """An id means one person; a name, a handle or an address everybody who has it."""
    assert list(find_subjects(registry, word)) == ids


def test_what_others_have_as_well_is_left_alone(registry):
    """A namesake's name and a company's address are not theirs alone, and nobody is kept out for them."""
    subject = find_subjects(registry, "anne-roy")["anne-roy"]

    assert subject.shared == {"Anne Roy", "anne-roy", "https://cafe.example/"}
    assert subject.names == frozenset()
    assert subject.urls == {"https://x.com/anner"}


def test_the_address_of_a_network_is_nobodys(registry):
    """Whoever gave the front page of a network takes nobody else's link there with them."""
    subject = find_subjects(registry, "zed")["zed"]

    assert subject.urls == frozenset()
    assert subject.shared == {"https://github.com/"}


def test_every_name_of_somebody_is_known(registry):
    """A person's file and the lists may name them otherwise, and both count."""
    subject = find_subjects(registry, "bobby")["bob"]

    assert subject.names == {"Robert Lune", "Bob Lune"}
    assert subject.ids == {"bob", "bobby"}
