"""What is wrong with the values of the ``EVENT_RECAP`` setting, once each is of the right type."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from .errors import Place, Problem, suggest
from .loading.report import EMAIL, UnreadableError
from .loading.urls import parse_url
from .model.comment import CommentsState
from .model.feed import DEFAULT_FEEDS, FEED_FORMATS
from .model.look import LOOKS
from .model.placeholders import find_unknown_places
from .model.profile import build_profile
from .model.response_headers import ADDABLE, BACKENDS, is_source
from .model.share import SHARE_NETWORKS
from .model.visibility import VISIBILITY_WORDS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from .setting_values import Settings

NAME = "EVENT_RECAP"

_CONTACT = re.compile(r"(?:mailto:[^\s<>\"@]+@[^\s<>\"@]+|https://[^\s<>\"]+)?")

_COUNTRY = re.compile(r"(?:[A-Z]{2})?")

ENTRY_IDS = ("uuid", "tag")
"""Kinds of ids that new posts get."""

PICTURE_WIDTHS = range(16, 8193)
"""Pixels that a picture may be wide."""

SOCIAL_IMAGES = ("drawn", "cover", "off")
"""By which pictures networks may show pages."""

EDITOR_KEYS = ("backend", "repo", "branch", "base_url", "api_root", "auth_type", "app_id")
"""What may be said of the repository that is edited in the browser; the words are those of the editor."""

THREAD_PLACES = ("event",)
"""What may be filled in in words of thanks."""

FOLLOW_UP_PLACES = ("name", "first_name", "event", "date", "site", "link")
"""What a first message may have filled in."""


def find_faults(settings: Settings) -> Iterator[Problem]:
    """Yield everything that is wrong with the values of settings, all of them of the right type."""
    yield from _check_values(settings)
    yield from _check_addresses("websub_hubs", settings.websub_hubs)
    yield from _check_texts("follow_up_texts", settings.follow_up_texts, FOLLOW_UP_PLACES)
    yield from _check_texts("thread_texts", settings.thread_texts, THREAD_PLACES)
    yield from _check_counts(settings)
    yield from _check_sources(settings.csp_sources)
    yield from _check_look(settings.look)
    yield from _check_editor(settings.editor)
    if settings.feed_max_bytes < 1:
        yield build_problem("feed_max_bytes", "a feed needs room; expected bytes such as 1_048_576")


def check_feeds(feeds: Mapping[str, object]) -> Iterator[Problem]:
    """Yield what is wrong with the kinds of collections and their formats."""
    for kind, formats in feeds.items():
        key = f"feeds[{kind!r}]"
        if kind not in DEFAULT_FEEDS:
            expected = ", ".join(DEFAULT_FEEDS)
            what = suggest(str(kind), DEFAULT_FEEDS) or f"; expected one of {expected}"
            yield build_problem(key, "unknown kind of feeds" + what)
        elif not isinstance(formats, tuple):
            what = f'{name_kind(formats)} is not right here; expected a list such as ["atom", "rss"]'
            yield build_problem(key, what)
        else:
            for word in formats:
                if word not in FEED_FORMATS:
                    expected = suggest(word, FEED_FORMATS) or "; expected atom, rss or json"
                    yield build_problem(key, f"unknown format {word!r}{expected}")


def _check_values(settings: Settings) -> list[Problem]:
    problems = []
    if settings.default_visibility not in VISIBILITY_WORDS:
        words = ", ".join(VISIBILITY_WORDS)
        what = f"{settings.default_visibility!r} is not a level; expected one of {words}"
        problems.append(
            build_problem("default_visibility", what + suggest(settings.default_visibility, VISIBILITY_WORDS))
        )
    problems += [
        build_problem("share_networks", f"unknown network {network!r}" + suggest(network, SHARE_NETWORKS))
        for network in settings.share_networks
        if network not in SHARE_NETWORKS
    ]
    if settings.entry_ids not in ENTRY_IDS:
        hint = suggest(settings.entry_ids, ENTRY_IDS) or "; expected uuid or tag"
        what = f"{settings.entry_ids!r} is no kind of id{hint}"
        problems.append(build_problem("entry_ids", what))
    if settings.social_images not in SOCIAL_IMAGES:
        hint = suggest(settings.social_images, SOCIAL_IMAGES) or "; expected drawn, cover or off"
        what = f"{settings.social_images!r} says nothing about social images{hint}"
        problems.append(build_problem("social_images", what))
    if settings.share_via and not build_profile("x", settings.share_via):
        what = f"{settings.share_via!r} is no handle on X; expected letters, digits and _ such as monblog"
        problems.append(build_problem("share_via", what))
    if not _CONTACT.fullmatch(settings.privacy_contact):
        what = f"{settings.privacy_contact!r} is no address to write to; expected mailto:… or https://…"
        problems.append(build_problem("privacy_contact", what))
    if not _COUNTRY.fullmatch(settings.typography_region):
        what = f"{settings.typography_region!r} is no code of a country; expected two capitals such as CA"
        problems.append(build_problem("typography_region", what))
    return [*problems, *_check_comments(settings), *_check_today(settings.today)]


def _check_today(today: str) -> Iterator[Problem]:
    """Yield what is wrong with the day of the build, which may be empty."""
    try:
        date.fromisoformat(today or "2010-02-03")
    except ValueError:
        yield build_problem("today", f"{today!r} is not a day; expected a form such as 2026-11-21")


def _check_comments(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with the ways to answer."""
    states = [state.value for state in CommentsState]
    if settings.comments not in states:
        hint = suggest(settings.comments, states) or "; expected open, closed or off"
        yield build_problem("comments", f"{settings.comments!r} says nothing about comments{hint}")
    if settings.comments_email and not EMAIL.fullmatch(settings.comments_email):
        what = f"{settings.comments_email!r} is no e-mail address; expected one such as hello@blog.example"
        yield build_problem("comments_email", what)
    yield from _check_addresses("webmention_endpoint", (settings.webmention_endpoint,))
    yield from _check_addresses("webmention_source", (settings.webmention_source,))


def _check_look(look: Mapping[str, object]) -> Iterator[Problem]:
    """Yield what is wrong with the choices of the look."""
    for kind, word in look.items():
        key = f"look[{kind!r}]"
        if kind not in LOOKS:
            expected = suggest(str(kind), LOOKS) or f"; expected one of {', '.join(LOOKS)}"
            yield build_problem(key, "unknown choice" + expected)
        elif word not in LOOKS[kind]:
            expected = suggest(str(word), LOOKS[kind]) or f"; expected one of {', '.join(LOOKS[kind])}"
            yield build_problem(key, f"unknown look {word!r}{expected}")


def _check_editor(editor: Mapping[str, object]) -> Iterator[Problem]:
    """Yield what is wrong with the repository that is edited in the browser."""
    for key, value in editor.items():
        spot = f"editor[{key!r}]"
        if key not in EDITOR_KEYS:
            expected = suggest(str(key), EDITOR_KEYS) or f"; expected one of {', '.join(EDITOR_KEYS)}"
            yield build_problem(spot, "unknown key" + expected)
        elif not isinstance(value, str):
            yield build_problem(spot, f"{name_kind(value)} is not right here; expected a text")
        elif key == "backend" and value not in BACKENDS:
            yield build_problem(spot, f"unknown host {value!r}; expected {', '.join(BACKENDS)}")
        elif key in {"base_url", "api_root"}:
            yield from _check_addresses(spot, (value,))
    for key in ("backend", "repo"):
        if editor and not editor.get(key):
            what = (
                f"'{key}' is missing; expected a form such as {{'backend': 'github', 'repo': 'marie/blog'}}"
            )
            yield build_problem("editor", what)


def _check_counts(settings: Settings) -> Iterator[Problem]:
    """Yield what is wrong with numbers that may be 0."""
    for key in ("toc_words", "related_max"):
        if (count := getattr(settings, key)) < 0:
            yield build_problem(key, f"{count} is less than nothing; expected 0 or more")
    for width in settings.picture_widths:
        if type(width) is not int or width not in PICTURE_WIDTHS:
            what = f"{width!r} is no width; expected pixels from 16 to 8192, such as 960"
            yield build_problem("picture_widths", what)


def _check_addresses(key: str, addresses: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with addresses that may be empty."""
    for address in filter(None, addresses):
        try:
            parse_url(address)
        except UnreadableError as error:
            yield build_problem(key, str(error))


def _check_texts(key: str, texts: Mapping[str, object], places: Iterable[str]) -> Iterator[Problem]:
    """Yield what is wrong with texts by language, in which some words in braces are filled in."""
    for lang, text in texts.items():
        spot = f"{key}[{lang!r}]"
        if isinstance(text, str):
            yield from (build_problem(spot, what) for what in find_unknown_places(text, places))
        else:
            yield build_problem(spot, f"{name_kind(text)} is not right here; expected a text")


def _check_sources(sources: Mapping[str, object]) -> Iterator[Problem]:
    """Yield what is wrong with the places from which pages may load something."""
    for directive, words in sources.items():
        key = f"csp_sources[{directive!r}]"
        if directive not in ADDABLE:
            expected = suggest(directive, ADDABLE) or "; expected one such as img-src or frame-src"
            yield build_problem(key, f"nothing can be added to this{expected}")
        elif not isinstance(words, tuple):
            what = f'{name_kind(words)} is not right here; expected a list such as ["https://photos.example"]'
            yield build_problem(key, what)
        else:
            for word in words:
                if not is_source(directive, word):
                    what = f"{word!r} cannot be added; expected a host such as https://photos.example"
                    yield build_problem(key, what)


def build_problem(key: str, what: str) -> Problem:
    """Return a problem of one key of the setting."""
    return Problem(Place(NAME), key, what)


def name_kind(value: object) -> str:
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
