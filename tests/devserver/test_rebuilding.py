"""Building again at each change, without a server."""

import sys
import threading
import time

import pytest

from event_recap.devserver.options import Options
from event_recap.devserver.rebuilding import Rebuilder

BUILD = """
import pathlib, sys
sys.exit("content/post.md:1: broken" if "BROKEN" in pathlib.Path(sys.argv[1]).read_text() else 0)
"""


class Audience:
    """Keeps how builds ended."""

    def __init__(self):
        self.outcomes = []

    def begin(self):
        """Know that a build begins."""

    def end(self, outcome):
        """Keep it."""
        self.outcomes.append(outcome)

    def preview(self, answer):
        """Nobody asks for previews."""
        pytest.fail(f"a preview: {answer}")


@pytest.fixture(name="rebuilding")
def fixture_rebuilding(tmp_path):
    """Rebuild in a thread; return the post's file and the outcomes so far."""
    post = tmp_path / "content/post.md"
    post.parent.mkdir()
    post.write_text("Bonsoir", encoding="utf-8")
    (tmp_path / "pelicanconf.py").touch()
    options = Options(content=post.parent, settings=tmp_path / "pelicanconf.py", output=tmp_path / "output")
    audience = Audience()
    rebuilder = Rebuilder(options, audience, [sys.executable, "-c", BUILD, str(post)])
    thread = threading.Thread(target=rebuilder.run)
    thread.start()
    yield post, audience.outcomes
    rebuilder.stop()
    thread.join(timeout=10)
    assert not thread.is_alive()


def wait_for(outcomes, number):
    """Wait until so many builds ended."""
    deadline = time.monotonic() + 10
    while len(outcomes) < number and time.monotonic() < deadline:
        time.sleep(0.05)


def test_a_mistake_is_told_and_does_not_end_the_watching(rebuilding):
    """A build that fails says why, and the repair is built as any other change."""
    post, outcomes = rebuilding
    wait_for(outcomes, 1)

    post.write_text("BROKEN", encoding="utf-8")
    wait_for(outcomes, 2)
    post.write_text("Réparé", encoding="utf-8")
    wait_for(outcomes, 3)

    assert [outcome.problems for outcome in outcomes[:3]] == [(), ("content/post.md:1: broken",), ()]
