from __future__ import annotations

from datetime import date

import pytest

from event_recap.errors import Place
from event_recap.model.consent import Consent, ConsentMethod
from event_recap.model.event import Attendee, Role
from event_recap.model.person import Picture
from event_recap.model.visibility import Visibility

WHOLE = """\
attendees:
- id: cafelune
  name: Bruno Larivage
  role: [attendee, speaker]
  org: Café Lune
  job_title: Torréfacteur
  url: https://cafe-lune.example
  profiles: {x: cafelune, mastodon: "@cafelune@mastodon.example"}
  photo: {src: images/anne.jpg, alt: Bruno, credit: Luc}
  note: |
    Mon exemple **chouchou**

    de réussite.
  group: Pour crédibiliser un fait
  known_since: 2009-02-02
  met_with: [luc-garnier]
  visibility: name-only
  consent: {given: 2010-02-05, until: 2030-02-05, method: in-person, photo: no, index: non, graph: false}
"""

AGREED = Consent(
    given=date(2010, 2, 5),
    until=date(2030, 2, 5),
    method=ConsentMethod.IN_PERSON,
    photo=False,
    index=False,
    graph=False,
)


def test_a_whole_entry_is_read(load):
    """Every key of an entry arrives in its place."""
    loaded = load(WHOLE)

    (attendee,) = loaded.event.attendees
    assert [one.handle for one in attendee.profiles] == ["cafelune", "cafelune@mastodon.example"]
    assert attendee == Attendee(
        id="cafelune",
        name="Bruno Larivage",
        place=Place("focus-20.yml", 2, 3),
        roles=(Role.ATTENDEE, Role.SPEAKER),
        org="Café Lune",
        job_title="Torréfacteur",
        url="https://cafe-lune.example",
        profiles=attendee.profiles,
        photo=Picture("images/anne.jpg", "Bruno", "Luc"),
        note="Mon exemple **chouchou**\n\nde réussite.",
        group="Pour crédibiliser un fait",
        known_since=date(2009, 2, 2),
        met_with=("luc-garnier",),
        visibility=Visibility.NAME_ONLY,
        consent=AGREED,
    )
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("typed", "identifier", "name"),
    [
        ("- Anne Tremblay", "anne-tremblay", "Anne Tremblay"),
        ("- @Cafe_Lune", "cafe_lune", "@Cafe_Lune"),
        ("- {name: Anne, handle: '@AnneT'}", "annet", "Anne"),
        ("- {handle: AnneT}", "annet", "AnneT"),
        ("- {name: Anne, profiles: {x: zed}}", "anne", "Anne"),
        ("- {name: Anne, id: a1, handle: zed}", "a1", "Anne"),
        ("- {name: Anne, surname: Roy}", "anne-roy", "Anne Roy"),
        ("- {first_name: Anne, last_name: Roy, name: Nan}", "anne-roy", "Anne Roy"),
        ("- {prénom: Anne, nom: Roy}", "anne-roy", "Anne Roy"),
        ("- {firstName: Anne, name: Anne Roy}", "anne-roy", "Anne Roy"),
        ("- {lastName: Roy}", "roy", "Roy"),
        ("- 007", "007", "007"),
        ("- no", "no", "no"),
        ("- {name: 'Null'}", "null", "Null"),
        ("attendees: {anne: {name: Anne Roy}}", "anne", "Anne Roy"),
        ("attendees: {anne: {id: zed, name: Anne}}", "zed", "Anne"),
        ("attendees: {anne: }", "anne", "anne"),
        ("attendees: {x: Anne Roy}", "anne-roy", "Anne Roy"),
    ],
)
def test_an_id_comes_from_what_is_there(load, typed, identifier, name):
    """The id is the one given, else that of the handle, else that of the name; never of a profile."""
    (attendee,) = load(typed).event.attendees

    assert (attendee.id, attendee.name) == (identifier, name)


@pytest.mark.parametrize(
    "typed",
    [
        "twitter: anne",
        "Twitter: '@anne'",
        "social: {twitter: anne}",
        "links: [{name: twitter, link: 'https://twitter.com/anne'}]",
        "links: [{title: Mon compte, url: 'https://twitter.com/anne'}]",
        "socials: ['https://x.com/anne']",
        ":twitter: anne",
        "twitter: anne\n  profiles: {github: none}",
    ],
)
def test_a_profile_is_found_under_many_keys(load, typed):
    """Twitter as a key, in a map or in a list is the profile on X."""
    (attendee,) = load(f"- name: Anne\n  {typed}\n").event.attendees

    assert [(one.network, one.handle) for one in attendee.profiles] == [("x", "anne")]


@pytest.mark.parametrize("typed", ["none", "[]", "[~]", "{}", "{x: false}", ""])
def test_no_profile_is_no_profile(load, typed):
    """Somebody without profiles has none, however that is said."""
    loaded = load(f"- name: Anne\n  profiles: {typed}\n")

    assert loaded.event.attendees[0].profiles == ()
    assert loaded.problems == ()


@pytest.mark.parametrize(
    ("typed", "roles", "job_title"),
    [
        ("speaker, organizer", (Role.SPEAKER, Role.ORGANIZER), ""),
        ("[speaker, Oratrice]", (Role.SPEAKER,), ""),
        ("Chief of everything", (), "Chief of everything"),
        ("[]", (), ""),
    ],
)
def test_roles_are_words(load, typed, roles, job_title):
    """Known roles are read in either language, each once; another word is a job."""
    (attendee,) = load(f"- name: Anne\n  role: {typed}\n").event.attendees

    assert (attendee.roles, attendee.job_title) == (roles, job_title)


@pytest.mark.parametrize("typed", ["pubilc", "'no'", "[public]", "{a: b}", "yes"])
def test_an_unknown_level_shows_a_number_only(load, typed):
    """A level of visibility that cannot be read publishes no name."""
    (attendee,) = load(f"- name: Anne\n  visibility: {typed}\n").event.attendees

    assert attendee.visibility is Visibility.COUNTED


@pytest.mark.parametrize("typed", ["Public", "PUBLIC", "public"])
def test_a_level_is_read_in_capitals(load, typed):
    """Capitals in a level of visibility change nothing."""
    (attendee,) = load(f"- name: Anne\n  visibility: {typed}\n").event.attendees

    assert attendee.visibility is Visibility.PUBLIC


@pytest.mark.parametrize(
    "typed",
    ["yes", "[a]", "{given: 2010-02-31}", "{until: soon}", "{photo: maybe}", "{index: x}", "{zebra: x}"],
)
def test_a_consent_that_cannot_be_read_says_so(load, typed):
    """A record of consent with anything unreadable in it is unreadable as a whole."""
    (attendee,) = load(f"- name: Anne\n  consent: {typed}\n").event.attendees

    assert not attendee.consent.is_readable


def test_a_person_listed_twice_is_one(load):
    """Two entries of one id are one: roles together, the first text, the lower level, the stricter consent."""
    loaded = load(
        "- {name: Anne, role: host, org: A, visibility: public, met_with: [bob],"
        " consent: {given: 2010-01-01, until: 2020-01-01, photo: true}}\n"
        "- {name: Anne, role: speaker, org: B, note: N, visibility: initials, met_with: [luc, bob],"
        " consent: {until: 2015-01-01, method: form, photo: false, graph: false}}\n"
    )

    (anne,) = loaded.event.attendees
    assert anne.roles == (Role.HOST, Role.SPEAKER)
    assert (anne.org, anne.note, anne.met_with) == ("A", "N", ("bob", "luc"))
    assert anne.visibility is Visibility.INITIALS
    assert anne.consent == Consent(
        given=date(2010, 1, 1), until=date(2015, 1, 1), method=ConsentMethod.FORM, photo=False, graph=False
    )


@pytest.mark.parametrize(("first", "second"), [("hidden", ""), ("", "hidden"), ("hidden", "public")])
def test_a_second_entry_never_shows_more(load, first, second):
    """Somebody hidden stays hidden when they are listed again."""
    loaded = load(
        f"- {{name: Anne, visibility: {first}}}\n- {{name: Anne, visibility: {second}, consent: {{}}}}\n"
    )

    (anne,) = loaded.event.attendees
    assert anne.visibility is Visibility.HIDDEN


def test_two_silent_consents_say_nothing_of_photos(load):
    """Where neither record speaks of photos, nothing was said."""
    loaded = load("- {name: Anne, consent: {index: false}}\n- {name: Anne, consent: {graph: true}}\n")

    consent = loaded.event.attendees[0].consent
    assert (consent.photo, consent.index, consent.graph) == (None, False, True)


def test_an_empty_key_says_nothing(load):
    """Of two spellings of one key, the one with a value is read."""
    loaded = load("- {name: Anne, org: ~, company: A}\n- {name: Bob, org: B, company: ~}\n")

    assert [attendee.org for attendee in loaded.event.attendees] == ["A", "B"]


def test_markup_stays_text(load):
    """Nothing is escaped here: what the author typed is what the model holds."""
    (attendee,) = load("- {name: '<b>\"A\"</b> {{ x }}', id: a}\n").event.attendees

    assert attendee.name == '<b>"A"</b> {{ x }}'
