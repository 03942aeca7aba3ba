"""Two real sites, hundreds of evenings and talks, build as they are."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import vobject
from bs4 import BeautifulSoup
from icalendar import Calendar

ROOT = Path(__file__).parents[2]
REAL = ROOT.parent / "shared" / "real"
RECAPS = {"lrug": 426, "pyvideo": 27}

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(not REAL.is_dir(), reason="the real sites are not in this checkout"),
]


@pytest.fixture(name="site", scope="module", params=RECAPS)
def fixture_site(request, tmp_path_factory):
    """Build a real site with the example site's settings; return its name, folder, and what was said."""
    output = tmp_path_factory.mktemp(request.param)
    command = [
        sys.executable,
        "-m",
        "pelican",
        str(REAL / request.param / "content"),
        "-s",
        "pelicanconf.py",
        "-o",
        str(output),
    ]
    settings = ["-e", "EXTRA_PATH_METADATA={}", "EVENT_RECAP={}", f'CACHE_PATH="{output}.cache"']
    environment = {**os.environ, "COLUMNS": "500"}
    done = subprocess.run(
        [*command, *settings],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
        check=False,
    )
    return request.param, output, done


def find_pages(output, pattern):
    """Return the pages of a pattern, without those on which a list goes on."""
    return [path for path in output.glob(pattern) if "page" not in path.relative_to(output).parts]


def test_build_goes_through(site):
    """A blog as it is builds: nothing in it is an error, and nobody meets a traceback."""
    _, _, done = site

    assert done.returncode == 0, done.stderr[-3000:]
    assert "Traceback" not in done.stdout + done.stderr


def test_no_post_is_lost(site):
    """Every post has its page."""
    name, output, _ = site
    pages = find_pages(output, "recaps/*/index.html") + find_pages(output, "*/recaps/*/index.html")

    assert len(pages) == RECAPS[name]


def test_every_list_is_an_event(site):
    """Every attendee list has the page of its event, linked from the list of events."""
    name, output, _ = site
    lists = {path.stem for path in (REAL / name / "content" / "attendees").iterdir()}
    listing = BeautifulSoup((output / "events/index.html").read_text(encoding="utf-8"), "html5lib")

    assert {path.parent.name for path in find_pages(output, "events/*/index.html")} == lists
    assert {link["href"].rstrip("/").rpartition("/")[2] for link in listing.select(".u-url")} >= lists


def test_what_is_odd_is_told_by_file_and_line(site):
    """Each line that the author reads names a file, a line or a count, and what is the matter."""
    _, _, done = site
    lines = done.stderr.splitlines()

    odd = [
        line
        for line in lines
        if not re.match(r"warning: (?:\S.*\.(?:md|ya?ml)(?::\d+)*: .+|and \d+ more)", line)
    ]
    assert odd == []


def test_nothing_of_pelicans_is_left_in_links(site):
    """No page has a link in Pelican's braces, a list as a file, or an e-mail address in a card."""
    _, output, _ = site
    pages = [*output.glob("people/*/index.html"), *output.glob("events/*/index.html")]

    assert not [path for path in pages if re.search(r'(?:href|src)="\{', path.read_text(encoding="utf-8"))]
    assert not list(output.rglob("*.yml"))


def test_every_calendar_is_read_by_two_programs(site):
    """Nothing in a calendar is ill-formed, and both programs find the same events in it."""
    _, output, _ = site
    files = {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*.ics")}

    calendars = {name: Calendar.from_ical(data) for name, data in files.items()}

    assert [
        name for name, calendar in calendars.items() if any(part.errors for part in calendar.walk())
    ] == []
    for name, data in files.items():
        others = vobject.readOne(data.decode()).vevent_list
        assert [(event.uid.value, event.summary.value) for event in others] == [
            (str(event["UID"]), str(event["SUMMARY"])) for event in calendars[name].events
        ]
    assert len(calendars["calendar.ics"].events) == sum(name.startswith("events/") for name in files)
