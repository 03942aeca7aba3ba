"""An entry is written once for all its feeds, and still belongs to each feed alone."""

from __future__ import annotations

from datetime import UTC, datetime

import feedparser
import pytest
from feedgen.entry import FeedEntry as GeneratorEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension

from event_recap.feeds import pieces
from event_recap.feeds.builder import FeedBuilder, render_feed
from event_recap.feeds.document import FeedSource

SOURCE = FeedSource(
    "https://blog.example/all.xml", "https://blog.example/", "Carnet", datetime(2010, 2, 4, tzinfo=UTC)
)
XML = pytest.mark.parametrize("feed_type", ["rss", "atom"])


@pytest.fixture
def entries(entry):
    """Two entries."""
    return (entry(), entry(id="tag:blog.example,2010-02-04:/lanterne/", title="Lanterne & Cie <3"))


@pytest.fixture
def written(monkeypatch):
    """The titles of the entries that were written, one for each time."""
    titles = []
    for name in ("write_item", "write_entry"):
        write = getattr(pieces, name)
        monkeypatch.setattr(
            pieces, name, lambda node, write=write: titles.append(node.title()) or write(node)
        )
    return titles


@XML
def test_an_entry_is_written_once_for_all_its_feeds(document, entries, written, feed_type):
    """A post with ten tags costs no more than a post with one."""
    builder = FeedBuilder()

    for title in ("Carnet", "Drummondville", "Soirées"):
        render_feed(builder.build_feed(document(title=title, entries=entries), feed_type), feed_type)

    assert written == ["Focus 20", "Lanterne & Cie <3"]


@XML
def test_an_entry_that_somebody_looked_at_is_written_the_same(document, entries, feed_type):
    """What feedgen writes with the whole feed and what was written before are the same bytes."""
    builder = FeedBuilder()
    looked_at = builder.build_feed(document(entries=entries), feed_type)

    titles = [node.title() for node in looked_at.entry()]

    assert titles == ["Focus 20", "Lanterne & Cie <3"]
    untouched = builder.build_feed(document(entries=entries), feed_type)
    assert render_feed(looked_at, feed_type) == render_feed(untouched, feed_type)


@XML
def test_what_another_plugin_changes_stays_in_its_feed(document, entries, feed_type):
    """A receiver that marks the entries of one feed marks no others."""
    builder = FeedBuilder()
    changed, other = (builder.build_feed(document(entries=entries), feed_type) for _ in range(2))

    changed.entry()[0].title("Changé")

    assert [item.title for item in read(changed, feed_type)] == ["Changé", "Lanterne & Cie <3"]
    assert [item.title for item in read(other, feed_type)] == ["Focus 20", "Lanterne & Cie <3"]


@XML
def test_another_plugin_adds_and_removes_entries(document, entries, feed_type):
    """A feed is feedgen's own, with all that its documentation promises."""
    feed = FeedBuilder().build_feed(document(entries=entries), feed_type)
    added = GeneratorEntry()
    added.id("urn:other")
    added.title("Annonce")
    added.link(href="https://blog.example/annonce/")

    feed.remove_entry(feed.entry()[0])
    feed.add_entry(added, order="append")

    assert [item.title for item in read(feed, feed_type)] == ["Lanterne & Cie <3", "Annonce"]


class Stars(BaseEntryExtension):
    """An extension of another plugin."""

    def extend_rss(self, item):
        """Add to an item."""
        item.set("stars", "5")

    extend_atom = extend_rss


@XML
def test_another_plugin_extends_the_entries(document, entries, feed_type):
    """An extension that is registered after the feed was made is heard for every entry."""
    feed = FeedBuilder().build_feed(document(entries=entries), feed_type)

    feed.register_extension("stars", BaseExtension)
    for node in feed.entry():
        node.register_extension("stars", Stars)

    assert render_feed(feed, feed_type).count(b'stars="5"') == len(entries)


def test_an_attribute_that_no_entry_has_is_not_found(document):
    """A receiver that asks for what Pelican's own entries have is told that it is not there."""
    feed = FeedBuilder().build_feed(document(), "atom")

    assert getattr(feed.entry()[0], "unique_id", None) is None


@XML
def test_one_entry_is_written_anew_where_its_feed_wants_it_otherwise(document, entries, feed_type):
    """An entry names the feed of the site as its source in other feeds, and nothing in that feed itself."""
    builder = FeedBuilder()

    plain, sourced = (
        render_feed(builder.build_feed(document(entries=entries, source=source), feed_type), feed_type)
        for source in (None, SOURCE)
    )

    assert (plain.count(b"</source>"), sourced.count(b"</source>")) == (0, len(entries))


@XML
def test_memory_has_an_end(document, entries, written, monkeypatch, feed_type):
    """A site of any size is built; what was written long ago is written again."""
    monkeypatch.setattr(pieces, "KEPT_BYTES", 900)
    builder = FeedBuilder()

    first, second = (
        render_feed(builder.build_feed(document(entries=entries), feed_type), feed_type) for _ in range(2)
    )

    assert first == second
    assert len(written) == 2 * len(entries)


def read(feed, feed_type):
    """Return the entries as a reader finds them."""
    parsed = feedparser.parse(render_feed(feed, feed_type))
    assert not parsed.bozo
    return parsed.entries
