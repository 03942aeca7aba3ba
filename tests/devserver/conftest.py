"""A development server on a free port, over a site whose build is ten lines long."""

from __future__ import annotations

import http.client
import json
import sys
import threading
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pytest

from event_recap.devserver.options import Options
from event_recap.devserver.session import Session

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Stands in for Pelican: copies the post into a page, or fails as Pelican does.
FAKE_BUILD = """
import pathlib, sys
home = pathlib.Path(sys.argv[1])
post = (home / "content/post.md").read_text(encoding="utf-8")
if "BROKEN" in post:
    print("content/post.md:1: <b>title</b>: missing", file=sys.stderr)
    sys.exit(1)
policy = '<meta http-equiv="Content-Security-Policy" content="default-src &#39;self&#39;">'
page = f"<html><head>{policy}</head><body><p>{post}</p></body></html>"
for name in ("index.html", "recaps/cafe/index.html", "404.html"):
    file = home / "output" / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(page, encoding="utf-8")
"""

# Stands in for the process that builds and stays: a build takes as long as the file "slow" is there.
STAYING_BUILD = """
import json, os, pathlib, sys, time
home, answers = pathlib.Path(sys.argv[1]), int(os.environ["EVENT_RECAP_ANSWERS"])
post, output = home / "content/post.md", home / "output/index.html"
def say(**said):
    empty = {"is_shown": False, "problems": [], "drafts": [], "texts": []}
    os.write(answers, json.dumps(empty | said).encode() + b"\\n")
def word():
    return f"<html><body><p>{post.read_text(encoding='utf-8')}</p></body></html>"
page = word()
while (home / "slow").exists():
    time.sleep(0.02)
if "BROKEN" in page:
    sys.exit("content/post.md:1: broken")
output.parent.mkdir(exist_ok=True)
output.write_text(page, encoding="utf-8")
say(drafts=["index.html"] if "DRAFT" in page else [])
say(drafts=["index.html"] if "DRAFT" in page else [])
for line in sys.stdin:
    request, page = json.loads(line), word()
    if "CRASH" in page:
        sys.exit(1)
    if any(name.endswith(".yml") for name in request["changed"]):
        say()
    elif "BROKEN" in page:
        say(is_shown=True, problems=["content/post.md:1: broken"], texts=["content/post.md"])
    else:
        pathlib.Path(request["folder"], "index.html").write_text(page, encoding="utf-8")
        say(is_shown=True, texts=["content/post.md"], drafts=["index.html"] if "DRAFT" in page else [])
"""


@dataclass
class Running:
    """A session that runs in a thread of its own, and the site it serves."""

    home: Path
    session: Session

    def write(self, text):
        """Save the post, as an author does."""
        (self.home / "content/post.md").write_text(text, encoding="utf-8")

    def get(self, path, method="GET"):
        """Ask the server; return the code, the headers and the body as text."""
        connection = http.client.HTTPConnection("127.0.0.1", self.session.port, timeout=10)
        connection.request(method, path)
        answer = connection.getresponse()
        body = answer.read().decode("utf-8")
        connection.close()
        return answer.status, answer.headers, body

    def listen(self) -> Iterator[dict[str, Any]]:
        """Yield what an open page is told, as it comes."""
        connection = http.client.HTTPConnection("127.0.0.1", self.session.port, timeout=10)
        connection.request("GET", "/-/devserver/events")
        answer = connection.getresponse()
        try:
            while line := answer.readline():
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))
        finally:
            answer.close()
            connection.close()

    def wait_for(self, is_wanted):
        """Return the first status that is wanted."""
        statuses = self.listen()
        try:
            return next(status for status in statuses if is_wanted(status))
        finally:
            statuses.close()


@pytest.fixture(name="site")
def fixture_site(tmp_path):
    """Start a session over a built site; end it after the test."""
    with work(tmp_path, FAKE_BUILD) as running:
        yield running


@pytest.fixture(name="desk")
def fixture_desk(tmp_path):
    """Do the same where the process that builds stays, to be asked for texts."""
    with work(tmp_path, STAYING_BUILD) as running:
        yield running


@contextmanager
def work(tmp_path, build):
    """Run a session whose site is built by a script."""
    (tmp_path / "content").mkdir()
    (tmp_path / "content/post.md").write_text("Bonsoir, café", encoding="utf-8")
    (tmp_path / "build.py").write_text(build, encoding="utf-8")
    options = Options(
        content=tmp_path / "content",
        settings=tmp_path / "pelicanconf.py",
        output=tmp_path / "output",
        port=0,
    )
    session = Session(options, [sys.executable, str(tmp_path / "build.py"), str(tmp_path)])
    thread = threading.Thread(target=session.run, daemon=True)
    thread.start()
    running = Running(tmp_path, session)
    try:
        running.wait_for(lambda status: status["version"])
        yield running
    finally:
        session.stop()
        thread.join(timeout=10)
    assert not thread.is_alive()
