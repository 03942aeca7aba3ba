"""A feed becomes recaps that subscribers know already."""

import json

import pytest

RSS = """\
<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>B</title><link>https://b.example/</link><language>en</language>
<item><title>One &amp; only</title><link>https://b.example/one/</link><guid isPermaLink="false">tag:b.example,2010:1</guid>
<pubDate>Wed, 03 Feb 2010 08:30:00 +0000</pubDate><dc:creator>Ann Invented</dc:creator><category>Evenings</category>
<description>Short words</description><content:encoded><![CDATA[<p>The whole text.</p>]]></content:encoded></item>
</channel></rss>
"""
ATOM = """\
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>A</title><id>urn:a</id><updated>2010-02-03T08:30:00Z</updated>
<entry><title>One &amp; only</title><id>tag:b.example,2010:1</id><link href="https://b.example/one/"/>
<published>2010-02-03T08:30:00Z</published><updated>2011-01-01T00:00:00Z</updated>
<author><name>Ann Invented</name><email>ann@secret.example</email></author><category term="e" label="Evenings"/>
<summary>Short words</summary><content type="html">&lt;p&gt;The whole text.&lt;/p&gt;</content></entry></feed>
"""
ITEM = {
    "id": "tag:b.example,2010:1",
    "url": "https://b.example/one/",
    "title": "One & only",
    "summary": "Short words",
    "content_html": "<p>The whole text.</p>",
    "date_published": "2010-02-03T08:30:00Z",
    "tags": ["Evenings"],
    "authors": [{"name": "Ann Invented"}],
}
JSON = json.dumps(
    {"version": "https://jsonfeed.org/version/1.1", "title": "J", "language": "en", "items": [ITEM]}
)


@pytest.mark.parametrize(("name", "text"), [("rss.xml", RSS), ("atom.xml", ATOM), ("feed.json", JSON)])
def test_a_feed_of_each_kind_says_the_same(read_posts, name, text):
    """Whole text, moment on the site's clocks, author, tags, summary, address, and the very id."""
    (post,) = read_posts(name, text)

    assert (post.title, post.html, post.summary) == ("One & only", "<p>The whole text.</p>", "Short words")
    assert str(post.moment) == "2010-02-03 09:30:00+01:00"
    assert (post.authors, post.tags, post.lang) == (("Ann Invented",), ("Evenings",), "en")
    assert (post.entry_id, post.address) == ("tag:b.example,2010:1", "https://b.example/one/")


def test_a_feed_with_beginnings_only_is_told(read_posts):
    """Whoever imports half a text is told to compare it with its page."""
    cut = RSS.replace("<p>The whole text.</p>", '<p>The whole <a href="x">Continue reading</a></p>')

    (post,) = read_posts("rss.xml", cut)

    assert "the beginning of this text only" in post.remarks.problems[0].what


def test_plain_text_of_a_json_feed_is_no_markup(read_posts):
    """What is no heading in the source is none here."""
    item = {"id": "urn:x:1", "content_text": "One.\n\n# Two"}

    (post,) = read_posts(
        "feed.json", json.dumps({"version": "https://jsonfeed.org/version/1", "items": [item, "no item"]})
    )

    assert post.text == "One.\n\n\\# Two"


def test_a_summary_that_only_repeats_the_beginning_is_none(read_posts):
    """A build makes the same by itself."""
    (post,) = read_posts("rss.xml", RSS.replace("Short words", "The whole te…"))

    assert post.summary == ""
