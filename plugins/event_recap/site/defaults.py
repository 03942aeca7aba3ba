"""Pelican settings that our pages need and a site may change."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from ..model.feed import FEED_SETTINGS

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
    "PAIR_URL": "people/{slug}/{other}/",
    "PAIR_SAVE_AS": "people/{slug}/{other}/index.html",
    "NETWORK_URL": "network/",
    "NETWORK_SAVE_AS": "network/index.html",
    "SERIES_NETWORK_URL": "series/{slug}/network/",
    "SERIES_NETWORK_SAVE_AS": "series/{slug}/network/index.html",
    "SUBSCRIBE_URL": "subscribe/",
    "SUBSCRIBE_SAVE_AS": "subscribe/index.html",
    "MASTODON_URL": "share/mastodon/",
    "MASTODON_SAVE_AS": "share/mastodon/index.html",
    "SEARCH_URL": "search/",
    "SEARCH_SAVE_AS": "search/index.html",
    "PRIVACY_URL": "privacy/",
    "PRIVACY_SAVE_AS": "privacy/index.html",
}
"""Where our pages are, in Pelican's own form."""

DOCUMENT_SETTINGS = {
    "CALENDAR_SAVE_AS": "calendar.ics",
    "EVENT_CALENDAR_SAVE_AS": "events/{slug}.ics",
    "SERIES_CALENDAR_SAVE_AS": "series/{slug}.ics",
    "PERSON_VCARD_SAVE_AS": "people/{slug}.vcf",
    "EVENT_VCARD_SAVE_AS": "events/{slug}.vcf",
    "SOCIAL_IMAGE_SAVE_AS": "social/{hash}.jpg",
    "OPML_SAVE_AS": "feeds/feeds.opml",
    "FEED_STYLESHEET_SAVE_AS": "feeds/feed.css",
    "SITEMAP_SAVE_AS": "sitemap.xml",
    "ROBOTS_SAVE_AS": "robots.txt",
    "HEADERS_SAVE_AS": "_headers",
}
"""Where our other files are, below the output folder and ``SITEURL`` alike; empty for none."""

FEED_PATHS = {
    "site": "feeds/all",
    "language": "feeds/all-{lang}",
    "category": "feeds/{slug}",
    "tag": "feeds/tags/{slug}",
    "author": "feeds/{slug}",
    "series": "feeds/series/{slug}",
    "person": "feeds/people/{slug}",
    # A slug has no full stop: no category can want the same place.
    "comments": "feeds/all.comments",
    "recap_comments": "feeds/comments/{slug}",
}
"""Where feeds are that no setting places; the same as Pelican's own, where Pelican places some."""

FEED_ENDINGS = {"atom": ".atom.xml", "rss": ".rss.xml", "json": ".json"}
"""Browsers show ``.xml`` with its style sheet, and download or garble the rest."""

DERIVED = ("PERSON", "EVENT", "PRIVACY")
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
    return {key: value for key, value in {**urls, **DOCUMENT_SETTINGS}.items() if key not in settings}


def build_feed_settings(
    settings: Mapping[str, Any], feeds: Mapping[str, tuple[str, ...]]
) -> dict[str, str | None]:
    """Return where each feed is written, in Pelican's own settings, and None for those that are not.

    Args:
        settings: Pelican's; a place that they name stays, as readers know it.
        feeds: Formats by kind of collection.
    """
    return {
        name: (settings.get(name) or default + ending) if feed_format in feeds[kind] else None
        for kind, default in FEED_PATHS.items()
        for feed_format, ending in FEED_ENDINGS.items()
        for name in [f"{FEED_SETTINGS[kind]}_{feed_format.upper()}"]
    }
