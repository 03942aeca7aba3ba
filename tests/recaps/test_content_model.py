"""An author's own HTML that is well formed, and still not as HTML has it."""

from __future__ import annotations

import pytest

from event_recap.recaps.content_model import find_misplaced
from event_recap.recaps.mending import mend_html
from event_recap.rendering import sanitize_body


def find(html):
    """Return what an author is told of HTML, as a page gets it."""
    return [one.what for one in find_misplaced(mend_html(sanitize_body(html)))]


@pytest.mark.parametrize(
    ("html", "told"),
    [
        ("<ul><p>a</p></ul>", "<p> has no place right in <ul>; put it inside <li>"),
        ("<ol><li>a</li> b</ol>", "text has no place right in <ol>; put it inside <li>"),
        ("<ul><li>a</li><ul><li>b</li></ul></ul>", "<ul> has no place right in <ul>; put it inside <li>"),
        ("<dl><p>a</p></dl>", "<p> has no place right in <dl>; put it inside <dt>"),
        ("<div><li>a</li></div>", "<li> has no place outside of <ul>; put it inside one"),
        ("<figcaption>a</figcaption>", "<figcaption> has no place outside of <figure>; put it inside one"),
        ("<h2><p>a</p></h2>", "<p> has no place inside of <h2>; close that before it"),
        ("<b><div>a</div></b>", "<div> has no place inside of <b>; close that before it"),
        ('<span><a href="a"><p>a</p></a></span>', "<p> has no place inside of <span>; close that before it"),
        (
            '<a href="a"><table><tr><td><a href="b">b</a></td></tr></table></a>',
            "a link has no place inside of a link; close the first before the second",
        ),
    ],
)
def test_what_has_no_place_is_told(html, told):
    """With what to do about it."""
    assert find(html) == [told]


@pytest.mark.parametrize(
    "html",
    [
        "<p>a<div>b</div></p>",
        '<a href="a">a <a href="b">b</a></a>',
        "<table><p>a</p><tr><td>b</td></tr></table>",
        "<p>a<ul><li>b</li></ul></p>",
        '<p id="a">1</p><p id="a">2</p>',
    ],
)
def test_what_a_browser_mends_is_mended(html):
    """As every browser does: nobody needs to be told."""
    assert find(html) == []


@pytest.mark.parametrize(
    "html",
    [
        '<a href="a"><p>a</p></a>',
        "<ul><li><p>a</p><ul><li>b</li></ul></li></ul>",
        "<dl><dt>a</dt><dd><p>b</p></dd><div><dt>c</dt><dd>d</dd></div></dl>",
        "<details><summary><h3>a</h3></summary><p>b</p></details>",
        '<figure><img src="a.jpg" alt="a > b"><figcaption><p>c</p></figcaption></figure>',
        "<ruby>漢<rt>kan</rt></ruby><hr><pre>&lt;ul&gt;a</pre>",
    ],
)
def test_what_is_in_its_place_is_not_told(html):
    """Good HTML of an author stays, and in silence."""
    assert find(html) == []
