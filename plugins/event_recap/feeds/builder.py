"""From a document to the bytes of a feed: RSS 2.0 and Atom 1.0 with feedgen, JSON Feed 1.1 beside them."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from feedgen.feed import FeedGenerator

from .atom import fill_entry, fill_feed
from .feed_extension import NAME, SiteFeed
from .formats import ATOM, JSON, MEDIA_TYPES, RSS
from .json_feed import JsonFeed, build_json_feed, render_json_feed
from .namespaces import COMMENTS, HISTORY
from .node import WaitingNode
from .pieces import Pieces, put_pieces
from .plain_text import guard_markup, write_references
from .rss import fill_channel, fill_item

if TYPE_CHECKING:
    from .document import FeedDocument

Feed: TypeAlias = FeedGenerator | JsonFeed
"""What receivers are sent; its attribute ``feed`` is a dictionary."""


class FeedBuilder:
    """Builds the feeds of one site, and writes an entry once, however many feeds it stands in."""

    def __init__(self) -> None:
        self._pieces = Pieces()

    def build_feed(self, document: FeedDocument, feed_type: str) -> Feed:
        """Return a feed, which other plugins may still change before it is rendered.

        Its attribute ``feed`` is a dictionary of what receivers look for in Pelican's own feeds; that of
        a JSON Feed is the feed itself.

        Args:
            document: What the feed says.
            feed_type: ``rss``, ``json``, or anything else for Atom, as in Pelican.
        """
        if feed_type == JSON:
            return build_json_feed(document)
        is_rss = feed_type == RSS
        feed = _build_head(document, RSS if is_rss else ATOM)
        fill = partial(fill_item if is_rss else fill_entry, source=document.source)
        variant = (is_rss, document.source)
        for number, entry in enumerate(document.entries):
            getattr(feed, NAME).pieces.append(self._pieces.find_piece(entry, fill, variant))
            feed.add_entry(WaitingNode(entry, fill, number), order="append")
        return feed


def render_feed(feed: Feed, feed_type: str) -> bytes:
    """Return the feed in UTF-8, the same bytes for the same feed."""
    if isinstance(feed, JsonFeed):
        return render_json_feed(feed)
    rendered = feed.rss_str(pretty=True) if feed_type == RSS else feed.atom_str(pretty=True)
    return put_pieces(write_references(rendered), getattr(feed, NAME).pieces)


def _build_head(document: FeedDocument, feed_type: str) -> FeedGenerator:
    """Return a feed without entries."""
    feed = FeedGenerator()
    feed.register_extension(NAME, SiteFeed)
    extension = getattr(feed, NAME)
    extension.feed, extension.document = feed, document
    extension.namespaces = {"fh": HISTORY} if document.current_url or document.is_complete else {}
    if document.has_comments:
        extension.namespaces |= COMMENTS
    feed.title(guard_markup(document.title))
    feed.subtitle(guard_markup(document.description))
    _fill_links(feed, document, MEDIA_TYPES[feed_type])
    if document.lang:
        feed.language(document.lang)
    if document.rights:
        feed.rights(guard_markup(document.rights))
    if feed_type == RSS:
        fill_channel(feed, document)
    else:
        fill_feed(feed, document)
    feed.feed = _describe_feed(document)
    return feed


def _fill_links(feed: FeedGenerator, document: FeedDocument, media_type: str) -> None:
    """Link the feed to itself, its hubs, its archives and its page; RSS takes the last for its own."""
    feed.link(href=document.url, rel="self", type=media_type)
    for hub in document.hubs:
        feed.link(href=hub, rel="hub")
    others = {
        "current": document.current_url,
        "prev-archive": document.older_url,
        "next-archive": document.newer_url,
    }
    for relation, url in others.items():
        if url:
            feed.link(href=url, rel=relation, type=media_type)
    feed.link(href=document.page_url, rel="alternate", type="text/html")


def _describe_feed(document: FeedDocument) -> dict[str, str]:
    """Return what receivers look for in a feed of Pelican."""
    return {
        "id": document.feed_id or document.url,
        "title": document.title,
        "link": document.page_url,
        "feed_url": document.url,
        "description": document.description,
        "subtitle": document.description,
        "language": document.lang,
    }
