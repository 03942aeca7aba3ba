"""Whoever subscribes, and with whatever reader, gets the same posts."""

from __future__ import annotations

import re
from collections import defaultdict
from urllib.parse import unquote, urlsplit

import pytest
from adapters import READERS, feedparser, feedsmith
from adapters.item import ALL_KINDS, ATOM, XML_KINDS, find_differences
from lxml import html

pytestmark = pytest.mark.readers


@pytest.fixture(name="expected", scope="module")
def fixture_expected(feeds):
    """Return what is in each feed: the reading of feedsmith, the one that shows everything of every format."""
    return feedsmith.read(feeds, None)


def test_there_is_something_to_read(feeds, expected):
    """The site has feeds of every format, and no feed without a post."""
    assert {feed.kind for feed in feeds} == ALL_KINDS
    assert len(feeds) > 10
    assert [name for name, items in expected.items() if not items] == []


@pytest.mark.parametrize("name", READERS)
def test_a_reader_shows_what_is_in_the_feed(feeds, expected, tmp_path, name):
    """Every reader shows the same number of posts, in one order, with the same id, URL, title, date and author."""
    reader = READERS[name]
    read = [feed for feed in feeds if feed.kind in reader.KINDS]

    found = reader.read(read, tmp_path / name)

    wanted = {feed.name: [reader.reduce(item, feed.kind) for item in expected[feed.name]] for feed in read}
    assert {kind for kind in ALL_KINDS if kind in reader.KINDS} == {feed.kind for feed in read}
    assert list(find_differences(wanted, found))[:10] == []


def test_feedparser_finds_nothing_ill_formed(feeds):
    """The strictest parser has nothing to forgive in any feed."""
    faults = {
        feed.name: str(parsed.get("bozo_exception"))
        for feed in feeds
        if feed.kind in XML_KINDS
        for parsed in [feedparser.parse(feed)]
        if parsed.bozo
    }

    assert faults == {}


def test_the_formats_hold_the_same_posts(feeds, expected):
    """Whichever format a reader prefers, it gets the same posts of a collection."""
    formats = defaultdict(dict)
    for feed in feeds:
        stem = re.sub(r"(\.atom|\.rss)?\.(xml|json)$", "", feed.name)
        formats[stem][feed.kind] = expected[feed.name]

    assert formats["feeds/all"].keys() == ALL_KINDS
    for stem, kinds in formats.items():
        first, *others = kinds.values()
        assert [found for other in others for found in find_differences({stem: first}, {stem: other})] == []


def test_every_entry_leads_to_its_page(output, expected):
    """The link of an entry is the address of a page, which has the entry's title and says the same address."""
    items = {item.url: item for entries in expected.values() for item in entries if "#" not in item.url}
    wrong = []
    for url, item in items.items():
        file = output / unquote(urlsplit(url).path).removeprefix("/") / "index.html"
        page = html.parse(file, html.HTMLParser(encoding="utf-8"))
        said = page.xpath("//link[@rel='canonical']/@href | //meta[@property='og:title']/@content")
        wrong += [] if sorted(said) == sorted([url, item.title]) else [(url, said)]

    assert len(items) >= 7
    assert wrong == []


def test_every_comment_leads_to_its_place_on_the_page(output, expected):
    """The link of a comment is the recap's page, at the comment."""
    links = {item.url for entries in expected.values() for item in entries if "#" in item.url}
    for link in sorted(links):
        address = urlsplit(link)
        file = output / unquote(address.path).removeprefix("/") / "index.html"
        page = html.parse(file, html.HTMLParser(encoding="utf-8"))

        assert len(page.xpath("//*[@id=$id]", id=unquote(address.fragment))) == 1


@pytest.mark.parametrize("name", READERS)
def test_no_reader_shows_a_post_that_was_withdrawn(feeds_without, tmp_path, name):
    """What a feed says of a post that is no more is a post to no reader, and hides no other."""
    reader = READERS[name]
    read = [feed for feed in feeds_without if feed.kind in reader.KINDS]
    wanted = feedsmith.read(read, None)

    found = reader.read(read, tmp_path / name)

    assert "deleted-entry" in next(feed for feed in read if feed.kind == ATOM).path.read_text(
        encoding="utf-8"
    )
    assert [item for items in found.values() for item in items if "Guillemets" in item.title] == []
    assert {name: len(items) for name, items in found.items()} == {
        name: len(items) for name, items in wanted.items()
    }
