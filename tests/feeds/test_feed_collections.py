"""Which feeds a site has, what stands in them, and where."""

import json

import feedparser
import pytest

RECAP = "---\ntitle: {title}\ndate: {date}\nevent: {event}\n---\nHier soir."
LIST = """
event: {{name: Lanterne {number}, start: 2026-01-0{number}, series: lanterne}}
attendees:
  - Anne Roy
  - {{name: Bruno Côté, consent: {{index: false}}}}
  - {{name: Carla Diaz, visibility: name-only}}
"""
FILES = {
    "attendees/lanterne-1.yml": LIST.format(number=1),
    "attendees/lanterne-2.yml": LIST.format(number=2),
    "attendees/seul.yml": "event: {name: Seul, start: 2026-01-05, series: sans-recit}\nattendees: [Anne Roy]",
    "un.md": RECAP.format(title="Un", date="2026-01-02", event="lanterne-1"),
    "deux.md": RECAP.format(title="Deux", date="2026-01-03", event="lanterne-2"),
    "mot.md": "---\ntitle: Mot\ndate: 2026-01-04\n---\nUn mot.",
}
ALL = ["atom", "rss", "json"]


def titles(output, name):
    """Return the titles of a feed, in its order."""
    if name.endswith(".json"):
        return [item["title"] for item in json.loads((output / name).read_text(encoding="utf-8"))["items"]]
    return [entry.title for entry in feedparser.parse((output / name).read_bytes()).entries]


def find_feeds(output, folder):
    """Return the names of the feeds in a folder."""
    return sorted(path.name for path in (output / "feeds" / folder).glob("*"))


@pytest.mark.parametrize("ending", ["atom.xml", "rss.xml", "json"])
def test_a_series_has_its_feeds(build, ending):
    """Whoever comes to every edition follows the series alone; a series without a recap has no feed."""
    output = build(FILES)

    assert titles(output, f"feeds/series/lanterne.{ending}") == ["Deux", "Un"]
    assert find_feeds(output, "series") == ["lanterne.atom.xml", "lanterne.json", "lanterne.rss.xml"]


def test_nobody_has_a_feed_unless_the_site_asks_for_it(build):
    """To follow one person is not offered by itself."""
    assert not (build(FILES) / "feeds/people").exists()


def test_a_person_has_a_feed_where_the_site_asks_and_the_person_agreed(build):
    """Only who has a page that may be listed: not who is named only, nor who said ``index: false``."""
    output = build(FILES, event_recap={"feeds": {"person": ALL}})

    assert find_feeds(output, "people") == ["anne-roy.atom.xml", "anne-roy.json", "anne-roy.rss.xml"]
    assert titles(output, "feeds/people/anne-roy.json") == ["Deux", "Un"]


def test_a_site_chooses_its_formats(build):
    """What is not named keeps its default; an empty list leaves a kind out."""
    output = build(FILES, event_recap={"feeds": {"site": ["json"], "series": [], "language": []}})

    assert not (output / "feeds/series").exists()
    assert {"all.json", "soirees.json"} & set(find_feeds(output, "")) == {"all.json"}
    assert not (output / "feeds/all.atom.xml").exists()


def test_every_format_has_the_same_entries_in_the_same_order(build):
    """Newest first, whatever the order of the pages."""
    output = build(FILES, ARTICLE_ORDER_BY="title")

    for name in ("feeds/all.atom.xml", "feeds/all.rss.xml", "feeds/all.json"):
        assert titles(output, name) == ["Mot", "Deux", "Un"]


def test_a_new_subscriber_can_read_back_to_the_first_recap(build):
    """Archives lead from one to the next, in every format, and say what they are."""
    output = build(FILES, FEED_MAX_ITEMS=1)

    read = []
    name = "feeds/all.json"
    while name:
        feed = json.loads((output / name).read_text(encoding="utf-8"))
        read += [item["title"] for item in feed["items"]]
        name = feed.get("next_url", "").removeprefix("https://blog.example/")
    assert read == ["Mot", "Deux", "Un"]
    newest, older = (
        feedparser.parse((output / f"feeds/all{part}.atom.xml").read_bytes()).feed
        for part in ("", ".archive-2")
    )
    links = {link.rel: link.href for link in older.links}
    assert {link.rel: link.href for link in newest.links}["prev-archive"] == links["self"]
    assert links["prev-archive"].endswith("/feeds/all.archive-1.atom.xml")
    assert links["current"] == "https://blog.example/feeds/all.atom.xml"


def test_a_feed_that_is_too_large_moves_entries_to_its_archive(build):
    """``feed_max_bytes`` is kept; nothing is lost."""
    recap = "---\ntitle: Numéro {0}\ndate: 2026-01-0{0}\n---\n" + "mot " * 3000
    output = build(
        {f"{number}.md": recap.format(number) for number in range(1, 6)},
        event_recap={"feed_max_bytes": 65_536},
    )

    documents = sorted((output / "feeds").glob("all*.rss.xml"))
    assert len(documents) > 1
    assert all(document.stat().st_size <= 65_536 for document in documents)
    told = {title for document in documents for title in titles(output, f"feeds/{document.name}")}
    assert told == {f"Numéro {number}" for number in range(1, 6)}


def test_pages_know_their_feeds(build):
    """Templates find every feed, and those of one page by its address."""
    seen = {}

    def remember(generators):
        seen.update(generators[0].context)

    build(FILES, receivers={"all_generators_finalized": remember})

    assert [view.kind for view in seen["feeds"]] == ["site", "language", "category", "author", "series"]
    assert [link.name for link in seen["page_feeds"]["category/divers.html"]] == ["Atom", "RSS", "JSON Feed"]


def test_a_small_picture_stands_for_the_feed(build, picture):
    """``feed_icon`` is published, and named with its size."""
    import io

    from PIL import Image

    stream = io.BytesIO()
    Image.new("RGB", (96, 96)).save(stream, "PNG")
    output = build(
        {**FILES, "images/icon.png": stream.getvalue()}, event_recap={"feed_icon": "images/icon.png"}
    )

    feed = feedparser.parse((output / "feeds/all.rss.xml").read_bytes()).feed
    assert feed.image.href == "https://blog.example/images/icon.png"
    assert (output / "images/icon.png").exists()


def test_an_icon_that_is_none_is_told(build_site, picture):
    """A picture that is not square would be shown torn."""
    site = build_site(
        {**FILES, "images/icon.png": picture},
        EVENT_RECAP={"feed_icon": "images/icon.png"},
        ARTICLE_PATHS=[""],
    )

    assert site.problems()[0] == (
        "EVENT_RECAP: feed_icon: 'images/icon.png' is no icon; expected a square PNG or JPEG, 144 pixels wide at most"
    )
