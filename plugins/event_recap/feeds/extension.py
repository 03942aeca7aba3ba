"""What feedgen lacks or does wrong: one pair of extensions and one entry class."""

from __future__ import annotations

from email.utils import format_datetime
from typing import TYPE_CHECKING, Any

from feedgen.entry import FeedEntry as GeneratorEntry
from feedgen.ext.base import BaseEntryExtension, BaseExtension
from feedgen.util import xml_elem

if TYPE_CHECKING:
    from datetime import datetime

NAME = "event_recap"
"""Attribute under which feedgen keeps our extensions."""

DUBLIN_CORE = "http://purl.org/dc/elements/1.1/"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_LINK_DETAILS = ("rel", "type", "hreflang", "title", "length")


class SiteFeed(BaseExtension):  # type: ignore[misc] # feedgen has no annotations
    """The feed as a whole: the namespaces that it uses."""

    def __init__(self) -> None:
        self.namespaces: dict[str, str] = {}

    def extend_ns(self) -> dict[str, str]:
        """Return namespaces by their prefixes."""
        return self.namespaces


class SiteEntry(BaseEntryExtension):  # type: ignore[misc] # feedgen has no annotations
    """One entry: its language, and for RSS its authors and its date."""

    def __init__(self) -> None:
        self.lang = ""
        """BCP 47 tag where it is not that of the feed."""
        self.creators: tuple[str, ...] = ()
        """Names of the authors; RSS has no element of its own for a name without an e-mail address."""
        self.published: datetime | None = None
        """Aware; feedgen changes the locale of the process to write it."""

    def extend_atom(self, feed: Any) -> Any:  # noqa: ANN401 - feedgen's own signature
        """Add to an Atom entry."""
        if self.lang:
            feed.set(XML_LANG, self.lang)
        return feed

    def extend_rss(self, feed: Any) -> Any:  # noqa: ANN401 - feedgen's own signature
        """Add to an RSS item."""
        if self.lang:
            feed.set(XML_LANG, self.lang)
        if self.published:
            xml_elem("pubDate", feed).text = format_datetime(self.published)
        for creator in self.creators:
            xml_elem(f"{{{DUBLIN_CORE}}}creator", feed).text = creator
        return feed


class Entry(GeneratorEntry):  # type: ignore[misc] # feedgen has no annotations
    """An entry whose Atom links keep their details, which feedgen 1.0 loses on the way."""

    def atom_entry(self, extensions: bool = True) -> Any:  # noqa: ANN401, FBT001, FBT002 - as above
        """Return the element, links repaired."""
        element = super().atom_entry(extensions)
        for node, link in zip(element.findall("link"), self.link() or [], strict=True):
            for detail in _LINK_DETAILS:
                if link.get(detail):
                    node.set(detail, link[detail])
        return element
