"""No reader of the example site ends at a page that is not there."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from urllib.parse import unquote, urljoin, urlsplit

import feedparser
import pytest
from example_site import build_example

SITE = "https://lanterne.example/"
ADDRESSES = {"href", "src", "poster", "content", "data-copy"}
CSS_URL = re.compile(r"""url\(["']?([^"')]+)["']?\)""")


class Page(HTMLParser):
    """What a page links to, and the places in it that a link can name."""

    def __init__(self, text):
        super().__init__()
        self.links = []
        self.places = {"", "top"}
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        """Note the addresses and the ids of one tag."""
        del tag
        values = dict(attrs)
        self.places.update(values[key] for key in ("id", "name") if values.get(key))
        for key in ADDRESSES & values.keys():
            if key != "content" or values[key].startswith(SITE):
                self.links.append(values[key])
        self.links += [part.split()[0] for part in values.get("srcset", "").split(",") if part.strip()]


@pytest.fixture(name="built", scope="module")
def fixture_built(tmp_path_factory, example_site):
    """Build the example site as it is published, with pictures of the other one, and return its folder."""
    folder = tmp_path_factory.mktemp("published")
    done = build_example(folder, "publishconf.py")
    assert done.returncode == 0, done.stderr
    return folder / "output"


@pytest.fixture(name="pages", scope="module")
def fixture_pages(built):
    """Return every page by its address below the site's."""
    return {
        SITE + file.relative_to(built).as_posix().removesuffix("index.html"): Page(
            file.read_text(encoding="utf-8")
        )
        for file in built.rglob("*.html")
    }


def find(built, url):
    """Return the file that a server sends for an address of the site, or None."""
    path = unquote(urlsplit(url).path).removeprefix("/")
    file = built / (f"{path}index.html" if path.endswith("/") or not path else path)
    return file if file.is_file() else None


def test_every_link_and_picture_of_the_example_site_is_there(built, pages):
    """Whatever a page of the example site points to in the site exists, written as a server wants it."""
    missing = [
        f"{page}: {link}"
        for page, parsed in pages.items()
        for link in parsed.links
        if (url := urljoin(page, link)).startswith(SITE) and not find(built, url)
    ]

    assert sum(len(parsed.links) for parsed in pages.values()) > 1000
    assert missing == []


def test_every_link_into_a_page_finds_its_place(pages):
    """A link to a footnote, a card or a section has a footnote, a card or a section at its end."""
    inner = [
        (page, link, urlsplit(urljoin(page, link)))
        for page, parsed in pages.items()
        for link in parsed.links
        if "#" in link and "#text=" not in link  # a text for Mastodon, which a script reads
    ]
    lost = [
        f"{page}: {link}"
        for page, link, url in inner
        if (target := pages.get(url._replace(fragment="").geturl()))
        and unquote(url.fragment) not in target.places
    ]

    assert len(inner) > 50
    assert lost == []


def test_every_icon_of_a_page_is_drawn(built, pages):
    """An icon named on a page is in the file of icons."""
    icons = {
        (url._replace(fragment="").geturl(), url.fragment)
        for page, parsed in pages.items()
        for link in parsed.links
        if (url := urlsplit(urljoin(page, link))).path.endswith("icons.svg")
    }
    drawn = {file: Page(find(built, file).read_text(encoding="utf-8")).places for file, _ in icons}

    assert icons
    assert [name for file, name in icons if name not in drawn[file]] == []


def test_every_style_sheet_finds_its_parts(built):
    """What a style sheet imports or shows exists."""
    sheets = {SITE + file.relative_to(built).as_posix(): file for file in built.rglob("*.css")}
    links = [
        (address, urljoin(address, link))
        for address, file in sheets.items()
        for link in CSS_URL.findall(file.read_text(encoding="utf-8"))
    ]

    assert len(links) > 10
    assert [pair for pair in links if pair[1].startswith(SITE) and not find(built, pair[1])] == []


def test_every_address_in_a_feed_is_there(built):
    """Who reads in a feed reader gets to the site by every entry, and sees every picture."""
    links = []
    for feed in built.rglob("feeds/**/*.xml"):
        for entry in feedparser.parse(feed.read_bytes()).entries:
            html = "".join(part.value for part in entry.get("content", ()))
            links += [(feed.name, link) for link in (entry.link, *Page(html).links)]

    assert len(links) > 200
    assert [pair for pair in links if pair[1].startswith(SITE) and not find(built, pair[1])] == []
