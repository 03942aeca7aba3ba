"""Which feeds a site can have: the words that the setting ``feeds`` may use."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

FEED_FORMATS = ("atom", "rss", "json")
"""Atom 1.0, RSS 2.0 and JSON Feed 1.1, in the order in which a reader should prefer them."""

DEFAULT_FEEDS: Mapping[str, tuple[str, ...]] = MappingProxyType({
    "site": FEED_FORMATS,
    "language": FEED_FORMATS,
    "category": FEED_FORMATS,
    "tag": FEED_FORMATS,
    "author": FEED_FORMATS,
    "series": FEED_FORMATS,
    # To follow one person is a wish that not every person shares; and there are many of them.
    "person": (),
    # What readers answered; written only where there is an answer.
    "comments": FEED_FORMATS,
    "recap_comments": FEED_FORMATS,
})  # fmt: skip
"""Formats of each kind of collection, for a site that says nothing."""

FEED_SETTINGS: Mapping[str, str] = MappingProxyType({
    "site": "FEED_ALL",
    "language": "TRANSLATION_FEED",
    "category": "CATEGORY_FEED",
    "tag": "TAG_FEED",
    "author": "AUTHOR_FEED",
    "series": "SERIES_FEED",
    "person": "PERSON_FEED",
    "comments": "COMMENTS_FEED",
    "recap_comments": "RECAP_COMMENTS_FEED",
})  # fmt: skip
"""How the settings begin that say where the feeds of each kind are: ``FEED_ALL_ATOM`` and so on."""
