from __future__ import annotations

import pytest
from lxml import etree

from event_recap.feeds.opml import build_opml
from event_recap.views.subscription_values import FeedCollectionView, FeedLinkView

FORMATS = {
    "atom": ("Atom", "application/atom+xml"),
    "rss": ("RSS", "application/rss+xml"),
    "json": ("JSON Feed", "application/feed+json"),
}


def collect(kind, name, *formats, url=""):
    """Return a collection with feeds in these formats."""
    links = (FeedLinkView(*FORMATS[key], f"feeds/{name}.{key}", f"Carnet - {name}") for key in formats)
    return FeedCollectionView(kind=kind, name=name, url=url, links=tuple(links))


def build(*collections, title="Carnet", lang="en"):
    """Return the root of a list of these collections."""
    domain = "https://feeds.example"
    opml = build_opml(title, collections, site_url="https://blog.example", feed_domain=domain, lang=lang)
    return etree.fromstring(opml)


def test_a_reader_subscribes_to_each_collection_once():
    """Of three formats the first of XML is chosen, with the page that shows the same."""
    root = build(collect("site", "all", "json", "atom", "rss"))

    (outline,) = root.iter("outline")
    assert dict(outline.attrib) == {
        "type": "rss",
        "text": "Carnet - all",
        "title": "Carnet - all",
        "xmlUrl": "https://feeds.example/feeds/all.atom",
        "htmlUrl": "https://blog.example/",
    }


def test_rss_is_told_from_atom():
    """A reader is told the version where the standard has a word for it."""
    (outline,) = build(collect("site", "all", "rss")).iter("outline")

    assert outline.get("version") == "RSS2"


def test_a_collection_with_json_alone_is_listed():
    """Nothing is left out because its format is young."""
    (outline,) = build(collect("site", "all", "json")).iter("outline")

    assert outline.get("xmlUrl") == "https://feeds.example/feeds/all.json"


@pytest.mark.parametrize(("lang", "heading"), [("en", "Categories"), ("fr", "Catégories")])
def test_collections_of_a_kind_stand_under_a_heading(lang, heading):
    """A reader makes a folder of each group; the feed of the site stands alone."""
    root = build(
        collect("site", "all", "atom"),
        collect("category", "a", "atom"),
        collect("category", "b", "atom"),
        collect("tag", "c", "atom"),
        lang=lang,
    )

    top = root.findall("body/outline")
    assert [len(outline) for outline in top] == [0, 2, 1]
    assert top[1].get("text") == heading


def test_addresses_are_absolute_and_ascii():
    """A page of a tag with an accent is found."""
    (outline,) = build(collect("site", "réseau", "atom", url="étiquette/réseau/")).iter("outline")

    assert outline.get("xmlUrl") == "https://feeds.example/feeds/r%C3%A9seau.atom"
    assert outline.get("htmlUrl") == "https://blog.example/%C3%A9tiquette/r%C3%A9seau/"


@pytest.mark.parametrize(("title", "written"), [("R&D", "R&D"), ("A <b> & c", "A &lt;b&gt; &amp; c")])
def test_a_name_that_looks_like_html_is_escaped(title, written):
    """Readers take the names in such a list for HTML."""
    assert build(collect("site", "all", "atom"), title=title).findtext("head/title") == written


def test_a_list_has_no_date():
    """Two builds give the same bytes."""
    head = build(collect("site", "all", "atom")).find("head")

    assert [child.tag for child in head] == ["title"]
