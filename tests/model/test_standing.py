"""Why somebody is shown as they are, and until when."""

from datetime import date, timedelta

import pytest

from event_recap.errors import Place
from event_recap.model.consent import Consent, ConsentMethod, Policy
from event_recap.model.event import Event
from event_recap.model.registry import Registry
from event_recap.model.standing import Ending, Ground, explain_standings, find_endings
from event_recap.model.visibility import Visibility

TODAY = date(2026, 5, 17)
DAY = timedelta(days=1)
LIST = Place("content/attendees/un.yml", 4, 5)
FILE = Place("content/people/anne.yml", 3, 1)


def agree(**facts):
    """Return a consent by e-mail of last year, with a place in the person's file."""
    return Consent(**{"given": date(2025, 5, 1), "method": ConsentMethod.EMAIL, "place": FILE, **facts})


@pytest.fixture(name="make_site")
def fixture_make_site(make_entry, make_person):
    """Return what makes a site of one evening with Anne, of what the list and her file say."""

    def make_site(listed=None, filed=None, **policy):
        entries = () if listed is None else (make_entry("anne", **listed),)
        people = {} if filed is None else {"anne": make_person("anne", **filed)}
        event = Event(id="un", place=LIST, attendees=entries)
        return Registry(Policy(today=TODAY, **policy), {"un": event}, people)

    return make_site


@pytest.mark.parametrize(
    ("listed", "filed", "policy", "expected"),
    [
        ({}, None, {}, (Visibility.PUBLIC, Ground.DEFAULT, None)),
        ({}, None, {"strict": True}, (Visibility.HIDDEN, Ground.DEFAULT, None)),
        (
            {"visibility": Visibility.NAME_ONLY, "visibility_place": LIST},
            {"visibility": Visibility.PUBLIC, "visibility_place": FILE},
            {},
            (Visibility.NAME_ONLY, Ground.VISIBILITY, LIST),
        ),
        (
            {"visibility": Visibility.PUBLIC, "visibility_place": LIST},
            {"visibility": Visibility.COUNTED, "visibility_place": FILE},
            {},
            (Visibility.COUNTED, Ground.VISIBILITY, FILE),
        ),
        ({}, {"consent": agree(until=TODAY - DAY)}, {}, (Visibility.COUNTED, Ground.CONSENT_ENDED, FILE)),
        ({}, {"consent": agree(given=TODAY + DAY)}, {}, (Visibility.COUNTED, Ground.CONSENT_TO_COME, FILE)),
        (
            {},
            {"consent": agree(is_readable=False)},
            {},
            (Visibility.COUNTED, Ground.CONSENT_UNREADABLE, FILE),
        ),
        (
            {"visibility": Visibility.PUBLIC, "visibility_place": LIST},
            None,
            {"strict": True},
            (Visibility.COUNTED, Ground.CONSENT_MISSING, None),
        ),
        (None, {"consent": agree()}, {}, (Visibility.PUBLIC, Ground.DEFAULT, None)),
    ],
)
def test_a_standing_names_the_word_that_decides(make_site, listed, filed, policy, expected):
    """Whoever asks why somebody is shown so is led to the file and the line, or to the site's default."""
    (standing,) = explain_standings(make_site(listed, filed, **policy))

    assert (standing.level, standing.ground, standing.place) == expected


@pytest.mark.parametrize(
    ("days", "told"), [(-400, True), (-1, True), (0, True), (29, True), (30, False), (400, False)]
)
def test_a_consent_is_told_of_from_a_month_before_its_end(make_site, days, told):
    """The author hears of it in time, and as long as the record lies there."""
    last_day = TODAY + days * DAY

    endings = find_endings(make_site({}, {"consent": agree(given=date(2020, 1, 1), until=last_day)}))

    assert endings == ((Ending(FILE, last_day, Visibility.COUNTED),) if told else ())


@pytest.mark.parametrize("level", [Visibility.HIDDEN, Visibility.COUNTED])
def test_an_end_that_changes_nothing_is_not_told(make_site, level):
    """Of somebody who is not named anyway, the end of a consent is no news."""
    endings = find_endings(make_site({"visibility": level}, {"consent": agree(until=TODAY - DAY)}))

    assert endings == ()


def test_in_strict_mode_a_consent_without_an_end_is_told_of_after_three_years(make_site):
    """It lapses by itself, and then hides."""
    site = make_site(
        {"visibility": Visibility.PUBLIC}, {"consent": agree(given=date(2023, 5, 16))}, strict=True
    )

    endings = find_endings(site)

    assert endings == (Ending(FILE, date(2026, 5, 16), Visibility.HIDDEN),)


def test_a_consent_without_an_end_never_ends(make_site):
    """Nobody is told of what does not happen."""
    assert find_endings(make_site({}, {"consent": agree()})) == ()
    assert find_endings(make_site({}, {"consent": agree(until=date.max)})) == ()
