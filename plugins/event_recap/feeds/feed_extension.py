"""What feedgen lacks in a feed as a whole: one half of the pair of extensions."""

from __future__ import annotations

import html
from datetime import UTC, datetime, time
from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from feedgen.ext.base import BaseExtension
from feedgen.util import xml_elem
from lxml.etree import ProcessingInstruction

from .namespaces import ATOM, HISTORY, TOMBSTONES, XML_LANG

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

    from .document import FeedDocument

NAME = "event_recap"
"""Attribute under which feedgen keeps our extensions."""

_WRITTEN_BY_FEEDGEN = {"alternate", "self"}


class SiteFeed(BaseExtension):  # type: ignore[misc] # feedgen has no annotations
    """The feed as a whole: its style sheet, its links, its date, and where it stands among its archives."""

    feed: FeedGenerator
    """The feed that this is about."""
    document: FeedDocument
    """What the feed says."""

    def __init__(self) -> None:
        self.namespaces: dict[str, str] = {}
        """Those that the feed uses, by their prefixes."""
        self.pieces: list[bytes] = []
        """Entries as they are written, in the order of the document."""

    def extend_ns(self) -> dict[str, str]:
        """Return namespaces by their prefixes."""
        return self.namespaces

    def extend_atom(self, feed: Any) -> None:  # noqa: ANN401 - feedgen's own signature
        """Add to the root of Atom, which has no entries yet."""
        _add_stylesheet(feed, self.document)
        _add_history(feed, self.document)
        for tombstone in self.document.tombstones:
            when = datetime.combine(tombstone.withdrawn, time(), UTC).isoformat()
            xml_elem(f"{{{TOMBSTONES}}}deleted-entry", feed, ref=tombstone.id, when=when)

    def extend_rss(self, feed: Any) -> None:  # noqa: ANN401 - feedgen's own signature
        """Add to the root of RSS, which has no items yet."""
        _add_stylesheet(feed, self.document)
        if self.document.lang:
            feed.set(XML_LANG, self.document.lang)
        channel = feed.find("channel")
        for link in self.feed.link():
            if link["rel"] not in _WRITTEN_BY_FEEDGEN:
                xml_elem(f"{{{ATOM}}}link", channel, **link)
        xml_elem("lastBuildDate", channel).text = format_datetime(self.document.updated)
        _add_history(channel, self.document)


class Unwritten(datetime):
    """A date that feedgen leaves out of RSS, since it takes it for none.

    To write one, feedgen changes the locale of the whole process.
    """

    def __bool__(self) -> bool:
        """Return what makes feedgen pass on."""
        return False


def _add_stylesheet(root: Any, document: FeedDocument) -> None:  # noqa: ANN401 - an element of lxml
    """Tell browsers how to show the feed (https://www.w3.org/TR/xml-stylesheet/)."""
    if document.stylesheet_url:
        address = html.escape(document.stylesheet_url)
        root.addprevious(ProcessingInstruction("xml-stylesheet", f'type="text/css" href="{address}"'))


def _add_history(head: Any, document: FeedDocument) -> None:  # noqa: ANN401 - an element of lxml
    """Mark an archive and a complete feed (RFC 5005)."""
    if document.current_url:
        xml_elem(f"{{{HISTORY}}}archive", head)
    elif document.is_complete:
        xml_elem(f"{{{HISTORY}}}complete", head)
