"""Posts that were pasted as their network hands them out."""

from datetime import date

import pytest

from event_recap.quoted_posts.embeds import find_embed_lines, parse_embed, replace_embeds

X = (
    '<blockquote class="twitter-tweet" data-lang="fr"><p lang="fr" dir="ltr">Un <b>soir</b> &amp; plus<br>voir '
    '<a href="https://t.co/abc">pic.twitter.com/abc</a></p>— Anne-Marie (Lune) (@anne_lune) '
    '<a href="https://twitter.com/anne_lune/status/1?ref_src=x">December 31, 2010</a></blockquote>'
)
BLUESKY = (
    '<blockquote class="bluesky-embed" data-bluesky-uri="at://did:plc:a/app.bsky.feed.post/3k"><p lang="en">An evening'
    '</p>&mdash; Anne (<a href="https://bsky.app/profile/did:plc:a?ref_src=embed">@anne.bsky.example</a>) '
    '<a href="https://bsky.app/profile/did:plc:a/post/3k?ref_src=embed">18 octobre 2024 à 21:03</a></blockquote>'
)


def collect(html):
    """Return the posts that are found in a text, and the text without them."""
    posts = []
    rest = replace_embeds(html, lambda post: posts.append(post) or "", "recaps/r.md")
    return posts, rest


def test_a_tweet_has_author_day_words_and_address():
    """Tags and what follows readers are gone; a name may hold brackets."""
    (post,), rest = collect(f"<p>Avant</p>{X}<p>Après</p>")

    assert rest == "<p>Avant</p><p>Après</p>"
    assert [post.author.name, post.handle, post.network, post.lang] == [
        "Anne-Marie (Lune)",
        "anne_lune",
        "x",
        "fr",
    ]
    assert post.text == "Un soir & plus\nvoir pic.twitter.com/abc"
    assert [post.moment, post.url] == [date(2010, 12, 31), "https://twitter.com/anne_lune/status/1"]
    assert post.author.profiles[0].url == "https://x.com/anne_lune"


def test_a_post_of_bluesky_is_read_too_and_a_day_in_other_words_stays_as_it_is():
    """Whatever language the page had from which it was copied."""
    (post,), _ = collect(BLUESKY)

    assert [post.handle, post.network, post.moment] == ["anne.bsky.example", "bluesky", None]
    assert post.date_text == "18 octobre 2024 à 21:03"
    assert post.url == "https://bsky.app/profile/did:plc:a/post/3k"


@pytest.mark.parametrize(
    "html",
    [
        "<blockquote><p>Une citation</p>— Anne (@anne)</blockquote>",
        '<blockquote class="twitter-tweet"><p>Sans signature</p></blockquote>',
        '<blockquote class="twitter-tweet">Sans paragraphe — Anne (@anne)</blockquote>',
        '<blockquote class="mastodon-embed"><a href="https://social.example/@anne/1">Post by @anne</a></blockquote>',
    ],
)
def test_a_quotation_that_is_no_such_post_stays_as_it_is(html):
    """An author's own quotations are theirs."""
    assert collect(html) == ([], html)


@pytest.mark.parametrize("day", ["February 30, 2010", "Smarch 3, 2010", "3.2.2010", ""])
def test_a_day_that_is_none_is_not_guessed(day):
    """It stays in the words in which it was pasted."""
    html = X.partition(">")[2].removesuffix("</blockquote>").replace("December 31, 2010", day)

    post = parse_embed(html, "x", "r.md")

    assert [post.moment, post.date_text] == [None, day]


@pytest.mark.parametrize("url", ["https://evil.example/1", "javascript:alert(1)", "https://[x/1"])
def test_an_address_elsewhere_is_not_that_of_the_post(url):
    """A post on X is on X."""
    html = X.partition(">")[2].removesuffix("</blockquote>")

    assert (
        parse_embed(html.replace("https://twitter.com/anne_lune/status/1?ref_src=x", url), "x", "r.md").url
        == ""
    )


def test_without_a_link_a_post_has_no_day_and_no_address():
    """And a language that its network did not know is none."""
    post = parse_embed('<p lang="und">Un mot</p>— (@anne_lune)', "x", "r.md")

    assert [post.author.name, post.url, post.date_text, post.lang] == ["@anne_lune", "", "", ""]


def test_a_handle_that_no_network_knows_leads_nowhere():
    """The words are shown all the same."""
    assert parse_embed("<p>Un mot</p>— Anne (@anne)", "bluesky", "r.md").author.profiles == ()


def test_the_author_is_told_the_line(tmp_path):
    """The one that signs the post; of a file that is gone, the file."""
    (post,), _ = collect(X)
    path = tmp_path / "r.md"
    path.write_text(f"Un\n\n{X}\n", encoding="utf-8")

    assert [place.line for place in find_embed_lines(path, "r.md", post)] == [3]
    assert [place.line for place in find_embed_lines(tmp_path / "gone.md", "gone.md", post)] == [0]
