"""How whole sites are searched."""

from __future__ import annotations

import re
import unicodedata
from html import unescape
from urllib.parse import unquote, urljoin, urlsplit

import pytest


def fold(text):
    """Return text without case, accents and signs, so that a name, a slug and an address look alike."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    return re.sub(r"[\W_]+", " ", plain)


def decode(text):
    """Return text in every form that a browser or a program may make of it, folded."""
    as_json = re.sub(r"\\u([0-9a-fA-F]{4})", lambda code: chr(int(code[1], 16)), text)
    forms = (text, unescape(text), unescape(unescape(text)), unquote(text), unescape(unquote(text)), as_json)
    return " ".join(fold(form) for form in forms)


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
