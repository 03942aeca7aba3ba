"""Not one error or warning of the feed validator of the W3C, where one is at hand."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from event_recap.feeds.builder import FeedBuilder, render_feed
from event_recap.feeds.document import FeedAuthor, FeedEvent, FeedFile, FeedSource, Tombstone
from event_recap.feeds.opml import build_opml
from event_recap.views.subscription_values import FeedCollectionView, FeedLinkView

UNKNOWN_TO_IT = "UnknownNamespace"
"""What the validator says of RFC 6721, of which it has not heard."""

HOSTILE = "A <b>x</b> & y ]]> <script>alert(1)</script> &amp; &eacute; &#0; <a@b.example> “é” <3 '\""
PICTURE = FeedFile("https://blog.example/a.jpg", "image/jpeg", 1024, HOSTILE, 800, 600)
SOUND = FeedFile("https://blog.example/a.ogg", "audio/ogg", 4096)
EVENT = {
    "name": HOSTILE,
    "url": "https://blog.example/events/focus-20/",
    "start": "2010-02-02T18:00:00-05:00",
    "end": "2010-02-02T21:00:00-05:00",
    "location": HOSTILE,
    "organizers": (HOSTILE, "Luc"),
    "latitude": "45.88",
    "longitude": "-72.48",
}
NEWEST = "https://blog.example/feeds/all.xml"
ARCHIVE = "https://blog.example/feeds/all.archive-{}.xml"
DOCUMENTS = {
    "newest": {"older_url": ARCHIVE.format(2), "hubs": ("https://hub.example/", "https://hub.example/?a&b")},
    "archive": {
        "url": ARCHIVE.format(2),
        "feed_id": NEWEST,
        "current_url": NEWEST,
        "older_url": ARCHIVE.format(1),
        "newer_url": ARCHIVE.format(3),
    },
    "first archive": {
        "url": ARCHIVE.format(1),
        "feed_id": NEWEST,
        "current_url": NEWEST,
        "newer_url": ARCHIVE.format(2),
    },
    "only archive": {
        "url": ARCHIVE.format(1),
        "feed_id": NEWEST,
        "current_url": NEWEST,
        "newer_url": NEWEST,
    },
    "complete": {},
    "of a tag": {
        "source": FeedSource(NEWEST, "https://blog.example/", HOSTILE, datetime(2010, 2, 5, tzinfo=UTC))
    },
    "hostile": {"title": HOSTILE, "description": HOSTILE, "rights": HOSTILE, "author": FeedAuthor(HOSTILE)},
    "with tombstones": {
        "tombstones": (Tombstone("urn:uuid:8a89b291-f087-5a58-90b5-c73b4733fd02", date(2010, 3, 1)),)
    },
}


@pytest.fixture
def entries(entry):
    """Entries that say everything, little, and nothing but a title; of other languages; hostile."""
    days = [datetime(2010, 2, day, 9, tzinfo=UTC) for day in range(10, 5, -1)]  # it warns of equal dates
    return (
        entry(
            id="tag:a.example,2010:1",
            updated=days[0],
            title=HOSTILE,
            summary=HOSTILE,
            content=f'<p>]]&gt; &lt;script&gt; <img src="{PICTURE.url}" alt="x"> <a href="{NEWEST}">a</a></p>',
            categories=(HOSTILE, "R&D"),
            authors=(FeedAuthor(HOSTILE, "https://blog.example/author/x/"), FeedAuthor("Luc")),
            contributors=(FeedAuthor(HOSTILE), FeedAuthor("Zoé", "https://blog.example/people/zoe/")),
            picture=PICTURE,
            enclosure=PICTURE,
            event=FeedEvent(**EVENT),
        ),
        entry(id="tag:a.example,2010:2", updated=days[1], lang="en", picture=PICTURE, enclosure=SOUND),
        entry(
            id="tag:a.example,2010:3",
            updated=days[2],
            event=FeedEvent(name="x", url=EVENT["url"], start="2010-02-02"),
            lang="",
        ),
        entry(id="tag:a.example,2010:4", updated=days[3], content="", summary=""),
    )


@pytest.mark.parametrize("feed_type", ["rss", "atom"])
@pytest.mark.parametrize("name", DOCUMENTS)
def test_the_validator_finds_no_fault(document, entries, find_feed_faults, name, feed_type):
    """Neither clean nor hostile words, nor any kind of document, are found fault with."""
    values = {
        "url": NEWEST,
        "entries": entries,
        "rights": "© Marie",
        "icon": FeedFile("https://blog.example/icon.png", "image/png", 900, "", 144, 144),
        "stylesheet_url": "feed.css",
        **DOCUMENTS[name],
    }
    made = document(**values)

    faults = find_feed_faults(render_feed(FeedBuilder().build_feed(made, feed_type), feed_type), made.url)

    is_unknown = made.tombstones and feed_type == "atom"
    assert faults == ([UNKNOWN_TO_IT] if is_unknown else [])


def test_the_validator_finds_no_fault_with_the_list_of_feeds(find_feed_faults):
    """A list of subscriptions is imported by every reader, whatever the names in it."""
    link = FeedLinkView("Atom", "application/atom+xml", "feeds/étiquette.xml", HOSTILE)
    collections = (
        FeedCollectionView(kind="site", name="x", url="", links=(link,)),
        FeedCollectionView(kind="tag", name=HOSTILE, url="tag/é/", links=(link,)),
    )
    site = "https://blog.example"

    opml = build_opml(HOSTILE, collections, site_url=site, feed_domain=site, lang="fr")

    assert find_feed_faults(opml, f"{site}/feeds.opml") == []
