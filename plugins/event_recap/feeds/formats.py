"""Names of the formats of feeds, and what is said to have written them."""

from __future__ import annotations

ATOM = "atom"
RSS = "rss"
JSON = "json"
MEDIA_TYPES = {ATOM: "application/atom+xml", RSS: "application/rss+xml", JSON: "application/feed+json"}
"""By Pelican's names of the formats."""

GENERATOR = "Event Recap for Pelican"
VERSION = "0.1.0"
"""That of the package; asking the package itself for it would import every other feature."""
HOMEPAGE = "https://pypi.org/project/pelican-event-recap/"
"""Where one finds out what wrote a feed, and what our own parts of it mean."""
