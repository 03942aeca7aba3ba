"""What is left of a person at each level."""

from dataclasses import fields
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.model.consent import Consent, ConsentMethod, Policy
from event_recap.model.event import Attendee, Role
from event_recap.model.person import Person, Picture
from event_recap.model.profile import build_profile
from event_recap.model.shown import ShownPerson, Turnout, merge_profiles, show_attendee
from event_recap.model.visibility import VISIBILITY_WORDS, Visibility

PLACE = Place("content/test.yml", 1, 1)
X, GITHUB, WEBSITE = (
    build_profile("x", "bruno"),
    build_profile("github", "bruno"),
    build_profile("x", "other"),
)
POLICY = Policy(today=date(2026, 1, 1))


def make_full_entry(**facts):
    """Return an entry in which every fact is told."""
    told = {
        "id": "bruno-larivage",
        "name": "Bruno Larivage",
        "place": PLACE,
        "roles": (Role.SPEAKER,),
        "org": "Café Lune",
        "job_title": "Torréfacteur",
        "url": "https://cafe-lune.example/",
        "profiles": (X,),
        "photo": Picture("images/bruno.jpg", "Bruno"),
        "note": "Mon exemple chouchou.",
        "group": "Pour crédibiliser un fait",
        "known_since": date(2009, 2, 2),
        "met_with": ("anne",),
    }
    return Attendee(**(told | facts))


def make_full_person(**facts):
    """Return a person's file in which every fact is told otherwise than in the list."""
    told = {
        "id": "bruno-larivage",
        "name": "Bruno L.",
        "place": PLACE,
        "bio": "Torréfie.",
        "org": "Another organisation",
        "job_title": "Another title",
        "url": "https://another.example/",
        "profiles": (WEBSITE, GITHUB),
        "photo": Picture("images/another.jpg"),
    }
    return Person(**(told | facts))


def list_facts(person):
    """Return what a value says beyond the defaults."""
    plain = ShownPerson(level=person.level, text=person.text)
    return {
        field.name for field in fields(person) if getattr(person, field.name) != getattr(plain, field.name)
    }


def test_a_public_person_is_shown_with_every_fact():
    """The list comes before the person's own file, and the file fills what the list leaves out."""
    shown = show_attendee(make_full_entry(), make_full_person(), POLICY)

    assert shown == ShownPerson(
        level=Visibility.PUBLIC,
        text="Bruno Larivage",
        id="bruno-larivage",
        roles=(Role.SPEAKER,),
        bio="Torréfie.",
        org="Café Lune",
        job_title="Torréfacteur",
        url="https://cafe-lune.example/",
        profiles=(X, GITHUB),
        photo=Picture("images/bruno.jpg", "Bruno"),
        note="Mon exemple chouchou.",
        group="Pour crédibiliser un fait",
        known_since=date(2009, 2, 2),
        met_with=("anne",),
    )


def test_a_bare_id_takes_its_facts_from_the_person_s_file():
    """A list of ids is enough where the people have files."""
    entry = Attendee(id="bruno-larivage", name="", place=PLACE)

    shown = show_attendee(entry, make_full_person(), POLICY)

    assert (shown.text, shown.org, shown.job_title) == ("Bruno L.", "Another organisation", "Another title")
    assert (shown.url, shown.photo.src) == ("https://another.example/", "images/another.jpg")
    assert shown.profiles == (WEBSITE, GITHUB)


def test_a_person_with_a_file_has_the_id_of_the_file():
    """A list may use an alias; the page is one."""
    entry = Attendee(id="an-alias", name="Bruno", place=PLACE)

    assert show_attendee(entry, make_full_person(), POLICY).id == make_full_person().id


def test_a_bare_name_is_shown_as_it_is():
    """Nothing is needed beside a name."""
    entry = Attendee(id="anne", name="Anne", place=PLACE)

    assert show_attendee(entry, None, POLICY) == ShownPerson(level=Visibility.PUBLIC, text="Anne", id="anne")


def test_an_id_stands_for_a_name_where_there_is_none():
    """Something is shown even before the person's file was written."""
    entry = Attendee(id="cafelune", name="", place=PLACE)

    assert show_attendee(entry, None, POLICY).text == "cafelune"


@pytest.mark.parametrize(
    ("word", "text"), [("name-only", "Bruno Larivage"), ("initials", "B. L.")], ids=["name-only", "initials"]
)
@pytest.mark.parametrize("owner", ["list", "person"])
def test_below_public_nothing_is_left_but_the_text(word, text, owner):
    """No id, role, group, organisation, link, note or picture could tell more."""
    level = VISIBILITY_WORDS[word]
    entry = make_full_entry(visibility=level if owner == "list" else None)
    person = make_full_person(visibility=level if owner == "person" else None)

    shown = show_attendee(entry, person, POLICY)

    assert (shown.level, shown.text) == (level, text)
    assert list_facts(shown) == set()


@pytest.mark.parametrize("word", ["hidden", "counted"])
def test_whoever_is_not_shown_leaves_only_a_level(word):
    """Not even a name goes on from here."""
    level = VISIBILITY_WORDS[word]

    assert show_attendee(make_full_entry(visibility=level), make_full_person(), POLICY) is level


def test_a_name_without_letters_has_no_initials_and_is_counted():
    """An empty place in the list would be a gap."""
    entry = Attendee(id="party", name="🎉", place=PLACE, visibility=Visibility.INITIALS)

    assert show_attendee(entry, None, POLICY) is Visibility.COUNTED


def test_a_speaker_is_not_shown_for_being_one():
    """A role raises nothing."""
    entry = make_full_entry(roles=(Role.ORGANIZER, Role.SPEAKER), visibility=Visibility.COUNTED)

    assert show_attendee(entry, None, POLICY) is Visibility.COUNTED


@pytest.mark.parametrize("owner", ["list", "person"])
def test_a_no_to_photos_takes_both_photos_away(owner):
    """Neither the list's nor the file's picture is shown, whoever keeps the record."""
    said = {"consent": Consent(photo=False)}
    entry = make_full_entry(**(said if owner == "list" else {}))
    person = make_full_person(**(said if owner == "person" else {}))

    assert show_attendee(entry, person, POLICY).photo is None


def test_in_strict_mode_a_photo_waits_for_a_yes():
    """A record of consent that says nothing of photos is no yes."""
    agreed = {"given": date(2025, 1, 1), "method": ConsentMethod.FORM}
    strict = Policy(today=date(2026, 1, 1), strict=True)
    public = {"visibility": Visibility.PUBLIC}

    silent = show_attendee(make_full_entry(**public, consent=Consent(**agreed)), None, strict)
    spoken = show_attendee(make_full_entry(**public, consent=Consent(**agreed, photo=True)), None, strict)

    assert (silent.level, silent.photo) == (Visibility.PUBLIC, None)
    assert spoken.photo == Picture("images/bruno.jpg", "Bruno")


@pytest.mark.parametrize("owner", ["list", "person"])
@pytest.mark.parametrize(("said", "fact"), [("index", "may_be_indexed"), ("graph", "may_be_linked")])
def test_one_no_is_enough_to_stay_out_of_searches_and_graphs(said, fact, owner):
    """The list and the person's file are both asked."""
    no, yes = Consent(**{said: False}), Consent()
    entry = make_full_entry(consent=no if owner == "list" else yes)
    person = make_full_person(consent=no if owner == "person" else yes)

    shown = show_attendee(entry, person, POLICY)

    assert not getattr(shown, fact)
    assert list_facts(shown) & {"may_be_indexed", "may_be_linked"} == {fact}


def test_one_profile_of_each_network_is_kept():
    """The first set wins, and the order is that of the networks."""
    assert merge_profiles((GITHUB, X), (WEBSITE,)) == (X, GITHUB)
    assert merge_profiles((), (WEBSITE,)) == (WEBSITE,)


def test_a_turnout_counts_people_and_others():
    """The number at the head of a list is of everybody it speaks of."""
    anne, zed = (ShownPerson(level=level, text="A") for level in (Visibility.PUBLIC, Visibility.INITIALS))

    turnout = Turnout((anne, zed), 12)

    assert turnout.total_count == 14
    assert turnout.at_level(Visibility.INITIALS) == (zed,)
    assert turnout.at_level(Visibility.NAME_ONLY) == ()


LEVELS = st.none() | st.sampled_from(Visibility)
NAMES = st.text(min_size=1, max_size=40)


@given(NAMES, LEVELS, LEVELS, st.booleans(), st.sampled_from(Visibility))
def test_no_name_reaches_a_page_below_its_level(name, listed, filed, strict, default):
    """Whatever is said where, the name in full needs ``name-only`` from everybody who spoke."""
    policy = Policy(today=date(2026, 1, 1), strict=strict, default_visibility=default)
    entry = Attendee(id="id", name=name, place=PLACE, visibility=listed, org="org")
    person = Person(id="id", name="Another", place=PLACE, visibility=filed)

    shown = show_attendee(entry, person, policy)

    lowest = min(level for level in (listed, filed, Visibility.PUBLIC) if level is not None)
    if isinstance(shown, ShownPerson):
        assert Visibility.INITIALS <= shown.level <= lowest
        assert shown.level is Visibility.PUBLIC or not shown.org
    else:
        assert shown <= lowest
