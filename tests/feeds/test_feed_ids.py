"""Ids of articles that other plugins make, without a file."""

from __future__ import annotations

from types import SimpleNamespace

from event_recap.feeds.ids import find_entry_id
from event_recap.model.ids import Ids, derive_site

SITE = Ids(site=derive_site("https://blog.example"))
RUN = SimpleNamespace(ids=SITE, entry_ids={"recaps/a.md": "tag:blog.example,2010:/a/"})


def make_article(path, url="a/"):
    """Return what is asked of an article of Pelican."""
    return SimpleNamespace(
        source_path=path and f"/blog/{path}", url=url, get_relative_source_path=lambda: path
    )


def test_an_article_without_a_file_has_an_id_by_its_address():
    """What another plugin adds to a feed is known again as long as its address stays."""
    first, same, other = (find_entry_id(make_article(None, url), RUN) for url in ("a/", "a/", "b/"))

    assert first == same != other
    assert first.startswith("urn:uuid:")


def test_an_article_with_a_file_has_the_id_that_it_was_given():
    """What is kept for a file is what the feeds have, however the letters of its name are composed."""
    run = SimpleNamespace(
        ids=SITE, entry_ids={**RUN.entry_ids, "recaps/\u00e9.md": "tag:blog.example,2010:/e/"}
    )

    assert find_entry_id(make_article("recaps/a.md"), run) == "tag:blog.example,2010:/a/"
    assert find_entry_id(make_article("recaps/e\u0301.md"), run) == "tag:blog.example,2010:/e/"


def test_an_article_that_was_given_none_has_one_by_its_file():
    """What a plugin takes for a post after the ids were given still has an id of its own."""
    assert find_entry_id(make_article("recaps/b.md"), RUN) == SITE.find_uid("post", "recaps/b.md")
