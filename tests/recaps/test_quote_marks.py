"""The author's line ``[quote]``."""

import pytest

from event_recap.recaps.quotes import drop_lone_marks, has_lone_mark, has_stray_mark, mark_quotes

QUOTE = '<figure class="pull-quote"><blockquote><p>Un <em>mot</em>.</p></blockquote></figure>'


@pytest.mark.parametrize(
    "html",
    [
        "<p>[quote]\nUn <em>mot</em>.</p>",
        "<p>[Quote] Un <em>mot</em>.</p>",
        "<p>[quote]<br>\nUn <em>mot</em>.</p>",
        "<p>[quote]</p>\n<p>Un <em>mot</em>.</p>",
        "<p>[quote]</p>\n<blockquote>\n<p>Un <em>mot</em>.</p>\n</blockquote>",
    ],
    ids=["line before", "same line", "line break", "paragraph before", "Markdown's quote"],
)
def test_what_follows_the_mark_is_a_quote(html):
    """However the mark is set before the words, they become the same quote."""
    assert mark_quotes(html) == QUOTE


@pytest.mark.parametrize(
    "html",
    [
        "<p>Say [quote] here</p>",
        "<p><code>[quote]</code> says it</p>",
        "<p>[quoted] text</p>",
        "<pre><code>[quote]\nx\n</code></pre>",
    ],
)
def test_the_word_elsewhere_is_a_word(html):
    """Only a paragraph that begins with the mark is a quote."""
    assert mark_quotes(html) == html
    assert not has_lone_mark(html)


@pytest.mark.parametrize(
    ("html", "is_seen"),
    [
        ("<p>Say [Quote] here</p>", True),
        ("<h2>[quote]</h2>", True),
        ("<p>[quoted] text, <code>[quote]</code></p>", False),
        ("<pre><code>[quote]\nx\n</code></pre>", False),
        ("<p>[quote]</p><h2>Titre</h2>", False),
        ('<p><img alt="[quote]"></p>', False),
    ],
)
def test_a_mark_that_readers_would_see_is_found(html, is_seen):
    """In the middle of a paragraph it makes no quote; in code it is meant, and alone it is taken out."""
    assert has_stray_mark(html) is is_seen


def test_several_quotes_stay_apart():
    """Each mark takes the paragraph after it, and no more."""
    html = "<p>[quote]\nUn</p><p>Deux</p><p>[quote]</p><p>Trois</p><p>Quatre</p>"

    assert mark_quotes(html).count("<figure") == 2
    assert "<p>Deux</p>" in mark_quotes(html).split("</figure>")[1]


def test_a_mark_before_nothing_is_left_out():
    """A mark that is followed by a heading or by nothing is found, and taken out."""
    html = mark_quotes("<p>[quote]</p>\n<h2>Titre</h2>")

    assert has_lone_mark(html)
    assert drop_lone_marks(html) == "<h2>Titre</h2>"
