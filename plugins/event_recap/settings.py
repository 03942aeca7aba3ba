"""The ``EVENT_RECAP`` setting as a frozen, checked value."""

from __future__ import annotations

from dataclasses import fields, replace
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from .errors import EventRecapError, Place, Problem, suggest
from .loading.dates import parse_zone
from .loading.report import UnreadableError
from .model.feed import DEFAULT_FEEDS
from .setting_checks import NAME, build_problem, check_feeds, find_faults, name_kind
from .setting_values import Settings

if TYPE_CHECKING:
    from collections.abc import Mapping
    from zoneinfo import ZoneInfo

__all__ = ["NAME", "Settings", "check_timezone", "read_settings"]


def read_settings(raw: object) -> Settings:
    """Return the checked settings.

    Args:
        raw: Value of ``EVENT_RECAP`` in the site's configuration.

    Raises:
        EventRecapError: Something is unknown or of the wrong type; every problem is told at once.
    """
    if not isinstance(raw, dict):
        raise EventRecapError(
            [build_problem("", f'{name_kind(raw)} is not a dictionary; expected {{"key": value}}')]
        )
    known = {known.name: getattr(Settings(), known.name) for known in fields(Settings)}
    problems = [
        build_problem(str(key), "unknown setting" + suggest(str(key), known))
        for key in raw
        if key not in known
    ]
    given: dict[str, Any] = {key: _plain(value, known[key]) for key, value in raw.items() if key in known}
    values: dict[str, Any] = {
        key: value for key, value in given.items() if name_kind(value) == name_kind(known[key])
    }
    problems += [
        build_problem(key, f"{name_kind(raw[key])} is not right here; expected {name_kind(known[key])}")
        for key in given
        if key not in values
    ]
    problems += check_feeds(values.get("feeds", {}))
    settings = Settings(**values)
    problems += find_faults(settings)
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


def _plain(value: object, default: object = ()) -> object:
    """Read lists of words as tuples, also those of a dictionary; where the default has numbers, they stay."""
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if not isinstance(value, list | tuple):
        return value
    has_numbers = isinstance(default, tuple) and any(isinstance(item, int) for item in default)
    return tuple(value if has_numbers else map(str, value))
