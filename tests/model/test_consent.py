"""Every combination of what can be said of a person, against the rule written down in plain words."""

from datetime import date, timedelta
from itertools import product

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from event_recap.model.consent import Consent, ConsentMethod, Policy
from event_recap.model.visibility import VISIBILITY_WORDS, Visibility

TODAY = date(2026, 5, 17)
DAY = timedelta(days=1)
WORDS = ["hidden", "counted", "initials", "name-only", "public"]
AGREED = {"given": date(2025, 1, 1), "method": ConsentMethod.EMAIL}

# What is said of consent -> the record, and the most that it lets through: by default, and in strict mode.
CONSENTS = {
    "no record": (None, "public", "counted"),
    "a whole record": (Consent(**AGREED), "public", "public"),
    "a record without a date": (Consent(method=ConsentMethod.FORM), "public", "counted"),
    "a record without a way": (Consent(given=date(2025, 1, 1)), "public", "counted"),
    "it ends tomorrow": (Consent(**AGREED, until=TODAY + DAY), "public", "public"),
    "it ends today": (Consent(**AGREED, until=TODAY), "public", "public"),
    "it ended yesterday": (Consent(**AGREED, until=TODAY - DAY), "counted", "hidden"),
    "it cannot be read": (Consent(**AGREED, is_readable=False), "counted", "hidden"),
    "given long ago, with no end": (
        Consent(given=date(2010, 2, 5), method=ConsentMethod.FORM),
        "public",
        "hidden",
    ),
    "given long ago, with a far end": (
        Consent(given=date(2010, 2, 5), method=ConsentMethod.FORM, until=date(2030, 2, 5)),
        "public",
        "public",
    ),
}


def expect_level(said, most, default, *, strict):
    """Apply the rule of the design: the lowest word anybody said, and never more than consent lets through."""
    spoken = [word for word in said if word is not None]
    silence = "hidden" if strict else default
    return min([*(spoken or [silence]), most], key=WORDS.index)


@pytest.mark.parametrize("strict", [False, True], ids=["default", "strict"])
@pytest.mark.parametrize("owner", ["person", "list"])
@pytest.mark.parametrize("state", CONSENTS)
def test_the_lowest_level_that_anybody_named_wins(state, owner, strict):
    """Person, list, consent and the site's rules: whoever wants to show least is heard."""
    record, most, most_if_strict = CONSENTS[state]
    records = (record, None) if owner == "person" else (None, record)

    wrong = []
    for person, entry, default in product([None, *WORDS], [None, *WORDS], WORDS):
        policy = Policy(today=TODAY, default_visibility=VISIBILITY_WORDS[default], strict=strict)
        levels = [VISIBILITY_WORDS[word] if word else None for word in (person, entry)]
        found = policy.decide_visibility(levels, records).word
        expected = expect_level((person, entry), most_if_strict if strict else most, default, strict=strict)
        if found != expected:
            wrong.append((person, entry, default, found, expected))

    assert wrong == []


@pytest.mark.parametrize("state", ["it ended yesterday", "it cannot be read"])
@pytest.mark.parametrize(
    ("strict", "expected"), [(False, "counted"), (True, "hidden")], ids=["default", "strict"]
)
def test_a_good_record_does_not_heal_a_bad_one(state, strict, expected):
    """Where the person's file and the list both hold a record, the one that lapsed counts."""
    policy = Policy(today=TODAY, strict=strict)
    bad, good = CONSENTS[state][0], Consent(**AGREED)

    for records in ((bad, good), (good, bad)):
        assert policy.decide_visibility([VISIBILITY_WORDS["public"]], records).word == expected


@pytest.mark.parametrize(
    ("day", "is_over"),
    [(date(2026, 2, 4), False), (date(2026, 2, 5), False), (date(2026, 2, 6), True)],
    ids=["the day before", "the last day", "the day after"],
)
def test_consent_holds_through_its_last_day(day, is_over):
    """``until: 2026-02-05`` means that day included."""
    consent = Consent(until=date(2026, 2, 5))

    assert consent.ends_before(day, strict=False) is is_over


@pytest.mark.parametrize(
    ("agreed", "last_day"),
    [
        (date(2020, 2, 5), date(2023, 2, 5)),
        (date(2020, 2, 29), date(2023, 2, 28)),
        (date(9998, 1, 1), date.max),
    ],
    ids=["plain", "leap day", "end of the calendar"],
)
def test_in_strict_mode_consent_without_an_end_holds_for_three_years(agreed, last_day):
    """The third return of the day is the last one; 29 February becomes 28 February."""
    consent = Consent(given=agreed)

    assert not consent.ends_before(last_day, strict=True)
    assert last_day == date.max or consent.ends_before(last_day + DAY, strict=True)


def test_consent_without_date_and_end_never_lapses():
    """There is no day from which three years could be counted."""
    assert not Consent().ends_before(date.max, strict=True)


@pytest.mark.parametrize("strict", [False, True], ids=["default", "strict"])
def test_a_photo_needs_a_public_level_and_nobody_who_said_no(strict):
    """A typed photo on a public entry is shown, unless a record says no; in strict mode one has to say yes."""
    policy = Policy(today=TODAY, strict=strict)

    wrong = []
    for word, person, entry in product(WORDS, ["absent", None, True, False], ["absent", None, True, False]):
        records = [None if said == "absent" else Consent(photo=said) for said in (person, entry)]
        said_yes, said_no = True in (person, entry), False in (person, entry)
        expected = word == "public" and not said_no and (said_yes or not strict)
        if policy.allows_photo(VISIBILITY_WORDS[word], records) is not expected:
            wrong.append((word, person, entry))

    assert wrong == []


levels = st.none() | st.sampled_from(list(VISIBILITY_WORDS.values()))
consents = st.none() | st.builds(
    Consent,
    given=st.none() | st.dates(),
    until=st.none() | st.dates(),
    method=st.none() | st.sampled_from(ConsentMethod),
    photo=st.none() | st.booleans(),
    is_readable=st.booleans(),
)
policies = st.builds(
    Policy,
    today=st.dates(),
    default_visibility=st.sampled_from(list(VISIBILITY_WORDS.values())),
    strict=st.booleans(),
)


@given(policies, st.tuples(levels, levels), st.tuples(consents, consents))
def test_nobody_is_shown_above_any_level_that_was_named(policy, said, records):
    """Whatever else is known, the answer never exceeds the lowest word."""
    spoken = [level for level in said if level is not None]

    assert policy.decide_visibility(said, records) <= min(spoken, default=VISIBILITY_WORDS["public"])


@given(policies, st.tuples(levels, levels), st.tuples(consents, consents))
def test_strict_mode_never_shows_more(policy, said, records):
    """Turning strict mode on can only take away."""
    relaxed = Policy(today=policy.today, default_visibility=policy.default_visibility)
    strict = Policy(today=policy.today, default_visibility=policy.default_visibility, strict=True)

    assert strict.decide_visibility(said, records) <= relaxed.decide_visibility(said, records)


@given(policies, st.tuples(levels, levels), consents, consents)
def test_in_the_default_mode_a_record_only_takes_away(policy, said, first, second):
    """Whoever writes down more about consent never shows more by it."""
    relaxed = Policy(today=policy.today, default_visibility=policy.default_visibility)

    assert relaxed.decide_visibility(said, [first, second]) <= relaxed.decide_visibility(said, [first])


@given(policies, st.tuples(levels, levels), st.tuples(consents, consents), st.dates())
def test_time_only_takes_away(policy, said, records, other_day):
    """A later day of the build never shows more of anybody, once what they agreed to is given."""
    first, later = sorted([policy.today, other_day])
    assume(not any(record and record.begins_after(first) for record in records))
    shared = {"default_visibility": policy.default_visibility, "strict": policy.strict}

    before = Policy(today=first, **shared).decide_visibility(said, records)

    assert Policy(today=later, **shared).decide_visibility(said, records) <= before


def test_a_consent_of_tomorrow_shows_nothing_today():
    """A day mistyped into the future does not show more than no consent would."""
    policy = Policy(today=date(2026, 1, 1))

    level = policy.decide_visibility([Visibility.PUBLIC], [Consent(given=date(2026, 1, 2))])

    assert level is Visibility.COUNTED
