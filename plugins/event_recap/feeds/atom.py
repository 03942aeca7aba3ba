"""What a document says, told to feedgen in the way of Atom 1.0."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from .feed_extension import NAME
from .formats import GENERATOR, HOMEPAGE, VERSION
from .namespaces import ATOM_ENTRY, TOMBSTONES
from .node import fill_node
from .plain_text import guard_markup

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

    from .document import FeedAuthor, FeedDocument, FeedEntry, FeedSource
    from .node import EntryNode


def fill_feed(feed: FeedGenerator, document: FeedDocument) -> None:
    """Set what only Atom says before the entries."""
    getattr(feed, NAME).namespaces |= ATOM_ENTRY | ({"at": TOMBSTONES} if document.tombstones else {})
    feed.generator(GENERATOR, VERSION, HOMEPAGE)
    feed.id(document.feed_id or document.url)
    feed.updated(document.updated)
    feed.author(_describe_person(document.author))
    if document.icon:
        feed.icon(document.icon.url)
        feed.logo(document.icon.url)


def fill_entry(node: EntryNode, entry: FeedEntry, *, source: FeedSource | None) -> None:
    """Set all of an entry, each text with its type.

    A summary that speaks of markup is told as HTML, or readers and validators take its words for tags.
    """
    fill_node(node, entry)
    getattr(node, NAME).source = source
    node.published(entry.published)
    node.author([_describe_person(author) for author in entry.authors])
    node.contributor([_describe_person(contributor) for contributor in entry.contributors])
    if entry.content:
        node.content(entry.content, type="html")
    summary = entry.summary if entry.content else entry.summary or entry.title
    if summary and not (entry.content and entry.is_summary_whole):
        escaped = html.escape(summary, quote=False)
        node.summary(escaped, type="text" if escaped == summary else "html")


def _describe_person(person: FeedAuthor) -> dict[str, str]:
    """Return somebody in feedgen's form."""
    return {"name": guard_markup(person.name), **({"uri": person.url} if person.url else {})}
