from __future__ import annotations

import logging
from datetime import UTC, datetime
from html import escape
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest
from feedgenerator import get_tag_uri

from event_recap.feeds.document import FeedAuthor
from event_recap.feeds.entries import build_entry
from event_recap.feeds.site import Site
from event_recap.views.values import Byline

SITE = Site(
    url="https://blog.example", feed_domain="https://blog.example", name="Carnet", author_name="La rédaction"
)
DATE = datetime(2010, 2, 3, 8, 30, tzinfo=ZoneInfo("America/Toronto"))


def wrapper(name):
    """Stand in for an author, a category or a tag of Pelican."""

    class Wrapper(SimpleNamespace):
        __str__ = lambda self: self.name  # noqa: E731

    return Wrapper(name=name, url=f"author/{name.lower()}/")


def article(content="<p>Hier soir.</p>", **changes):
    """Stand in for an article of Pelican."""
    values = {
        "title": "Focus 20",
        "date": DATE,
        "url": "recaps/focus-20/",
        "summary": "<p>Trente&nbsp;avatars.</p>",
        "lang": "fr",
        "source_path": "content/recaps/focus-20.md",
        "authors": [wrapper("Marie")],
        "get_content": lambda siteurl: content.replace("SITE", siteurl),
        "_update_content": lambda html, siteurl: html.replace("{static}", f"{siteurl}/"),
    }
    return SimpleNamespace(**values | changes)


def view(**changes):
    """Stand in for the view of a recap."""
    return SimpleNamespace(**{"summary": "", "bylines": ()} | changes)


def test_an_entry_says_what_the_page_says():
    """Title, address, text, summary and language come from the article."""
    entry = build_entry(article(), SITE)

    assert (entry.title, entry.url, entry.lang) == ("Focus 20", "https://blog.example/recaps/focus-20/", "fr")
    assert (entry.content, entry.summary) == ("<p>Hier soir.</p>", "Trente\xa0avatars.")


def test_readers_who_followed_the_blog_under_pelican_see_no_old_post_as_new():
    """The id is the one that Pelican gives."""
    entry = build_entry(article(), SITE)

    assert entry.id == get_tag_uri("https://blog.example/recaps/focus-20/", DATE)


def test_the_id_does_not_depend_on_where_the_reader_came_from():
    """A link that names its feed is followed to the same post under the same id."""
    plain = build_entry(article(), SITE)
    referring = build_entry(
        article(), Site(url=SITE.url, feed_domain="", name="Carnet", appends_reference=True)
    )

    assert referring.url == f"{plain.url}?ref=feed"
    assert referring.id == plain.id


def test_a_recap_shows_its_attendees_as_a_plain_list():
    """Where the recap has a text made for feeds, it is read instead of the page's, links resolved."""
    recap = article(event_recap_feed_html='<p><img src="{static}a.jpg" alt="Anne"></p><ul><li>Anne</li></ul>')

    entry = build_entry(recap, SITE)

    assert entry.content == '<p><img src="https://blog.example/a.jpg" alt="Anne"></p><ul><li>Anne</li></ul>'


def test_everybody_in_the_byline_is_an_author():
    """Guests are credited beside authors, each with the page that is theirs."""
    bylines = (Byline(name="Marie", url="author/marie/"), Byline(name="Luc", href="https://luc.example/"))

    entry = build_entry(article(event_recap=view(bylines=bylines)), SITE)

    assert entry.authors == (
        FeedAuthor("Marie", "https://blog.example/author/marie/"),
        FeedAuthor("Luc", "https://luc.example/"),
    )


def test_an_article_of_two_authors_has_two():
    """Articles that are no recaps keep all of Pelican's authors."""
    entry = build_entry(article(authors=[wrapper("Marie"), wrapper("Luc")]), SITE)

    assert [author.name for author in entry.authors] == ["Marie", "Luc"]
    assert entry.authors[1].url == "https://blog.example/author/luc/"


def test_an_author_without_a_page_is_not_linked():
    """A site that writes no author pages links to none."""
    entry = build_entry(article(), Site(url=SITE.url, feed_domain="", name="Carnet", has_author_pages=False))

    assert entry.authors == (FeedAuthor("Marie"),)


def test_what_nobody_signed_is_by_the_site():
    """A feed wants an author for each entry."""
    entry = build_entry(article(authors=[]), SITE)

    assert entry.authors == (FeedAuthor("La rédaction", "https://blog.example/"),)


def test_categories_are_the_category_and_the_tags_each_once():
    """Readers that sort by category see the words of the site."""
    entry = build_entry(article(category=wrapper("Soirées"), tags=[wrapper("web"), wrapper("Soirées")]), SITE)

    assert entry.categories == ("Soirées", "web")


def test_an_unchanged_post_was_updated_when_it_was_published():
    """Both dates are those of the content, with their offset."""
    entry = build_entry(article(), SITE)

    assert entry.published == entry.updated == DATE
    assert entry.published.utcoffset() == DATE.utcoffset()


def test_a_changed_post_keeps_the_date_of_its_publication():
    """A correction is no new post."""
    changed = datetime(2010, 3, 1, tzinfo=UTC)

    entry = build_entry(article(modified=changed), SITE)

    assert (entry.published, entry.updated) == (DATE, changed)


def test_a_date_without_an_offset_is_that_of_the_site():
    """A plugin that replaces a date does not cost the feed."""
    entry = build_entry(article(date=datetime(2010, 2, 3)), SITE)  # noqa: DTZ001 - the point of the test

    assert entry.published == datetime(2010, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize("title", ["A <b>x</b> & C<T>", "&amp; stays", "</script>"])
def test_the_title_of_a_recap_is_what_was_typed(title):
    """Pages show a title as it was typed, and so do feeds: the reader made HTML of it for Pelican."""
    assert build_entry(article(title=escape(title, quote=False)), SITE).title == title


def test_the_title_of_another_article_is_html_as_pelican_takes_it():
    """Titles that were written for other themes read as they did."""
    assert build_entry(article(title="R&amp;D <em>ici</em>"), SITE).title == "R&D ici"


def test_a_title_of_nothing_that_can_be_read_is_the_address():
    """Every entry has a title, or the feed could not be written."""
    assert build_entry(article(title="\x0b"), SITE).title == "https://blog.example/recaps/focus-20/"


def test_the_summary_is_the_recaps_own():
    """What the page says in short, the feed says too."""
    assert build_entry(article(event_recap=view(summary="En bref")), SITE).summary == "En bref"


@pytest.mark.parametrize(
    ("text", "is_whole"), [("<p>En <b>bref</b></p>", True), ("<p>En bref, et plus.</p>", False)]
)
def test_a_summary_that_says_all_is_known_as_such(text, is_whole):
    """A short post is not told twice."""
    assert build_entry(article(text, summary="En bref"), SITE).is_summary_whole is is_whole


def test_a_bad_character_is_dropped_and_its_file_is_named(caplog):
    """A post keeps its place in the feed, and its author is told what to look for."""
    hostile = article("<p>a\x0bb&#12;&#x1f;\ud800</p>", title="T\x07")

    with caplog.at_level(logging.WARNING):
        entry = build_entry(hostile, SITE)

    assert (entry.title, entry.content.replace("\f", "")) == ("T", "<p>ab</p>")
    (message,) = [record.getMessage() for record in caplog.records]
    assert message == (
        "content/recaps/focus-20.md: U+0007, U+000B, U+000C, U+001F, U+D800 left out of the feeds;"
        " no feed can carry such a character"
    )


def test_a_clean_post_is_not_warned_about(caplog):
    """Warnings are for what the author can put right."""
    with caplog.at_level(logging.WARNING):
        build_entry(article(), SITE)

    assert not caplog.records


def test_an_article_without_a_file_is_named_by_its_address(caplog):
    """Articles that another plugin made can be wrong too."""
    with caplog.at_level(logging.WARNING):
        build_entry(article("\x0b", source_path=None), SITE)

    assert caplog.records[0].getMessage().startswith("recaps/focus-20/: U+000B")


def test_a_site_being_written_has_links_as_pelican_makes_them():
    """Without an address of the site, links start at its root."""
    site = Site(url="", feed_domain="", name="Carnet")

    entry = build_entry(article('<img src="SITEa.jpg" alt=""><a href="#b">b</a>'), site)

    assert entry.url == "/recaps/focus-20/"
    assert entry.content == '<img src="/a.jpg" alt=""><a href="/recaps/focus-20/#b">b</a>'
