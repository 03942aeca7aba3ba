"""Events and people, joined."""

from dataclasses import replace
from datetime import date
from itertools import product

import pytest

from event_recap.model.consent import Consent, Policy
from event_recap.model.event import Organizer, Role
from event_recap.model.person import Picture
from event_recap.model.profile import build_profile
from event_recap.model.registry import ShownOrganizer, event_order
from event_recap.model.visibility import VISIBILITY_WORDS, Visibility

COUNTED, INITIALS, NAME_ONLY, HIDDEN = (
    VISIBILITY_WORDS[word] for word in ("counted", "initials", "name-only", "hidden")
)


def list_names(people):
    """Return what is read of people."""
    return [person.text for person in people]


@pytest.mark.parametrize(("counted", "said"), [(0, 0), (1, 0), (2, 0), (3, 3), (4, 4)])
def test_a_count_is_said_only_from_three_people_on(make_registry, make_event, make_entry, counted, said):
    """Of one or two unnamed people a reader could guess who they are: neither number nor total tells of them."""
    entries = [make_entry(f"unnamed-{number}", visibility=COUNTED) for number in range(counted)]
    event = make_event("focus", make_entry("anne"), *entries)

    turnout = make_registry(event).find_turnout(event)

    assert turnout.others_count == said
    assert turnout.total_count == 1 + said


def test_people_are_shown_as_listed_with_initials_last(make_registry, make_event, make_entry):
    """Initials are sorted by what is read, so that no order tells whose name was where."""
    event = make_event(
        "focus",
        make_entry("zoe-martin", visibility=INITIALS),
        make_entry("yves", visibility=NAME_ONLY),
        make_entry("adam-roy", visibility=INITIALS),
        make_entry("anne"),
    )

    turnout = make_registry(event).find_turnout(event)

    assert list_names(turnout.people) == ["Yves", "Anne", "A. R.", "Z. M."]


def test_a_hidden_person_leaves_no_gap(make_registry, make_event, make_entry):
    """The site reads as if the person had never been listed."""
    shown = [make_entry("anne"), make_entry("zed", visibility=INITIALS)]
    shown += [make_entry(f"unnamed-{number}", visibility=COUNTED) for number in range(3)]
    without = make_event("focus", *shown)
    hidden = make_entry("nemo", visibility=HIDDEN)

    for place in range(len(shown) + 1):
        event = make_event("focus", *shown[:place], hidden, *shown[place:])
        assert make_registry(event).find_turnout(event) == make_registry(without).find_turnout(without)


def test_a_turnout_is_decided_once(make_registry, make_event, make_entry):
    """Every page of a build says the same of an evening."""
    event = make_event("focus", make_entry("anne"))
    registry = make_registry(event)

    assert registry.find_turnout(event) is registry.find_turnout(event)


@pytest.mark.parametrize("field", ["aliases", "moved_from"])
def test_an_alias_joins_two_lists(make_registry, make_event, make_entry, make_person, field):
    """A list may name a person by a handle or by a former id."""
    person = make_person("anne-roy", **{field: ("anneroy",)})
    first, second = (
        make_event("2010", make_entry("anneroy"), start=date(2010, 1, 1)),
        make_event("2011", make_entry("anne-roy"), start=date(2011, 1, 1)),
    )
    registry = make_registry(first, second, person)

    public = registry.public_people

    assert [registry.resolve_id(name) for name in ("anneroy", "anne-roy", "luc")] == [
        "anne-roy",
        "anne-roy",
        "luc",
    ]
    assert list(public) == ["anne-roy"]
    assert [found.event.id for found in public["anne-roy"].attendances] == ["2011", "2010"]


def test_an_alias_carries_the_wishes_of_the_person(make_registry, make_event, make_entry, make_person):
    """A handle in a list is no way round the level in the person's file."""
    person = make_person("anne-roy", aliases=("anneroy",), visibility=NAME_ONLY)
    event = make_event("focus", make_entry("anneroy"))

    (shown,) = make_registry(event, person).find_turnout(event).people

    assert (shown.level, shown.id) == (NAME_ONLY, "")


@pytest.mark.parametrize("level", list(Visibility))
def test_a_person_who_is_listed_twice_is_shown_once_as_the_more_careful_entry_says(
    make_registry, make_event, make_entry, make_person, level
):
    """Under an alias, somebody who wants to be hidden is not found beside their own place in the list."""
    entries = [
        make_entry("anneroy", name="Anne Roy", visibility=level),
        make_entry("anne-roy", name="Anne Roy"),
    ]
    person = make_person("anne-roy", aliases=("anneroy",))
    event, reverse = make_event("focus", *entries), make_event("reverse", *reversed(entries))
    registry = make_registry(event, reverse, person)

    turnout = registry.find_turnout(event)

    assert registry.find_turnout(reverse) == turnout
    expected = {Visibility.INITIALS: ["A. R."], NAME_ONLY: ["Anne Roy"], Visibility.PUBLIC: ["Anne Roy"]}
    assert list_names(turnout.people) == expected.get(level, [])
    assert turnout.others_count == 0
    assert bool(registry.public_people) is (level is Visibility.PUBLIC)


def test_only_people_who_are_public_somewhere_have_a_page(make_registry, make_event, make_entry, make_person):
    """A file, or a place in a list without a public level, is no page."""
    event = make_event(
        "focus",
        make_entry("anne"),
        *(make_entry(level.word, visibility=level) for level in Visibility if level is not Visibility.PUBLIC),
    )
    registry = make_registry(event, make_person("unlisted"), make_person("name-only"))

    assert list(registry.public_people) == ["anne"]


def test_a_page_holds_only_the_evenings_at_which_the_person_is_public(make_registry, make_event, make_entry):
    """Being counted at one evening is not told by the page that another one gives."""
    shown = make_event("2010", make_entry("anne"))
    counted = make_event("2011", make_entry("anne", visibility=COUNTED))

    public = make_registry(shown, counted).public_people["anne"]

    assert [found.event.id for found in public.attendances] == ["2010"]


def test_the_page_of_a_person_says_what_the_file_says(make_registry, make_event, make_entry, make_person):
    """The lists fill what the file leaves out, the newest first; facts of one evening stay there."""
    x, other_x, github = build_profile("x", "a"), build_profile("x", "b"), build_profile("github", "c")
    file_photo, list_photo = Picture("file.jpg"), Picture("list.jpg")
    person = make_person("anne", name="Anne Roy", org="File", profiles=(x,), photo=file_photo, bio="Bio")
    older = make_entry("anne", job_title="Older", url="https://a.example/", profiles=(github,))
    newer = make_entry(
        "anne", org="List", job_title="Newer", profiles=(other_x,), photo=list_photo, note="Note", group="Group",
        roles=(Role.SPEAKER,), known_since=date(2009, 1, 1), met_with=("luc",),
    )  # fmt: skip
    registry = make_registry(
        make_event("2010", older, start=date(2010, 1, 1)),
        make_event("2011", newer, start=date(2011, 1, 1)),
        person,
    )

    facts = registry.public_people["anne"].person

    assert (facts.text, facts.org, facts.job_title, facts.url) == (
        "Anne Roy",
        "File",
        "Newer",
        "https://a.example/",
    )
    assert (facts.profiles, facts.photo, facts.bio) == ((x, github), file_photo, "Bio")
    assert (facts.roles, facts.note, facts.group, facts.known_since, facts.met_with) == ((), "", "", None, ())


def test_without_a_file_the_newest_list_speaks(make_registry, make_event, make_entry):
    """What one list leaves out is taken from the one before."""
    older = make_entry("anne", name="Anne", org="Older", job_title="Title", photo=Picture("older.jpg"))
    newer = make_entry("anne", name="Anne Roy", org="Newer")
    registry = make_registry(
        make_event("2010", older, start=date(2010, 1, 1)), make_event("2011", newer, start=date(2011, 1, 1))
    )

    facts = registry.public_people["anne"].person

    assert (facts.text, facts.org, facts.job_title) == ("Anne Roy", "Newer", "Title")
    assert facts.photo == Picture("older.jpg")


def test_a_photo_that_no_evening_may_show_is_not_on_the_page_either(
    make_registry, make_event, make_entry, make_person
):
    """A no to photos holds for the person's own page too."""
    person = make_person("anne", photo=Picture("anne.jpg"), consent=Consent(photo=False))
    registry = make_registry(make_event("focus", make_entry("anne")), person)

    assert registry.public_people["anne"].person.photo is None


def test_one_list_that_says_no_keeps_the_page_out_of_searches(make_registry, make_event, make_entry):
    """The page is one, so the lowest wish of all lists holds."""
    silent = make_entry("anne")
    against = make_entry("anne", consent=Consent(index=False, graph=False))
    registry = make_registry(make_event("2010", against), make_event("2011", silent))

    facts = registry.public_people["anne"].person

    assert not facts.may_be_indexed
    assert not facts.may_be_linked


# Who met whom


@pytest.mark.parametrize("level", list(Visibility))
@pytest.mark.parametrize("agrees", [True, False], ids=["agrees", "objects"])
def test_a_meeting_is_told_only_of_public_people_who_do_not_object(
    make_registry, make_event, make_entry, level, agrees
):
    """The other end of an edge is named where both may be."""
    luc = make_entry("luc", visibility=level, consent=Consent(graph=agrees))
    event = make_event("focus", make_entry("anne", met_with=("luc",)), luc)
    registry = make_registry(event)
    anne = registry.find_turnout(event).people[0]

    met = registry.find_met(event, anne)

    assert list_names(met) == (["Luc"] if level is Visibility.PUBLIC and agrees else [])


def test_whoever_objects_is_at_no_end_of_a_meeting(make_registry, make_event, make_entry):
    """A card with ``graph: false`` names nobody."""
    event = make_event(
        "focus", make_entry("anne", met_with=("luc",), consent=Consent(graph=False)), make_entry("luc")
    )
    registry = make_registry(event)

    assert registry.find_met(event, registry.find_turnout(event).people[0]) == ()


def test_nobody_meets_themselves_or_the_same_person_twice(make_registry, make_event, make_entry, make_person):
    """Aliases are joined before, and people of other evenings are not met at this one."""
    names = ("luc", "lucgarnier", "anne", "elsewhere")
    event = make_event("focus", make_entry("anne", met_with=names), make_entry("luc"))
    other = make_event("other", make_entry("elsewhere"))
    registry = make_registry(event, other, make_person("luc", aliases=("lucgarnier",)))

    met = registry.find_met(event, registry.find_turnout(event).people[0])

    assert [person.id for person in met] == ["luc"]


# Organisers


def test_an_outside_organiser_is_named_as_typed(make_registry, make_event):
    """A name and an address need no list."""
    event = make_event("focus", organizers=(Organizer(name="Café Lune", url="https://lune.example/"),))

    assert make_registry(event).find_organizers(event) == (
        ShownOrganizer("Café Lune", url="https://lune.example/", is_person=False),
    )


@pytest.mark.parametrize(
    "case",
    list(product(Visibility, ["this list", "another list", "this list, public in another", "file"])),
    ids=lambda case: f"{case[0].word} in {case[1]}",
)
def test_an_organiser_is_named_only_as_far_as_the_person_allows(
    make_registry, make_event, make_entry, make_person, case
):
    """Having invited everybody is no reason to be exposed: a role is named of public people only."""
    level, place = case
    entry, public = make_entry("luc", visibility=level), make_entry("luc", visibility=Visibility.PUBLIC)
    facts = {"organizers": (Organizer(person_id="luc"),)}
    event = make_event("focus", *([entry] if place.startswith("this list") else []), **facts)
    others = {"another list": [entry], "this list, public in another": [public]}.get(place, [])
    people = [make_person("luc", visibility=level)] if place == "file" else []

    found = make_registry(event, make_event("other", *others), *people).find_organizers(event)

    linked = "luc" if place != "file" else ""
    assert found == ((ShownOrganizer("Luc", person_id=linked),) if level is Visibility.PUBLIC else ())


def test_the_most_careful_of_all_other_lists_decides_about_an_organiser(
    make_registry, make_event, make_entry
):
    """A newer list in which the person is public does not undo an older wish."""
    event = make_event("focus", organizers=(Organizer(person_id="luc"),))
    older = make_event("2010", make_entry("luc", visibility=INITIALS), start=date(2010, 1, 1))
    newer = make_event("2011", make_entry("luc"), start=date(2011, 1, 1))

    assert make_registry(event, older, newer).find_organizers(event) == ()
    assert list_names(make_registry(event, newer).find_organizers(event)) == ["Luc"]


def test_the_event_s_own_list_decides_about_its_organiser(make_registry, make_event, make_entry):
    """What was agreed for this evening is not undone by another one."""
    event = make_event("focus", make_entry("luc"), organizers=(Organizer(person_id="luc"),))
    other = make_event("other", make_entry("luc", visibility=HIDDEN))

    assert make_registry(event, other).find_organizers(event) == (ShownOrganizer("Luc", person_id="luc"),)


def test_an_organiser_nobody_knows_is_left_out(make_registry, make_event):
    """An id without list and file names nobody; the reading of lists tells the author."""
    event = make_event("focus", organizers=(Organizer(person_id="nobody"), Organizer(name="Lune")))

    assert list_names(make_registry(event).find_organizers(event)) == ["Lune"]


def test_an_organiser_s_file_obeys_the_rules_of_the_site(make_registry, make_event, make_person):
    """In strict mode a file that is silent names nobody."""
    event = make_event("focus", organizers=(Organizer(person_id="luc"),))
    strict = Policy(today=date(2026, 1, 1), strict=True)

    assert make_registry(event, make_person("luc"), policy=strict).find_organizers(event) == ()


# Editions


@pytest.mark.parametrize(
    ("year", "most", "expected"),
    [
        (2012, 2, ["2011", "2013"]),
        (2010, 2, ["2011", "2012"]),
        (2014, 2, ["2012", "2013"]),
        (2012, 3, ["2011", "2013", "2014"]),
        (2012, 10, ["2010", "2011", "2013", "2014"]),
        (2012, 0, []),
    ],
)
def test_the_nearest_editions_of_a_series_are_found(make_registry, make_event, year, most, expected):
    """Those before and after, oldest first; at an end of the series, more of the other side."""
    events = {
        number: make_event(str(number), series="focus", start=date(number, 2, 2))
        for number in range(2010, 2015)
    }
    stranger = make_event("other", series="other", start=date(2012, 1, 1))

    found = make_registry(stranger, *events.values()).find_editions(events[year], most)

    assert [event.id for event in found] == expected


def test_an_event_without_a_series_has_no_other_editions(make_registry, make_event):
    """Two events are not editions of each other for saying nothing."""
    event, other = make_event("focus"), make_event("other")

    assert make_registry(event, other).find_editions(event, 5) == ()


def test_events_are_in_order_of_time_and_those_without_a_date_come_first(make_event):
    """Two on one day are in the order of their ids."""
    events = [
        make_event("b", start=date(2010, 2, 2)), make_event("a", start=date(2010, 2, 2)),
        make_event("z", start=date(2009, 1, 1)), make_event("undated"),
    ]  # fmt: skip

    assert [event.id for event in sorted(events, key=event_order)] == ["undated", "z", "a", "b"]


def test_a_registry_lists_events_and_people_by_id(make_registry, make_event, make_person):
    """The same content gives the same site, in whatever order the files were read."""
    values = [make_event("b"), make_event("a"), make_person("zoe"), make_person("anne")]

    registry = make_registry(*values)

    assert list(registry.events) == ["a", "b"]
    assert list(registry.people) == ["anne", "zoe"]


def test_consent_that_lapsed_takes_the_page_away(make_registry, make_event, make_entry, policy):
    """The day after the end, name and page are gone, and nothing else changed."""
    entry = make_entry("anne", consent=Consent(until=policy.today))
    event = make_event("focus", entry, make_entry("luc"))
    tomorrow = replace(policy, today=date(2026, 1, 2))

    assert list(make_registry(event).public_people) == ["anne", "luc"]
    assert list(make_registry(event, policy=tomorrow).public_people) == ["luc"]
    assert list_names(make_registry(event, policy=tomorrow).find_turnout(event).people) == ["Luc"]


def test_a_no_to_search_engines_holds_for_the_one_page(make_registry, make_event, make_entry):
    """Whoever said no at one event has one page for all events, and search engines are kept from it."""
    said_no = make_entry("anne", visibility=COUNTED, consent=Consent(index=False))
    events = [make_event("open", make_entry("anne")), make_event("closed", said_no)]

    assert not make_registry(*events).public_people["anne"].person.may_be_indexed
