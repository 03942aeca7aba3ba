"""Sitemaps as files."""

from __future__ import annotations

import pytest
from lxml import etree

from event_recap.sitemap.document import SitemapPage, build_sitemaps

ADDRESS = "https://blog.example/sitemap.xml"
NAMES = {
    "s": "http://www.sitemaps.org/schemas/sitemap/0.9",
    "image": "http://www.google.com/schemas/sitemap-image/1.1",
    "xhtml": "http://www.w3.org/1999/xhtml",
}


def read(content, path):
    """Return what an XPath finds in a file."""
    return etree.fromstring(content).xpath(path, namespaces=NAMES)


def make(count):
    """Return so many pages, each changed a day after the one before."""
    return [
        SitemapPage(url=f"https://blog.example/{n}/", modified=f"2010-02-{n + 1:02}") for n in range(count)
    ]


def test_a_page_says_when_it_changed_what_it_shows_and_in_which_languages():
    """The parts stand in the order that the protocol's schema asks for."""
    page = SitemapPage(
        url="https://blog.example/a/?b&c",
        modified="2010-02-03T08:30:00-05:00",
        pictures=("https://blog.example/a.jpg",),
        alternates=(("fr", "https://blog.example/a/"), ("en", "https://blog.example/en/a/")),
    )

    ((_, content),) = build_sitemaps([page], ADDRESS)

    assert read(content, "//s:loc/text()") == ["https://blog.example/a/?b&c"]
    assert read(content, "//s:lastmod/text()") == ["2010-02-03T08:30:00-05:00"]
    assert read(content, "//image:image/image:loc/text()") == ["https://blog.example/a.jpg"]
    assert read(content, "//xhtml:link[@rel='alternate']/@hreflang") == ["fr", "en"]
    assert read(content, "//xhtml:link/@href")[1] == "https://blog.example/en/a/"


def test_what_nobody_knows_is_left_out():
    """A page without a date has none."""
    ((_, content),) = build_sitemaps([SitemapPage(url="https://blog.example/")], ADDRESS)

    assert [element.tag for element in read(content, "//s:url/*")] == [f"{{{NAMES['s']}}}loc"]


def test_more_pages_than_one_file_holds_are_several_with_an_index():
    """The index has the name of the sitemap, and each file says when its newest page changed."""
    (index, one, two, three) = build_sitemaps(make(5), ADDRESS, most=2)

    assert index[0] == ADDRESS
    assert [url for url, _ in (one, two, three)] == read(index[1], "//s:sitemap/s:loc/text()")
    assert one[0] == "https://blog.example/sitemap-1.xml"
    assert read(index[1], "//s:lastmod/text()") == ["2010-02-02", "2010-02-04", "2010-02-05"]
    assert [len(read(content, "//s:url")) for _, content in (one, two, three)] == [2, 2, 1]


def test_a_file_ends_before_it_is_too_large(monkeypatch):
    """The protocol limits bytes as well as pages."""
    monkeypatch.setattr("event_recap.sitemap.document.MOST_BYTES", 600)

    files = list(build_sitemaps(make(5), ADDRESS))

    assert len(files) > 2
    assert all(len(content) < 1200 for _, content in files)


@pytest.mark.parametrize("pages", [[], make(1)])
def test_a_small_site_has_one_file(pages):
    """It is no index, also where there is nothing in it."""
    ((url, content),) = build_sitemaps(pages, ADDRESS)

    assert url == ADDRESS
    assert read(content, "/s:urlset")
