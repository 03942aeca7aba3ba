"""Pelican settings that our pages need and a site may change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

URL_SETTINGS = {
    "PERSON_URL": "people/{slug}/",
    "PERSON_SAVE_AS": "people/{slug}/index.html",
    "PEOPLE_URL": "people/",
    "PEOPLE_SAVE_AS": "people/index.html",
    "EVENT_URL": "events/{slug}/",
    "EVENT_SAVE_AS": "events/{slug}/index.html",
    "EVENTS_URL": "events/",
    "EVENTS_SAVE_AS": "events/index.html",
}
"""Where our pages are, in Pelican's own form."""

DERIVED = ("PERSON", "EVENT")
"""Content classes of ours; Pelican looks up their addresses by these names."""


def build_defaults(settings: Mapping[str, Any]) -> dict[str, Any]:
    """Return every URL setting of ours that a site has not made.

    Pelican asks for a language form and a draft form of each, or fails with ``KeyError``; people and
    events have one page, whatever the language, and no drafts.
    """
    urls = {**URL_SETTINGS, **{key: settings[key] for key in URL_SETTINGS if key in settings}}
    for name in DERIVED:
        for form in ("URL", "SAVE_AS"):
            urls.setdefault(f"{name}_LANG_{form}", urls[f"{name}_{form}"])
            urls.setdefault(f"DRAFT_{name}_{form}", urls[f"{name}_{form}"])
    return {key: value for key, value in urls.items() if key not in settings}
