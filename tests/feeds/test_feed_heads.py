"""What RSS 2.0 and Atom 1.0 say of a feed as a whole: each rule is one fact."""

from __future__ import annotations

from datetime import date

import pytest

from event_recap.feeds.document import FeedFile, Tombstone

XML = pytest.mark.parametrize("feed_type", ["rss", "atom"])
NEWEST = "https://blog.example/feeds/all.xml"
ARCHIVE = "https://blog.example/feeds/all.archive-2.xml"
ICON = FeedFile("https://blog.example/icon.png", "image/png", 900, "", 144, 144)


def list_links(feed):
    """Return relation, address and type of the links of a feed, but the one to its page."""
    return [
        (link.get("rel"), link.get("href"), link.get("type"))
        for link in feed.find("HEAD/a:link")
        if link.get("rel") != "alternate"
    ]


@XML
def test_a_feed_links_to_itself_and_to_its_hubs(parse, feed_type):
    """WebSub wants the feed's own address once, and each of its hubs."""
    hubs = ("https://hub.example/", "https://other.example/?a=1&b=2")

    links = list_links(parse(feed_type, url=NEWEST, hubs=hubs))

    media_type = f"application/{feed_type}+xml"
    assert links == [("self", NEWEST, media_type), *(("hub", hub, None) for hub in hubs)]


@XML
def test_the_newest_document_leads_back_to_the_archives(parse, feed_type):
    """A new subscriber can read a blog back to its first post (RFC 5005)."""
    feed = parse(feed_type, url=NEWEST, older_url=ARCHIVE)

    assert ("prev-archive", ARCHIVE, f"application/{feed_type}+xml") in list_links(feed)
    assert feed.find("HEAD/fh:archive") == []


@XML
def test_an_archive_says_what_it_is_and_where_it_stands(parse, feed_type):
    """A reader that was given an archive finds the feed, and what is older and newer."""
    others = {"current_url": NEWEST, "older_url": f"{NEWEST}?1", "newer_url": f"{NEWEST}?3"}

    feed = parse(feed_type, url=ARCHIVE, feed_id=NEWEST, **others)

    assert len(feed.find("HEAD/fh:archive")) == 1
    assert [link[:2] for link in list_links(feed)] == [
        ("self", ARCHIVE),
        ("current", NEWEST),
        ("prev-archive", f"{NEWEST}?1"),
        ("next-archive", f"{NEWEST}?3"),
    ]


def test_archives_are_parts_of_one_feed(parse):
    """The newest document and its archives have the id of the feed."""
    assert parse("atom", url=ARCHIVE, feed_id=NEWEST).texts("a:id") == [NEWEST]


@XML
@pytest.mark.parametrize(("older", "marks"), [("", 1), (ARCHIVE, 0)])
def test_a_feed_that_holds_every_entry_says_so(parse, feed_type, older, marks):
    """Nothing older is looked for; a feed with archives is never called complete."""
    feed = parse(feed_type, older_url=older)

    assert len(feed.find("HEAD/fh:complete")) == marks


def test_atom_says_which_entries_are_no_more(parse):
    """A reader that kept a post drops it, and is told nothing but its id and the day (RFC 6721)."""
    (deleted,) = parse("atom", tombstones=(Tombstone("urn:x", date(2010, 3, 1)),)).find("at:deleted-entry")

    assert dict(deleted.attrib) == {"ref": "urn:x", "when": "2010-03-01T00:00:00+00:00"}
    assert (deleted.text, len(deleted)) == (None, 0)


@XML
def test_a_feed_has_a_style_sheet_for_browsers(parse, feed_type):
    """A feed that is opened in a browser reads well, without XSLT and without a script."""
    feed = parse(feed_type, stylesheet_url='feed.css?a="1"&b=2?>')

    instruction = feed.root.getprevious()
    assert instruction.target == "xml-stylesheet"
    assert (instruction.get("type"), instruction.get("href")) == (
        "text/css",
        "feed.css?a=&quot;1&quot;&amp;b=2?&gt;",
    )
    assert instruction.getprevious() is None


@XML
def test_a_feed_without_a_style_sheet_has_no_instruction(parse, feed_type):
    """Nothing is asked of a browser that is not there."""
    assert parse(feed_type).root.getprevious() is None


def test_rss_shows_the_icon_under_the_title_of_the_feed(parse):
    """The picture of the channel is named and linked as the channel is."""
    (image,) = parse("rss", icon=ICON).find("channel/image")

    assert {child.tag: child.text for child in image} == {
        "url": ICON.url,
        "title": "Carnet d'essai",
        "link": "https://blog.example/",
        "width": "144",
        "height": "144",
    }


def test_rss_shows_an_icon_of_unknown_size(parse):
    """No size is better than a wrong one."""
    (image,) = parse("rss", icon=FeedFile(ICON.url, ICON.type, 900)).find("channel/image")

    assert [child.tag for child in image] == ["url", "title", "link"]


def test_atom_has_icon_and_logo(parse):
    """Readers look for the one or the other."""
    feed = parse("atom", icon=ICON)

    assert feed.texts("a:icon") == feed.texts("a:logo") == [ICON.url]


@pytest.mark.parametrize(("feed_type", "tag"), [("rss", "copyright"), ("atom", "a:rights")])
def test_a_feed_names_the_rights_of_its_texts(parse, feed_type, tag):
    """Whoever repeats a post knows whose it is."""
    assert parse(feed_type, rights="© 2010 Marie").texts(f"HEAD/{tag}") == ["© 2010 Marie"]


def test_rss_asks_for_a_visit_an_hour_and_for_nothing_else(parse):
    """Readers that poll are told how often; nobody needs a search box."""
    feed = parse("rss")

    assert feed.texts("channel/ttl") == ["60"]
    assert feed.find("channel/docs") + feed.find("channel/textInput") == []
