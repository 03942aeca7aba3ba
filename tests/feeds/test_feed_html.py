from __future__ import annotations

import re
from urllib.parse import urlsplit

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from event_recap.feeds.html import ATTRIBUTES, TAGS, clean_html

PAGE = "https://blog.example/recaps/focus-20/"

HOSTILE = [
    "<script>alert(1)</script>",
    "<SCRIPT/SRC=https://evil.example/x.js></SCRIPT>",
    "<img src=x onerror=alert(1)>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<svg><iframe><img src=x onerror=alert(1)></iframe></svg>",
    "<iframe><script>alert(1)</script></iframe>",
    '<iframe src="javascript:alert(1)" title=\'"><script>alert(1)</script>\'></iframe>',
    "<iframe src='https://a.example/' srcdoc='<script>alert(1)</script>'></iframe>",
    '<a href="java&#10;script:alert(1)">x</a>',
    '<a href="&#1;javascript:alert(1)">x</a>',
    "<math><mi//xlink:href='data:x,<script>alert(1)</script>'>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>",
    "<form action=javascript:alert(1)><button formaction=javascript:alert(1)>x</button></form>",
    "<object data='x.swf'></object><embed src='x.swf'>",
    "<p style='background:url(javascript:alert(1))'>x</p>",
    "<img alt='<img src=x onerror=alert(1)>'>",
    "<template><script>alert(1)</script></template>",
    "<base href='https://evil.example/'><meta http-equiv=refresh content=0><link rel=stylesheet href=x>",
    "<video><source onerror=alert(1) src=data:x></video>",
    "<xmp><script>alert(1)</script></xmp><plaintext><script>",
]

KEPT = [
    '<figure><img src="https://blog.example/a.jpg" alt="Anne"><figcaption>Anne</figcaption></figure>',
    '<table><thead><tr><th scope="col">a</th></tr></thead><tbody><tr><td colspan="2">1</td></tr></tbody></table>',
    "<pre><code>print(&quot;a &lt; b&quot;)</code></pre>",
    '<blockquote cite="https://a.example/"><p>Oui.</p></blockquote>',
    '<audio src="https://blog.example/a.mp3" controls=""></audio>',
    '<video poster="https://blog.example/p.jpg" controls=""><source src="https://blog.example/a.mp4" type="video/mp4"></video>',
    '<picture><source srcset="https://blog.example/a.webp" type="image/webp"><img src="https://blog.example/a.jpg" alt=""></picture>',
    '<p lang="en" dir="ltr">Hi <abbr title="World Wide Web">WWW</abbr></p>',
    '<details open=""><summary>Suite</summary><p>…</p></details>',
    '<p><time datetime="2010-02-02">mardi</time></p>',
]


def assert_harmless(markup):
    """Parse as a browser does, and look at every element and attribute."""
    for element in BeautifulSoup(markup, "html5lib").find("body").find_all():
        assert element.name in TAGS
        for name, value in element.attrs.items():
            assert name in ATTRIBUTES["*"] | ATTRIBUTES.get(element.name, set()) | {"controls"}
            if name in {"href", "src", "poster", "cite"}:
                assert urlsplit(value).scheme in {"http", "https", "mailto"}


@pytest.mark.parametrize("markup", HOSTILE)
def test_nothing_that_acts_leaves_with_a_post(markup):
    """A reader shows posts of many sites in one window: none of ours brings a script, a frame or a form."""
    assert_harmless(clean_html(markup, PAGE))


@given(
    st.lists(st.sampled_from([*HOSTILE, *KEPT, "<p>", "</p>", "<a href='", '"', "'>", "<!--", "]]>", "&lt;"]))
)
def test_pieces_in_any_order_stay_harmless(pieces):
    """Broken markup around hostile markup hides nothing."""
    assert_harmless(clean_html("".join(pieces), PAGE))


@pytest.mark.parametrize("markup", KEPT)
def test_what_a_recap_needs_is_kept(markup):
    """Figures, tables, code, quotations, sound, video and pictures of several sizes come through whole."""
    assert clean_html(markup, PAGE) == markup.replace("&quot;", '"')


def test_a_frame_becomes_a_link_that_bears_its_title():
    """A video of another site stays reachable where frames are not shown."""
    cleaned = clean_html('<iframe src="//v.example/1?a=1&b=2" title=\'Vidéo "20" &lt;3\'>x</iframe>', PAGE)

    assert cleaned == '<a href="https://v.example/1?a=1&amp;b=2">Vidéo "20" &lt;3</a>'


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ('<iframe src="https://v.example/1"></iframe>', '<a href="https://v.example/1">v.example</a>'),
        ('<iframe src="mailto:a@b.example"></iframe>', '<a href="mailto:a@b.example">mailto:a@b.example</a>'),
        ('<iframe title="Rien"></iframe>', ""),
        ('<iframe src="javascript:x" title="Rien"></iframe>', ""),
    ],
)
def test_a_frame_without_a_title_is_named_by_its_site_and_one_without_an_address_goes(markup, shown):
    """A link always has words, and words never lead nowhere."""
    assert clean_html(markup, PAGE) == shown


@pytest.mark.parametrize(
    ("markup", "shown"),
    [
        ('<img src="a.jpg">', f'<img src="{PAGE}a.jpg" alt="">'),
        ('<img alt="a &gt; b" src="a.jpg">', f'<img alt="a &gt; b" src="{PAGE}a.jpg">'),
        ('<img src="data:image/png;base64,AAAA" alt="Anne &amp; Luc">', "Anne &amp; Luc"),
        ('<img src="{static}absent.jpg">', ""),
    ],
)
def test_a_picture_has_a_text_and_a_lost_one_is_its_text(markup, shown):
    """Who cannot see a picture is told what it shows, or that it shows nothing of weight."""
    assert clean_html(markup, PAGE) == shown


def test_footnotes_lead_to_the_page_and_keep_their_ids():
    """A mark in a reader opens the note on the page; readers that show notes themselves find them by id."""
    cleaned = clean_html(
        '<sup id="fnref:1"><a href="#fn:1">1</a></sup><h2 id="top">A</h2><li id="fn:1">b</li>', PAGE
    )

    assert cleaned == f'<sup id="fnref:1"><a href="{PAGE}#fn:1">1</a></sup><h2>A</h2><li id="fn:1">b</li>'


def test_no_address_is_relative():
    """Links, pictures, posters and quotations of a post read the same anywhere."""
    markup = (
        '<a href="b/">b</a><img src="a.jpg" srcset="a.jpg 1x, c.jpg 2x" alt=""><video poster="p.jpg"></video>'
    )

    addresses = re.findall(r"[\w/:.-]+\.jpg|[\w/:.-]+/b/", clean_html(markup, PAGE))

    assert len(addresses) == 5
    assert all(address.startswith("https://blog.example/recaps/focus-20/") for address in addresses)
