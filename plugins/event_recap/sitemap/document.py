"""Sitemaps as XML (https://www.sitemaps.org/protocol.html), with pictures and languages for those who ask."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

MOST_PAGES = 50_000
"""Pages of one file, by the protocol."""
MOST_BYTES = 45_000_000
"""Bytes of one file; the protocol ends at 52,428,800."""
MOST_PICTURES = 1000
"""Pictures of one page that are read."""

_SITEMAP = "http://www.sitemaps.org/schemas/sitemap/0.9"
_IMAGE = "http://www.google.com/schemas/sitemap-image/1.1"
_XHTML = "http://www.w3.org/1999/xhtml"
_NAMES = {None: _SITEMAP, "image": _IMAGE, "xhtml": _XHTML}
_MARKUP_BYTES = 110
"""Around one address, at the most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SitemapPage:
    """A page that search engines may show."""

    url: str
    """Absolute."""
    modified: str = ""
    """When its content changed, as ISO 8601; empty where nothing says so."""
    pictures: tuple[str, ...] = ()
    """Absolute URLs."""
    alternates: tuple[tuple[str, str], ...] = ()
    """Language and absolute URL of each version, its own too; empty where there is one only."""


def build_sitemaps(
    pages: Sequence[SitemapPage], address: str, most: int = MOST_PAGES
) -> Iterator[tuple[str, bytes]]:
    """Yield the URL and the content of each file; with several, the first is the index of the others.

    Args:
        pages: In the order in which they stand in the file.
        address: Absolute URL of the sitemap, such as ``https://blog.example/sitemap.xml``.
        most: Pages of one file.
    """
    parts = list(_part(pages, most))
    if len(parts) == 1:
        yield address, _build_pages(parts[0])
        return
    stem, dot, ending = address.rpartition(".")
    urls = [f"{stem}-{number}{dot}{ending}" for number in range(1, len(parts) + 1)]
    yield address, _build_index(urls, parts)
    yield from ((url, _build_pages(part)) for url, part in zip(urls, parts, strict=True))


def _part(pages: Iterable[SitemapPage], most: int) -> Iterator[list[SitemapPage]]:
    """Yield as many pages at a time as one file holds; at least once."""
    part: list[SitemapPage] = []
    size = 0
    for page in pages:
        needed = _measure(page)
        if part and (len(part) == most or size + needed > MOST_BYTES):
            yield part
            part, size = [], 0
        part.append(page)
        size += needed
    yield part


def _measure(page: SitemapPage) -> int:
    addresses = (page.url, page.modified, *page.pictures, *(url for _, url in page.alternates))
    return sum(_MARKUP_BYTES + len(address) for address in addresses)


def _build_pages(pages: Iterable[SitemapPage]) -> bytes:
    root = etree.Element(f"{{{_SITEMAP}}}urlset", nsmap=_NAMES)
    for page in pages:
        entry = etree.SubElement(root, f"{{{_SITEMAP}}}url")
        _add_facts(entry, page.url, page.modified)
        for lang, url in page.alternates:
            etree.SubElement(entry, f"{{{_XHTML}}}link", rel="alternate", hreflang=lang, href=url)
        for url in page.pictures[:MOST_PICTURES]:
            picture = etree.SubElement(entry, f"{{{_IMAGE}}}image")
            etree.SubElement(picture, f"{{{_IMAGE}}}loc").text = url
    return _write(root)


def _build_index(urls: Iterable[str], parts: Iterable[Iterable[SitemapPage]]) -> bytes:
    root = etree.Element(f"{{{_SITEMAP}}}sitemapindex", nsmap={None: _SITEMAP})
    for url, part in zip(urls, parts, strict=True):
        entry = etree.SubElement(root, f"{{{_SITEMAP}}}sitemap")
        _add_facts(entry, url, max(page.modified for page in part))
    return _write(root)


def _add_facts(entry: etree._Element, url: str, modified: str) -> None:
    etree.SubElement(entry, f"{{{_SITEMAP}}}loc").text = url
    if modified:
        etree.SubElement(entry, f"{{{_SITEMAP}}}lastmod").text = modified


def _write(root: etree._Element) -> bytes:
    return bytes(etree.tostring(root, xml_declaration=True, encoding="utf-8", pretty_print=True))
