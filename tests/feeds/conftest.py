"""Small whole builds: a few texts in, files out."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import UTC, datetime
from types import MappingProxyType

import pytest
from blinker import ANY, Signal
from lxml import etree
from pelican import Pelican, signals
from pelican.settings import read_settings

import event_recap
from event_recap.feeds.builder import FeedBuilder, render_feed
from event_recap.feeds.document import FeedAuthor, FeedDocument, FeedEntry

BASE = {
    "SITENAME": "Carnet d'essai",
    "SITEURL": "https://blog.example",
    "AUTHOR": "Marie Essai",
    "TIMEZONE": "America/Toronto",
    "DEFAULT_LANG": "fr",
    "DEFAULT_CATEGORY": "Divers",
    "PLUGINS": [event_recap],
    "THEME": "simple",
    "DIRECT_TEMPLATES": [],
    "LOCALE": ["C"],
    "LOAD_CONTENT_CACHE": False,
    "FEED_ALL_ATOM": "feeds/all.atom.xml",
    "FEED_ALL_RSS": "feeds/all.rss.xml",
    "CATEGORY_FEED_ATOM": "feeds/{slug}.atom.xml",
    "CATEGORY_FEED_RSS": "feeds/{slug}.rss.xml",
    "TAG_FEED_ATOM": "feeds/tag-{slug}.atom.xml",
    "TAG_FEED_RSS": "feeds/tag-{slug}.rss.xml",
    "AUTHOR_FEED_ATOM": "feeds/by-{slug}.atom.xml",
    "AUTHOR_FEED_RSS": "feeds/by-{slug}.rss.xml",
    "TRANSLATION_FEED_ATOM": "feeds/all-{lang}.atom.xml",
    "TRANSLATION_FEED_RSS": "feeds/all-{lang}.rss.xml",
    "CATEGORY_FEED_JSON": "feeds/{slug}.json",
    "TAG_FEED_JSON": "feeds/tag-{slug}.json",
    "AUTHOR_FEED_JSON": "feeds/by-{slug}.json",
}

POST = """Title: {title}
Date: 2010-02-03 08:30
Category: Soirées
Tags: réseautage, Drummondville
Summary: Trente avatars deviennent des *visages*.

{body}
"""


@contextmanager
def connect(receivers):
    """Connect these receivers to Pelican's signals for a while, by the names of the signals."""
    for name, receiver in receivers.items():
        getattr(signals, name).connect(receiver)
    yield
    for name, receiver in receivers.items():
        getattr(signals, name).disconnect(receiver)


@contextmanager
def without_plugin():
    """Take all that is ours off Pelican's signals for a while."""
    ours = [
        (signal, receiver)
        for signal in vars(signals).values()
        if isinstance(signal, Signal)
        for receiver in list(signal.receivers_for(ANY))
        if receiver.__module__.startswith("event_recap")
    ]
    for signal, receiver in ours:
        signal.disconnect(receiver)
    yield
    for signal, receiver in ours:
        signal.connect(receiver)


@pytest.fixture
def build(tmp_path):
    """Return a function that builds a site from texts by file name, and gives its output folder.

    Keys of ``EVENT_RECAP`` are given as ``event_recap``; with None the plugin sleeps.
    """

    def build_site(files, *, event_recap=MappingProxyType({}), receivers=None, name="site", **settings):
        content = tmp_path / name / "content"
        for path, text in files.items():
            target = content / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))
        output = tmp_path / name / "output"
        override = {**BASE, "PATH": str(content), "OUTPUT_PATH": str(output), **settings}
        if event_recap is not None:
            override["EVENT_RECAP"] = dict(event_recap)
        with connect(receivers or {}):
            Pelican(read_settings(override=override)).run()
        return output

    return build_site


@pytest.fixture
def build_stock(build):
    """Return the same function, for a site of Pelican alone."""

    def build_site(files):
        with without_plugin():
            return build(files, event_recap=None, name="stock", PLUGINS=[])

    return build_site


@pytest.fixture
def post():
    """Return a function that writes a post in Pelican's own form."""
    return lambda body="Hier soir.", title="Focus 20": POST.format(title=title, body=body)


@pytest.fixture
def entry():
    """Return a function that makes an entry."""

    def make(**changes):
        values = {
            "id": "tag:blog.example,2010-02-03:/focus-20/",
            "url": "https://blog.example/focus-20/",
            "title": "Focus 20",
            "published": datetime(2010, 2, 3, 8, 30, tzinfo=UTC),
            "updated": datetime(2010, 2, 4, 8, 30, tzinfo=UTC),
            "authors": (FeedAuthor("Marie Essai", "https://blog.example/author/marie/"),),
            "summary": "Trente avatars.",
            "content": "<p>Hier soir.</p>",
            "categories": ("Soirées",),
            "lang": "fr",
        }
        return FeedEntry(**values | changes)

    return make


@pytest.fixture
def document(entry):
    """Return a function that makes a feed of one entry."""

    def make(**changes):
        values = {
            "url": "https://blog.example/feeds/all.atom.xml",
            "page_url": "https://blog.example/",
            "title": "Carnet d'essai",
            "description": "Un carnet",
            "author": FeedAuthor("Marie Essai", "https://blog.example/"),
            "lang": "fr",
            "entries": (entry(),),
        }
        return FeedDocument(**values | changes)

    return make


NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ev": "http://purl.org/rss/1.0/modules/event/",
    "fh": "http://purl.org/syndication/history/1.0",
    "georss": "http://www.georss.org/georss",
    "media": "http://search.yahoo.com/mrss/",
}
PLACES = {"rss": ("channel", "channel/item"), "atom": (".", "a:entry")}
"""Where each format has what it says of the feed, and of an entry."""


class ParsedFeed:
    """RSS or Atom; in paths, ``HEAD`` and ``ITEM`` stand for the places of the format."""

    def __init__(self, feed, feed_type):
        self.root = etree.fromstring(render_feed(feed, feed_type))
        self.head, self.item = PLACES[feed_type]

    def find(self, path):
        """Return the elements at a path."""
        return self.root.findall(path.replace("HEAD", self.head).replace("ITEM", self.item), NAMES)

    def texts(self, path):
        """Return the texts of the elements at a path."""
        return [element.text for element in self.find(path)]


@pytest.fixture
def parse(document, entry):
    """Return a function that gives a feed of one entry; what is changed may be either's."""

    def parse_feed(feed_type, entry_changes=(), **changes):
        made = document(**{"entries": (entry(**dict(entry_changes)),), **changes})
        return ParsedFeed(FeedBuilder().build_feed(made, feed_type), feed_type)

    return parse_feed
