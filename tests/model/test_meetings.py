"""What a meeting is, and of whom none is told."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.errors import Place
from event_recap.model.consent import Consent, Policy
from event_recap.model.event import Attendee, Event, EventStatus
from event_recap.model.meeting import GROUP_MOST, NotedMeeting, make_key
from event_recap.model.meetings import COMPANIONS_MOST, Meetings
from event_recap.model.registry import Registry
from event_recap.model.visibility import VISIBILITY_WORDS, Visibility

PLACE = Place("content/test.yml", 1, 1)
FIRST, SECOND, THIRD = date(2010, 2, 2), date(2011, 2, 2), date(2012, 2, 2)
LOWER = [word for word in VISIBILITY_WORDS if word != "public"]


@pytest.fixture(name="meet")
def fixture_meet(make_registry):
    """Return what finds the meetings of events and people."""

    def meet(*values, noted=()):
        return Meetings(make_registry(*values), noted)

    return meet


def met_keys(meetings):
    """Return the pairs who met."""
    return [key for key, pair in meetings.pairs.items() if pair.has_met]


@pytest.mark.parametrize("mutual", [False, True])
def test_who_names_whom_they_met_has_met_them(meet, make_event, make_entry, mutual):
    """``met_with`` of one of the two is enough, and that of both is still one meeting."""
    anne = make_entry("anne", met_with=("bruno",))
    bruno = make_entry("bruno", met_with=("anne",) if mutual else ())

    (pair,) = meet(make_event("soir", bruno, anne, start=FIRST)).pairs.values()

    assert (pair.key, pair.has_met, [event.id for event in pair.met_at]) == (
        ("anne", "bruno"),
        True,
        ["soir"],
    )
    assert (pair.other("anne"), pair.other("bruno")) == ("bruno", "anne")


def test_a_group_at_a_table_met_and_a_group_of_many_is_a_heading(meet, make_event, make_entry):
    """Up to twelve people of one group met each other; thirteen share a heading only."""
    table = [make_entry(f"t{number:02}", group="Table") for number in range(GROUP_MOST)]
    hall = [make_entry(f"h{number:02}", group="Hall") for number in range(GROUP_MOST + 1)]

    meetings = meet(make_event("soir", *table, *hall, make_entry("anne"), make_entry("bruno")))

    assert met_keys(meetings) == list(combinations([entry.id for entry in table], 2))


def test_standing_in_one_list_is_no_meeting(meet, make_event, make_entry):
    """Two people of one list were both there, and no more is said."""
    event = make_event("soir", make_entry("anne"), make_entry("bruno"))

    assert meet(event).pairs == {}


def test_how_often_counts_every_event_where_both_were(meet, make_event, make_entry):
    """First and last time are those of the events in common, oldest first, without a day last."""
    met = [make_entry("anne", met_with=("bruno",)), make_entry("bruno")]
    both = [make_entry("anne"), make_entry("bruno")]

    meetings = meet(
        make_event("c", *both, start=THIRD),
        make_event("undated", *both),
        make_event("a", *both, start=FIRST),
        make_event("b", *met, start=SECOND),
        make_event("alone", make_entry("anne"), start=FIRST),
    )

    pair = meetings.pairs["anne", "bruno"]
    assert [event.id for event in pair.events] == ["a", "b", "c", "undated"]
    assert [event.id for event in pair.met_at] == ["b"]


def test_frequent_companions_are_few_and_the_most_frequent(meet, make_event, make_entry):
    """Two events together are worth a word; each person brings twelve such pairs at the most."""
    people = [make_entry(f"p{number:02}") for number in range(30)]
    events = [make_event(name, *people, start=day) for name, day in (("a", FIRST), ("b", SECOND))]
    again = make_event("c", people[0], people[29], start=THIRD)

    meetings = meet(*events, again)

    assert not met_keys(meetings)
    assert len(meetings.pairs) <= COMPANIONS_MOST * len(people)
    assert meetings.by_person["p00"][0].key == ("p00", "p29")
    assert [len(pair.events) for pair in meetings.by_person["p00"]][:2] == [3, 2]


def test_a_crowd_makes_no_companions(meet, make_event, make_entry):
    """Lists of sixty and more say nothing of who was with whom."""
    people = [make_entry(f"p{number:02}") for number in range(60)]

    assert meet(make_event("a", *people), make_event("b", *people)).pairs == {}


@pytest.mark.parametrize(
    "facts",
    [
        {"start": date(2027, 1, 1)},
        {"start": FIRST, "status": EventStatus.CANCELLED},
        {"start": FIRST, "status": EventStatus.POSTPONED},
        {"status": EventStatus.SCHEDULED},
    ],
)
def test_nobody_has_met_at_an_event_that_was_not(meet, make_event, make_entry, facts):
    """What is to come or was called off is no meeting."""
    event = make_event("soir", make_entry("anne", met_with=("bruno",)), make_entry("bruno"), **facts)

    meetings = meet(event)

    assert meetings.pairs == {}
    assert not meetings.find_event_network(event)
    assert not meetings.find_network([event])


def test_an_alias_is_the_same_person(meet, make_event, make_entry, make_person):
    """A meeting with an alias is one with the person, and nobody meets themselves."""
    event = make_event("soir", make_entry("anne", met_with=("bru", "anna", "nobody")), make_entry("bruno"))
    files = [make_person("bruno", aliases=("bru",)), make_person("anne", aliases=("anna",))]

    assert met_keys(meet(event, *files)) == [("anne", "bruno")]


def test_a_text_can_tell_of_a_meeting(meet, make_event, make_entry):
    """What another part of the build noted counts as what a list says, within the same limits."""
    event = make_event(
        "soir", make_entry("anne"), make_entry("bruno"), make_entry("zed", visibility=Visibility.COUNTED)
    )
    noted = [("soir", "bruno", "anne"), ("soir", "anne", "zed"), ("soir", "anne", "anne"), ("x", "a", "b")]

    meetings = meet(event, noted=[NotedMeeting(*note) for note in noted])

    assert met_keys(meetings) == [("anne", "bruno")]


@pytest.mark.parametrize("where", ["list", "other list", "file"])
def test_one_no_takes_a_person_out_everywhere(make_registry, make_event, make_entry, make_person, where):
    """``graph: false`` in any record holds at every event, also where that record is not."""
    no = Consent(graph=False)
    here, there = (no if where == name else None for name in ("list", "other list"))
    first = make_event(
        "a",
        make_entry("anne", met_with=("zed",)),
        make_entry("zed", group="T", consent=here),
        make_entry("bea", group="T"),
    )
    second = make_event("b", make_entry("anne"), make_entry("zed", consent=there))
    file = make_person("zed", consent=no if where == "file" else None)

    registry = make_registry(first, second, file)
    meetings = Meetings(registry)
    cards = {person.id: registry.find_met(first, person) for person in registry.find_turnout(first).people}

    assert cards == {"anne": (), "bea": (), "zed": ()}
    assert meetings.pairs == {}
    assert not meetings.find_event_network(first)
    assert not meetings.find_network([first, second])


@pytest.mark.parametrize("word", LOWER)
def test_only_public_people_have_met(meet, make_event, make_entry, word):
    """Somebody below public met nobody, at that event; and makes no group larger."""
    table = [make_entry(f"t{number:02}", group="Table") for number in range(GROUP_MOST)]
    other = make_entry("zed", group="Table", visibility=VISIBILITY_WORDS[word], met_with=("t00",))

    meetings = meet(make_event("soir", *table, other))

    assert len(meetings.pairs) == GROUP_MOST * (GROUP_MOST - 1) // 2
    assert not [key for key in meetings.pairs if "zed" in key]


def test_the_picture_of_an_evening_has_its_meetings_only(meet, make_event, make_entry):
    """A list in which nobody is known to have met is no picture; nor do others of the list come into one."""
    people = [make_entry("bruno"), make_entry("chloe")]
    silent = make_event("a", make_entry("anne"), *people)
    told = make_event("b", make_entry("anne", met_with=("bruno",)), *people)

    meetings = meet(silent, told)

    assert not meetings.find_event_network(silent)
    assert list(meetings.find_event_network(told).neighbours) == ["anne", "bruno"]


def test_companions_are_drawn_as_long_as_the_picture_stays_clear(meet, make_event, make_entry):
    """Three hundred people who were all at two events are not 44,850 lines."""
    regulars = [make_entry(f"p{number:02}") for number in range(4)]
    crowd = [make_entry(f"q{number:02}") for number in range(40)]
    events = [make_event(name, *regulars, *(crowd if name < "c" else ())) for name in "abc"]

    network = meet(*events).find_network(events)

    assert [tie.key for tie in network.ties] == list(combinations(["p00", "p01", "p02", "p03"], 2))
    assert {(tie.times, tie.has_met) for tie in network.ties} == {(3, False)}


def test_a_line_counts_the_events_of_its_own_picture(meet, make_event, make_entry):
    """In the picture of a series, evenings of another series do not make a line wider."""
    met = [make_entry("anne", met_with=("bruno",)), make_entry("bruno")]
    events = [make_event(name, *met, series=name[0]) for name in ("a1", "a2", "b1")]
    events.append(make_event("none", make_entry("anne")))

    meetings = meet(*events)

    assert list(meetings.series) == ["a"]
    assert [tie.times for tie in meetings.find_network(meetings.series["a"]).ties] == [2]
    assert [tie.times for tie in meetings.find_network(events).ties] == [3]


def test_who_came_back_is_told_with_the_editions_before(meet, make_event, make_entry):
    """Earlier editions at which both entries are public; later, cancelled and undated ones do not count."""
    anne, bruno, zed = (
        make_entry("anne"),
        make_entry("bruno"),
        make_entry("zed", visibility=Visibility.COUNTED),
    )
    events = [
        make_event("first", anne, zed, bruno, start=FIRST, series="s"),
        make_event("off", anne, start=date(2010, 5, 1), series="s", status=EventStatus.CANCELLED),
        make_event("other", anne, start=FIRST, series="x"),
        make_event("undated", anne, series="s"),
        make_event("third", anne, start=THIRD, series="s"),
    ]
    here = make_event("second", make_entry("zed"), anne, start=SECOND, series="s")

    meetings = meet(*events, here)

    assert [
        (found.person.id, [event.id for event in found.earlier]) for found in meetings.find_returned(here)
    ] == [("anne", ["first"])]
    assert meetings.find_returned(events[3]) == ()


@pytest.mark.parametrize(
    ("known", "status", "expected"),
    [
        (date(2009, 2, 2), None, "a"),
        (date(2009, 2, 2), EventStatus.MOVED_ONLINE, "b"),
        (date(2010, 6, 1), None, None),
        (None, None, None),
    ],
)
def test_known_online_comes_before_met_in_person(make_registry, make_event, known, status, expected):
    """The day in person is that of the first event in a place; where they had met before, nothing is said."""
    entry = Attendee(id="anne", name="Anne", place=PLACE, known_since=known)
    first = make_event("a", entry, start=FIRST, status=status)
    registry = make_registry(first, make_event("b", entry, start=SECOND))

    found = Meetings(registry).find_introduction(registry.public_people["anne"])

    assert (found.event.id if found else None) == expected


@st.composite
def lists(draw):
    """Draw two events of a few people of any level, group and consent."""
    events = []
    for name, day in (("a", FIRST), ("b", SECOND)):
        entries = [
            Attendee(
                id=identifier,
                name=identifier.title(),
                place=PLACE,
                group=draw(st.sampled_from(["", "T"])),
                met_with=tuple(draw(st.lists(st.sampled_from("vwxyz"), max_size=2))),
                visibility=draw(st.sampled_from([None, *VISIBILITY_WORDS.values()])),
                consent=draw(st.sampled_from([None, Consent(graph=False), Consent(until=FIRST), Consent()])),
            )
            for identifier in draw(st.lists(st.sampled_from("vwxyz"), unique=True))
        ]
        events.append(Event(id=name, place=PLACE, start=day, series="s", attendees=tuple(entries)))
    return events


@given(lists())
def test_whatever_a_list_says_both_ends_agreed(events):
    """No pair, tie or introduction has somebody who is not public there, or ever said no."""
    registry = Registry(Policy(today=date(2026, 1, 1)), {event.id: event for event in events}, {})
    refused = {
        entry.id for event in events for entry in event.attendees if entry.consent and not entry.consent.graph
    }
    public = {
        event.id: {person.id for person in registry.find_turnout(event).at_level(Visibility.PUBLIC)} - refused
        for event in events
    }

    meetings = Meetings(registry)

    for pair in meetings.pairs.values():
        assert all(set(pair.key) <= public[event.id] for event in (*pair.events, *pair.met_at))
        assert pair.key == make_key(*reversed(pair.key))
    for event in events:
        assert all(set(tie.key) <= public[event.id] for tie in meetings.find_event_network(event).ties)
    assert all(set(tie.key) <= public["a"] | public["b"] for tie in meetings.find_network(events).ties)
