"""Who takes over the list of all feeds has all of them in the reader."""

from __future__ import annotations

import os
import re
import subprocess
from urllib.parse import unquote, urlsplit

import pytest
from adapters.node import run_node

pytestmark = pytest.mark.readers


@pytest.fixture(name="opml", scope="module")
def fixture_opml(output):
    """Return the list of all feeds of a site."""
    return output / "feeds/feeds.opml"


def find_stem(path):
    """Return what the formats of a feed have in common."""
    return re.sub(r"(\.atom|\.rss)?\.(xml|json)$", "", path)


def import_with_newsboat(opml, folder):
    """Return the addresses that newsboat has after taking over a list."""
    files = ["-C", folder / "config", "-u", folder / "urls", "-c", folder / "cache.db"]
    for name in ("config", "urls"):
        (folder / name).touch()
    environment = {**os.environ, "HOME": str(folder), "LC_ALL": "C.UTF-8"}
    subprocess.run(
        ["newsboat", *files, "-i", opml], env=environment, check=True, capture_output=True, timeout=60
    )
    return re.findall(r"^http\S+", (folder / "urls").read_text(encoding="utf-8"), re.MULTILINE)


def import_with_sfeed(opml, _folder):
    """Return the addresses that sfeed has after taking over a list."""
    done = subprocess.run(
        ["sfeed_opml_import"], input=opml.read_bytes(), check=True, capture_output=True, timeout=60
    )
    return re.findall(r"'(https?:[^']+)'", done.stdout.decode("utf-8"))


def import_with_feedsmith(opml, _folder):
    """Return the addresses that feedsmith finds in a list."""
    (addresses,) = run_node("opml.cjs", [opml])
    return addresses


READERS = {"newsboat": import_with_newsboat, "sfeed": import_with_sfeed, "feedsmith": import_with_feedsmith}


@pytest.mark.parametrize("name", READERS)
def test_a_reader_takes_over_every_feed(output, opml, feeds, tmp_path, name):
    """A reader finds each feed in the list, in one format and not in its archives, at its address on the web.

    Whoever wants the comments on one recap takes them from its page.
    """
    current = {find_stem(feed.name) for feed in feeds if not re.search(r"\.archive-|/comments/", feed.name)}

    urls = READERS[name](opml, tmp_path)

    paths = [unquote(urlsplit(url).path).removeprefix("/") for url in urls]
    assert all(url.startswith("https://lanterne.example/") for url in urls)
    assert [path for path in paths if not (output / path).is_file()] == []
    assert sorted(map(find_stem, paths)) == sorted(current)
