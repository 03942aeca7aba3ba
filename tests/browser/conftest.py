"""A browser, the example site as a strict server sends it, and pages that remember what went wrong.

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
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from event_recap.model.response_headers import find_headers, read_headers_file

PAGE_HEIGHT = 800
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
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() and urlsplit(self.path).path.endswith("/") else path
        if path.suffix not in SQUEEZED or not path.is_file():
            return super().send_head()
        body = squeeze(path, path.stat().st_mtime_ns)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(path))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        return io.BytesIO(body)

    def end_headers(self):
        """Add what ``_headers`` says, and let the browser keep what it has."""
        for name, value in find_headers(read_rules(self.directory), urlsplit(self.path).path):
            if name != "Cache-Control":
                self.send_header(name, value)
        self.send_header("Cache-Control", "max-age=3600")
        super().end_headers()

    def log_message(self, *words):
        """Keep quiet."""


@dataclass
class Visit:
    """One page, open in the browser, and what went wrong since."""

    page: Any
    host: str
    troubles: list[str] = field(default_factory=list)
    dialogs: list[str] = field(default_factory=list)
    shown: tuple[int, str, str] | None = None

    def listen(self):
        """Note everything that a reader's browser would complain about."""
        note = self.troubles.append
        self.page.on(
            "console", lambda said: said.type in {"error", "warning"} and note(f"console: {said.text}")
        )
        self.page.on("pageerror", lambda error: note(f"script: {error}"))
        self.page.on("requestfailed", lambda request: note(f"failed: {request.url}"))
        self.page.on(
            "response", lambda answer: answer.status >= 400 and note(f"{answer.status}: {answer.url}")
        )
        self.page.on("request", lambda request: self._check_host(request.url))
        self.page.on("dialog", self._close_dialog)

    def _check_host(self, url):
        """Note a request that leaves the site."""
        parts = urlsplit(url)
        if parts.scheme not in {"data", "blob"} and parts.netloc != self.host:
            self.troubles.append(f"elsewhere: {url}")

    def _close_dialog(self, dialog):
        """Note a dialog, and close it so that the page goes on."""
        self.dialogs.append(dialog.message)
        dialog.dismiss()

    def show(self, *, width=1280, scheme="light", media="screen"):
        """Look at the page on a window of another width in CSS pixels, in another scheme, or on paper."""
        if self.shown != (width, scheme, media):
            self.page.set_viewport_size({"width": width, "height": PAGE_HEIGHT})
            self.page.emulate_media(media=media, color_scheme=scheme)
            self.shown = (width, scheme, media)
        return self

    def wear(self, css):
        """Put a reader's own rules over those of the site, in the place of any before."""
        self.page.evaluate(
            "(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css); document.adoptedStyleSheets = [sheet]; }",
            css,
        )
        return self

    def sideways(self):
        """Return by how many pixels the page is wider than its window, and the first elements that stick out."""
        return self.page.evaluate("""() => {
            const root = document.documentElement, over = root.scrollWidth - root.clientWidth;
            if (over <= 0) return [];
            const out = [...document.body.querySelectorAll("*")].filter(
                (one) => one.getBoundingClientRect().right > root.clientWidth + 1);
            return [`${over} px`, ...out.slice(0, 5).map((one) => one.outerHTML.slice(0, 120))];
        }""")


@pytest.fixture(name="kinds", scope="session")
def fixture_kinds():
    """Return the address of one page of each kind."""
    return KINDS


def pytest_generate_tests(metafunc):
    """Run a test that asks for a ``path`` on every kind of page."""
    if "path" in metafunc.fixturenames:
        metafunc.parametrize("path", KINDS.values(), ids=KINDS.keys())


def pytest_collection_modifyitems(items):
    """Bring together what looks at one kind of page, for one worker to open it once; else each file is one's."""
    groups = {}
    for item in items:
        looks = "path" in getattr(item, "fixturenames", ())
        group = f"page {item.callspec.params['path']}" if looks else item.path.name
        item.add_marker(pytest.mark.xdist_group(group))
        groups.setdefault(group, []).append(item)
    items[:] = [item for group in groups.values() for item in group]


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
    """Return a function that opens a page of a folder in a new tab."""

    def open_page(folder, path, context=None, **settings):
        """Open a page with a reader's settings; without motion, so that what is measured stands still."""
        address = serve(folder)
        context = context or open_context(**{"reduced_motion": "reduce", **settings})
        visit = Visit(context.new_page(), urlsplit(address).netloc)
        visit.show()
        visit.listen()
        visit.page.goto(address + path)
        return visit

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
        done.page.close()


@pytest.fixture(name="look", scope="session")
def fixture_look(example, open_page):
    """Return a function that shows a page of the example site, loaded once for all who look at it in a row."""
    visits = {}

    def look(path, *, javascript=True, forced_colors="none", **shown):
        """Show a page; tests that press keys or buttons take ``visit``."""
        wanted = (path, javascript, forced_colors)
        for other in [each for each in visits if each[0] != path]:
            visits.pop(other).page.close()
        if wanted not in visits:
            visits[wanted] = open_page(
                example, path, java_script_enabled=javascript, forced_colors=forced_colors
            )
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
            visit.page.screenshot(path=target, type="jpeg", quality=70, full_page=True, clip=clip)

    return keep


@pytest.fixture(name="axe", scope="session")
def fixture_axe():
    """Return the source of axe-core."""
    return (importlib.resources.files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")
