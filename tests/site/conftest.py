"""How whole sites are searched."""

from __future__ import annotations

import json
import re
import unicodedata
from dataclasses import dataclass
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from bs4 import BeautifulSoup
from lxml import etree

ATOM = "{http://www.w3.org/2005/Atom}"
NAMES = {"a": ATOM.strip("{}"), "c": "http://purl.org/rss/1.0/modules/content/"}
FEED_SUFFIXES = (".xml", ".json", ".rss", ".atom")


def fold(text):
    """Return text without case, accents and signs, so that a name, a slug and an address look alike."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", plain)


def decode(text):
    """Return text in every form that a browser or a program may make of it, folded."""
    as_json = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    unfolded = re.sub(r"\r\n[ \t]", "", text)  # of calendars and contact cards
    forms = (text, unescape(text), unescape(unescape(text)), unquote(text), unescape(unquote(text)), as_json)
    return " ".join(fold(form) for form in (*forms, unfolded))


def read(path):
    """Return the text of a file; of a picture, what letters are in it."""
    data = path.read_bytes()
    try:
        return data.decode()
    except UnicodeDecodeError:
        return " ".join(run.decode() for run in re.findall(rb"[\x20-\x7e]{4,}", data))


@pytest.fixture(name="find_traces", scope="session")
def fixture_find_traces():
    """Return a function that lists the files of a site that hold any of some words, in name or content."""

    def find_traces(site, *words):
        """Search every file, whatever its kind; words are found in any spelling and any encoding."""
        searched = {name: decode(name) + decode(read(site.output / name)) for name in site.files()}
        return sorted(
            (word, name) for word in words for name, text in searched.items() if fold(word).strip() in text
        )

    return find_traces


@pytest.fixture(name="find_broken", scope="session")
def fixture_find_broken():
    """Return a function that lists each page and address of a site that no file answers."""

    def find_broken(site, root="https://lanterne.example/"):
        """Return each page and address of the site that no file answers."""
        broken = set()
        for name in site.files():
            if not name.endswith(".html"):
                continue
            page = site.page(name)
            for element in page.select("[href], [src]"):
                url = urljoin(root + name, element.get("href") or element["src"])
                if url.startswith(root):
                    path = unquote(urlsplit(url).path.removeprefix(urlsplit(root).path))
                    target = site.output / (path + "index.html" if path.endswith("/") or not path else path)
                    if not target.is_file():
                        broken.add((name, url))
        return sorted(broken)

    return find_broken


@dataclass(frozen=True)
class Entry:
    """One post in one feed."""

    id: str
    url: str
    title: str
    summary: str
    """Plain text, made of HTML where the format has HTML."""
    html: str

    def parse(self):
        """Return the content as a browser sees it."""
        return BeautifulSoup(self.html, "html5lib")


@dataclass(frozen=True)
class Feed:
    """One document of a feed."""

    kind: str
    """atom, rss or json."""
    id: str
    """What it says of itself: an id, or else its address."""
    entries: tuple[Entry, ...]


@pytest.fixture(name="read_feeds", scope="session")
def fixture_read_feeds():
    """Return a function that reads every feed of a site, by its path, whatever its name."""

    def read_feeds(site):
        """Read every feed; what is none is left out."""
        feeds = {name: read_feed(site.read(name)) for name in site.files() if name.endswith(FEED_SUFFIXES)}
        return {name: feed for name, feed in feeds.items() if feed}

    return read_feeds


def read_feed(text):
    """Return what a feed says, or None where this is no feed."""
    if text.startswith("{"):
        feed = json.loads(text)
        if "jsonfeed.org" not in feed.get("version", ""):
            return None
        return Feed("json", feed["feed_url"], tuple(map(read_json_item, feed["items"])))
    if not text.startswith("<?xml"):
        return None
    root = etree.fromstring(text.encode())
    if root.tag == "rss":
        address = root.find("channel/a:link[@rel='self']", NAMES).get("href")
        return Feed("rss", address, tuple(map(read_rss_item, root.iter("item"))))
    if root.tag == ATOM + "feed":
        return Feed(
            "atom", root.findtext("a:id", None, NAMES), tuple(map(read_atom_entry, root.iter(ATOM + "entry")))
        )
    return None


def read_atom_entry(node):
    """Return an entry of Atom."""
    values = [node.findtext(f"a:{name}", "", NAMES) for name in ("id", "title", "summary", "content")]
    is_html = node.find("a:summary[@type='html']", NAMES) is not None
    url = node.find("a:link[@rel='alternate']", NAMES).get("href")
    return Entry(values[0], url, values[1], read_words(values[2]) if is_html else values[2], values[3])


def read_rss_item(node):
    """Return an item of RSS, in which a description is HTML."""
    values = [node.findtext(name, "") for name in ("guid", "link", "title", "description")]
    return Entry(*values[:3], read_words(values[3]), node.findtext("c:encoded", "", NAMES))


def read_json_item(item):
    """Return an item of JSON Feed."""
    return Entry(
        item["id"], item["url"], item["title"], item.get("summary", ""), item.get("content_html", "")
    )


def read_words(markup):
    """Return the words of HTML, on one line; no-break spaces stay."""
    return re.sub(r"[ \n]+", " ", BeautifulSoup(markup, "html5lib").get_text()).strip()
