from __future__ import annotations

import logging
from datetime import UTC, datetime
from html import escape
from types import SimpleNamespace
from zoneinfo import ZoneInfo

import pytest

from event_recap.feeds.document import FeedAuthor, FeedEvent
from event_recap.feeds.entries import build_entry
from event_recap.feeds.media import Media
from event_recap.feeds.site import Site
from event_recap.views.values import (
    AttendeesView,
    Byline,
    CardGroup,
    CardView,
    EventView,
    PersonLink,
    PictureView,
    RecapView,
)

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


def build(article, site=SITE):
    """Return the entry of an article on a site without files."""
    return build_entry(article, "urn:uuid:1", site, Media([], site.url))


def view(**changes):
    """Return the view of a recap."""
    values = {"title": "Focus 20", "lang": "fr", "bylines": (), "date": "", "date_iso": ""}
    return RecapView(**values | changes)


def test_an_entry_says_what_the_page_says():
    """Title, address, text, summary and language come from the article."""
    entry = build(article())

    assert (entry.title, entry.url, entry.lang) == ("Focus 20", "https://blog.example/recaps/focus-20/", "fr")
    assert (entry.content, entry.summary) == ("<p>Hier soir.</p>", "Trente\xa0avatars.")


def test_a_link_may_say_that_the_reader_comes_from_a_feed():
    """FEED_APPEND_REF is kept."""
    site = Site(url=SITE.url, feed_domain="", name="Carnet", appends_reference=True)

    assert build(article(), site).url == "https://blog.example/recaps/focus-20/?ref=feed"


def test_a_recap_shows_its_attendees_as_a_plain_list():
    """Where the recap has a text made for feeds, it is read instead of the page's, links resolved."""
    recap = article(
        event_recap_write_for_feeds=lambda: (
            '<p><img src="{static}a.jpg" alt="Anne"></p><ul><li>Anne</li></ul>'
        )
    )

    entry = build(recap)

    assert entry.content == '<p><img src="https://blog.example/a.jpg" alt="Anne"></p><ul><li>Anne</li></ul>'


def test_everybody_in_the_byline_is_an_author():
    """Guests are credited beside authors, each with the page that is theirs."""
    bylines = (Byline(name="Marie", url="author/marie/"), Byline(name="Luc", href="https://luc.example/"))

    entry = build(article(event_recap=view(bylines=bylines)))

    assert entry.authors == (
        FeedAuthor("Marie", "https://blog.example/author/marie/"),
        FeedAuthor("Luc", "https://luc.example/"),
    )


def test_an_article_of_two_authors_has_two():
    """Articles that are no recaps keep all of Pelican's authors."""
    entry = build(article(authors=[wrapper("Marie"), wrapper("Luc")]))

    assert [author.name for author in entry.authors] == ["Marie", "Luc"]
    assert entry.authors[1].url == "https://blog.example/author/luc/"


def test_an_author_without_a_page_is_not_linked():
    """A site that writes no author pages links to none."""
    entry = build(article(), Site(url=SITE.url, feed_domain="", name="Carnet", has_author_pages=False))

    assert entry.authors == (FeedAuthor("Marie"),)


def test_what_nobody_signed_is_by_the_site():
    """A feed wants an author for each entry."""
    entry = build(article(authors=[]))

    assert entry.authors == (FeedAuthor("La rédaction", "https://blog.example/"),)


def test_categories_are_the_category_and_the_tags_each_once():
    """Readers that sort by category see the words of the site."""
    entry = build(article(category=wrapper("Soirées"), tags=[wrapper("web"), wrapper("Soirées")]))

    assert entry.categories == ("Soirées", "web")


def test_an_unchanged_post_was_updated_when_it_was_published():
    """Both dates are those of the content, with their offset."""
    entry = build(article())

    assert entry.published == entry.updated.replace(microsecond=0) == DATE
    assert entry.published.utcoffset() == DATE.utcoffset()


def test_two_posts_of_one_day_were_not_updated_at_one_moment():
    """Validators want it so, and which came first does not depend on the other."""
    first, second = (build_entry(article(), name, SITE, Media([], "")) for name in ("urn:a", "urn:b"))

    assert first.updated != second.updated


def test_a_changed_post_keeps_the_date_of_its_publication():
    """A correction is no new post."""
    changed = datetime(2010, 3, 1, tzinfo=UTC)

    entry = build(article(modified=changed))

    assert (entry.published, entry.updated.replace(microsecond=0)) == (DATE, changed)


def test_a_date_without_an_offset_is_that_of_the_site():
    """A plugin that replaces a date does not cost the feed."""
    entry = build(article(date=datetime(2010, 2, 3)))  # noqa: DTZ001 - the point of the test

    assert entry.published == datetime(2010, 2, 3, tzinfo=UTC)


@pytest.mark.parametrize("title", ["A <b>x</b> & C<T>", "&amp; stays", "</script>"])
def test_the_title_of_a_recap_is_what_was_typed(title):
    """Pages show a title as it was typed, and so do feeds: the reader made HTML of it for Pelican."""
    assert build(article(title=escape(title, quote=False))).title == title


def test_the_title_of_another_article_is_html_as_pelican_takes_it():
    """Titles that were written for other themes read as they did."""
    assert build(article(title="R&amp;D <em>ici</em>")).title == "R&D ici"


def test_a_title_of_nothing_that_can_be_read_is_the_address():
    """Every entry has a title, or the feed could not be written."""
    assert build(article(title="\x0b")).title == "https://blog.example/recaps/focus-20/"


def test_the_summary_is_the_recaps_own():
    """What the page says in short, the feed says too."""
    assert build(article(event_recap=view(summary="En bref"))).summary == "En bref"


@pytest.mark.parametrize(
    ("text", "is_whole"), [("<p>En <b>bref</b></p>", True), ("<p>En bref, et plus.</p>", False)]
)
def test_a_summary_that_says_all_is_known_as_such(text, is_whole):
    """A short post is not told twice."""
    assert build(article(text, summary="En bref")).is_summary_whole is is_whole


def test_a_bad_character_is_dropped_and_its_file_is_named(caplog):
    """A post keeps its place in the feed, and its author is told what to look for."""
    hostile = article("<p>a\x0bb&#12;&#x1f;\ud800</p>", title="T\x07")

    with caplog.at_level(logging.WARNING):
        entry = build(hostile)

    assert (entry.title, entry.content.replace("\f", "")) == ("T", "<p>ab</p>")
    (message,) = [record.getMessage() for record in caplog.records]
    assert message == (
        "content/recaps/focus-20.md: U+0007, U+000B, U+000C, U+001F, U+D800 left out of the feeds;"
        " no feed can carry such a character"
    )


def test_a_clean_post_is_not_warned_about(caplog):
    """Warnings are for what the author can put right."""
    with caplog.at_level(logging.WARNING):
        build(article())

    assert not caplog.records


def test_an_article_without_a_file_is_named_by_its_address(caplog):
    """Articles that another plugin made can be wrong too."""
    with caplog.at_level(logging.WARNING):
        build(article("\x0b", source_path=None))

    assert caplog.records[0].getMessage().startswith("recaps/focus-20/: U+000B")


def test_a_site_being_written_has_links_as_pelican_makes_them():
    """Without an address of the site, links start at its root."""
    site = Site(url="", feed_domain="", name="Carnet")

    entry = build(article('<img src="SITEa.jpg" alt=""><a href="#b">b</a>'), site)

    assert entry.url == "/recaps/focus-20/"
    assert entry.content == '<img src="/a.jpg" alt=""><a href="/recaps/focus-20/#b">b</a>'


def test_people_with_a_page_are_told_as_contributors():
    """Who is only named stands in the text alone, as on the page."""
    cards = (
        CardView(name="Anne", monogram="A", hue=1, id="anne", url="people/anne/"),
        CardView(name="Bruno", monogram="B", hue=2),
    )
    recap = article(event_recap=view(attendees=AttendeesView(groups=(CardGroup("", cards),))))

    assert build(recap).contributors == (FeedAuthor("Anne", "https://blog.example/people/anne/"),)


def test_the_event_keeps_its_own_day():
    """When and where it was is told beside the date of the post, never in its place."""
    event = EventView(
        id="focus-20",
        name="Focus 20",
        url="events/focus-20/",
        start_iso="2010-02-02T18:00:00-05:00",
        place="Drummondville",
        organizers=(PersonLink("Luc"),),
        latitude="45.88",
        longitude="-72.48",
    )

    entry = build(article(event_recap=view(event=event)))

    assert entry.published == DATE
    assert entry.event == FeedEvent(
        name="Focus 20",
        url="https://blog.example/events/focus-20/",
        start="2010-02-02T18:00:00-05:00",
        location="Drummondville",
        organizers=("Luc",),
        latitude="45.88",
        longitude="-72.48",
    )


def test_a_post_without_an_event_has_none():
    """A column or an interview is a post like any other."""
    assert build(article(event_recap=view())).event is None


def test_a_picture_stands_above_a_text_that_does_not_show_it(tmp_path, picture):
    """Not every reader shows a picture that is only named beside the text."""
    (tmp_path / "a.png").write_bytes(picture)
    media = Media([SimpleNamespace(url="a.png", source_path=tmp_path / "a.png")], SITE.url)
    recap = article(event_recap=view(cover=PictureView("a.png", alt='Affiche "jaune"')))

    entry = build_entry(recap, "urn:uuid:1", SITE, media)

    image = '<img src="https://blog.example/a.png" alt="Affiche &quot;jaune&quot;" width="4" height="2">'
    assert entry.content == f"<figure>{image}</figure>\n<p>Hier soir.</p>"
    assert entry.enclosure is entry.picture
