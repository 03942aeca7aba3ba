"""From a document to the bytes of RSS 2.0 and Atom 1.0, with feedgen."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from feedgen.feed import FeedGenerator

from .extension import DUBLIN_CORE, NAME, Entry, SiteEntry, SiteFeed

if TYPE_CHECKING:
    from .document import FeedAuthor, FeedDocument, FeedEntry

GENERATOR = "Event Recap for Pelican"
VERSION = "0.1.0"
"""That of the package; asking the package itself for it would import every other feature."""
RSS = "rss"
"""Pelican's name of the format; any other means Atom."""

_PLAIN_TEXT = re.compile(rb"<(?:title|description|category|dc:creator)>[^<]*")


def build_feed(document: FeedDocument, feed_type: str, *, is_summary_only: bool = False) -> FeedGenerator:
    """Return feedgen's feed, which other plugins may still change before it is rendered.

    Its attribute ``feed`` is a dictionary of what receivers look for in Pelican's own feeds.

    Args:
        document: What the feed says.
        feed_type: ``rss``, or anything else for Atom, as in Pelican.
        is_summary_only: Whether RSS leaves the content out.
    """
    feed = FeedGenerator()
    feed.register_extension(NAME, SiteFeed, SiteEntry)
    is_rss = feed_type == RSS
    _fill_head(feed, document, is_rss=is_rss)
    for entry in document.entries:
        node = Entry()
        feed.add_entry(node, order="append")
        _fill_entry(node, entry, document.lang)
        if is_rss:
            _fill_rss_item(node, entry, is_summary_only=is_summary_only)
        else:
            _fill_atom_entry(node, entry)
    return feed


def render_feed(feed: FeedGenerator, feed_type: str) -> bytes:
    """Return the feed in UTF-8, the same bytes for the same feed."""
    if feed_type != RSS:
        return bytes(feed.atom_str(pretty=True))
    return _PLAIN_TEXT.sub(_write_references, bytes(feed.rss_str(pretty=True)))


def _fill_head(feed: FeedGenerator, document: FeedDocument, *, is_rss: bool) -> None:
    """Set what stands before the entries; the order of the links decides which one RSS takes."""
    media_type = "application/rss+xml" if is_rss else "application/atom+xml"
    feed.id(document.url)
    feed.title(document.title)
    feed.subtitle(document.description)
    feed.link(href=document.url, rel="self", type=media_type)
    feed.link(href=document.page_url, rel="alternate", type="text/html")
    feed.updated(document.updated)
    feed.author(_describe_author(document.author))
    feed.docs("")
    feed.generator(f"{GENERATOR} {VERSION}" if is_rss else GENERATOR, None if is_rss else VERSION)
    if document.lang:
        feed.language(document.lang)
    if is_rss:
        getattr(feed, NAME).namespaces = {"dc": DUBLIN_CORE}
    feed.feed = {
        "id": document.url,
        "title": document.title,
        "link": document.page_url,
        "feed_url": document.url,
        "description": document.description,
        "subtitle": document.description,
        "language": document.lang,
    }


def _fill_entry(node: Entry, entry: FeedEntry, feed_lang: str) -> None:
    """Set what both formats say in the same words."""
    node.id(entry.id)
    node.title(entry.title)
    node.link(href=entry.url, rel="alternate", type="text/html")
    node.updated(entry.updated)
    node.category([{"term": name, "label": name} for name in entry.categories])
    if entry.lang != feed_lang:
        getattr(node, NAME).lang = entry.lang


def _fill_atom_entry(node: Entry, entry: FeedEntry) -> None:
    """Set what Atom says in its own way: each text with its type.

    A summary that speaks of markup is told as HTML, or readers and validators take its words for tags.
    """
    node.published(entry.published)
    node.author([_describe_author(author) for author in entry.authors])
    if entry.summary and not entry.is_summary_whole:
        escaped = html.escape(entry.summary, quote=False)
        node.summary(escaped, type="text" if escaped == entry.summary else "html")
    if entry.content:
        node.content(entry.content, type="html")


def _fill_rss_item(node: Entry, entry: FeedEntry, *, is_summary_only: bool) -> None:
    """Set what RSS says in its own way: a description is HTML, even where it is plain text."""
    extension = getattr(node, NAME)
    extension.published = entry.published
    extension.creators = tuple(author.name for author in entry.authors)
    if entry.summary:
        node.summary(html.escape(entry.summary, quote=False))
    if entry.content and not (is_summary_only and entry.summary):
        node.content(entry.content)


def _describe_author(author: FeedAuthor) -> dict[str, str]:
    """Return an author in feedgen's form."""
    return {"name": author.name, **({"uri": author.url} if author.url else {})}


def _write_references(match: re.Match[bytes]) -> bytes:
    """Write ``&`` and ``<`` in plain text as the RSS Best Practices Profile wants them."""
    return match[0].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")
