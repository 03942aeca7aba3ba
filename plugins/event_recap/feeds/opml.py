"""All feeds of a site in one file that readers import (OPML 2.0, http://opml.org/spec2.opml)."""

from __future__ import annotations

import html
from itertools import groupby
from typing import TYPE_CHECKING

from lxml import etree

from ..translation import translate
from ..views.address import join_url
from .formats import JSON, MEDIA_TYPES, RSS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..views.subscription_values import FeedCollectionView, FeedLinkView

_GROUPS = {
    "site": "",
    "language": "Languages",
    "category": "Categories",
    "tag": "Tags",
    "author": "Authors",
    "series": "Series",
    "person": "People",
    "comments": "Comments",
}
"""Heading of each kind of collection; the feed of the site stands alone."""


def build_opml(
    title: str, collections: Sequence[FeedCollectionView], *, site_url: str, feed_domain: str, lang: str
) -> bytes:
    """Return the subscriptions that a reader imports: each collection once, in groups.

    Args:
        title: Of the site; plain text.
        collections: What one may subscribe to, those of a kind together.
        site_url: Absolute URL below which the pages are.
        feed_domain: Absolute URL below which the feeds are.
        lang: BCP 47 tag of the headings.
    """
    root = etree.Element("opml", version="2.0")
    etree.SubElement(etree.SubElement(root, "head"), "title").text = _write_text(title)
    body = etree.SubElement(root, "body")
    for kind, group in groupby(collections, key=lambda collection: collection.kind):
        heading = translate(_GROUPS[kind], lang)
        parent = etree.SubElement(body, "outline", text=heading) if heading else body
        for collection in group:
            _add_outline(parent, collection, site_url, feed_domain)
    return bytes(etree.tostring(root, pretty_print=True, encoding="UTF-8", xml_declaration=True))


def _add_outline(parent: etree._Element, collection: FeedCollectionView, site_url: str, domain: str) -> None:
    """Add one subscription."""
    link = _choose_link(collection.links)
    details = {"version": "RSS2"} if link.type == MEDIA_TYPES[RSS] else {}
    title = _write_text(link.title)
    etree.SubElement(
        parent,
        "outline",
        type="rss",
        text=title,
        title=title,
        xmlUrl=join_url(domain, link.url),
        htmlUrl=join_url(site_url, collection.url),
        **details,
    )


def _choose_link(links: Sequence[FeedLinkView]) -> FeedLinkView:
    """Return the first feed that every reader knows; some import no JSON."""
    return next((link for link in links if link.type != MEDIA_TYPES[JSON]), links[0])


def _write_text(text: str) -> str:
    """Return plain text; text that speaks of markup is escaped, since OPML holds HTML."""
    return html.escape(text, quote=False) if "<" in text or "&#" in text else text
