"""Readers as people use them, each made to tell what it read in the same few words.

A module here has ``KINDS``, the formats that its reader knows; ``read``, which lets it read feeds; and
``reduce``, what of an entry it can show, where that is less than all of it.
"""

from __future__ import annotations

from . import fastfeedparser, feedparser, feedsmith, newsboat, rss2email, rss_parser, sfeed

READERS = {
    "feedparser": feedparser,
    "fastfeedparser": fastfeedparser,
    "newsboat": newsboat,
    "sfeed": sfeed,
    "rss2email": rss2email,
    "rss-parser": rss_parser,
    "feedsmith": feedsmith,
}
"""Adapters by the names of their readers."""
