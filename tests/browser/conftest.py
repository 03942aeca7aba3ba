"""A browser, the example site as a strict server sends it, and every kind of its pages.

Where ``SCREENSHOTS`` names a folder, each kind of page is kept there as it was seen.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import importlib.resources
import io
import os
import threading
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from visits import NOTHING, PAGE_HEIGHT, Visit
from work_units import UnitScheduling, name_page, order_units

from event_recap.model.response_headers import find_headers, read_headers_file

# Every kind of page, by the address of one of them.
KINDS = {
    "home": "",
    "recap": "recaps/lanterne-3/",
    "recap without event": "recaps/un-mot-pour-l-hiver/",
    "recap with a gallery": "recaps/lanterne-3-en-images/",
    "column with footnotes": "recaps/ce-que-l-avatar-ne-dit-pas/",
    "interview": "recaps/entretien-ondine-lacasse-roy/",
    "translation": "en/recaps/lanterne-1/",
    "person": "people/idriss-morin-belkacem/",
    "person known by name": "people/gedeon-plourde/",
    "people": "people/",
    "two people": "people/cafepasseur/maelle-desfosses/",
    "who met whom": "network/",
    "who met whom in a series": "series/lanterne/network/",
    "event": "events/lanterne-1-2024/",
    "event to come": "events/lanterne-5-2027/",
    "event without recap": "events/dejeuner-degel-2026/",
    "events": "events/",
    "archives": "archives/",
    "category": "categories/soirees/",
    "categories": "categories/",
    "tag": "tags/cafe/",
    "tags": "tags/",
    "author": "authors/marie-eve-lantier/",
    "authors": "authors/",
    "page": "a-propos/",
    "page in English": "en/a-propos/",
    "privacy": "privacy/",
    "subscribe": "subscribe/",
    "share on Mastodon": "share/mastodon/#text=Bonjour",
    "search": "search/?q=lanterne",
    "lost": "404.html",
    "draft": "drafts/lanterne-5-invitation/",
}


EMPTY_PAGE = gzip.compress(b'<link rel="icon" href="data:,">')  # else the browser would ask for one
SQUEEZED = {".html", ".css", ".js", ".svg", ".json", ".xml", ".txt"}


@functools.cache
def squeeze(path, time):
    """Return what a file is on the wire, read anew where it was written again."""
    return gzip.compress(path.read_bytes(), mtime=0)


@functools.cache
def read_rules(folder):
    """Return the rules of a site for its host."""
    rules = read_headers_file(Path(folder, "_headers").read_text(encoding="utf-8"))
    assert any(name == "Content-Security-Policy" for rule in rules for name, _ in rule.headers)
    return rules


class StrictHandler(http.server.SimpleHTTPRequestHandler):
    """Sends files with the headers that the site itself asks a host for."""

    protocol_version = "HTTP/1.1"  # one connection for the forty files of a page

    def send_head(self):
        """Send a text as every host does, in fewer bytes, and anything else as it is."""
        if self.path == NOTHING:
            return self.send_text("text/html", EMPTY_PAGE)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and urlsplit(self.path).path.endswith("/") else path
        if path.suffix not in SQUEEZED or not path.is_file():
            return super().send_head()
        return self.send_text(self.guess_type(path), squeeze(path, path.stat().st_mtime_ns))

    def send_text(self, kind, body):
        """Send the head of a text that is squeezed, and return the text."""
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def end_headers(self):
        """Add what ``_headers`` says, and let the browser keep what it has."""
        rules = read_rules(self.directory) if self.path != NOTHING else ()
        for name, value in find_headers(rules, urlsplit(self.path).path):
            if name != "Cache-Control":
                self.send_header(name, value)
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *words):
        """Keep quiet."""


@pytest.fixture(name="kinds", scope="session")
def fixture_kinds():
    """Return the address of one page of each kind."""
    return KINDS


def pytest_generate_tests(metafunc):
    """Run a test that asks for a ``path`` on every kind of page."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", KINDS.values(), ids=map(name_page, KINDS))


def pytest_collection_modifyitems(items):
    """Bring together what looks at one kind of page, for one worker to open it once; else each file is one's."""
    order_units(items)


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config, log):
    """Give workers what belongs together."""
    return UnitScheduling(config, log)


@pytest.fixture(name="example", scope="session")
def fixture_example(example_site):
    """Return the folder of the example site, which is built once for all who run tests at the same time."""
    assert example_site.exit_code == 0, example_site.errors
    return example_site.output


@pytest.fixture(name="serve", scope="session")
def fixture_serve():
    """Return a function that serves a folder and returns its address, with a slash at the end."""
    servers = {}

    def serve(folder):
        """Serve on a free port, until the session ends."""
        if folder not in servers:
            handler = functools.partial(StrictHandler, directory=folder)
            servers[folder] = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler)
            threading.Thread(target=servers[folder].serve_forever, args=(0.1,), daemon=True).start()
        return f"http://127.0.0.1:{servers[folder].server_port}/"

    yield serve
    for server in servers.values():
        server.shutdown()
        server.server_close()


@pytest.fixture(name="open_context", scope="session")
def fixture_open_context(browser):
    """Return a function that gives a reader's settings; those who want the same share them."""
    contexts = {}

    def open_context(**settings):
        """Open a context, or return the one with the same settings."""
        key = tuple(sorted(settings.items()))
        if key not in contexts:
            contexts[key] = browser.new_context(**settings)
        return contexts[key]

    yield open_context
    for context in contexts.values():
        context.close()


@pytest.fixture(name="open_page", scope="session")
def fixture_open_page(serve, open_context):
    """Return a function that opens a page of a folder, in a tab that nobody uses any more if there is one.

    A new tab takes three times as long as one that had a page of the site before.
    """
    tabs = {}

    def open_page(folder, path, context=None, **settings):
        """Open a page with a reader's settings; without motion, so that what is measured stands still."""
        settings = {"reduced_motion": "reduce", **settings}
        idle = None if context else tabs.setdefault(tuple(sorted(settings.items())), [])
        context = context or open_context(**settings)
        visit = idle.pop() if idle else Visit(context.new_page(), idle=idle).listen()
        return visit.go(serve(folder) + path)

    return open_page


@pytest.fixture(name="visit")
def fixture_visit(example, open_page):
    """Return a function that opens a page of the example site, or of another folder, until the test ends."""
    visits = []

    def visit(path, *, folder=example, width=1280, context=None, **settings):
        """Open a page in a tab of its own, to do something there."""
        visits.append(open_page(folder, path, context, **settings))
        return visits[-1].show(width=width)

    yield visit
    for done in visits:
        done.leave()


@pytest.fixture(name="look", scope="session")
def fixture_look(example, open_page):
    """Return a function that shows a page of the example site, loaded once for all who look at it in a row."""
    visits = {}

    def look(path, *, javascript=True, forced_colors="none", **shown):
        """Show a page; tests that press keys or buttons take ``visit``."""
        wanted = (path, javascript, forced_colors)
        for other in [each for each in visits if each[0] != path]:
            visits.pop(other).leave()
        if wanted not in visits:
            settings = {"java_script_enabled": javascript, "forced_colors": forced_colors}
            # Whoever has set nothing shares tabs with those who press keys.
            chosen = {name: value for name, value in settings.items() if value not in {True, "none"}}
            visits[wanted] = open_page(example, path, **chosen)
        return visits[wanted].show(**shown)

    return look


@pytest.fixture(name="keep", scope="session")
def fixture_keep():
    """Return a function that keeps what a page looks like, where ``SCREENSHOTS`` names a folder."""
    folder = os.environ.get("SCREENSHOTS")

    kinds = {address: kind.replace(" ", "-") for kind, address in KINDS.items()}

    def keep(visit, path, view):
        """Keep the first screens of a kind of page as a picture."""
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            width = visit.page.viewport_size["width"]
            clip = {"x": 0, "y": 0, "width": width, "height": 3 * PAGE_HEIGHT}
            target = Path(folder, f"{kinds[path]}-{view}.jpg")
            visit.page.bring_to_front()
            visit.page.screenshot(path=target, type="jpeg", quality=70, full_page=True, clip=clip)

    return keep


@pytest.fixture(name="axe", scope="session")
def fixture_axe():
    """Return the source of axe-core."""
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
