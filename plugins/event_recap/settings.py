"""The ``EVENT_RECAP`` setting as a frozen, checked value."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields, replace
from datetime import UTC, date, datetime
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .errors import EventRecapError, Place, Problem, suggest
from .loading.dates import parse_zone
from .loading.report import EMAIL, UnreadableError
from .loading.urls import parse_url
from .model.comment import CommentsState
from .model.consent import Policy
from .model.feed import DEFAULT_FEEDS, FEED_FORMATS
from .model.placeholders import find_unknown_places
from .model.profile import build_profile
from .model.share import SHARE_NETWORKS
from .model.visibility import VISIBILITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from zoneinfo import ZoneInfo

NAME = "EVENT_RECAP"

_CONTACT = re.compile(r"(?:mailto:[^\s<>\"@]+@[^\s<>\"@]+|https://[^\s<>\"]+)?")

ENTRY_IDS = ("uuid", "tag")
"""Kinds of ids that new posts get."""

THREAD_PLACES = ("event",)
"""What may be filled in in words of thanks."""

FOLLOW_UP_PLACES = ("name", "first_name", "event", "date", "site", "link")
"""What a first message may have filled in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What a site may choose; every default is safe to publish."""

    attendees_path: str = "attendees"
    """Folder of the attendee lists, below ``PATH``."""
    people_path: str = "people"
    """Folder of the people's files, below ``PATH``."""
    default_visibility: str = "public"
    """Level of a person for whom no file names one."""
    strict: bool = False
    """Whether silence means ``hidden`` and a record of consent is needed above ``counted``."""
    words_allowed: tuple[str, ...] = ()
    """Words that may stand on the site although the name or handle of somebody not shown is one of them."""
    today: str = ""
    """Day for which the site is built, as ``2026-11-21``; empty for ``SOURCE_DATE_EPOCH``, else the clock."""
    share_networks: tuple[str, ...] = (
        "x",
        "mastodon",
        "bluesky",
        "linkedin",
        "facebook",
        "whatsapp",
        "email",
    )
    """Networks of the share row, in order."""
    share_via: str = ""
    """The blog's handle on X, without ``@``."""
    thread_texts: Mapping[str, str] = field(default_factory=dict)
    """Words with which a thread of thanks begins, by language; ``{event}`` stands for the event's name."""
    follow_up_texts: Mapping[str, str] = field(default_factory=dict)
    """First message to somebody one met, by language, with places such as ``{first_name}``."""
    quoted_posts_path: str = "quoted-posts"
    """Folder of the quoted posts, below ``PATH``."""
    html_sanitized: bool = True
    """Whether scripts, event handlers and frames are taken out of what authors write."""
    entry_ids: str = "uuid"
    """How the ids of new posts are made: ``uuid``, or ``tag`` as Pelican makes them."""
    feeds: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: DEFAULT_FEEDS)
    """Formats of the feeds of each kind of collection; a kind that is not named keeps its default."""
    feed_max_bytes: int = 1_048_576
    """Bytes of a feed's document at the most; what does not fit is moved to the next archive."""
    feed_icon: str = ""
    """Path below ``PATH`` of a square picture, PNG or JPEG, at most 144 pixels wide; empty for none."""
    feed_rights: str = ""
    """Who may do what with the texts, in plain words; empty for nothing said."""
    websub_hubs: tuple[str, ...] = ()
    """Absolute URLs of the WebSub hubs that are told of every new recap."""
    toc_words: int = 800
    """Words from which a text with three headings has a table of contents; 0 for none of itself."""
    related_max: int = 3
    """Related recaps of each recap at the most; 0 for none."""
    comments: str = "open"
    """Whether recaps that say nothing take comments: ``open``, ``closed`` or ``off``."""
    comments_path: str = "comments"
    """Folder of the comments, below ``PATH``."""
    comments_email: str = ""
    """Address to which readers may answer, published with every recap that takes comments; empty for none."""
    webmention_endpoint: str = ""
    """Absolute URL at which other sites tell of their answers; empty for none."""
    webmention_source: str = "https://webmention.io/api/mentions.jf2"
    """Absolute URL from which ``event-recap webmentions`` fetches them, in the form of JF2."""
    privacy_contact: str = ""
    """Where people write to change or remove what is said of them: ``mailto:…`` or ``https://…``."""

    def decide_today(self, environ: Mapping[str, str], now: datetime) -> date:
        """Return the day for which the site is built.

        Args:
            environ: Environment; ``SOURCE_DATE_EPOCH`` in seconds is honoured.
            now: Aware datetime in the site's zone, used where nothing else was said.

        Raises:
            EventRecapError: ``SOURCE_DATE_EPOCH`` is not a number of seconds.
        """
        if self.today:
            return date.fromisoformat(self.today)
        epoch = environ.get("SOURCE_DATE_EPOCH")
        if epoch is None:
            return now.date()
        try:
            return datetime.fromtimestamp(int(epoch), UTC).date()
        except (ValueError, OverflowError, OSError):
            what = f"{epoch!r} is not a time; expected seconds since 1970 such as 1265155200"
            raise EventRecapError([Problem(Place("SOURCE_DATE_EPOCH"), "", what)]) from None

    def build_policy(self, today: date) -> Policy:
        """Return the rules by which people are shown on a day."""
        return Policy(
            today=today, default_visibility=VISIBILITY_WORDS[self.default_visibility], strict=self.strict
        )


def read_settings(raw: object) -> Settings:
    """Return the checked settings.

    Args:
        raw: Value of ``EVENT_RECAP`` in the site's configuration.

    Raises:
        EventRecapError: Something is unknown or of the wrong type; every problem is told at once.
    """
    if not isinstance(raw, dict):
        raise EventRecapError([_problem("", f'{_kind(raw)} is not a dictionary; expected {{"key": value}}')])
    known = {known.name: getattr(Settings(), known.name) for known in fields(Settings)}
    problems = [
        _problem(str(key), "unknown setting" + suggest(str(key), known)) for key in raw if key not in known
    ]
    given: dict[str, Any] = {key: _plain(value) for key, value in raw.items() if key in known}
    values: dict[str, Any] = {key: value for key, value in given.items() if _kind(value) == _kind(known[key])}
    problems += [
        _problem(key, f"{_kind(raw[key])} is not right here; expected {_kind(known[key])}")
        for key in given
        if key not in values
    ]
    problems += _check_feeds(values.get("feeds", {}))
    settings = Settings(**values)
    problems += [*_check_values(settings), *_check_addresses("websub_hubs", settings.websub_hubs)]
    problems += _check_texts("follow_up_texts", settings.follow_up_texts, FOLLOW_UP_PLACES)
    problems += _check_texts("thread_texts", settings.thread_texts, THREAD_PLACES)
    problems += _check_counts(settings)
    if settings.feed_max_bytes < 1:
        problems.append(_problem("feed_max_bytes", "a feed needs room; expected bytes such as 1_048_576"))
    if problems:
        raise EventRecapError(problems)
    return replace(settings, feeds=MappingProxyType({**DEFAULT_FEEDS, **settings.feeds}))


def check_timezone(site: Mapping[str, Any]) -> ZoneInfo:
    """Return the zone of a site's settings; UTC, as Pelican has it, where they name none.

    Raises:
        EventRecapError: ``TIMEZONE`` is no name of the IANA list.
    """
    name = site.get("TIMEZONE")
    try:
        return parse_zone("UTC" if name is None else name)
    except UnreadableError as error:
        raise EventRecapError([Problem(Place("TIMEZONE"), "", str(error))]) from None


def _check_values(settings: Settings) -> list[Problem]:
    problems = []
    if settings.default_visibility not in VISIBILITY_WORDS:
        words = ", ".join(VISIBILITY_WORDS)
        what = f"{settings.default_visibility!r} is not a level; expected one of {words}"
        problems.append(
            _problem("default_visibility", what + suggest(settings.default_visibility, VISIBILITY_WORDS))
        )
    problems += [
        _problem("share_networks", f"unknown network {network!r}" + suggest(network, SHARE_NETWORKS))
        for network in settings.share_networks
        if network not in SHARE_NETWORKS
    ]
    if settings.entry_ids not in ENTRY_IDS:
        hint = suggest(settings.entry_ids, ENTRY_IDS) or "; expected uuid or tag"
        what = f"{settings.entry_ids!r} is no kind of id{hint}"
        problems.append(_problem("entry_ids", what))
    if settings.share_via and not build_profile("x", settings.share_via):
        what = f"{settings.share_via!r} is no handle on X; expected letters, digits and _ such as monblog"
        problems.append(_problem("share_via", what))
    if not _CONTACT.fullmatch(settings.privacy_contact):
        what = f"{settings.privacy_contact!r} is no address to write to; expected mailto:… or https://…"
        problems.append(_problem("privacy_contact", what))
    problems += _check_comments(settings)
    if settings.today:
        try:
            date.fromisoformat(settings.today)
        except ValueError:
            problems.append(
                _problem("today", f"{settings.today!r} is not a day; expected a form such as 2026-11-21")
            )
    return problems


def _check_feeds(feeds: Mapping[str, object]) -> Iterator[Problem]:
    """Yield what is wrong with the kinds of collections and their formats."""
    for kind, formats in feeds.items():
        key = f"feeds[{kind!r}]"
        if kind not in DEFAULT_FEEDS:
            expected = ", ".join(DEFAULT_FEEDS)
            what = suggest(str(kind), DEFAULT_FEEDS) or f"; expected one of {expected}"
            yield _problem(key, "unknown kind of feeds" + what)
        elif not isinstance(formats, tuple):
            what = f'{_kind(formats)} is not right here; expected a list such as ["atom", "rss"]'
            yield _problem(key, what)
        else:
            for word in formats:
                if word not in FEED_FORMATS:
                    expected = suggest(word, FEED_FORMATS) or "; expected atom, rss or json"
                    yield _problem(key, f"unknown format {word!r}{expected}")


def _check_comments(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with the ways to answer."""
    states = [state.value for state in CommentsState]
    if settings.comments not in states:
        hint = suggest(settings.comments, states) or "; expected open, closed or off"
        yield _problem("comments", f"{settings.comments!r} says nothing about comments{hint}")
    if settings.comments_email and not EMAIL.fullmatch(settings.comments_email):
        what = f"{settings.comments_email!r} is no e-mail address; expected one such as hello@blog.example"
        yield _problem("comments_email", what)
    yield from _check_addresses("webmention_endpoint", (settings.webmention_endpoint,))
    yield from _check_addresses("webmention_source", (settings.webmention_source,))


def _check_counts(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with numbers that may be 0."""
    for key in ("toc_words", "related_max"):
        if (count := getattr(settings, key)) < 0:
            yield _problem(key, f"{count} is less than nothing; expected 0 or more")


def _check_addresses(key: str, addresses: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with addresses that may be empty."""
    for address in filter(None, addresses):
        try:
            parse_url(address)
        except UnreadableError as error:
            yield _problem(key, str(error))


def _check_texts(key: str, texts: Mapping[str, object], places: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with texts by language, in which some words in braces are filled in."""
    for lang, text in texts.items():
        spot = f"{key}[{lang!r}]"
        if isinstance(text, str):
            yield from (_problem(spot, what) for what in find_unknown_places(text, places))
        else:
            yield _problem(spot, f"{_kind(text)} is not right here; expected a text")


def _problem(key: str, what: str) -> Problem:
    return Problem(Place(NAME), key, what)


def _plain(value: object) -> object:
    """Read lists of words as tuples, also those of a dictionary."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    return tuple(str(item) for item in value) if isinstance(value, list | tuple) else value


def _kind(value: object) -> str:
    """Name a type as a blogger would."""
    kinds = {
        bool: "True or False",
        str: "a text",
        int: "a number",
        float: "a number",
        tuple: "a list",
        list: "a list",
        dict: "a dictionary",
        MappingProxyType: "a dictionary",
    }
    return kinds.get(type(value), repr(value))
