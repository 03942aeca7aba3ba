"""How far a build is, for whoever sits at a terminal; and what it did, for whoever reads its log."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from python_process import run_module

pty = pytest.importorskip("pty", reason="Windows has no such terminals")

SETTINGS = Path(__file__).parents[2] / "pelicanconf.py"
FILES = {
    "attendees/soir.yml": "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Roy, {name: Zoé Blais, visibility: hidden}]\n",
    "recaps/a.md": "---\ntitle: Soir\ndate: 2010-02-03\nevent: soir\n---\nTexte.\n",
    "recaps/b.md": "---\ntitle: Encore\ndate: 2010-02-04\nstatus: draft\n---\nTexte.\n",
}
EXTRA = ("-e", "NO_CACHE=true", "EXTRA_PATH_METADATA={}", 'EVENT_RECAP={"social_images": "off"}')
CONTROL = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]")


def read_terminal(folder, *options, **variables):
    """Build at a terminal, and return everything that stood there at some moment, as lines."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "pelican", "content", "-s", str(SETTINGS), *options, *EXTRA]
    environment = {**os.environ, "TERM": "xterm", "COLUMNS": "200", **variables}
    process = subprocess.Popen(command, cwd=folder, stdout=theirs, stderr=theirs, env=environment)
    os.close(theirs)
    shown = b""
    with os.fdopen(ours, "rb", buffering=0) as screen:
        while part := _read_part(screen):
            shown += part
    assert process.wait() == 0, shown
    return [line.strip() for line in re.split(r"[\r\n]+", CONTROL.sub("", shown.decode())) if line.strip()]


def _read_part(screen):
    """Return what comes next; nothing at the end, which Linux calls an error."""
    try:
        return screen.read(4096)
    except OSError:
        return b""


def find_progress(lines):
    """Return the words beside the sign that turns."""
    return [line[1:].strip() for line in lines if "\u2800" < line[0] <= "\u28ff"]


@pytest.fixture(name="site", scope="module")
def fixture_site(build_shared_site):
    """Build a site of two texts, as it is done by a script."""
    return build_shared_site(FILES)


@pytest.mark.parametrize("handler", ["rich", "plain"])
def test_at_a_terminal_one_line_says_how_far_the_build_is(site, handler):
    """Phases and counts, the last of which is the whole; nobody is named in it, with either log of Pelican's."""
    lines = read_terminal(site.folder, f"--log-handler={handler}")

    progress = find_progress(lines)
    counts = [re.fullmatch(r"rendering pages: (\d+) of (\d+)", line) for line in progress]
    assert "putting in place" in progress
    assert len({count[2] for count in filter(None, counts)}) == 1
    assert not [line for line in progress if re.search("anne|zo|soir", line)]
    assert any(line.startswith("Rendered: pages ") for line in lines)


def test_the_line_is_in_the_language_of_who_sits_there(site):
    """A French machine says it in French."""
    progress = find_progress(read_terminal(site.folder, EVENT_RECAP_LANG="fr"))

    assert "mise en place" in progress


def test_a_log_has_what_was_done_and_nothing_of_the_way_there(site):
    """A few lines at the end, whose names are of pages that everybody finds."""
    told = [
        line for line in site.log.splitlines() if line.startswith(("Read", "Rendered", "Written", "Slowest"))
    ]

    assert told[0] == "Read: texts 2, lists 1, people 0"
    assert "people/anne-roy" not in told[-1]
    assert "drafts/" not in told[-1]
    assert told[-1].count(" ms") == 3
    assert "rendering pages" not in site.log + site.errors


def test_colours_that_are_forced_into_a_log_bring_no_line(build_site):
    """Some build servers ask for colours, and keep every line that was ever shown."""
    site = build_site(FILES, environment={"FORCE_COLOR": "1"})

    assert "rendering pages" not in site.log + site.errors


def test_quiet_is_quiet(site):
    """With ``--quiet`` a build that went well says nothing of what it did."""
    done = run_module("pelican", "content", "--quiet", "-s", SETTINGS, *EXTRA, cwd=site.folder)

    assert done.returncode == 0
    assert "Rendered" not in done.stdout + done.stderr
