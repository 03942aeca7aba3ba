"""HTML that an author typed, and that is none any more."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from event_recap.recaps.mending import PAGE_IDS, mend_html
from event_recap.rendering import sanitize_body

ROOT = Path(__file__).parents[2]
TEMPLATES = [
    *(ROOT / "theme/templates").rglob("*.html"),
    *(ROOT / "plugins/event_recap/templates").rglob("*.html"),
]


def mend(html):
    """Return HTML as a page gets it."""
    return mend_html(sanitize_body(html))


@pytest.mark.parametrize(
    ("typed", "mended"),
    [
        ("<strike>once</strike>", "<s>once</s>"),
        ("<tt>ls</tt>", "<code>ls</code>"),
        ('<acronym title="World">W</acronym>', '<abbr title="World">W</abbr>'),
        ('<center class="x">mid</center>', '<div class="align-center x">mid</div>'),
        ('<table width="9" summary="S"><tbody><tr><td align="right">1</td></tr></tbody></table>',
         '<table><tbody><tr><td class="align-right">1</td></tr></tbody></table>'),
        ('<hr size="2" width="50">', "<hr>"),
        ('<p id="a">1</p><p id="a">2</p><p id="">3</p>', '<p id="a">1</p><p>2</p><p>3</p>'),
        ('<p id="content">1</p>', "<p>1</p>"),
        ('<a href="http://a.example/Domain Spec|x%">s</a>', '<a href="http://a.example/Domain%20Spec%7Cx%25">s</a>'),
        ('<blockquote cite="a b">q</blockquote>', '<blockquote cite="a%20b">q</blockquote>'),
        ("<h2> </h2><p>x</p>", "<p>x</p>"),
    ],
)  # fmt: skip
def test_what_is_no_longer_html_becomes_what_looks_the_same(typed, mended):
    """Obsolete elements and attributes, names that stand twice, addresses with spaces."""
    assert mend(typed) == mended


@pytest.mark.parametrize(
    ("typed", "levels"),
    [("3345", "2234"), ("532", "222"), ("2424", "2323"), ("123", "234"), ("6", "2"), ("123456", "234566")],
)
def test_headings_skip_no_level(typed, levels):
    """The title of the page is the first heading; whoever jumps from one to the next misses none."""
    mended = mend("".join(f"<h{level}>x</h{level}>" for level in typed))

    assert mended == "".join(f"<h{level}>x</h{level}>" for level in levels)


@pytest.mark.parametrize(
    "html",
    [
        "<p>a &lt;strike&gt; b</p>",
        '<p><a href="{static}/a b.jpg">x</a></p>',
        '<p title="<center>">x</p>',
        "<h2>a</h2><h3>b</h3><h2>c</h2>",
        '<p><img src="a.jpg" alt="A"></p>',
    ],
)
def test_what_is_right_stays(html):
    """Words about HTML, links to files of the site, and good HTML are not touched."""
    assert mend(html) == sanitize_body(html)


def test_every_id_of_our_pages_is_taken():
    """What a template names stays the only one of its name, whatever a text calls its parts."""
    found = {name for file in TEMPLATES for name in re.findall(r'\sid="([a-z-]+)"', file.read_text("utf-8"))}

    assert found == PAGE_IDS
