"""Two sites, built and served from this machine to this machine, for readers to read."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest
from adapters.item import find_feeds
from example_site import CONTENT, build_example

ROOT = Path(__file__).parents[2]
# The text of each site; the second is real, and not in every checkout.
SITES = {
    "example": CONTENT,
    "lrug": ROOT.parent / "shared/real/lrug/content",
    "hostile": Path(__file__).parent / "hostile",
}
MEDIA_TYPES = {".xml": "application/xml", ".json": "application/feed+json", "": "application/octet-stream"}
# A site of another text has none of the files that the example's settings name.
FOREIGN = {"EXTRA_PATH_METADATA": {}, "EVENT_RECAP": {}}
PROGRAMS = ("newsboat", "sfeed", "node")


class Handler(SimpleHTTPRequestHandler):
    """A server that says nothing, and sends feeds as servers do."""

    extensions_map = MEDIA_TYPES

    def log_message(self, *_):
        """Leave the log out."""


@contextmanager
def serve(folder):
    """Serve a folder to this machine; give its address."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=folder))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    thread.join()
    server.server_close()


def copy(content, folder):
    """Copy a site's text: a build writes what it has to remember beside it."""
    shutil.copytree(content, folder / "content", copy_function=shutil.copyfile)


def build(folder):
    """Build the text below a folder as it is published, and return the output folder."""
    command = [sys.executable, "-m", "pelican", "content", "-s", str(ROOT / "publishconf.py"), "-o", "output"]
    command += ["-e", *(f"{key}={json.dumps(value)}" for key, value in FOREIGN.items())]
    environment = {**os.environ, "COLUMNS": "200"}
    done = subprocess.run(
        command, cwd=folder, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
    )
    assert done.returncode == 0, done.stderr[-3000:]
    return folder / "output"


@pytest.fixture(name="programs", scope="session", autouse=True)
def fixture_programs():
    """Say at once which reader this machine lacks."""
    missing = [program for program in PROGRAMS if not shutil.which(program)]
    assert not missing, f"not installed: {', '.join(missing)}; make test-readers says how to get them"


@pytest.fixture(name="output", scope="session", params=SITES)
def fixture_output(request, tmp_path_factory):
    """Build a site and return its folder."""
    content = SITES[request.param]
    if not content.is_dir():
        pytest.skip("this real site is not in this checkout")
    folder = tmp_path_factory.mktemp(request.param)
    if content == CONTENT:
        done = build_example(folder, "publishconf.py")
        assert done.returncode == 0, done.stderr
        return folder / "output"
    copy(content, folder)
    return build(folder)


@pytest.fixture(name="feeds", scope="session")
def fixture_feeds(output):
    """Serve a site; return every feed of it."""
    with serve(output) as address:
        yield find_feeds(output, address)


@pytest.fixture(name="feeds_without", scope="session")
def fixture_feeds_without(tmp_path_factory):
    """Build a site, withdraw one post, build again; return every feed of it."""
    folder = tmp_path_factory.mktemp("withdrawn")
    copy(SITES["hostile"], folder)
    build(folder)
    (folder / "content/recaps/quotes.md").unlink()
    output = build(folder)
    with serve(output) as address:
        yield find_feeds(output, address)
