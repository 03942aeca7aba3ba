"""Pages are made on every core, and are those that one core makes."""

from __future__ import annotations

import os
import shutil
import signal
import sys
from pathlib import Path

import pytest

from event_recap.engine import workers
from event_recap.engine.page_record import find_page_records, read_records

THEME = Path(__file__).parents[2] / "theme"
CLASS = {"PELICAN_CLASS": "event_recap.Pelican", "SITEURL": "https://a.example", "NO_CACHE": True}
FILES = {
    f"recaps/{number}.md": f"---\ntitle: Soir {number}\ndate: 2020-02-03\ntags: [soir]\n---\nBonsoir {number}.\n"
    for number in range(workers.FEWEST_TEXTS)
} | {"attendees/soir.yml": "event: {name: Soir, start: 2020-02-02}\nattendees: [Anne Roy, Zoé Bel]\n"}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="the system cannot fork")


@pytest.fixture(name="alone", scope="module")
def fixture_alone(build_shared_site):
    """Build a site in one process."""
    return build_shared_site(FILES, JOBS=1, **CLASS)


def test_three_cores_make_what_one_makes(alone, build_site):
    """However many cores there are, every file is the same."""
    shared = build_site(FILES, JOBS=3, **CLASS)

    assert (shared.exit_code, shared.problems()) == (0, alone.problems())
    assert shared.read_all() == alone.read_all()


def test_what_is_opened_on_three_cores_is_what_one_opens(alone, build_site):
    """A file that only a fork opened is one of those that the next build looks at."""
    shared = build_site(FILES, JOBS=3, **CLASS)

    records = [read_records(find_page_records(site.output)) for site in (alone, shared)]
    names = [{line.split(" ", 3)[-1] for line in record.files} for record in records]
    # Python looks into a folder of modules again where that one changed since it last did.
    shareable = {name for name in names[0] if str(alone.folder) not in name} - set(sys.path)
    assert shareable <= names[1]
    assert records[0].templates == records[1].templates


def test_forks_make_most_pages_and_the_others_are_taken(build_site, tmp_path):
    """Where the template of recaps was edited, each is made again, and a list of tags is not."""
    theme = shutil.copytree(THEME, tmp_path / "theme")
    options = {**CLASS, "THEME": str(theme), "JOBS": 3, "NO_CACHE": False}
    build_site(FILES, **options)
    template = theme / "templates" / "article.html"
    before, end, after = template.read_text(encoding="utf-8").rpartition("{% end")
    template.write_text(f"{before}<i>Neuf</i>{end}{after}", encoding="utf-8")

    site = build_site({}, **options, EXPLAIN="tags/index.html")
    found = site.read_all()

    assert "tags/index.html: taken from the last site" in site.log
    assert b"<i>Neuf</i>" in found["recaps/soir-7/index.html"]
    assert build_site({}, **{**options, "NO_CACHE": True}).read_all() == found


def test_what_a_fork_did_not_make_is_left_to_its_process():
    """A fork that is killed hands nothing over, and nobody waits for it."""
    worker = workers._fork(lambda _share: os.kill(os.getpid(), signal.SIGKILL), 0, 1)

    assert worker.take("a.html") is None
    worker.stop()


def test_pages_come_in_their_order():
    """A page is given when it is asked for, whatever else is asked for before; after the last there is none."""
    worker = workers._fork(lambda share: share.hand_over("a.html", ["words"]), 0, 1)

    assert worker.take("other.html") is None
    assert worker.take("a.html") == ["words"]
    assert worker.take("b.html") is None
    worker.stop()


def test_nobody_is_left_when_the_build_stops():
    """A fork that works on is ended, and no longer a process."""
    worker = workers._fork(lambda _share: signal.pause(), 0, 1)

    worker.stop()

    with pytest.raises(ProcessLookupError):
        os.kill(worker.process, 0)


def test_a_fork_ends_when_nobody_waits_for_its_pages():
    """A build that was killed leaves no process behind that goes on working."""

    def make(share):
        signal.signal(signal.SIGPIPE, signal.SIG_IGN)
        while True:
            share.hand_over("a.html", None)

    worker = workers._fork(make, 0, 1)
    worker.lengths.close()
    worker.data.close()

    _, status = os.waitpid(worker.process, 0)
    assert os.waitstatus_to_exitcode(status) == 1


def test_a_small_site_is_made_by_one_process():
    """Forks take longer than a few pages."""
    assert workers.count_jobs({workers.JOBS: 4}, workers.FEWEST_TEXTS - 1) == 0
