"""What a build depends on besides files: its settings, the day, how it was called."""

from __future__ import annotations

import hashlib
import locale
import logging
import os
import platform
import sys
from datetime import datetime
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pelican.log import FatalLogger

from ..telling.telling import PROFILE
from ..wording.language import choose_language
from .spelled_settings import spell_settings

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

TOLD_KEY = "EVENT_RECAP_TOLD"
"""Key of Pelican's settings: the lines that were told of what was found, which the next build tells again."""

NO_CACHE = "NO_CACHE"
"""Setting, for the command line: build as if there never had been a build."""

EXPLAIN = "EXPLAIN"
"""Setting, for the command line: a page of which is told at the end why it was made, or was not."""

JOBS = "JOBS"
"""Setting, for the command line: on how many cores a build works; 1 for this process alone."""

REHEARSAL = "EVENT_RECAP_REHEARSAL"
"""Key of Pelican's settings: whether nothing is to be written."""

ABOUT_THE_BUILD = {NO_CACHE, EXPLAIN, JOBS, PROFILE}
"""Settings that say how to build, and change no page."""

OURS = ("event_recap", "pelican.plugins.event_recap")
"""Names under which a site lists this plugin."""

TIME = "SOURCE_DATE_EPOCH"
KEY = "EVENT_RECAP_KEY"
"""What the plugin reads of the environment; a settings file that reads more shows it in its settings."""


def digest_circumstances(settings: Mapping[str, Any]) -> str:
    """Return a digest that differs where the same files might make another site, whenever it is built.

    Args:
        settings: Pelican's, before a build has added to them.
    """
    parts = [
        spell_settings({key: value for key, value in settings.items() if key not in ABOUT_THE_BUILD}),
        platform.python_version(),
        locale.setlocale(locale.LC_ALL),  # as Pelican set it: months and days are named by it
        str(FatalLogger.fatal_lvl),
        os.environ.get(KEY, ""),
    ]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogateescape")).hexdigest()


def find_stranger(plugins: Iterable[str]) -> str:
    """Return that a plugin of somebody else has a say of which nobody knows; empty where there is none."""
    other = next((name for name in plugins if name not in OURS), None)
    return f"nobody knows on what the plugin {other!r} depends" if other is not None else ""


def find_unseen(settings: Mapping[str, Any]) -> str:
    """Return what of a site may change its pages without being seen; empty for nothing."""
    if stranger := find_stranger(settings["PLUGINS"] or ()):
        return stranger
    for key in ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS"):
        if settings[key]:
            return f"nobody knows on what {key} depends"
    options = settings["JINJA_ENVIRONMENT"]
    extensions = options.get("extensions", ())
    functions = (f"{key} of JINJA_ENVIRONMENT" for key, value in options.items() if callable(value))
    other = next((str(one) for one in extensions if not str(one).startswith("jinja2.ext.")), "")
    other = other or next(functions, "")
    return f"nobody knows on what {other} depends" if other else ""


def name_moment(settings: Mapping[str, Any]) -> str:
    """Return on what else a build depends, on one line: its day, the time that is set, and who hears.

    Pages depend on none of it. Who may be shown on a day, and what has passed by then, is decided before, and
    templates are told what was decided.
    """
    return " ".join((name_day(settings), os.environ.get(TIME, ""), *_describe_hearer())).replace("\n", " ")


def name_day(settings: Mapping[str, Any]) -> str:
    """Return the day in the site's zone: consents end and events pass at midnight."""
    try:
        zone = ZoneInfo(str(settings.get("TIMEZONE") or "UTC"))
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""  # a build tells it
    return datetime.now(zone).date().isoformat()


def _describe_hearer() -> tuple[str, str, str]:
    """Return what decides how a line is told: language, whether paths may be named, and how much is told."""
    level = logging.getLogger("pelican").getEffectiveLevel()
    return (choose_language(os.environ), "desk" if sys.stderr.isatty() else "log", str(level))
