"""Mentions in Markdown: found by their form, whatever stands around them, and never in code or links."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown import Markdown

from event_recap.mention_syntax import PLACEHOLDER, MentionExtension, drop_placeholders


def convert(text):
    """Return Markdown as HTML, each mention between curly brackets."""
    html = Markdown(extensions=["extra", MentionExtension()], output_format="html").convert(text)
    return re.sub(rf"<{PLACEHOLDER}>(.*?)</{PLACEHOLDER}>", r"{\1}", html, flags=re.DOTALL)


FOUND = {
    "underscores": ("@cafe_lune_x et @_a_", "<p>{@cafe_lune_x} et {@_a_}</p>"),
    "emphasis": (
        "*@cafe_lune* **@a_b** ***@c***",
        "<p><em>{@cafe_lune}</em> <strong>{@a_b}</strong> <strong><em>{@c}</em></strong></p>",
    ),
    "emphasis by underscores": (
        "_@cafe_lune_ __@a_b__",
        "<p><em>{@cafe_lune}</em> <strong>{@a_b}</strong></p>",
    ),
    "the end of an emphasis": ("_avec @lune_ et @lune_", "<p><em>avec {@lune}</em> et {@lune_}</p>"),
    "inside an emphasis": (
        "**« @lune »** et *à @lune.*",
        "<p><strong>« {@lune} »</strong> et <em>à {@lune}.</em></p>",
    ),
    "quotes": ('« @lune », "@lune", (@lune), [@lune]', '<p>« {@lune} », "{@lune}", ({@lune}), [{@lune}]</p>'),
    "no-break spaces": (
        "«\u202f@lune\u202f» &nbsp;@lune&nbsp;",
        "<p>«\u202f{@lune}\u202f» &nbsp;{@lune}&nbsp;</p>",
    ),
    "start of a line": ("@lune\n@soleil", "<p>{@lune}\n{@soleil}</p>"),
    "list and heading": ("# @lune\n\n- @lune\n", "<h1>{@lune}</h1>\n<ul>\n<li>{@lune}</li>\n</ul>"),
    "quotation": ("> @lune", "<blockquote>\n<p>{@lune}</p>\n</blockquote>"),
    "tag of HTML": ('<b title="@x">@lune</b>', '<p><b title="@x">{@lune}</b></p>'),
    "Mastodon": ("@a_b@social.example!", "<p>{@a_b@social.example}!</p>"),
    "name": ("[[Anne Roy]] et [[anne_m_roy|Anne *R*]]", "<p>{[[Anne Roy]]} et {[[anne_m_roy|Anne *R*]]}</p>"),
    "name over two lines": ("[[Anne\nRoy]]", "<p>{[[Anne\nRoy]]}</p>"),
    "after a link": ("[a](b) @lune", '<p><a href="b">a</a> {@lune}</p>'),
}

LEFT_ALONE = {
    "code": ("`@lune` et `[[Anne]]`", "<p><code>@lune</code> et <code>[[Anne]]</code></p>"),
    "block of code": ("    @lune [[Anne]]", "<pre><code>@lune [[Anne]]\n</code></pre>"),
    "fenced code": ("```\n@lune\n```", "<pre><code>@lune\n</code></pre>"),
    "link": ("[@lune](https://a.example/@lune)", '<p><a href="https://a.example/@lune">@lune</a></p>'),
    "link in brackets": ("[[Anne]](https://a.example)", '<p><a href="https://a.example">[Anne]</a></p>'),
    "emphasis in a link": ("[*@lune* et [[Anne]]](b)", '<p><a href="b"><em>@lune</em> et [[Anne]]</a></p>'),
    "reference": ("[@lune]\n\n[@lune]: b", '<p><a href="b">@lune</a></p>'),
    "picture": ("![@lune](a.jpg)", '<p><img alt="@lune" src="a.jpg"></p>'),
    "block of HTML": ("<div>@lune</div>", "<div>@lune</div>"),
    "e-mail": ("anne@lune.example", "<p>anne@lune.example</p>"),
    "web address": ("https://a.example/@lune", "<p>https://a.example/@lune</p>"),
    "after a letter": ("a*@lune*", "<p>a<em>@lune</em></p>"),
    "backslash": (r"\@lune et \[[Anne]]", "<p>@lune et [[Anne]]</p>"),
    "number": ("[[12]]", "<p>[[12]]</p>"),
}


@pytest.mark.parametrize(("text", "html"), FOUND.values(), ids=FOUND)
def test_a_mention_is_found(text, html):
    """Neither emphasis nor punctuation nor typography hides a mention, or eats a part of it."""
    assert convert(text) == html


@pytest.mark.parametrize(("text", "html"), LEFT_ALONE.values(), ids=LEFT_ALONE)
def test_what_is_no_mention_stays_as_it_was(text, html):
    """Code, links, pictures, addresses and what follows a backslash are no mentions."""
    assert convert(text) == html


PIECES = st.sampled_from(
    [
        "@lune",
        "[[Anne]]",
        "[[",
        "]]",
        "`",
        "*",
        "_",
        "**",
        "[",
        "](b)",
        "!",
        "\\",
        "<b>",
        "</b>",
        " ",
        "\n",
        "a",
        "é",
        "|",
        "@",
        "(",
        "&amp;",
    ]
)


@given(st.lists(PIECES, max_size=14).map("".join))
def test_a_text_without_its_placeholders_has_every_word_that_was_typed(text):
    """Whatever is typed together, no mention loses a letter, and none is left half open."""
    html = Markdown(extensions=["extra", MentionExtension()], output_format="html").convert(text)

    assert PLACEHOLDER not in drop_placeholders(html)
    assert html.count("@lune") == text.count("@lune")


@given(st.lists(PIECES.filter(lambda piece: "`" not in piece and piece != "\n"), max_size=10).map("".join))
def test_code_is_never_touched(text):
    """Between backticks, everything is read as it was typed."""
    html = convert(f"avant ``x {text} y`` après")

    assert "{" not in html


def test_many_signs_take_no_time():
    """A text of nothing but signs for handles is read at once."""
    assert convert("@" * 20_000 + " " + "_@a" * 2_000).startswith("<p>")
