"""Links in the HTML of a text."""

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from event_recap.links.link import Link, rewrite_links


@pytest.mark.parametrize(
    ("url", "what", "target"),
    [
        ("{filename}/recaps/a.md#suite", "filename", "/recaps/a.md"),
        ("{static}images/a%20b.jpg?x", "static", "images/a b.jpg"),
        ("{attach}../été.jpg", "attach", "../été.jpg"),
        ("|static|/a.jpg", "static", "/a.jpg"),
        ("{static}", "static", ""),
        ("{tag}x", "", "{tag}x"),
        ("photo.jpg#x", "", "photo.jpg"),
        ("https://lune.example/menu?x", "", "/menu"),
        ("{static}//[", "static", ""),
        ("//[", "", ""),
        ("{static}/a%00b.jpg", "static", "/a\N{REPLACEMENT CHARACTER}b.jpg"),
    ],
)
def test_a_link_says_which_file_it_means(url, what, target):
    """In Pelican's braces, in its former bars, or as a plain path."""
    link = Link("a", url)

    assert (link.what, link.target) == (what, target)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("photo.jpg", True),
        ("../images/a.jpg?x#y", True),
        ("a b.md", True),
        ("", False),
        ("#fn:1", False),
        ("?page=2", False),
        ("/about/", False),
        ("//cdn.example/a.jpg", False),
        ("https://lune.example/", False),
        ("mailto:anne@lune.example", False),
        ("javascript:alert(1)", False),
        ("{static}/a.jpg", False),
        ("|static|/a.jpg", False),
        ("http://[", False),
    ],
)
def test_only_a_plain_path_starts_from_the_text_s_own_folder(url, expected):
    """Everything else is left as the author typed it."""
    assert Link("a", url).is_relative is expected


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="a.md">x</a>', '<a href="NEW">x</a>'),
        ("<a href='a.md'>x</a>", "<a href='NEW'>x</a>"),
        ('<IMG SRC = "a.jpg"/>', '<IMG SRC = "NEW"/>'),
        (
            '<video src="a" poster="b"><source src="c"></video>',
            '<video src="NEW" poster="NEW"><source src="NEW"></video>',
        ),
        ('<a title="x > y" href="a.md">x</a>', '<a title="x > y" href="NEW">x</a>'),
        ('<a\nhref="a.md">x</a>', '<a\nhref="NEW">x</a>'),
        ('<a data-href="a.md">x</a>', '<a data-href="a.md">x</a>'),
        ('<code>&lt;a href="a.md"&gt;</code>', '<code>&lt;a href="a.md"&gt;</code>'),
        ('href="a.md"', 'href="a.md"'),
        ("<a>x</a>", "<a>x</a>"),
    ],
)
def test_only_the_addresses_of_links_are_changed(html, expected):
    """Code that shows a link, and everything else in a text, stays as it is."""
    assert rewrite_links(html, lambda _: "NEW") == expected


def test_who_rewrites_a_link_sees_it_as_the_author_meant_it():
    """The element in lower case, entities decoded."""
    seen = []

    rewrite_links('<IMG src="a.jpg?x&amp;y">', lambda link: seen.append(link) or link.url)

    assert seen == [Link("img", "a.jpg?x&y")]


def test_a_link_that_is_not_changed_keeps_every_byte():
    """Entities and quotes stay as they were written."""
    html = "<a href='a.md?x&amp;y&#x27;z' title=\"&quot;\">x</a>"

    assert rewrite_links(html, lambda link: link.url) == html


@pytest.mark.parametrize("quote", ["'", '"'])
@given(new=st.text(alphabet="\"'<>&x /", max_size=10))
def test_no_new_address_leaves_its_attribute(quote, new):
    """Whatever it holds, a browser reads the whole of it, and nothing else."""
    html = rewrite_links(f"<a href={quote}a.md{quote}>x</a>", lambda _: new)

    (link,) = BeautifulSoup(html, "html5lib")("a")
    assert link.attrs == {"href": new}


@given(st.text(max_size=60))
def test_no_address_breaks_a_build(url):
    """Whatever is typed as an address, it can be asked what it is."""
    link = Link("a", url)

    assert link.what in {"", "filename", "static", "attach"}
    assert "\0" not in link.target
    assert link.is_relative in {True, False}
