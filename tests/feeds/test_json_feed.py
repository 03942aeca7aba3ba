from __future__ import annotations

import json

import pytest

from event_recap.feeds.builder import FeedBuilder, render_feed
from event_recap.feeds.document import FeedAuthor, FeedEvent, FeedFile

URL = "https://blog.example/feeds/all.json"
PICTURE = FeedFile("https://blog.example/a.jpg", "image/jpeg", 1024, "Une tasse", 800, 600)
FILM = FeedFile("https://blog.example/a.webm", "video/webm", 4096)
EVENT = FeedEvent(
    name="Focus 20",
    url="https://blog.example/events/focus-20/",
    start="2010-02-02T18:00:00-05:00",
    location="Hôtel Le Dauphin",
    organizers=("Luc", "Ann"),
    latitude="45.88",
    longitude="-72.48",
)


@pytest.fixture
def parse(document, entry):
    """Return a function that gives a JSON Feed of one entry; what is changed may be either's."""

    def parse_feed(entry_changes=(), **changes):
        made = document(**{"url": URL, "entries": (entry(**dict(entry_changes)),), **changes})
        return json.loads(render_feed(FeedBuilder().build_feed(made, "json"), "json"))

    return parse_feed


def test_a_feed_says_what_it_is(parse):
    """A reader finds the version, the words, the page and the address of the feed itself."""
    feed = parse()

    del feed["items"]
    assert feed == {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "Carnet d'essai",
        "home_page_url": "https://blog.example/",
        "feed_url": URL,
        "description": "Un carnet",
        "authors": [{"name": "Marie Essai", "url": "https://blog.example/"}],
        "language": "fr",
    }


def test_a_feed_leads_on_to_what_is_older(parse):
    """A new subscriber can read a blog back to its first post."""
    assert parse(older_url=f"{URL}?2")["next_url"] == f"{URL}?2"


def test_a_feed_names_its_hubs(parse):
    """A reader can be told of a post instead of asking for it."""
    assert parse(hubs=("https://hub.example/",))["hubs"] == [
        {"type": "WebSub", "url": "https://hub.example/"}
    ]


def test_a_feed_has_an_icon(parse):
    """One square picture serves large and small."""
    feed = parse(icon=PICTURE)

    assert feed["icon"] == feed["favicon"] == PICTURE.url


def test_an_item_says_all_of_a_post(parse):
    """Words, dates with their offsets, authors, tags and language stand under the names of the standard."""
    assert parse({"picture": PICTURE, "enclosure": PICTURE})["items"] == [
        {
            "id": "tag:blog.example,2010-02-03:/focus-20/",
            "url": "https://blog.example/focus-20/",
            "title": "Focus 20",
            "content_html": "<p>Hier soir.</p>",
            "summary": "Trente avatars.",
            "image": PICTURE.url,
            "date_published": "2010-02-03T08:30:00+00:00",
            "date_modified": "2010-02-04T08:30:00+00:00",
            "authors": [{"name": "Marie Essai", "url": "https://blog.example/author/marie/"}],
            "tags": ["Soirées"],
            "language": "fr",
            "_event_recap": {"about": parse_about(parse), "image_alt": "Une tasse"},
        }
    ]


def parse_about(parse):
    """Return the address of what our own words mean."""
    return parse({"event": EVENT})["items"][0]["_event_recap"]["about"]


@pytest.mark.parametrize(("summary", "text"), [("Trente.", "Trente."), ("", "Focus 20")])
def test_an_item_without_content_has_a_text(parse, summary, text):
    """The standard wants a content in every item, be it only the title."""
    (item,) = parse({"content": "", "summary": summary})["items"]

    assert item["content_text"] == text
    assert "content_html" not in item


def test_a_film_is_attached_with_its_type_and_size(parse):
    """A reader fetches what can be played; a picture is no attachment."""
    (item,) = parse({"picture": PICTURE, "enclosure": FILM})["items"]

    assert item["attachments"] == [{"url": FILM.url, "mime_type": "video/webm", "size_in_bytes": 4096}]


def test_the_event_stands_in_an_extension_that_explains_itself(parse):
    """The standard has no words for an event, so ours say where they are explained."""
    people = (FeedAuthor("Bruno", "https://blog.example/people/bruno/"), FeedAuthor("Zoé"))

    (item,) = parse({"event": EVENT, "contributors": people})["items"]

    extension = item["_event_recap"]
    assert extension["about"].startswith("https://")
    assert extension["contributors"] == [
        {"name": "Bruno", "url": "https://blog.example/people/bruno/"},
        {"name": "Zoé"},
    ]
    assert extension["event"] == {
        "name": "Focus 20",
        "url": "https://blog.example/events/focus-20/",
        "start": "2010-02-02T18:00:00-05:00",
        "location": "Hôtel Le Dauphin",
        "latitude": "45.88",
        "longitude": "-72.48",
        "organizers": ["Luc", "Ann"],
    }


def test_an_item_without_an_event_has_no_extension(parse):
    """Nothing is said of nothing."""
    assert "_event_recap" not in parse()["items"][0]


def test_a_title_is_read_as_it_was_typed(parse):
    """JSON has no markup in titles, so nothing is changed for readers that look for it."""
    assert parse({"title": 'A </b> & "y" “é”'})["items"][0]["title"] == 'A </b> & "y" “é”'


def test_letters_stand_as_they_are_and_each_item_on_a_line(document, entry):
    """A feed is small, and two versions of it are easily compared."""
    made = document(entries=(entry(title="Soirée"), entry(title="Café", id="urn:2")))

    text = render_feed(FeedBuilder().build_feed(made, "json"), "json").decode()

    assert [line[:30] for line in text.splitlines() if "Soirée" in line or "Café" in line] != []
    assert sum(line.startswith('{"id"') for line in text.splitlines()) == 2
    assert text.endswith("}\n")


def test_another_plugin_changes_the_feed_before_it_is_written(document):
    """A receiver reads and writes the feed by the names of the standard."""
    feed = FeedBuilder().build_feed(document(url=URL), "json")

    feed.feed["user_comment"] = "Bonjour"
    del feed.feed["items"][0]["tags"]

    written = json.loads(render_feed(feed, "json"))
    assert (feed.feed["feed_url"], written["user_comment"]) == (URL, "Bonjour")
    assert "tags" not in written["items"][0]
