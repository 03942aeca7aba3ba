"""``EVENT_RECAP`` in the configuration of a site."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from event_recap.errors import EventRecapError
from event_recap.model.consent import Policy
from event_recap.model.visibility import VISIBILITY_WORDS
from event_recap.settings import Settings, check_timezone, read_settings

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)


def test_a_site_needs_no_settings():
    """An empty dictionary is a whole one."""
    assert read_settings({}) == Settings()


def test_every_default_is_a_value_that_a_site_could_type():
    """What is chosen where nobody chose passes the same checks."""
    typed = {name: getattr(Settings(), name) for name in Settings.__slots__}

    assert read_settings(typed) == Settings()


def test_a_list_of_networks_may_be_typed_with_either_brackets():
    """Python's lists and tuples are read alike, in their order."""
    for networks in (["mastodon", "x"], ("mastodon", "x")):
        assert read_settings({"share_networks": networks}).share_networks == ("mastodon", "x")


@pytest.mark.parametrize(
    ("typed", "message"),
    [
        ({"strickt": True}, "EVENT_RECAP: strickt: unknown setting; did you mean 'strict'?"),
        ({"zebra": 1}, "EVENT_RECAP: zebra: unknown setting"),
        (
            {"csp_sources": {"image-src": ["https://a.example"]}},
            "EVENT_RECAP: csp_sources['image-src']: nothing can be added to this; did you mean 'img-src'?",
        ),
        (
            {"csp_sources": {"default-src": ["https://a.example"]}},
            "EVENT_RECAP: csp_sources['default-src']: nothing can be added to this; expected one such as img-src or frame-src",
        ),
        (
            {"csp_sources": {"script-src": ["'unsafe-inline'"]}},
            "EVENT_RECAP: csp_sources['script-src']: \"'unsafe-inline'\" cannot be added; expected a host such as https://photos.example",
        ),
        (
            {"csp_sources": {"img-src": "https://a.example"}},
            "EVENT_RECAP: csp_sources['img-src']: a text is not right here; expected a list such as [\"https://photos.example\"]",
        ),
        (
            {"social_images": "drwan"},
            "EVENT_RECAP: social_images: 'drwan' says nothing about social images; did you mean 'drawn'?",
        ),
        (
            {"social_images": "zebra"},
            "EVENT_RECAP: social_images: 'zebra' says nothing about social images; expected drawn, cover or off",
        ),
        (
            {"typography_region": "Quebec"},
            "EVENT_RECAP: typography_region: 'Quebec' is no code of a country; expected two capitals such as CA",
        ),
        (
            {"look": {"acent": "plum"}},
            "EVENT_RECAP: look['acent']: unknown choice; did you mean 'accent'?",
        ),
        (
            {"look": {"colour": "red"}},
            "EVENT_RECAP: look['colour']: unknown choice; expected one of accent, typefaces, density",
        ),
        (
            {"look": {"density": "airey"}},
            "EVENT_RECAP: look['density']: unknown look 'airey'; did you mean 'airy'?",
        ),
        (
            {"look": {"typefaces": 3}},
            "EVENT_RECAP: look['typefaces']: unknown look 3; expected one of poster, salon, system",
        ),
        ({"entry_ids": "tags"}, "EVENT_RECAP: entry_ids: 'tags' is no kind of id; did you mean 'tag'?"),
        ({"entry_ids": "number"}, "EVENT_RECAP: entry_ids: 'number' is no kind of id; expected uuid or tag"),
        ({3: 1}, "EVENT_RECAP: 3: unknown setting"),
        ({"strict": "yes"}, "EVENT_RECAP: strict: a text is not right here; expected True or False"),
        ({"strict": 1}, "EVENT_RECAP: strict: a number is not right here; expected True or False"),
        ({"strict": None}, "EVENT_RECAP: strict: None is not right here; expected True or False"),
        ({"share_via": True}, "EVENT_RECAP: share_via: True or False is not right here; expected a text"),
        ({"today": {}}, "EVENT_RECAP: today: a dictionary is not right here; expected a text"),
        ({"share_networks": "x"}, "EVENT_RECAP: share_networks: a text is not right here; expected a list"),
        (
            {"share_networks": ["x", "mastodn"]},
            "EVENT_RECAP: share_networks: unknown network 'mastodn'; did you mean 'mastodon'?",
        ),
        (
            {"share_via": "mon blog"},
            "EVENT_RECAP: share_via: 'mon blog' is no handle on X; expected letters, digits and _ such as monblog",
        ),
        (
            {"default_visibility": "name"},
            "EVENT_RECAP: default_visibility: 'name' is not a level; expected one of hidden, counted, initials, name-only, public",
        ),
        (
            {"default_visibility": "Public"},
            "EVENT_RECAP: default_visibility: 'Public' is not a level; expected one of hidden, counted, initials, name-only, public; did you mean 'public'?",
        ),
        (
            {"today": "21.11.2026"},
            "EVENT_RECAP: today: '21.11.2026' is not a day; expected a form such as 2026-11-21",
        ),
        ([], 'EVENT_RECAP: a list is not a dictionary; expected {"key": value}'),
        (None, 'EVENT_RECAP: None is not a dictionary; expected {"key": value}'),
    ],
)
def test_a_wrong_setting_is_told_in_one_line(typed, message):
    """What is wrong, and what is expected, in words that are not Python's."""
    with pytest.raises(EventRecapError) as caught:
        read_settings(typed)

    assert str(caught.value) == message


def test_every_wrong_setting_is_told_at_once():
    """One run shows all there is to put right."""
    with pytest.raises(EventRecapError) as caught:
        read_settings({"zebra": 1, "strict": 1, "today": "soon", "share_networks": ["y"]})

    assert [problem.field for problem in caught.value.problems] == [
        "share_networks",
        "strict",
        "today",
        "zebra",
    ]


@pytest.mark.parametrize(
    ("today", "environment", "expected"),
    [
        ("2010-02-02", {"SOURCE_DATE_EPOCH": "1265155200"}, date(2010, 2, 2)),
        ("", {"SOURCE_DATE_EPOCH": "1265155200"}, date(2010, 2, 3)),
        ("", {"SOURCE_DATE_EPOCH": "0"}, date(1970, 1, 1)),
        ("", {}, date(2026, 11, 21)),
    ],
    ids=["setting", "environment", "beginning of time", "clock"],
)
def test_the_day_of_the_build_is_chosen_before_it_is_looked_up(today, environment, expected):
    """The setting comes before the environment, and the clock is asked last."""
    assert Settings(today=today).decide_today(environment, NOON) == expected


@pytest.mark.parametrize("epoch", ["", "soon", "1e9", "9" * 30, "-" + "9" * 30])
def test_a_wrong_time_in_the_environment_ends_the_build(epoch):
    """A build that should be repeatable does not fall back to the clock."""
    with pytest.raises(EventRecapError) as caught:
        Settings().decide_today({"SOURCE_DATE_EPOCH": epoch}, NOON)

    expected = f"SOURCE_DATE_EPOCH: {epoch!r} is not a time; expected seconds since 1970 such as 1265155200"
    assert str(caught.value) == expected


@pytest.mark.parametrize("word", VISIBILITY_WORDS)
def test_the_rules_of_a_site_are_its_settings(word):
    """Level, strictness and day reach the place where people are judged."""
    settings = read_settings({"default_visibility": word, "strict": True})

    policy = settings.build_policy(date(2026, 1, 1))

    assert policy == Policy(today=date(2026, 1, 1), default_visibility=VISIBILITY_WORDS[word], strict=True)


def test_a_zone_is_known_by_its_name():
    """The list is IANA's."""
    assert check_timezone({"TIMEZONE": "America/Montreal"}) == ZoneInfo("America/Montreal")


@pytest.mark.parametrize("site", [{}, {"TIMEZONE": None}])
def test_a_site_without_a_zone_is_in_utc(site):
    """As Pelican takes it, which says so."""
    assert check_timezone(site) == ZoneInfo("UTC")


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("", "'' is no time zone; expected a name such as Europe/Paris"),
        ("Montreal", "'Montreal' is no time zone; did you mean 'America/Montreal'?"),
        ("../../etc/passwd", "'../../etc/passwd' is no time zone; expected a name such as Europe/Paris"),
        ("/etc/passwd", "'/etc/passwd' is no time zone; expected a name such as Europe/Paris"),
        ("EST+5\0", "'EST+5' is no time zone; expected a name such as Europe/Paris"),
    ],
)
def test_a_wrong_zone_is_told_in_one_line(name, message):
    """No file of the machine is opened for it, and no trace of Python is shown."""
    with pytest.raises(EventRecapError) as caught:
        check_timezone({"TIMEZONE": name})

    assert str(caught.value) == f"TIMEZONE: {message}"
