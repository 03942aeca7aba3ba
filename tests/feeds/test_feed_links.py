from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.feeds.links import find_absolute_srcset, find_absolute_url

PAGE = "https://blog.example/recaps/focus-20/"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("photo.jpg", "https://blog.example/recaps/focus-20/photo.jpg"),
        ("../autre/", "https://blog.example/recaps/autre/"),
        ("/images/é à.jpg", "https://blog.example/images/%C3%A9%20%C3%A0.jpg"),
        ("#fn:1", "https://blog.example/recaps/focus-20/#fn:1"),
        ("", "https://blog.example/recaps/focus-20/"),
        ("//cdn.example/a.js", "https://cdn.example/a.js"),
        ("HTTPS://Ailleurs.example/A%20b", "https://Ailleurs.example/A%20b"),
        ("https://ailleurs.example/?a=1&b=2#c", "https://ailleurs.example/?a=1&b=2#c"),
        ("https://ailleurs.example/100%", "https://ailleurs.example/100%25"),
        ("mailto:info@blog.example", "mailto:info@blog.example"),
    ],
)
def test_a_link_leads_from_a_reader_to_where_it_led_on_the_page(typed, read):
    """A reader knows nothing of the page, so a link says all of its address."""
    assert find_absolute_url(PAGE, typed) == read


@pytest.mark.parametrize(
    "typed",
    [
        "javascript:alert(1)",
        " JavaScript:alert(1)",
        "java\nscript:alert(1)",
        "\tjavascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "tel:+15145550100",
        "file:///etc/passwd",
        "{filename}absent.md",
        "|static|absent.jpg",
        "http://[",
    ],
)
def test_a_link_that_may_not_or_cannot_be_followed_is_none(typed):
    """Other schemes, links of Pelican that lead nowhere and broken addresses do not leave the build."""
    assert find_absolute_url(PAGE, typed) is None


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_whatever_is_typed_a_link_is_of_the_web_or_none(typed):
    """No input makes a link of another scheme, or one that is not plain ASCII."""
    url = find_absolute_url(PAGE, typed)

    assert url is None or (urlsplit(url).scheme in {"http", "https", "mailto"} and url.isascii())


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("a.jpg", f"{PAGE}a.jpg"),
        ("a.jpg 1x,b.jpg 2.5x", f"{PAGE}a.jpg 1x, {PAGE}b.jpg 2.5x"),
        ("a.jpg, b.jpg 640w ,", f"{PAGE}a.jpg, {PAGE}b.jpg 640w"),
        ("w_300,h_200/a.jpg 2x", f"{PAGE}w_300,h_200/a.jpg 2x"),
        ("javascript:x 1x, b.jpg 2x", f"{PAGE}b.jpg 2x"),
        ("{static}absent.jpg", None),
        (" , ", None),
        ("a" * 5000, None),
    ],
)
def test_every_size_of_a_picture_is_absolute(typed, read):
    """A reader that picks among several sizes finds each of them; endless lists are dropped."""
    assert find_absolute_srcset(PAGE, typed) == read
