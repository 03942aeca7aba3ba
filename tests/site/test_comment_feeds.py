"""Feeds of comments: what readers answered, in every format, for those who follow."""

import json

import pytest
from lxml import etree

RECAP = "---\ntitle: Un soir\nslug: soir\ndate: 2026-02-03\nlang: fr\n---\nTexte.\n"
FILES = {
    "attendees/soir.yml": "attendees:\n  - {name: Anne Roy, profiles: {x: anner}}\n  - {name: Léa Nom, visibility: name-only}\n",
    "recaps/soir.md": RECAP,
    "comments/soir/a.yml": 'author: {name: Anne Roy, url: "https://x.com/anner"}\ndate: 2026-02-04 10:00\ntext: Merci @anner & <b>vous</b>.\n',
    "comments/soir/b.yml": "author: Bo Sand\ndate: 2026-02-05 10:00\ntext: De rien.\nin_reply_to: a\n",
    "comments/soir/c.yml": "author: Léa Nom\ndate: 2026-02-06\ntext: Moi aussi.\n",
    "comments/soir/d.yml": "author: Cy Like\ndate: 2026-02-06\nkind: like\n",
}
SITE = {"SITEURL": "https://lanterne.example"}
SPACES = {
    "a": "http://www.w3.org/2005/Atom",
    "t": "http://purl.org/syndication/thread/1.0",
    "s": "http://purl.org/rss/1.0/modules/slash/",
    "w": "http://wellformedweb.org/CommentAPI/",
}
SHARED = [
    f"feeds/{name}.{ending}"
    for name in ("all.comments", "comments/soir")
    for ending in ("atom.xml", "json", "rss.xml")
]


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build the site once."""
    return build_shared_site(FILES, **SITE)


def parse(site, name):
    """Return a feed in XML."""
    return etree.fromstring(site.read(name).encode())


def test_there_is_a_feed_of_the_site_and_one_of_the_recap_in_each_format(site):
    """Whoever follows one conversation does not have to follow all."""
    assert [name for name in site.files() if "comments" in name and name.startswith("feeds/")] == SHARED
    links = [
        link["href"].removeprefix("https://lanterne.example/")
        for link in site.page("recaps/soir/index.html").select("link[rel=alternate]")
    ]
    assert [link for link in links if "comments" in link] == [SHARED[3], SHARED[5], SHARED[4]]


def test_an_entry_says_what_it_answers(site):
    """RFC 4685: the recap, or the comment before, by their ids in the feeds."""
    feed, recaps = parse(site, "feeds/comments/soir.atom.xml"), parse(site, "feeds/all.atom.xml")
    ids = {
        entry.findtext("a:title", None, SPACES): entry.findtext("a:id", None, SPACES)
        for entry in feed.findall("a:entry", SPACES)
    }
    answered = [entry.find("t:in-reply-to", SPACES).attrib for entry in feed.findall("a:entry", SPACES)]

    assert list(ids) == ["Bo Sand, à propos de «\xa0Un soir\xa0»", "Anne Roy, à propos de «\xa0Un soir\xa0»"]
    assert [one["ref"] for one in answered] == [
        list(ids.values())[1],
        recaps.findtext("a:entry/a:id", None, SPACES),
    ]
    assert answered[0]["href"] == "https://lanterne.example/recaps/soir/#comment-a"


def test_the_recap_says_how_many_answered_and_where_to_read_it(site):
    """Atom, RSS and JSON Feed, each in its own words."""
    entry = parse(site, "feeds/all.atom.xml").find("a:entry", SPACES)
    replies = entry.find("a:link[@rel='replies'][@type='application/atom+xml']", SPACES)
    item = parse(site, "feeds/all.rss.xml").find("channel/item")
    extension = json.loads(site.read("feeds/all.json"))["items"][0]["_event_recap"]

    assert replies.get("href") == "https://lanterne.example/feeds/comments/soir.atom.xml"
    assert replies.get(f"{{{SPACES['t']}}}count") == "2"
    assert entry.findtext("t:total", None, SPACES) == "2"
    assert item.findtext("comments") == "https://lanterne.example/recaps/soir/#comments"
    assert item.findtext("s:comments", None, SPACES) == "2"
    assert (
        item.findtext("w:commentRss", None, SPACES) == "https://lanterne.example/feeds/comments/soir.rss.xml"
    )
    assert extension["comments"]["count"] == 2


def test_a_feed_names_only_those_who_are_public(site):
    """Whoever agreed to a name on the page did not agree to a feed."""
    words = " ".join(site.read(name) for name in SHARED)

    assert "Léa" not in words
    assert "Cy Like" not in words
    assert "https://lanterne.example/people/anne-roy/" in words


def test_an_entry_keeps_its_id_when_its_file_is_renamed(build_site):
    """The key in the file names it, and the id of the recap; neither the address nor the title does."""
    keyed = {**FILES, "comments/soir/b.yml": FILES["comments/soir/b.yml"] + "id: wm-7\n"}
    first = json.loads(build_site(keyed, **SITE).read("feeds/comments/soir.json"))["items"][0]["id"]
    again = build_site({}, **SITE)
    (again.folder / "content/comments/soir/b.yml").rename(again.folder / "content/comments/soir/z.yml")
    renamed = build_site({"recaps/soir.md": RECAP.replace("Un soir", "Le soir")}, **SITE)

    assert json.loads(renamed.read("feeds/comments/soir.json"))["items"][0]["id"] == first


def test_a_site_without_comments_has_no_feed_of_them(build_site):
    """Neither a file, nor a line, nor a namespace."""
    site = build_site({"attendees/soir.yml": FILES["attendees/soir.yml"], "recaps/soir.md": RECAP}, **SITE)
    feeds = [name for name in site.files() if name.startswith("feeds/")]

    assert [name for name in feeds if "comments" in name] == []
    assert [name for name in feeds if "thread/1.0" in site.read(name) or "slash" in site.read(name)] == []


def test_the_feeds_of_comments_are_chosen_like_all_others(build_site):
    """A format that nobody wants is not written, and the recap does not lead to it."""
    site = build_site(FILES, EVENT_RECAP={"feeds": {"comments": [], "recap_comments": ["json"]}}, **SITE)

    assert [name for name in site.files() if "comments" in name and name.startswith("feeds/")] == [SHARED[4]]
    assert (
        parse(site, "feeds/all.atom.xml").find("a:entry/a:link[@type='application/atom+xml']", SPACES) is None
    )


@pytest.mark.parametrize(
    "name", [name for name in SHARED if name.endswith(".xml")] + ["feeds/all.atom.xml", "feeds/all.rss.xml"]
)
def test_the_validator_of_the_w3c_finds_nothing(site, find_feed_faults, name):
    """No error, no warning and no note, in the feeds of comments and in those that lead to them."""
    assert find_feed_faults(site.read(name), f"https://lanterne.example/{name}") == []
