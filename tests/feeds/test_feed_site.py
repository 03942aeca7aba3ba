from __future__ import annotations

from typing import NamedTuple
from zoneinfo import ZoneInfo

import pytest

from event_recap.feeds.collection import Collection, find_collections, find_language_collection, name_language
from event_recap.feeds.document import FeedAuthor
from event_recap.feeds.site import check_language, read_site


class Wrapper(NamedTuple):
    """Stand in for a category or a tag of Pelican."""

    name: str
    slug: str
    url: str


TAG = Wrapper("web", "web", "tags/web/")


def test_a_site_is_read_from_its_settings():
    """Names written as HTML are read as the words they show."""
    site = read_site(
        {
            "SITEURL": "https://blog.example/",
            "SITENAME": "R&amp;D <b>ici</b>",
            "SITESUBTITLE": "Un carnet",
            "AUTHOR": "Marie",
            "DEFAULT_LANG": "fr_CA",
            "TIMEZONE": "America/Toronto",
        }
    )

    assert (site.url, site.name, site.lang) == ("https://blog.example", "R&D ici", "fr-CA")
    assert (site.feed_domain, site.timezone) == ("https://blog.example", ZoneInfo("America/Toronto"))
    assert site.author == FeedAuthor("Marie", "https://blog.example/")


def test_a_site_of_no_settings_can_still_be_written():
    """A feed needs a name and an author, whatever is missing."""
    site = read_site({})

    assert (site.name, site.root, site.author) == ("Feed", "/", FeedAuthor("Feed"))


@pytest.mark.parametrize(
    ("tag", "checked"), [("fr", "fr"), ("pt_BR", "pt-BR"), ("fran çais", ""), (None, ""), ("x", "")]
)
def test_a_language_is_told_only_in_a_form_that_readers_know(tag, checked):
    """An unknown form is left out rather than passed on."""
    assert check_language(tag) == checked


def test_a_feed_is_about_the_collection_whose_pattern_names_its_path():
    """The feed of a tag belongs to the page of that tag, in either format."""
    context = {
        "tags": {TAG: []},
        "TAG_FEED_ATOM": "f/{slug}.xml",
        "TAG_FEED_RSS": "r/{slug}.xml",
        "TAG_SAVE_AS": "x",
    }

    found = find_collections(context)

    assert found == dict.fromkeys(["f/web.xml", "r/web.xml"], Collection("web", "tags/web/"))


def test_a_collection_without_a_page_belongs_to_the_first_page():
    """No feed links to a page that is not written."""
    context = {"categories": [(TAG, [])], "CATEGORY_FEED_ATOM": "f/{slug}.xml", "CATEGORY_SAVE_AS": ""}

    assert find_collections(context) == {"f/web.xml": Collection("web", "")}


@pytest.mark.parametrize(
    ("path", "lang", "collection"),
    [
        ("all-en.xml", "en", Collection("English", "", "en")),
        ("all-fr.xml", "fr", Collection("", "", "fr")),
        ("all.xml", "en", None),
        ("all-en.xml", "fr", None),
    ],
)
def test_the_feed_of_a_language_is_known_by_its_path(path, lang, collection):
    """Only a feed whose pattern names the language is in that language as a whole."""
    context = {"TRANSLATION_FEED_ATOM": "all-{lang}.xml", "TRANSLATION_FEED_RSS": None, "DEFAULT_LANG": "fr"}

    assert find_language_collection(context, path, lang) == collection


@pytest.mark.parametrize(
    ("lang", "name"), [("en", "English"), ("pt_br", "português (Brasil)"), ("qq", "qq"), ("", "")]
)
def test_a_language_is_named_in_its_own_words(lang, name):
    """Who reads the language recognises it; a tag nobody knows stays a tag."""
    assert name_language(lang) == name
