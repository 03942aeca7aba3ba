"""Former addresses as an author types them."""

import pytest

from event_recap.loading.report import UnreadableError
from event_recap.loading.site_path import name_file, parse_site_path


@pytest.mark.parametrize(
    ("typed", "file"),
    [
        ("/2010/02/focus-20/", "2010/02/focus-20/index.html"),
        ("2010/02/focus-20", "2010/02/focus-20/index.html"),
        ("/old.html", "old.html"),
        ("/%C3%A9t%C3%A9/", "été/index.html"),
    ],
)
def test_a_former_address_is_the_file_that_a_host_looks_for(typed, file):
    """With or without slashes, and as a browser copies it, an address names one file."""
    assert name_file(parse_site_path(typed)) == file


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("https://old.example/a/", "is a whole address; expected what follows the domain"),
        ("//old.example/a/", "is a whole address; expected what follows the domain"),
        ("/../secret/", "is no address of a page"),
        ("/", "is no address of a page"),
        ("/a//b/", "is no address of a page"),
        ("/?p=20", "is no address of a page"),
        ("/a/*", "is no address of a page"),
        ("/feed.xml", "names a file; expected the address of a page"),
    ],
)
def test_what_is_no_address_below_the_site_is_told(typed, what):
    """An address of another site, one that leads out of this one, or that of a file says what to write."""
    with pytest.raises(UnreadableError, match=what.replace("?", r"\?")):
        parse_site_path(typed)
