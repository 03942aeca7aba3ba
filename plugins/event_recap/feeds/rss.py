"""What a document says, told to feedgen in the way of RSS 2.0."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from .feed_extension import NAME, Unwritten
from .formats import GENERATOR, HOMEPAGE, VERSION
from .namespaces import RSS_ITEM
from .node import fill_node
from .plain_text import guard_markup

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

    from .document import FeedDocument, FeedEntry, FeedSource
    from .node import EntryNode

_MINUTES_TO_LIVE = 60


def fill_channel(feed: FeedGenerator, document: FeedDocument) -> None:
    """Set what only RSS says before the items."""
    getattr(feed, NAME).namespaces |= RSS_ITEM
    feed.generator(f"{GENERATOR} {VERSION} ({HOMEPAGE})")
    feed.docs("")
    feed.ttl(_MINUTES_TO_LIVE)
    feed.updated(Unwritten.combine(document.updated.date(), document.updated.timetz()))
    if icon := document.icon:
        size = {"width": str(icon.width), "height": str(icon.height)} if icon.width else {}
        feed.image(icon.url, guard_markup(document.title), document.page_url, **size)


def fill_item(node: EntryNode, entry: FeedEntry, *, source: FeedSource | None) -> None:
    """Set all of an item; a description is HTML, even where it is plain text."""
    fill_node(node, entry)
    if entry.summary:
        node.summary(html.escape(entry.summary, quote=False))
    if entry.content:
        node.content(entry.content)
    if source:
        node.source(source.url, guard_markup(source.title))
