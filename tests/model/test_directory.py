"""Who is meant by a mention, and what may be said of them."""

import pytest

from event_recap.model.directory import Verdict
from event_recap.model.mention import Mention, parse_mention
from event_recap.model.profile import build_profile
from event_recap.model.visibility import Visibility


@pytest.fixture(name="decide")
def fixture_decide(make_entry, make_event, make_person, make_registry):
    """Return what decides about a mention on a small site."""
    profiles = (build_profile("x", "cafelune"), build_profile("mastodon", "@bruno_l@social.example"))
    soir = make_event(
        "soir",
        make_entry("bruno-larivage", profiles=profiles),
        make_entry("zoe-martin", visibility=Visibility.HIDDEN, profiles=(build_profile("x", "zoe_m"),)),
        make_entry("carl-roy", visibility=Visibility.COUNTED),
        make_entry("ida-roy", visibility=Visibility.INITIALS),
        make_entry("lea-nom", visibility=Visibility.NAME_ONLY),
        make_entry("anne-roy-1", name="Anne Roy"),
        make_entry("anne-roy-2", name="Anne Roy"),
        make_entry("ben", name="Ben"),
    )
    matin = make_event("matin", make_entry("ben", name="Ben", visibility=Visibility.COUNTED))
    bruno = make_person("bruno-larivage", name="Bruno Larivage", aliases=("old_lune",), moved_from=("bruno",))
    only_file = make_person("only-file", name="Odile File")
    closed = make_person("closed", name="Clo Sed", visibility=Visibility.INITIALS)
    registry = make_registry(soir, matin, bruno, only_file, closed)

    def decide(typed, event=None):
        return registry.directory.decide(parse_mention(typed), registry.events.get(event))

    return decide


@pytest.mark.parametrize(
    "typed",
    [
        "@cafelune",
        "@CafeLune",
        "@bruno_l@social.example",
        "@bruno_l",
        "@bruno-larivage",
        "@old_lune",
        "@bruno",
        "[[Bruno Larivage]]",
        "[[bruno  larivage]]",
        "[[Brunô Larivage]]",
        "[[bruno-larivage|the roaster]]",
        "[[@cafelune]]",
        "[[cafelune]]",
    ],
)
def test_a_person_is_found_by_every_handle_alias_and_name(decide, typed):
    """Profiles of any network, the id, aliases, former ids and the name lead to one person."""
    decision = decide(typed)

    assert (decision.verdict, decision.person_id, decision.rest) == (Verdict.LINKED, "bruno-larivage", "")


@pytest.mark.parametrize(
    ("typed", "rest"), [("@cafelune-chan", "-chan"), ("@cafelune.Enfin", ".Enfin"), ("@cafelune_", "_")]
)
def test_what_is_no_part_of_a_handle_is_left_to_the_text(decide, typed, rest):
    """A hyphen or a full stop after a handle does not hide who is meant."""
    decision = decide(typed)

    assert (decision.person_id, decision.rest) == ("bruno-larivage", rest)


@pytest.mark.parametrize(
    ("typed", "level"),
    [
        ("@zoe_m", Visibility.HIDDEN),
        ("[[Zoé Martin]]", Visibility.HIDDEN),
        ("[[zoe-martin|Z.]]", Visibility.HIDDEN),
        ("@carl-roy", Visibility.COUNTED),
        ("[[Ida Roy]]", Visibility.INITIALS),
        ("@lea-nom", Visibility.NAME_ONLY),
        ("[[Lea Nom|Léa, of the bakery]]", Visibility.NAME_ONLY),
        ("[[closed]]", Visibility.COUNTED),
    ],
)
def test_somebody_who_may_not_be_shown_is_withheld(decide, typed, level):
    """No handle, name or other word for them stays in a text."""
    decision = decide(typed)

    assert (decision.verdict, decision.level, decision.person_id) == (Verdict.WITHHELD, level, "")


def test_a_name_that_may_be_shown_stays_without_a_link(decide):
    """Of somebody whose name may be said, the name may be said in a text too, and nothing else."""
    assert decide("[[Lea Nom]]").verdict is Verdict.NAMED
    assert decide("[[lea nom]]").verdict is Verdict.NAMED


def test_somebody_with_a_file_and_no_list_has_no_page_to_lead_to(decide):
    """The words stay as typed: a person has a page as soon as a list names them."""
    assert decide("[[Odile File]]").verdict is Verdict.NAMED


def test_of_two_people_with_one_name_nobody_is_guessed(decide):
    """The author is asked for the id, by which each can be reached."""
    assert decide("[[Anne Roy]]").verdict is Verdict.AMBIGUOUS
    assert decide("[[Anne Roy]]").choices == ("anne-roy-1", "anne-roy-2")
    assert decide("[[anne-roy-2]]").person_id == "anne-roy-2"


def test_the_list_of_the_evening_decides_in_its_recap(decide):
    """Whoever is only counted at an evening is not named in its story, though another evening shows them."""
    assert decide("@ben").verdict is Verdict.LINKED
    assert decide("@ben", "soir").verdict is Verdict.LINKED
    assert decide("@ben", "matin").verdict is Verdict.WITHHELD


@pytest.mark.parametrize("typed", ["@nobody", "[[Nobody]]", "@cafelune@elsewhere.example", "@cafelun"])
def test_nobody_is_known_by_another_word(decide, typed):
    """A handle of the same letters on another server is another person."""
    assert decide(typed).verdict is Verdict.UNKNOWN


def test_only_people_who_are_shown_are_proposed(make_entry, make_event, make_registry):
    """What an author reads as the nearest known name never tells who is hidden."""
    hidden = make_entry("zoe-martin", visibility=Visibility.HIDDEN)
    shown = make_entry("anne-roy", profiles=(build_profile("x", "anner"),))

    words = list(make_registry(make_event("soir", hidden, shown)).directory.list_public_words())

    assert words == ["@anne-roy", "[[Anne Roy]]", "@anner"]


@pytest.mark.parametrize("typed", ["", "anne", "[[]]", "[[ ]]", "[[1]]", "[[^note]]", "[[a]b]]", "[[Anne]] "])
def test_other_words_are_no_mention(typed):
    """Numbers and notes between two brackets stay what they are."""
    assert parse_mention(typed) is None


def test_words_shown_are_read_apart_from_the_name():
    """An author may say « the roaster » and mean a person."""
    assert parse_mention("[[Bruno\nLarivage | the roaster ]]") == Mention("Bruno Larivage", "the roaster")
