"""What feedgen lacks in an entry: the other half of the pair of extensions."""

from __future__ import annotations

import html
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from feedgen.ext.base import BaseEntryExtension
from feedgen.util import xml_elem

from .formats import ATOM, MEDIA_TYPES, RSS
from .namespaces import DUBLIN_CORE, EVENT, GEORSS, MEDIA, SLASH, THREAD, WELL_FORMED, XML_LANG
from .plain_text import guard_markup

if TYPE_CHECKING:
    from .document import FeedEntry, FeedEvent, FeedFile, FeedReplies, FeedSource

_EVENT_TYPE = "meeting"
"""Word of the event module (https://web.resource.org/rss/1.0/modules/event/) for what people come to."""


class SiteEntry(BaseEntryExtension):  # type: ignore[misc] # feedgen has no annotations
    """One entry: its language, its picture and its event; its source in Atom, its people in RSS."""

    entry: FeedEntry
    """What the entry says."""
    source: FeedSource | None = None
    """Where the entry stands first."""

    def extend_atom(self, feed: Any) -> None:  # noqa: ANN401 - feedgen's own signature
        """Add to an Atom entry; a title that speaks of markup is told as HTML, which shows it as typed."""
        if guard_markup(self.entry.title) != self.entry.title:
            title = feed.find("title")
            title.set("type", "html")
            title.text = html.escape(self.entry.title, quote=False)
        if self.source:
            _add_source(feed, self.source)
        if self.entry.replies:
            _add_replies(feed, self.entry.replies)
        if reference := self.entry.in_reply_to:
            details = {"ref": reference.id, "href": reference.url, "type": "text/html"}
            xml_elem(f"{{{THREAD}}}in-reply-to", feed, **details)
        _extend(feed, self.entry)

    def extend_rss(self, feed: Any) -> None:  # noqa: ANN401 - feedgen's own signature
        """Add to an RSS item, whose own element for authors wants an e-mail address.

        To write a date, feedgen changes the locale of the whole process.
        """
        xml_elem("pubDate", feed).text = format_datetime(self.entry.published)
        for author in self.entry.authors:
            xml_elem(f"{{{DUBLIN_CORE}}}creator", feed).text = author.name
        for contributor in self.entry.contributors:
            xml_elem(f"{{{DUBLIN_CORE}}}contributor", feed).text = contributor.name
        if self.entry.replies:
            _add_comments(feed, self.entry.replies)
        _extend(feed, self.entry)


def _extend(element: Any, entry: FeedEntry) -> None:  # noqa: ANN401 - an element of lxml
    """Add what both formats say in the same words."""
    if entry.lang:
        element.set(XML_LANG, entry.lang)
    if entry.picture:
        _add_picture(element, entry.picture)
    if entry.event:
        _add_event(element, entry.event)


def _add_source(element: Any, source: FeedSource) -> None:  # noqa: ANN401 - an element of lxml
    """Tell in Atom from which feed an entry comes; feedgen leaves out what the standard wants."""
    node = xml_elem("source", element)
    xml_elem("id", node).text = source.feed_id or source.url
    xml_elem("title", node).text = guard_markup(source.title)
    xml_elem("updated", node).text = source.updated.isoformat()
    xml_elem("link", node, href=source.url, rel="self", type=MEDIA_TYPES[ATOM])
    xml_elem("link", node, href=source.page_url, rel="alternate", type="text/html")


def _add_replies(element: Any, replies: FeedReplies) -> None:  # noqa: ANN401 - an element of lxml
    """Lead from an entry of Atom to its comments (RFC 4685)."""
    for feed_format, url in replies.feeds:
        if feed_format == ATOM:
            counted = {
                f"{{{THREAD}}}count": str(replies.count),
                f"{{{THREAD}}}updated": replies.updated.isoformat(),
            }
            xml_elem("link", element, href=url, rel="replies", type=MEDIA_TYPES[ATOM], **counted)
    xml_elem("link", element, href=replies.url, rel="replies", type="text/html")
    xml_elem(f"{{{THREAD}}}total", element).text = str(replies.count)


def _add_comments(element: Any, replies: FeedReplies) -> None:  # noqa: ANN401 - an element of lxml
    """Lead from an item of RSS to its comments, in the words that readers of RSS know."""
    xml_elem("comments", element).text = replies.url
    xml_elem(f"{{{SLASH}}}comments", element).text = str(replies.count)
    for feed_format, url in replies.feeds:
        if feed_format == RSS:
            xml_elem(f"{{{WELL_FORMED}}}commentRss", element).text = url


def _add_picture(element: Any, picture: FeedFile) -> None:  # noqa: ANN401 - an element of lxml
    """Show the picture of an entry (Media RSS), without the group in which feedgen's extension puts it."""
    details = {
        "url": picture.url,
        "type": picture.type,
        "medium": "image",
        "fileSize": str(picture.length or ""),
        "width": str(picture.width or ""),
        "height": str(picture.height or ""),
    }
    known = {name: detail for name, detail in details.items() if detail}
    node = xml_elem(f"{{{MEDIA}}}content", element, **known)
    if picture.alt:
        xml_elem(f"{{{MEDIA}}}description", node, type="plain").text = guard_markup(picture.alt)


def _add_event(element: Any, event: FeedEvent) -> None:  # noqa: ANN401 - an element of lxml
    """Tell when and where the event was: the event module, and GeoRSS."""
    facts = {
        "startdate": event.start,
        "enddate": event.end,
        "location": event.location,
        "organizer": ", ".join(event.organizers),
        "type": _EVENT_TYPE,
    }
    for name, fact in facts.items():
        if fact:
            xml_elem(f"{{{EVENT}}}{name}", element).text = fact
    if event.latitude and event.longitude:
        xml_elem(f"{{{GEORSS}}}point", element).text = f"{event.latitude} {event.longitude}"
