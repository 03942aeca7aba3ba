"""Whole builds with our writer, and what stock Pelican does in its place."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import Mock

import feedparser
import pytest
from feedgen.feed import FeedGenerator
from lxml import etree

from event_recap.feeds import entries, html

ENGLISH = (
    "Title: Thirty avatars\nSlug: focus-20\nLang: en\nDate: 2010-02-03 09:30\nSummary: Short.\n\nLast night."
)
MARKDOWN = {"extensions": ["markdown.extensions.footnotes", "markdown.extensions.meta"]}


def read(output, name):
    """Read a feed as a reader does."""
    parsed = feedparser.parse((output / "feeds" / name).read_bytes())
    assert not parsed.bozo
    return parsed


def test_every_feed_that_pelican_writes_is_written(build, post):
    """The site, each category, tag, author and language have their feeds in both formats."""
    output = build({"a.md": post(), "b.md": ENGLISH})

    feeds = [path for path in (output / "feeds").iterdir() if path.suffix in {".xml", ".json"}]
    names = {path.name.partition(".")[0] for path in feeds}
    assert names == {
        "all", "all-en", "all-fr", "by-marie-essai", "soirees", "tag-drummondville", "tag-reseautage",
    }  # fmt: skip
    assert len(feeds) == 3 * len(names)
    assert all(read(output, path.name).entries for path in feeds if path.suffix == ".xml")


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("all.atom.xml", ("Carnet d'essai", "Un carnet", "")),
        (
            "soirees.rss.xml",
            ("Carnet d'essai - Soirées", "Soirées – Carnet d'essai", "category/soirees.html"),
        ),
        (
            "tag-reseautage.rss.xml",
            ("Carnet d'essai - réseautage", "réseautage – Carnet d'essai", "tag/reseautage.html"),
        ),
        (
            "by-marie-essai.atom.xml",
            ("Carnet d'essai - Marie Essai", "Marie Essai – Carnet d'essai", "author/marie-essai.html"),
        ),
        ("all-en.atom.xml", ("Carnet d'essai - English", "English – Carnet d'essai", "")),
        ("all-fr.rss.xml", ("Carnet d'essai", "Un carnet", "")),
    ],
)
def test_a_feed_says_which_posts_it_holds(build, post, name, said):
    """Title, description and link of a feed are those of its collection."""
    feed = read(build({"a.md": post(), "b.md": ENGLISH}, SITESUBTITLE="Un carnet"), name).feed

    assert (feed.title, feed.subtitle, feed.link.removeprefix("https://blog.example/")) == said


def test_an_entry_has_one_id_everywhere_and_a_feed_one_of_its_own(build, post):
    """A reader that follows two feeds shows a post once, and takes no feed for another."""
    output = build({"a.md": post()})

    feeds = [read(output, path.name) for path in sorted((output / "feeds").glob("*.*.xml"))]
    assert len({feed.entries[0].id for feed in feeds}) == 1
    atom_ids = [feed.feed.id for feed in feeds if feed.version == "atom10"]
    assert len(set(atom_ids)) == len(atom_ids) == 6


def test_languages_are_told(build, post):
    """The feed speaks the language of the site, each entry its own, and a language's feed is in it."""
    output = build({"a.md": post(), "b.md": ENGLISH})

    root = etree.parse(output / "feeds/all.rss.xml").getroot()
    marks = [item.get("{http://www.w3.org/XML/1998/namespace}lang") for item in root.iter("item")]
    assert (root.findtext("channel/language"), marks) == ("fr", ["en", "fr"])
    assert read(output, "all-en.rss.xml").feed.language == "en"


@pytest.mark.parametrize("relative", [False, True])
def test_links_are_absolute_whatever_the_pages_do(build, post, picture, relative):
    """A site that is browsed from a disk still has feeds for the web, footnotes and pictures included."""
    body = "[Deux]({filename}sub/b.md)[^1] ![Anne]({static}images/a.png)\n\n[^1]: Note."
    files = {"a.md": post(body), "sub/b.md": post("Deux", "Deux"), "images/a.png": picture}

    output = build(files, RELATIVE_URLS=relative, MARKDOWN=MARKDOWN, ARTICLE_ORDER_BY="title")

    (content,) = [e.content[0].value for e in read(output, "all.atom.xml").entries if e.title == "Focus 20"]
    for address in ("deux.html", "images/a.png", "focus-20.html#fn:a:1", "focus-20.html#fnref:a:1"):
        assert f'"https://blog.example/{address}"' in content


@pytest.mark.parametrize("siteurl", ["", "https://blog.example/carnet"])
@pytest.mark.parametrize("relative", [False, True])
def test_a_site_without_an_address_or_in_a_folder_is_written(build, post, picture, siteurl, relative):
    """While a site is being written its feeds are well formed, with links from the root."""
    files = {"a.md": post("![Anne]({static}images/a.png)"), "images/a.png": picture}

    output = build(files, SITEURL=siteurl, RELATIVE_URLS=relative)

    (entry,) = etree.parse(output / "feeds/all.rss.xml").getroot().iter("item")
    assert entry.findtext("link") == f"{siteurl}/focus-20.html"
    assert f'src="{siteurl}/images/a.png"' in etree.tostring(entry, encoding="unicode")


def test_hostile_posts_stay_in_the_feed_without_what_is_hostile(build, post, capsys):
    """Control characters, brackets, scripts and frames cost neither the feed nor its readers."""
    body = "a\x0bb ]]> <script>alert(1)</script><b onclick=x>c</b> [d](javascript:alert(1)) <iframe src='//v.example/'></iframe>"

    output = build({"a.md": post(body, "]]> \x08 & C<T>"), "b.md": post("Sain", "Sain")})

    for name in ("all.atom.xml", "all.rss.xml"):
        entries = {entry.title: entry for entry in read(output, name).entries}
        assert set(entries) == {"]]> & C<T>", "Sain"}
        assert entries["]]> & C<T>"].content[0].value == (
            '<p>ab ]]&gt; <b>c</b> <a>d</a> <a href="https://v.example/">v.example</a></p>'
        )
    warnings = [line for line in capsys.readouterr().err.splitlines() if "invisible characters" in line]
    assert [line.partition("/a.md:")[2] for line in warnings] == [
        "1:8: title: holds invisible characters, U+0008; they are left out",
        "7:2: invisible characters are left out: U+000B",
    ]


def test_signals_are_sent_with_feedgens_feed_and_its_path(build, post):
    """Other plugins hear of every feed, and may change it before it is written."""
    heard = []

    def add_rights(context, feed):
        if isinstance(feed, FeedGenerator):
            feed.rights("CC BY 4.0")

    def remember(path, context, feed):
        heard.append((Path(path).name, type(feed), context["SITENAME"]))

    output = build({"a.md": post()}, receivers={"feed_generated": add_rights, "feed_written": remember})

    assert len(heard) == 18
    assert ("all.atom.xml", FeedGenerator, "Carnet d'essai") in heard
    assert read(output, "all.atom.xml").feed.rights == "CC BY 4.0"


def test_a_feed_without_a_path_is_returned_and_not_written(build, post):
    """A plugin may ask for a feed and do with it what it wants."""
    made = []

    def ask(generator, writer):
        made.append(writer.write_feed(generator.articles, generator.context, feed_title="À part"))

    output = build({"a.md": post()}, receivers={"article_writer_finalized": ask})

    assert [feed.title() for feed in made] == ["Carnet d'essai - À part"]
    feeds = [path for path in output.rglob("*.xml") if path.name != "sitemap.xml"]
    assert len(feeds) == 12  # six collections in two formats


def test_the_number_of_entries_is_the_sites_choice(build, post):
    """FEED_MAX_ITEMS holds for every feed."""
    files = {f"{number}.md": post(title=f"Numéro {number}") for number in range(4)}

    output = build(files, FEED_MAX_ITEMS=2)

    assert [len(read(output, name).entries) for name in ("all.atom.xml", "soirees.rss.xml")] == [2, 2]


@pytest.mark.parametrize("feed_format", ["atom", "rss"])
def test_the_newest_archive_leads_on_to_the_feed(build, post, feed_format):
    """Who reads a blog from its first post on comes to the newest one, by whatever archive."""
    files = {f"{number}.md": post(title=f"Numéro {number}") for number in range(5)}

    output = build(files, FEED_MAX_ITEMS=2)

    newer = []
    for number in (1, 2):
        feed = read(output, f"all.archive-{number}.{feed_format}.xml").feed
        newer += [Path(link.href).name for link in feed.links if link.rel == "next-archive"]
    assert newer == [f"all.archive-2.{feed_format}.xml", f"all.{feed_format}.xml"]


@pytest.mark.parametrize("name", ["tag-reseautage.atom.xml", "tag-reseautage.rss.xml"])
def test_a_post_with_two_spellings_of_a_tag_stands_in_its_feed_once(build, post, name):
    """Pelican lists it twice, as the two tags share a page."""
    twice = post().replace("Tags: réseautage", "Tags: réseautage, Réseautage")

    assert len(read(build({"a.md": twice}), name).entries) == 1


def test_links_name_their_feed_where_the_site_wants_it(build, post):
    """FEED_APPEND_REF is kept, and the id does not change with it."""
    (plain,) = read(build({"a.md": post()}), "all.rss.xml").entries
    (entry,) = read(build({"a.md": post()}, FEED_APPEND_REF=True), "all.rss.xml").entries

    assert (entry.link, entry.id) == ("https://blog.example/focus-20.html?ref=feed", plain.id)


def test_two_feeds_in_one_file_are_refused(build_site):
    """Both are named before either is written."""
    recap = {"recaps/a.md": "---\ntitle: Un\ndate: 2010-02-03\n---\nMot."}

    site = build_site(recap, FEED_ALL_RSS="feeds/all.atom.xml")

    assert site.exit_code == 1
    assert site.problems() == [
        "feed of the site: slug: its page 'feeds/all.atom.xml' is also that of feed of the site; give one of them another slug",
        "1 problem: nothing was published, the site stays as it was",
    ]


def test_an_entry_is_made_once_for_all_feeds(build, post, monkeypatch):
    """A post in eighteen feeds is cleaned once."""
    cleaned = Mock(wraps=html.clean_html)
    monkeypatch.setattr(entries, "clean_html", cleaned)

    build({"a.md": post()})

    assert cleaned.call_count == 1


def test_a_sleeping_plugin_writes_what_pelican_writes(build, build_stock, post):
    """On a site that is none of ours, feeds are byte for byte Pelican's own."""
    files = {"a.md": post("[b]({filename}b.md)"), "b.md": post("Deux", "R&amp;D <em>x</em>"), "c.md": ENGLISH}

    stock, ours = build_stock(files), build(files, event_recap=None, name="ours")

    paths = sorted(path.relative_to(stock) for path in stock.rglob("*.xml"))
    assert len(paths) == 14
    assert [(ours / path).read_bytes() for path in paths] == [(stock / path).read_bytes() for path in paths]
