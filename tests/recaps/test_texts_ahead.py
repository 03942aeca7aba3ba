"""Texts of a large site are read by other processes, and say what they say when this one reads them."""

from __future__ import annotations

import hashlib
import os
from types import SimpleNamespace

import pytest
from pelican.settings import DEFAULT_CONFIG

from event_recap.engine.pages import PAGES_KEY
from event_recap.engine.workers import FEWEST_TEXTS
from event_recap.errors import Place
from event_recap.loading.recap import ParsedRecap
from event_recap.model.recap import Recap
from event_recap.recaps.kept import READINGS_NAME
from event_recap.recaps.plain_data import READINGS
from event_recap.recaps.reader import MarkdownReader
from event_recap.recaps.text_reader import ReadText
from event_recap.settings import NAME

SETTINGS = {"PELICAN_CLASS": "event_recap.Pelican"}
FILES = {
    f"recaps/{number}.md": f"---\ntitle: Soir {number}\ndate: 2020-02-03\n---\n*Bonsoir* {number}.\n"
    for number in range(FEWEST_TEXTS)
}
SLIPS = {
    "recaps/a.md": "---\ntitle: Un\ndate: 2020-02-30\n---\nBonsoir.\n",
    "recaps/b.md": "---\ntitel: Deux\ndate: 2020-02-03\n---\nBonsoir.\n",
    "recaps/c.md": "---\ntitle: Trois\ndate: 2020-02-03\n---\n" + "[" * 60_000,
    "recaps/d.md": "---\ntitle: Quatre\ndate: 2020-02-03\n---\n<iframe src='https://a.example/'></iframe>\n",
}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")


def ahead(path, text, opened=()):
    """Return a reader of a site in which another process has read a text, or None for nothing, and what is known."""
    read = text and [hashlib.sha256(path.read_bytes()).hexdigest(), READINGS.pack(text), list(opened)]
    pages = SimpleNamespace(workers=SimpleNamespace(take={str(path): read}.get), opened=set())
    reader = MarkdownReader(
        {**DEFAULT_CONFIG, "PATH": str(path.parent), NAME: {}, PAGES_KEY: pages, "PLUGINS": []}
    )
    return reader, pages.opened


@pytest.fixture(name="path")
def fixture_path(tmp_path):
    """Write a text."""
    path = tmp_path / "a.md"
    path.write_text("---\ntitle: A\n---\nIci.\n", encoding="utf-8")
    return path


@pytest.fixture(name="other")
def fixture_other():
    """Return a text that nobody wrote, to be told from what is in the file."""
    recap = Recap(place=Place("a.md", 1))
    parsed = ParsedRecap(metadata={"title": "A"}, recap=recap, body="", body_line=4, lines={}, problems=())
    return ReadText(parsed, "<p>D’ailleurs.</p>", {}, (), ())


def test_a_text_that_another_process_read_is_not_read_again(path, other):
    """The files that it opened are among those that the next build looks at."""
    reader, opened = ahead(path, other, ["/a/lexer.py"])

    assert reader.read(str(path))[0] == "<p>D’ailleurs.</p>"
    assert opened == {"/a/lexer.py"}


def test_a_text_that_changed_in_between_is_read_again(path, other):
    """What counts is what is in the file when its turn comes."""
    reader, opened = ahead(path, other)
    path.write_text("---\ntitle: A\n---\nAutre.\n", encoding="utf-8")

    assert reader.read(str(path))[0] == "<p>Autre.</p>"
    assert opened == set()


def test_a_text_that_no_other_process_could_read_is_read_here(path):
    """Such as one that takes too long, of which this process tells."""
    assert ahead(path, None)[0].read(str(path))[0] == "<p>Ici.</p>"


def test_what_other_processes_read_is_kept(build_site):
    """The next build reads none of it, as if this process had read it."""
    kept = {}
    for jobs in (1, 3):
        site = build_site(FILES, JOBS=jobs, **SETTINGS, CACHE_PATH=f"kept-{jobs}")
        kept[jobs] = (site.folder / f"kept-{jobs}" / READINGS_NAME).read_bytes()

    assert kept[1].count(b"\n") == FEWEST_TEXTS + 1
    assert kept[3] == kept[1]


def test_every_slip_is_told_as_by_one_process(build_site):
    """The same lines in the same order, whichever process read the text."""
    alone = build_site({**FILES, **SLIPS}, JOBS=1, **SETTINGS)
    shared = build_site({**FILES, **SLIPS}, JOBS=3, **SETTINGS)

    assert len(alone.problems()) > len(SLIPS)
    assert (shared.exit_code, shared.problems()) == (alone.exit_code, alone.problems())
