from __future__ import annotations

import locale
from datetime import datetime, timedelta, timezone

import feedparser
import pytest
from lxml import etree

from event_recap import __version__
from event_recap.feeds.builder import FeedBuilder, render_feed
from event_recap.feeds.document import UNDATED, FeedAuthor
from event_recap.feeds.formats import VERSION

ATOM = "{http://www.w3.org/2005/Atom}"
CREATOR = "{http://purl.org/dc/elements/1.1/}creator"
LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def render(document, feed_type):
    """Return the bytes of a feed."""
    return render_feed(FeedBuilder().build_feed(document, feed_type), feed_type)


def parse(document, feed_type):
    """Return the element of a feed: the channel of RSS, the root of Atom."""
    root = etree.fromstring(render(document, feed_type))
    return root.find("channel") if feed_type == "rss" else root


@pytest.mark.parametrize("feed_type", ["rss", "atom"])
def test_a_reader_finds_everything_in_its_place(document, feed_type):
    """Both formats tell a reader the same."""
    read = feedparser.parse(render(document(), feed_type))

    assert (read.bozo, read.version) == (False, {"rss": "rss20", "atom": "atom10"}[feed_type])
    assert (read.feed.title, read.feed.subtitle, read.feed.language) == ("Carnet d'essai", "Un carnet", "fr")
    assert read.feed.link == "https://blog.example/"
    (entry,) = read.entries
    assert (entry.title, entry.link) == ("Focus 20", "https://blog.example/focus-20/")
    assert (entry.id, entry.author) == ("tag:blog.example,2010-02-03:/focus-20/", "Marie Essai")
    assert (entry.summary, entry.content[0].value) == ("Trente avatars.", "<p>Hier soir.</p>")
    assert (entry.content[0].type, entry.published_parsed[:5]) == ("text/html", (2010, 2, 3, 8, 30))
    assert [tag.term for tag in entry.tags] == ["Soirées"]


@pytest.mark.parametrize("feed_type", ["rss", "atom"])
def test_a_feed_names_its_own_address_and_type(document, feed_type):
    """A reader that was handed a file finds where to ask for the next one."""
    links = parse(document(), feed_type).findall(f"{ATOM}link")

    (self_link,) = [link for link in links if link.get("rel") == "self"]
    assert self_link.get("href") == "https://blog.example/feeds/all.atom.xml"
    assert self_link.get("type") == f"application/{feed_type}+xml"


def test_an_atom_feed_has_an_id_of_its_own(document):
    """Feeds of one site are told apart by their ids."""
    assert parse(document(), "atom").findtext(f"{ATOM}id") == "https://blog.example/feeds/all.atom.xml"


def test_atom_links_say_what_they_are(document):
    """The link of an entry is known as its page."""
    (link,) = parse(document(), "atom").findall(f"{ATOM}entry/{ATOM}link")

    assert dict(link.attrib) == {
        "href": "https://blog.example/focus-20/",
        "rel": "alternate",
        "type": "text/html",
    }


def test_an_rss_guid_is_no_address(document):
    """No reader opens an id as if it were a page."""
    assert parse(document(), "rss").find("item/guid").get("isPermaLink") == "false"


def test_rss_has_no_empty_and_no_needless_element(document):
    """Nothing of feedgen's own is told to readers."""
    channel = parse(document(older_url="https://blog.example/feeds/all.archive-1.xml"), "rss")

    assert [
        element.tag for element in channel.iter() if not (element.text or len(element) or element.attrib)
    ] == []
    assert channel.find("docs") is None
    assert channel.findtext("generator").startswith(f"Event Recap for Pelican {__version__} (https://")
    assert channel.find("item/category").attrib == {}


def test_atom_names_its_generator_with_its_version(document):
    """Who debugs a feed sees what wrote it."""
    generator = parse(document(), "atom").find(f"{ATOM}generator")

    assert (generator.text, generator.get("version")) == ("Event Recap for Pelican", __version__)
    assert generator.get("uri").startswith("https://")


@pytest.mark.parametrize(
    ("feed_type", "tags"),
    [("rss", ("item", CREATOR)), ("atom", (f"{ATOM}entry", f"{ATOM}author/{ATOM}name"))],
)
def test_all_authors_are_named(document, entry, feed_type, tags):
    """Co-authors and guests are credited, in their order."""
    authors = (FeedAuthor("Marie"), FeedAuthor("Luc", "https://luc.example/"))

    item = parse(document(entries=(entry(authors=authors),)), feed_type).find(tags[0])

    assert [element.text for element in item.findall(tags[1])] == ["Marie", "Luc"]


def test_an_atom_author_is_linked_to_a_page(document):
    """A reader can go from a name to the person."""
    uri = parse(document(), "atom").findtext(f"{ATOM}entry/{ATOM}author/{ATOM}uri")

    assert uri == "https://blog.example/author/marie/"


@pytest.mark.parametrize("feed_type", ["rss", "atom"])
@pytest.mark.parametrize(("lang", "marked"), [("en", "en"), ("fr", "fr"), ("", None)])
def test_every_entry_says_its_language(document, entry, feed_type, lang, marked):
    """A reader that speaks aloud changes its voice, also where it has taken an entry out of its feed."""
    root = parse(document(entries=(entry(lang=lang),)), feed_type)

    (item,) = [element for element in root if etree.QName(element).localname in {"item", "entry"}]
    assert item.get(LANG) == marked


@pytest.mark.parametrize("feed_type", ["rss", "atom"])
def test_a_feed_of_unknown_language_claims_none(document, entry, feed_type):
    """No language is better than a wrong one."""
    root = etree.fromstring(render(document(lang="", entries=(entry(lang=""),)), feed_type))

    assert root.get(LANG) is None
    assert root.find("channel/language") is None


@pytest.mark.parametrize("title", ["A <b> & y", "]]>", "a &amp; b", "“é” <3", "'\"", "<?event-recap 0?>"])
@pytest.mark.parametrize("feed_type", ["rss", "atom"])
def test_any_title_is_read_as_it_was_typed(document, entry, feed_type, title):
    """Markup in a title is text, for the feed and for the entry."""
    root = etree.fromstring(render(document(title=title, entries=(entry(title=title),)), feed_type))

    titles = [element.text for element in root.iter() if etree.QName(element).localname == "title"]
    assert titles == [title, title]


def test_plain_text_of_rss_uses_the_references_that_readers_agree_on(document, entry):
    """The RSS Best Practices Profile asks for hexadecimal references in plain text."""
    words = {"title": "R&D <3", "categories": ("R&D <3",), "authors": (FeedAuthor("R&D <3"),)}

    rss = render(document(description="R&D <3", entries=(entry(**words),)), "rss")

    for tag in (b"title", b"description", b"category", b"dc:creator"):
        assert b"<%b>R&#x26;D &#x3C;3</%b>" % (tag, tag) in rss


def test_an_rss_description_is_escaped_twice(document, entry):
    """A description is HTML to readers, so that plain text with a bracket needs an entity."""
    item = parse(document(entries=(entry(summary="R&D <3"),)), "rss").find("item")

    assert item.findtext("description") == "R&amp;D &lt;3"


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("Trente avatars", ("Trente avatars", "text")),
        ("The <h4> & </h4>", ("The &lt;h4&gt; &amp; &lt;/h4&gt;", "html")),
    ],
)
def test_an_atom_summary_says_which_kind_of_text_it_is(document, entry, words, written):
    """Words are text; words that speak of markup are HTML, so that no reader takes them for markup."""
    summary = parse(document(entries=(entry(summary=words),)), "atom").find(f"{ATOM}entry/{ATOM}summary")

    assert (summary.text, summary.get("type")) == written


def test_atom_does_not_tell_a_short_post_twice(document, entry):
    """A summary that says all is left out where the content stands beside it; RSS readers want both."""
    short = document(entries=(entry(is_summary_whole=True),))

    assert parse(short, "atom").find(f"{ATOM}entry/{ATOM}summary") is None
    assert parse(short, "rss").findtext("item/description") == "Trente avatars."


@pytest.mark.parametrize("feed_type", ["rss", "atom"])
def test_a_post_of_a_title_alone_is_an_entry(document, entry, feed_type):
    """Nothing is lost because it has no words."""
    read = feedparser.parse(render(document(entries=(entry(summary="", content=""),)), feed_type))

    assert (read.bozo, read.entries[0].title) == (False, "Focus 20")


@pytest.mark.parametrize("feed_type", ["rss", "atom"])
def test_entries_keep_the_order_of_the_document(document, entry, feed_type):
    """Newest first stays newest first."""
    entries = tuple(entry(id=f"tag:a.example,2010:{number}", title=f"{number}") for number in range(3))

    read = feedparser.parse(render(document(entries=entries), feed_type))

    assert [item.title for item in read.entries] == ["0", "1", "2"]


@pytest.mark.parametrize(("feed_type", "tag"), [("rss", "lastBuildDate"), ("atom", f"{ATOM}updated")])
def test_a_feed_is_as_new_as_its_newest_content(document, entry, feed_type, tag):
    """No stamp comes from the clock; that of a feed without entries never changes."""
    newest = datetime(2011, 1, 1, 12, tzinfo=timezone(timedelta(hours=-5)))

    dated = parse(document(entries=(entry(), entry(id="tag:a.example,2010:2", updated=newest))), feed_type)
    empty = parse(document(entries=()), feed_type)

    assert dated.findtext(tag) in {"Sat, 01 Jan 2011 12:00:00 -0500", "2011-01-01T12:00:00-05:00"}
    assert empty.findtext(tag) in {"Thu, 01 Jan 1970 00:00:00 +0000", UNDATED.isoformat()}


def test_dates_keep_their_offset_and_never_speak_the_language_of_the_machine(document, entry):
    """RSS wants English names of days, wherever it is built."""
    before = locale.setlocale(locale.LC_ALL)
    published = datetime(2010, 2, 3, 8, 30, tzinfo=timezone(timedelta(hours=-5)))

    rss = parse(document(entries=(entry(published=published),)), "rss")

    assert rss.findtext("item/pubDate") == "Wed, 03 Feb 2010 08:30:00 -0500"
    assert locale.setlocale(locale.LC_ALL) == before


def test_other_plugins_find_what_they_look_for_in_a_feed(document):
    """A receiver written for Pelican's feeds reads the address of the feed where it always was."""
    feed = FeedBuilder().build_feed(document(), "rss")

    assert feed.feed["feed_url"] == "https://blog.example/feeds/all.atom.xml"
    assert feed.feed["link"] == "https://blog.example/"


def test_feeds_tell_the_version_of_the_package():
    """Whoever reports a fault of a feed can say which version wrote it."""
    assert __version__ == VERSION


def test_a_link_with_details_keeps_them_in_atom(document):
    """A picture beside an entry is known as one, with its type and length."""
    feed = FeedBuilder().build_feed(document(), "atom")
    feed.entry()[0].link(href="https://blog.example/a.jpg", rel="enclosure", type="image/jpeg", length="1024")

    links = etree.fromstring(render_feed(feed, "atom")).findall(f"{ATOM}entry/{ATOM}link")

    assert dict(links[1].attrib) == {
        "href": "https://blog.example/a.jpg",
        "rel": "enclosure",
        "type": "image/jpeg",
        "length": "1024",
    }
