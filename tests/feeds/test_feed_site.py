from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from event_recap.feeds.catalogue import name_language
from event_recap.feeds.document import FeedAuthor
from event_recap.feeds.site import read_site


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
    ("lang", "name"), [("en", "English"), ("pt_br", "português (Brasil)"), ("qq", "qq"), ("", "")]
)
def test_a_language_is_named_in_its_own_words(lang, name):
    """Who reads the language recognises it; a tag nobody knows stays a tag."""
    assert name_language(lang) == name
