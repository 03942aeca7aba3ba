"""What every feed of a whole site has in common, whatever its format and its posts."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from itertools import chain
from urllib.parse import urlsplit

import pytest

ADDRESSES = ("href", "src", "poster", "cite", "data")
FORBIDDEN = "script, iframe, object, embed, form, style, link, meta, base, svg, math, input, button"
LEFT_OVER = ("{static}", "{filename}", "{attach}", "{author}", "localhost", "127.0.0.1", "javascript:")
ENDINGS = {"atom": ".atom.xml", "rss": ".rss.xml", "json": ".json"}


@pytest.fixture(name="site", scope="module")
def fixture_site(example_site):
    """Look at the example site."""
    assert example_site.exit_code == 0, example_site.errors
    return example_site


@pytest.fixture(name="feeds", scope="module")
def fixture_feeds(site, read_feeds):
    """Read every feed of the site."""
    return read_feeds(site)


@pytest.fixture(name="entries", scope="module")
def fixture_entries(feeds):
    """Return each entry with the name of its feed, its content parsed."""
    return [(name, entry, entry.parse()) for name, feed in feeds.items() for entry in feed.entries]


def find_urls(page):
    """Yield every address in some HTML."""
    for element in page.select("body *"):
        yield from (element[key] for key in ADDRESSES if element.has_attr(key))
        for candidate in element.get("srcset", "").split(","):
            yield from candidate.split()[:1]


def test_every_format_is_there_under_its_name(feeds):
    """An XML feed ends in .xml, so that a browser shows it, and a JSON feed in .json; none is empty."""
    assert {feed.kind for feed in feeds.values()} == ENDINGS.keys()
    assert [name for name, feed in feeds.items() if not name.endswith(ENDINGS[feed.kind])] == []
    assert [name for name, feed in feeds.items() if not feed.entries] == []


def test_every_address_in_a_post_is_whole(entries):
    """A link, a picture or a sound in a post works wherever the post is read; footnotes, too."""
    urls = [(name, url) for name, _, page in entries for url in find_urls(page)]

    assert len(urls) > 500
    assert [pair for pair in urls if not re.match(r"https?://[^/]|mailto:.", pair[1])] == []


def test_nothing_of_the_making_is_left(site, feeds):
    """No feed has one of Pelican's braces in it, or an address of the author's own machine."""
    texts = {name: site.read(name) for name in feeds}

    assert [(name, word) for name, text in texts.items() for word in LEFT_OVER if word in text] == []


def test_no_two_places_of_a_feed_have_one_id(feeds):
    """Where a reader shows all posts of a feed on one page, a footnote leads to its own post."""
    clashes = {}
    for name, feed in feeds.items():
        pages = [entry.parse() for entry in feed.entries]
        counts = Counter(element["id"] for page in pages for element in page.select("[id]"))
        clashes[name] = [identifier for identifier, times in counts.items() if times > 1]

    assert {name: ids for name, ids in clashes.items() if ids} == {}


def test_nothing_in_a_post_runs_or_frames(entries):
    """No post has a script, a frame, a form, a style or an event handler."""
    faults = [(name, element.name) for name, _, page in entries for element in page.body.select(FORBIDDEN)]
    faults += [
        (name, key)
        for name, _, page in entries
        for element in page.body.find_all(name=True)
        for key in element.attrs
        if key.startswith("on") or key in {"style", "class"}
    ]

    assert faults == []


def test_every_picture_has_words(entries):
    """Every picture has a text for who does not see it, even if the text is empty."""
    pictures = [(name, picture) for name, _, page in entries for picture in page.select("img")]

    assert len(pictures) > 20
    assert [pair for pair in pictures if not pair[1].has_attr("alt")] == []


def test_formats_of_a_collection_are_one(feeds):
    """RSS, Atom and JSON Feed of a collection have the same posts in one order, with the same ids and titles."""
    collections = defaultdict(dict)
    for name, feed in feeds.items():
        # Atom says the words of a comment once: no summary repeats them.
        posts = [(entry, "" if "comments" in name else entry.summary) for entry in feed.entries]
        said = [(entry.id, entry.url, entry.title, summary) for entry, summary in posts]
        collections[name.removesuffix(ENDINGS[feed.kind])][feed.kind] = said

    in_all = [name for name, kinds in collections.items() if kinds.keys() == ENDINGS.keys()]
    differing = [
        name for name, kinds in collections.items() for said in kinds.values() if said != kinds["atom"]
    ]
    assert len(in_all) > 10
    assert differing == []


def test_a_post_has_one_id_everywhere(feeds):
    """A post has one id in every feed, and no two posts have the same."""
    posts = {(entry.url, entry.id) for feed in feeds.values() for entry in feed.entries}

    assert len({url for url, _ in posts}) == len(posts) == len({identifier for _, identifier in posts})
    assert len(posts) >= 11
    assert all(urlsplit(identifier).scheme in {"urn", "tag"} for _, identifier in posts)


def test_a_feed_has_an_id_of_its_own(feeds):
    """No two feeds have one id, or a reader takes them for the same."""
    ids = [feed.id for name, feed in feeds.items() if ".archive-" not in name]

    assert len(ids) == len(set(ids))


def test_every_post_stands_in_the_feed_of_the_site(site, feeds):
    """Whoever subscribes to the site misses nothing that another feed has, or a page."""
    every = {entry.url for name, feed in feeds.items() if "comments" not in name for entry in feed.entries}
    whole = [name for name in feeds if re.match(r"feeds/all(\.archive-\d+)?\.rss\.xml", name)]
    pages = [name for name in site.files() if re.fullmatch(r"(\w\w/)?recaps/[^/]+/index\.html", name)]

    assert {entry.url for entry in chain(*(feeds[name].entries for name in whole))} == every
    assert len(every) == len(pages)


def test_a_summary_is_plain_text(feeds):
    """A summary has words only: no tag, and no entity that nobody resolved."""
    summaries = {
        entry.summary for feed in feeds.values() for entry in feed.entries if "#comment-" not in entry.url
    }

    assert len(summaries) >= 11
    assert [text for text in summaries if re.search(r"<[a-z/]|&#?\w+;|^\s*$", text)] == []


def test_what_a_page_announces_is_there(site, feeds):
    """Each feed that a page announces exists, with the type that the page says; every page announces some."""
    types = {f"application/{kind}+xml": kind for kind in ("atom", "rss")} | {"application/feed+json": "json"}
    wrong = []
    for name in (name for name in site.files() if name.endswith(".html")):
        links = site.page(name).select("link[rel=alternate][type]")
        announced = [link for link in links if link["type"] in types]
        paths = [
            re.sub(r"^(https://lanterne\.example/|(\.\./)+|\./)", "", link["href"]) for link in announced
        ]
        wrong += [] if announced else [name]
        wrong += [
            (name, path)
            for link, path in zip(announced, paths, strict=True)
            if path not in feeds or feeds[path].kind != types[link["type"]] or not link.get("title")
        ]

    assert wrong == []


def test_the_validator_finds_no_fault_with_any_feed(site, feeds, find_feed_faults):
    """Neither an error nor a warning of the W3C's validator, in any feed and in the list of them."""
    names = [name for name in feeds if name.endswith(".xml")] + ["feeds/feeds.opml"]

    faults = {name: find_feed_faults(site.read(name), f"https://lanterne.example/{name}") for name in names}

    assert {name: found for name, found in faults.items() if found} == {}
