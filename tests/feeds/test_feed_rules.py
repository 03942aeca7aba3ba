"""What RSS 2.0 and Atom 1.0 say beyond the words of the posts: each rule is one fact."""

from __future__ import annotations

from datetime import UTC, date, datetime
from html import escape

import feedparser
import pytest
from lxml import etree

from event_recap.feeds.builder import FeedBuilder, render_feed
from event_recap.feeds.document import FeedAuthor, FeedEvent, FeedFile, FeedSource, Tombstone

NAMES = {
    "a": "http://www.w3.org/2005/Atom",
    "at": "http://purl.org/atompub/tombstones/1.0",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ev": "http://purl.org/rss/1.0/modules/event/",
    "fh": "http://purl.org/syndication/history/1.0",
    "georss": "http://www.georss.org/georss",
    "media": "http://search.yahoo.com/mrss/",
    "xml": "http://www.w3.org/XML/1998/namespace",
}
HEAD = {"rss": "channel", "atom": "."}
ITEM = {"rss": "channel/item", "atom": "a:entry"}
XML = pytest.mark.parametrize("feed_type", ["rss", "atom"])
NEWEST = "https://blog.example/feeds/all.xml"
ARCHIVE = "https://blog.example/feeds/all.archive-2.xml"
PICTURE = FeedFile("https://blog.example/a.jpg", "image/jpeg", 1024, "Une tasse & du <lait>", 800, 600)
SOUND = FeedFile("https://blog.example/a.ogg", "audio/ogg", 4096)
ICON = FeedFile("https://blog.example/icon.png", "image/png", 900, "", 144, 144)
EVENT = FeedEvent(
    name="Focus 20",
    url="https://blog.example/events/focus-20/",
    start="2010-02-02T18:00:00-05:00",
    end="2010-02-02T21:00:00-05:00",
    location="Hôtel Le Dauphin, Drummondville",
    organizers=("Luc", "Ann"),
    latitude="45.88",
    longitude="-72.48",
)


@pytest.fixture
def parse(document, entry):
    """Return a function that gives the root of a feed of one entry; what is changed may be either's."""

    def parse_feed(feed_type, entry_changes=(), **changes):
        made = document(**{"entries": (entry(**dict(entry_changes)),), **changes})
        return etree.fromstring(render_feed(FeedBuilder().build_feed(made, feed_type), feed_type))

    return parse_feed


def find(root, *path):
    """Return the elements at a path of the root."""
    return root.findall("/".join(path), NAMES)


def list_texts(root, *path):
    """Return the texts of the elements at a path of the root."""
    return [element.text for element in find(root, *path)]


def list_links(root, feed_type):
    """Return relation, address and type of the links of a feed, but the one to its page."""
    links = find(root, HEAD[feed_type], "a:link")
    return [
        (link.get("rel"), link.get("href"), link.get("type"))
        for link in links
        if link.get("rel") != "alternate"
    ]


@XML
def test_a_feed_links_to_itself_and_to_its_hubs(parse, feed_type):
    """WebSub wants the feed's own address once, and each of its hubs."""
    hubs = ("https://hub.example/", "https://other.example/?a=1&b=2")

    links = list_links(parse(feed_type, url=NEWEST, hubs=hubs), feed_type)

    media_type = f"application/{feed_type}+xml"
    assert links == [("self", NEWEST, media_type), *(("hub", hub, None) for hub in hubs)]


@XML
def test_the_newest_document_leads_back_to_the_archives(parse, feed_type):
    """A new subscriber can read a blog back to its first post (RFC 5005)."""
    root = parse(feed_type, url=NEWEST, older_url=ARCHIVE)

    assert ("prev-archive", ARCHIVE, f"application/{feed_type}+xml") in list_links(root, feed_type)
    assert find(root, HEAD[feed_type], "fh:archive") == []


@XML
def test_an_archive_says_what_it_is_and_where_it_stands(parse, feed_type):
    """A reader that was given an archive finds the feed, and what is older and newer."""
    others = {"current_url": NEWEST, "older_url": f"{NEWEST}?1", "newer_url": f"{NEWEST}?3"}

    root = parse(feed_type, url=ARCHIVE, feed_id=NEWEST, **others)

    assert len(find(root, HEAD[feed_type], "fh:archive")) == 1
    assert [link[:2] for link in list_links(root, feed_type)] == [
        ("self", ARCHIVE),
        ("current", NEWEST),
        ("prev-archive", f"{NEWEST}?1"),
        ("next-archive", f"{NEWEST}?3"),
    ]


def test_archives_are_parts_of_one_feed(parse):
    """The newest document and its archives have the id of the feed."""
    assert list_texts(parse("atom", url=ARCHIVE, feed_id=NEWEST), "a:id") == [NEWEST]


@XML
@pytest.mark.parametrize(("older", "marks"), [("", 1), (ARCHIVE, 0)])
def test_a_feed_that_holds_every_entry_says_so(parse, feed_type, older, marks):
    """Nothing older is looked for; a feed with archives is never called complete."""
    root = parse(feed_type, is_complete=True, older_url=older)

    assert len(find(root, HEAD[feed_type], "fh:complete")) == marks


def test_atom_says_which_entries_are_no_more(parse):
    """A reader that kept a post drops it, and is told nothing but its id and the day (RFC 6721)."""
    (deleted,) = find(parse("atom", tombstones=(Tombstone("urn:x", date(2010, 3, 1)),)), "at:deleted-entry")

    assert dict(deleted.attrib) == {"ref": "urn:x", "when": "2010-03-01T00:00:00+00:00"}
    assert (deleted.text, len(deleted)) == (None, 0)


@XML
def test_a_feed_has_a_style_sheet_for_browsers(document, feed_type):
    """A feed that is opened in a browser reads well, without XSLT and without a script."""
    made = document(stylesheet_url='feed.css?a="1"&b=2?>')

    root = etree.fromstring(render_feed(FeedBuilder().build_feed(made, feed_type), feed_type))

    instruction = root.getprevious()
    assert instruction.target == "xml-stylesheet"
    assert (instruction.get("type"), instruction.get("href")) == (
        "text/css",
        "feed.css?a=&quot;1&quot;&amp;b=2?&gt;",
    )
    assert instruction.getprevious() is None


@XML
def test_a_feed_without_a_style_sheet_has_no_instruction(parse, feed_type):
    """Nothing is asked of a browser that is not there."""
    assert parse(feed_type).getprevious() is None


def test_rss_shows_the_icon_under_the_title_of_the_feed(parse):
    """The picture of the channel is named and linked as the channel is."""
    (image,) = find(parse("rss", icon=ICON), "channel/image")

    assert {child.tag: child.text for child in image} == {
        "url": ICON.url,
        "title": "Carnet d'essai",
        "link": "https://blog.example/",
        "width": "144",
        "height": "144",
    }


def test_rss_shows_an_icon_of_unknown_size(parse):
    """No size is better than a wrong one."""
    (image,) = find(parse("rss", icon=FeedFile(ICON.url, ICON.type, 900)), "channel/image")

    assert [child.tag for child in image] == ["url", "title", "link"]


def test_atom_has_icon_and_logo(parse):
    """Readers look for the one or the other."""
    root = parse("atom", icon=ICON)

    assert list_texts(root, "a:icon") == list_texts(root, "a:logo") == [ICON.url]


@pytest.mark.parametrize(("feed_type", "tag"), [("rss", "copyright"), ("atom", "a:rights")])
def test_a_feed_names_the_rights_of_its_texts(parse, feed_type, tag):
    """Whoever repeats a post knows whose it is."""
    assert list_texts(parse(feed_type, rights="© 2010 Marie"), HEAD[feed_type], tag) == ["© 2010 Marie"]


def test_rss_asks_for_a_visit_an_hour_and_for_nothing_else(parse):
    """Readers that poll are told how often; nobody needs a search box."""
    root = parse("rss")

    assert list_texts(root, "channel/ttl") == ["60"]
    assert find(root, "channel/docs") + find(root, "channel/textInput") == []


@pytest.mark.parametrize(("feed_type", "path"), [("rss", "dc:contributor"), ("atom", "a:contributor/a:name")])
def test_people_who_were_there_are_contributors(parse, feed_type, path):
    """Who was met is named beside who wrote."""
    people = (FeedAuthor("Bruno", "https://blog.example/people/bruno/"), FeedAuthor("Zoé"))

    root = parse(feed_type, {"contributors": people})

    assert list_texts(root, ITEM[feed_type], path) == ["Bruno", "Zoé"]


def test_an_atom_contributor_is_linked_to_a_page(parse):
    """A reader can go from a name to the card."""
    people = (FeedAuthor("Bruno", "https://blog.example/people/bruno/"),)

    root = parse("atom", {"contributors": people})

    assert list_texts(root, "a:entry/a:contributor/a:uri") == ["https://blog.example/people/bruno/"]


SOURCE = FeedSource(NEWEST, "https://blog.example/", "Carnet & <b>", datetime(2010, 2, 5, tzinfo=UTC))


def test_an_atom_entry_tells_in_full_from_which_feed_it_comes(parse):
    """Id, title and date of the first feed go with an entry that another feed repeats."""
    (source,) = find(parse("atom", source=SOURCE), "a:entry/a:source")

    assert list_texts(source, "a:id") == [NEWEST]
    assert list_texts(source, "a:title") == ["Carnet & <b>"]
    assert list_texts(source, "a:updated") == ["2010-02-05T00:00:00+00:00"]
    assert [(link.get("rel"), link.get("href")) for link in find(source, "a:link")] == [
        ("self", NEWEST),
        ("alternate", "https://blog.example/"),
    ]


def test_an_rss_item_tells_from_which_feed_it_comes(parse):
    """RSS knows the address and the title."""
    (source,) = find(parse("rss", source=SOURCE), "channel/item/source")

    assert (source.get("url"), source.text) == (NEWEST, "Carnet & <b>")


@XML
def test_the_day_of_an_event_is_never_that_of_the_post(parse, feed_type):
    """Readers sort by the day of publication; the event has words of its own."""
    read = feedparser.parse(etree.tostring(parse(feed_type, {"event": EVENT})))

    assert read.entries[0].published_parsed[:3] == (2010, 2, 3)
    assert (read.entries[0].ev_startdate, read.entries[0].ev_enddate) == (EVENT.start, EVENT.end)


@XML
def test_an_event_has_a_place_and_people_who_made_it(parse, feed_type):
    """Where it was and who invited is told in the words of the event module and of GeoRSS."""
    root = parse(feed_type, {"event": EVENT})

    words = {
        name: list_texts(root, ITEM[feed_type], name)
        for name in ("ev:location", "ev:organizer", "ev:type", "georss:point")
    }
    assert words == {
        "ev:location": ["Hôtel Le Dauphin, Drummondville"],
        "ev:organizer": ["Luc, Ann"],
        "ev:type": ["meeting"],
        "georss:point": ["45.88 -72.48"],
    }


@XML
def test_what_is_not_known_of_an_event_is_not_told(parse, feed_type):
    """An event of which only the name is known has no empty date and no place."""
    (item,) = find(
        parse(feed_type, {"event": FeedEvent(name="x", url="https://b.example/")}), ITEM[feed_type]
    )

    assert [child.tag for child in item if child.prefix in {"ev", "georss"}] == [f"{{{NAMES['ev']}}}type"]


def test_rss_has_one_enclosure_with_type_and_length(parse):
    """The validator and the readers of podcasts want the true size."""
    (enclosure,) = find(parse("rss", {"picture": PICTURE, "enclosure": SOUND}), "channel/item/enclosure")

    assert dict(enclosure.attrib) == {"url": SOUND.url, "type": "audio/ogg", "length": "4096"}


def test_atom_has_one_enclosure_with_type_and_length(parse):
    """No reader takes the picture for the page of the post."""
    root = parse("atom", {"picture": PICTURE, "enclosure": PICTURE})

    page, file = find(root, "a:entry/a:link")
    assert page.get("rel") == "alternate"
    assert dict(file.attrib) == {
        "href": PICTURE.url,
        "rel": "enclosure",
        "type": "image/jpeg",
        "length": "1024",
    }


@XML
def test_the_picture_of_a_post_has_a_size_and_words(parse, feed_type):
    """A reader that shows pictures knows how large this one is, and what to say to who does not see it."""
    (content,) = find(parse(feed_type, {"picture": PICTURE}), ITEM[feed_type], "media:content")

    assert dict(content.attrib) == {
        "url": PICTURE.url,
        "type": "image/jpeg",
        "medium": "image",
        "fileSize": "1024",
        "width": "800",
        "height": "600",
    }
    assert list_texts(content, "media:description") == ["Une tasse & du <lait>"]


@XML
def test_a_picture_of_which_little_is_known_is_shown_all_the_same(parse, feed_type):
    """Neither a size of 0 nor an empty description is told."""
    picture = FeedFile("https://blog.example/a.jpg", "image/jpeg", 1024)

    (content,) = find(parse(feed_type, {"picture": picture}), ITEM[feed_type], "media:content")

    assert set(content.attrib) == {"url", "type", "medium", "fileSize"}
    assert len(content) == 0


@XML
def test_namespaces_are_declared_once_and_only_where_used(document, entry, feed_type):
    """An entry repeats no declaration, and the words of archives and tombstones are declared where they stand."""
    full = entry(picture=PICTURE, event=EVENT, contributors=(FeedAuthor("Zoé"),))
    rendered = render_feed(FeedBuilder().build_feed(document(entries=(full,)), feed_type), feed_type)

    head, _, body = rendered.partition(b"<title>")
    assert b"xmlns" not in body
    assert b"xmlns:fh" not in head
    assert b"xmlns:at" not in head.replace(b"xmlns:atom", b"")


@XML
@pytest.mark.parametrize("title", ["</b> Alerte", "Luc <luc@blog.example>"])
def test_no_reader_loses_words_of_a_title_that_looks_like_html(parse, feed_type, title):
    """Half of the readers drop what they take for tags, and validators warn; Atom can say that it is HTML."""
    (shown,) = list_texts(
        parse(feed_type, {"title": title}), ITEM[feed_type], {"rss": "title", "atom": "a:title"}[feed_type]
    )

    told = {"rss": title.replace("<", "‹").replace(">", "›"), "atom": escape(title)}
    assert shown == told[feed_type]


def test_an_atom_entry_without_words_has_its_title_for_a_summary(parse):
    """Atom wants a text in every entry."""
    assert list_texts(parse("atom", {"content": "", "summary": ""}), "a:entry/a:summary") == ["Focus 20"]
