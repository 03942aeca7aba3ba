"""What RSS 2.0 and Atom 1.0 say of an entry beyond its words: each rule is one fact."""

from __future__ import annotations

from datetime import UTC, datetime
from html import escape

import feedparser
import pytest
from lxml import etree

from event_recap.feeds.builder import FeedBuilder, render_feed
from event_recap.feeds.document import FeedAuthor, FeedEvent, FeedFile, FeedSource

XML = pytest.mark.parametrize("feed_type", ["rss", "atom"])
NEWEST = "https://blog.example/feeds/all.xml"
PICTURE = FeedFile("https://blog.example/a.jpg", "image/jpeg", 1024, "Une tasse & du <lait>", 800, 600)
SOUND = FeedFile("https://blog.example/a.ogg", "audio/ogg", 4096)
SOURCE = FeedSource(NEWEST, "https://blog.example/", "Carnet & <b>", datetime(2010, 2, 5, tzinfo=UTC))
EVENT_TYPE = "{http://purl.org/rss/1.0/modules/event/}type"
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


@pytest.mark.parametrize(("feed_type", "path"), [("rss", "dc:contributor"), ("atom", "a:contributor/a:name")])
def test_people_who_were_there_are_contributors(parse, feed_type, path):
    """Who was met is named beside who wrote."""
    people = (FeedAuthor("Bruno", "https://blog.example/people/bruno/"), FeedAuthor("Zoé"))

    feed = parse(feed_type, {"contributors": people})

    assert feed.texts(f"ITEM/{path}") == ["Bruno", "Zoé"]


def test_an_atom_contributor_is_linked_to_a_page(parse):
    """A reader can go from a name to the card."""
    people = (FeedAuthor("Bruno", "https://blog.example/people/bruno/"),)

    feed = parse("atom", {"contributors": people})

    assert feed.texts("a:entry/a:contributor/a:uri") == ["https://blog.example/people/bruno/"]


def test_an_atom_entry_tells_in_full_from_which_feed_it_comes(parse):
    """Id, title and date of the first feed go with an entry that another feed repeats."""
    feed = parse("atom", source=SOURCE)

    assert feed.texts("a:entry/a:source/a:id") == [NEWEST]
    assert feed.texts("a:entry/a:source/a:title") == ["Carnet & <b>"]
    assert feed.texts("a:entry/a:source/a:updated") == ["2010-02-05T00:00:00+00:00"]
    assert [(link.get("rel"), link.get("href")) for link in feed.find("a:entry/a:source/a:link")] == [
        ("self", NEWEST),
        ("alternate", "https://blog.example/"),
    ]


def test_an_rss_item_tells_from_which_feed_it_comes(parse):
    """RSS knows the address and the title."""
    (source,) = parse("rss", source=SOURCE).find("channel/item/source")

    assert (source.get("url"), source.text) == (NEWEST, "Carnet & <b>")


@XML
def test_the_day_of_an_event_is_never_that_of_the_post(parse, feed_type):
    """Readers sort by the day of publication; the event has words of its own."""
    read = feedparser.parse(etree.tostring(parse(feed_type, {"event": EVENT}).root))

    assert read.entries[0].published_parsed[:3] == (2010, 2, 3)
    assert (read.entries[0].ev_startdate, read.entries[0].ev_enddate) == (EVENT.start, EVENT.end)


@XML
def test_an_event_has_a_place_and_people_who_made_it(parse, feed_type):
    """Where it was and who invited is told in the words of the event module and of GeoRSS."""
    feed = parse(feed_type, {"event": EVENT})

    words = {
        name: feed.texts(f"ITEM/{name}")
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
    (item,) = parse(feed_type, {"event": FeedEvent(name="x", url="https://b.example/")}).find("ITEM")

    assert [child.tag for child in item if child.prefix in {"ev", "georss"}] == [EVENT_TYPE]


def test_rss_has_one_enclosure_with_type_and_length(parse):
    """The validator and the readers of podcasts want the true size."""
    (enclosure,) = parse("rss", {"picture": PICTURE, "enclosure": SOUND}).find("channel/item/enclosure")

    assert dict(enclosure.attrib) == {"url": SOUND.url, "type": "audio/ogg", "length": "4096"}


def test_atom_has_one_enclosure_with_type_and_length(parse):
    """No reader takes the picture for the page of the post."""
    feed = parse("atom", {"picture": PICTURE, "enclosure": PICTURE})

    page, file = feed.find("a:entry/a:link")
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
    feed = parse(feed_type, {"picture": PICTURE})

    (content,) = feed.find("ITEM/media:content")
    assert dict(content.attrib) == {
        "url": PICTURE.url,
        "type": "image/jpeg",
        "medium": "image",
        "fileSize": "1024",
        "width": "800",
        "height": "600",
    }
    assert feed.texts("ITEM/media:content/media:description") == ["Une tasse & du <lait>"]


@XML
def test_a_picture_of_which_little_is_known_is_shown_all_the_same(parse, feed_type):
    """Neither a size of 0 nor an empty description is told."""
    picture = FeedFile("https://blog.example/a.jpg", "image/jpeg", 1024)

    (content,) = parse(feed_type, {"picture": picture}).find("ITEM/media:content")

    assert set(content.attrib) == {"url", "type", "medium", "fileSize"}
    assert len(content) == 0


@XML
def test_namespaces_are_declared_once_and_only_where_used(document, entry, feed_type):
    """An entry repeats no declaration, and the words of archives and tombstones are declared where they stand."""
    full = entry(picture=PICTURE, event=EVENT, contributors=(FeedAuthor("Zoé"),))
    newest = document(entries=(full,), older_url="https://blog.example/feeds/all.archive-1.xml")
    rendered = render_feed(FeedBuilder().build_feed(newest, feed_type), feed_type)

    head, _, body = rendered.partition(b"<title>")
    assert b"xmlns" not in body
    assert b"xmlns:fh" not in head
    assert b"xmlns:at" not in head.replace(b"xmlns:atom", b"")


@XML
@pytest.mark.parametrize("title", ["</b> Alerte", "Luc <luc@blog.example>"])
def test_no_reader_loses_words_of_a_title_that_looks_like_html(parse, feed_type, title):
    """Half of the readers drop what they take for tags, and validators warn; Atom can say that it is HTML."""
    (shown,) = parse(feed_type, {"title": title}).texts(
        {"rss": "ITEM/title", "atom": "ITEM/a:title"}[feed_type]
    )

    told = {"rss": title.replace("<", "‹").replace(">", "›"), "atom": escape(title)}
    assert shown == told[feed_type]


def test_an_atom_entry_without_words_has_its_title_for_a_summary(parse):
    """Atom wants a text in every entry."""
    assert parse("atom", {"content": "", "summary": ""}).texts("a:entry/a:summary") == ["Focus 20"]
