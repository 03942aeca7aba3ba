from __future__ import annotations

from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from event_recap.loading.report import UnreadableError
from event_recap.loading.urls import parse_url


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("https://example.org", "https://example.org"),
        ("HTTP://Example.org/A", "http://Example.org/A"),
        ("//example.org/a", "https://example.org/a"),
        ("www.example.org", "https://www.example.org"),
        ("example.org:8080/a", "https://example.org:8080/a"),
        ("https://été.example/é", "https://été.example/%C3%A9"),
        ("https://a.example/%C3%A9?q=%zz#é", "https://a.example/%C3%A9?q=%25zz#%C3%A9"),
        ('https://a.example/"<b>?a="&b=\'', "https://a.example/%22%3Cb%3E?a=%22&b='"),
        ("http://[::1]:80/", "http://[::1]:80/"),
        ("http://localhost/", "http://localhost/"),
        ("https://a.example/(b)_[c]", "https://a.example/(b)_%5Bc%5D"),
    ],
)
def test_an_address_is_made_whole(typed, url):
    """An address gets its scheme, and characters that may not stand in one are encoded."""
    assert parse_url(typed) == url


@given(text=st.one_of(st.text(), st.text().map("https://a.example/".__add__), st.from_regex(r"\w+:.*")))
def test_no_other_scheme_gets_through(text):
    """Whatever is typed, an address begins with http, holds no quote or angle bracket, and stays the same when read again."""
    try:
        url = parse_url(text)
    except UnreadableError:
        return

    assert urlsplit(url).scheme in {"http", "https"}
    assert not set(url) & set(' "<>\\\n\t')
    assert parse_url(url) == url
