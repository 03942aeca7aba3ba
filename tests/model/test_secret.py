"""What may stand nowhere on a site."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.model.consent import Policy
from event_recap.model.event import Attendee, Event, Organizer
from event_recap.model.person import Person
from event_recap.model.profile import build_profile
from event_recap.model.registry import Registry
from event_recap.model.secret import SecretKind, find_secrets, fold_words
from event_recap.model.visibility import Visibility

LIST = Place("content/attendees/soir.yml", 1, 1)
FILE = Place("content/people/zoe.yml", 1, 1)
LEVELS = st.sampled_from([None, *Visibility])


def list_entry(name="Zoé Blais", identifier="zoe", **facts):
    """Return an entry of a list with a profile and an address."""
    profile = build_profile("x", facts.pop("handle", "zoblais"))
    return Attendee(
        id=identifier, name=name, place=LIST, url="https://www.zoe.example/", profiles=(profile,), **facts
    )


def find(*entries, people=(), allowed=(), organizers=(), **policy):
    """Return the secrets of a site with an event for each entry, by text."""
    events = {
        f"soir-{number}": Event(id=f"soir-{number}", place=LIST, attendees=(entry,), organizers=organizers)
        for number, entry in enumerate(entries)
    }
    registry = Registry(Policy(today=date(2026, 1, 1), **policy), events, {one.id: one for one in people})
    return {secret.text: secret for secret in find_secrets(registry, allowed).secrets}


@pytest.mark.parametrize(
    ("level", "texts"),
    [
        ("public", set()),
        ("name-only", {"zoblais", "zoe.example", "x.com/zoblais"}),
        ("initials", {"Zoé Blais", "zoe", "zoblais", "zoe.example", "x.com/zoblais"}),
        ("counted", {"Zoé Blais", "zoe", "zoblais", "zoe.example", "x.com/zoblais"}),
        ("hidden", {"Zoé Blais", "zoe", "zoblais", "zoe.example", "x.com/zoblais"}),
    ],
)
def test_each_level_keeps_back_what_it_does_not_show(level, texts):
    """Of a name-only person all but the name may stand nowhere, below that nothing."""
    found = find(list_entry(visibility=Visibility[level.upper().replace("-", "_")]))

    assert set(found) - {"zoe"} == texts - {"zoe"}


def test_who_is_public_at_one_event_may_be_named():
    """What is public at one event is no secret for being hidden at another; another name of theirs is."""
    found = find(
        list_entry(),
        list_entry(name="Zoé Tremblay", visibility=Visibility.HIDDEN, handle="ztremblay"),
    )

    assert set(found) == {"Zoé Tremblay", "ztremblay", "x.com/ztremblay"}
    assert {secret.level for secret in found.values()} == {Visibility.HIDDEN}


def test_aliases_and_former_ids_are_secrets():
    """An alias, a former id and a bio of somebody hidden may stand nowhere."""
    bio = "Elle torréfie son café depuis toujours."
    person = Person(
        id="zoe",
        place=FILE,
        name="Zoé Blais",
        bio=bio,
        visibility=Visibility.HIDDEN,
        aliases=("zozo",),
        moved_from=("z-b",),
    )

    found = find(list_entry(), people=[person])

    assert {"zozo", "z-b", bio, "Zoé Blais"} <= set(found)
    assert found[bio].kind is SecretKind.NOTE
    assert found["zozo"].place == FILE


def test_a_name_counts_as_a_name_where_it_is_an_id_as_well():
    """Somebody whom a list names by id, and a file by name, is searched for by name."""
    person = Person(id="zoe-blais", place=FILE, name="Zoé Blais", visibility=Visibility.HIDDEN)

    found = find(list_entry(name="", identifier="zoe-blais"), people=[person])

    assert found["Zoé Blais"].kind is SecretKind.NAME
    assert "zoe-blais" not in found


def test_somebody_else_of_the_same_name_may_be_named():
    """Of two people with one name, the one who is shown may be; nothing else of the other."""
    found = find(list_entry(visibility=Visibility.HIDDEN), list_entry(identifier="zoe-2", handle="other"))

    assert set(found) == {"zoblais", "x.com/zoblais"}


def test_a_name_of_one_word_that_others_have_is_ambiguous():
    """Zoé alone may be the Zoé who is shown: it is told as a doubt."""
    found = find(
        list_entry(name="Zoé", identifier="zo-e", visibility=Visibility.HIDDEN, handle="zozozo"),
        list_entry(identifier="b"),
    )

    assert found["Zoé"].is_ambiguous
    assert not found["zozozo"].is_ambiguous


def test_a_handle_that_is_somebodys_name_is_a_secret_with_its_sign():
    """Of a handle that is a word of a name that is shown, ``@roy`` is looked for, not ``Roy``."""
    found = find(
        list_entry(visibility=Visibility.HIDDEN, handle="roy"),
        list_entry("Anne Roy", "anne", handle="anneroy"),
    )

    assert found["@roy"].kind is SecretKind.HANDLE
    assert "roy" not in found


def test_what_somebody_shows_at_one_event_is_no_secret_at_another():
    """Whoever is public in one list and hidden in another may be called by the same handle, and leads on."""
    assert find(list_entry(), list_entry(visibility=Visibility.HIDDEN)) == {}


def test_authors_and_organisers_may_be_named():
    """Whoever signs the blog or is named as having invited may be named."""
    entry = list_entry(visibility=Visibility.HIDDEN)
    organizer = Organizer(name="Zoé Blais", url="https://zoe.example")

    assert "Zoé Blais" not in find(entry, allowed=["zoé BLAIS"])
    assert {"Zoé Blais", "zoe.example"} & set(find(entry, organizers=(organizer,))) == set()


@given(LEVELS, LEVELS, LEVELS, st.booleans(), st.sampled_from(Visibility))
def test_a_name_is_a_secret_unless_somebody_may_read_it(first, second, lasting, strict, default):
    """Whatever the lists and the file say of somebody, the name is either shown somewhere or a secret."""
    person = Person(id="zoe", place=FILE, name="Zoé Blais", visibility=lasting)
    events = {
        f"soir-{number}": Event(id=f"soir-{number}", place=LIST, attendees=(list_entry(visibility=level),))
        for number, level in enumerate((first, second))
    }
    policy = Policy(today=date(2026, 1, 1), default_visibility=default, strict=strict)
    registry = Registry(policy, events, {"zoe": person})
    shown = {one.text for event in events.values() for one in registry.find_turnout(event).people}

    secrets = {secret.text for secret in find_secrets(registry).secrets}

    assert ("Zoé Blais" in shown) is ("Zoé Blais" not in secrets)
    assert ("zoe.example" in secrets) is ("zoe" not in registry.public_people)


@given(st.text())
def test_folding_twice_is_folding_once(text):
    """What is folded stays as it is, so that both sides of a comparison may be folded."""
    assert fold_words(fold_words(text)) == fold_words(text)
