"""The text of a recap, between Markdown and the page."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from event_recap.recaps.body import (
    BodyExtension,
    link_frames,
    open_to_keyboard,
    place_attendees,
    withhold_pictures,
)
from event_recap.rendering import sanitize_body

CARDS = "<section>\\1 cards</section>"


def convert(text):
    """Return what a recap's Markdown becomes."""
    html = Markdown(extensions=["extra", BodyExtension()], output_format="html").convert(text)
    return BeautifulSoup(html, "html5lib").body


def list_tags(html):
    """Return the names of the elements, in order."""
    return [tag.name for tag in html.find_all()]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("# Un\n\n## Deux\n\n# Trois", ["h2", "h3", "h2"]),
        ("# Un\n\n##### Cinq\n\n###### Six", ["h2", "h6", "h6"]),
        ("## Deux\n\n### Trois", ["h2", "h3"]),
        ("Un texte", ["p"]),
    ],
    ids=["one step down", "six is the last", "nothing to move", "no headings"],
)
def test_the_first_heading_of_a_page_is_its_title(text, expected):
    """A recap that begins with « # » moves down as a whole; any other stays as typed."""
    assert list_tags(convert(text)) == expected


@pytest.mark.parametrize(
    ("typed", "anchor"),
    [
        ("## Ce que [[Anne Roy]] **dit**", "ce-que-dit"),
        ("## @anner", "section"),
        ("## Dit\n\n## *Dit* @anner", "dit_1"),
        ("## Mot @anner {#mien}", "mien"),
    ],
    ids=["a name", "nothing else", "the same words", "the author's own"],
)
def test_an_anchor_of_markdown_s_own_table_of_contents_has_no_mention_in_it(typed, anchor):
    """Whether the person may be named is known later, and an anchor becomes an address."""
    extensions = ["extra", "toc", BodyExtension()]
    html = Markdown(extensions=extensions, output_format="html").convert(f"[TOC]\n\n{typed}\n")
    ids = [heading["id"] for heading in BeautifulSoup(html, "html5lib").select("h2")]

    assert anchor in ids
    assert len(set(ids)) == len(ids)
    assert [
        word for word in ("anne-roy", "anner") if f'"#{word}' in html or any(word in one for one in ids)
    ] == []


def test_columns_keep_their_side_without_a_style_attribute():
    """A strict security policy lets no such attribute pass."""
    html = convert(
        "| a | b { .kept } | c |\n|:--|--:|---|\n| 1 | 2 | 3 |\n\n<p style='text-align: left;'>x</p>"
    )

    assert [cell.get("class") for cell in html("th")] == [["align-left"], ["kept", "align-right"], None]
    assert [cell.get("class") for cell in html("td")] == [["align-left"], ["align-right"], None]
    assert not html.table.find_all(style=True)


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<table><tr></tr></table>", '<table tabindex="0"><tr></tr></table>'),
        ('<PRE class="x">y</PRE>', '<PRE tabindex="0" class="x">y</PRE>'),
        ('<table tabindex="-1"></table>', '<table tabindex="-1"></table>'),
        ("<p>&lt;table&gt; <tablet></tablet></p>", "<p>&lt;table&gt; <tablet></tablet></p>"),
    ],
)
def test_what_is_wide_can_be_scrolled_by_keyboard(html, expected):
    """A table or code that a phone cannot show whole takes the focus, so that the arrow keys move it."""
    assert open_to_keyboard(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>Avant</p>\n<p>[attendees]</p>\n<p>Après</p>", f"<p>Avant</p>\n{CARDS}\n<p>Après</p>"),
        ("<p>\n[Attendees] </p>", CARDS),
        ("<p>Avant</p>", f"<p>Avant</p>\n{CARDS}"),
        ("<p>[attendees]</p><p>[attendees]</p>", CARDS),
        (
            "<p>The line [attendees] in a sentence</p>",
            f"<p>The line [attendees] in a sentence</p>\n{CARDS}",
        ),
        ("<pre>[attendees]</pre>", f"<pre>[attendees]</pre>\n{CARDS}"),
    ],
    ids=["at its line", "in any spelling", "after the text", "only once", "in a sentence", "in code"],
)
def test_the_cards_stand_where_the_author_wants_them(html, expected):
    """On a line of its own, the word in brackets is a place; everywhere else it is a word."""
    assert place_attendees(html, CARDS) == expected


def test_without_attendees_the_author_s_line_is_taken_out():
    """Nobody reads a word in brackets that stands for nothing."""
    assert place_attendees("<p>Avant</p><p>[attendees]</p>", "") == "<p>Avant</p>"
    assert place_attendees("<p>Avant</p>", "") == "<p>Avant</p>"


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (
            '<iframe width="560" src="https://video.example/1?a=1&amp;b=2" title="L\'entrevue"></iframe>',
            '<a href="https://video.example/1?a=1&amp;b=2">L&#x27;entrevue</a>',
        ),
        (
            "<iframe src='https://video.example/1'></iframe>",
            '<a href="https://video.example/1">video.example</a>',
        ),
        (
            "<IFRAME SRC=https://video.example/1></IFRAME>",
            '<a href="https://video.example/1">video.example</a>',
        ),
        ('<iframe src="//video.example/1"/></iframe>', '<a href="//video.example/1">video.example</a>'),
        ('<iframe src="video.html"></iframe>', '<a href="video.html">video.html</a>'),
        ('<iframe src="//["></iframe>', '<a href="//[">//[</a>'),
        ('<iframe data-src="https://lazy.example/"></iframe>', ""),
        ('<iframe src="/x?title=no" title="a > b"></iframe>', '<a href="/x?title=no">a &gt; b</a>'),
        ('<iframe src="x" title=""><p>Fallback</p></iframe>!', '<a href="x">x</a>!'),
        (
            'Un <iframe src="a"></iframe> deux <iframe src="b"></iframe>',
            'Un <a href="a">a</a> deux <a href="b">b</a>',
        ),
        ('<iframe src="a">never closed', '<a href="a">a</a>'),
        ("<iframe></iframe>", ""),
        ("<p>No frame</p>", "<p>No frame</p>"),
    ],
)
def test_a_frame_becomes_a_link_to_what_it_shows(html, expected):
    """Nobody follows readers from inside a page, and nothing that was shown is lost."""
    assert link_frames(html) == expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p><img alt="Une lanterne" src="{static}/a.jpg"></p>', "<p><em>[Une lanterne]</em></p>"),
        ('<img src="{attach}a.jpg" alt="L\'été > l\'hiver">', "<em>[L&#x27;été &gt; l&#x27;hiver]</em>"),
        ("<IMG alt='' src='|static|/a.jpg' />", "<em>[…]</em>"),
        ('<img src="{static}/a.jpg">', "<em>[…]</em>"),
        (
            '<img src="https://a.example/a.jpg" alt="{static}">',
            '<img src="https://a.example/a.jpg" alt="{static}">',
        ),
        ("<p>Un texte</p>", "<p>Un texte</p>"),
    ],
)
def test_a_draft_shows_words_for_pictures_that_are_not_published(html, expected):
    """The picture of a text that is not public is not copied, so its page does not ask for it."""
    assert withhold_pictures(html) == expected


@given(st.text(alphabet="<>/=\"' abisrcmgtlefx:[{", max_size=80))
def test_no_picture_of_a_draft_is_left(text):
    """Whatever stands around it; the page is read as a browser reads it."""
    html = sanitize_body(f'{text}<img src="{{static}}/secret.jpg" alt="{text}">')

    pictures = BeautifulSoup(withhold_pictures(html), "html5lib")("img")

    assert not [picture for picture in pictures if picture.get("src", "").startswith("{")]


@given(st.text(alphabet="<>/=\"' abisrcmgtlefx:[{", max_size=80))
def test_no_frame_is_left_on_a_page(text):
    """Whatever stands in its tag."""
    html = BeautifulSoup(sanitize_body(link_frames(f"<iframe {text}></iframe>")), "html5lib")

    assert not html("iframe")
