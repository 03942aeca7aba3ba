"""What feedgen lacks in an entry: the other half of the pair of extensions."""

from __future__ import annotations

import html
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from feedgen.ext.base import BaseEntryExtension
from feedgen.util import xml_elem

from .formats import ATOM, MEDIA_TYPES
from .namespaces import DUBLIN_CORE, EVENT, GEORSS, MEDIA, XML_LANG
from .plain_text import guard_markup

if TYPE_CHECKING:
    from .document import FeedEntry, FeedEvent, FeedFile, FeedSource

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
