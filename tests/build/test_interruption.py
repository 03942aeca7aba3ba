"""A build that is killed at any moment: the site is the old one or the new one, and the next build mends the rest."""

import os
import sys
from pathlib import Path

import pytest

from event_recap.build import swap
from event_recap.build.manifest import find_manifest
from event_recap.build.publishing import publish_staging
from event_recap.build.staging import clear_ways, close_staging, discard_staging, find_staging, open_staging

PEOPLE = {f"people/{number}/index.html": f"person {number}" for number in range(15)}
OLD = PEOPLE | {
    "index.html": "old home",
    "same.html": "same",
    "news": "a page that becomes a section",
    "people/zoe/index.html": "Zoé",
    "people/yan/index.html": "Yan",
}
NEW = PEOPLE | {
    "people/7/index.html": "person 7, again",
    "index.html": "new home",
    "same.html": "same",
    "news/a.html": "a",
    "people/zoe/index.html": "Zoé, again",
    "events/index.html": "events",
}
FOLDERS = {Path("people"), *(Path(name).parent for name in OLD.keys() & NEW.keys())} - {Path()}
"""Of both sites, which are left for the next build, without a file."""
MINE = {"CNAME": "blog.example", "people/mine.html": "mine"}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed")


def write(folder, files):
    """Write files below a folder."""
    for name, text in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")


def read(output):
    """Return every file of a site, by name."""
    found = (path for path in output.rglob("*") if path.is_file())
    return {path.relative_to(output).as_posix(): path.read_text(encoding="utf-8") for path in found}


def build(output, files):
    """Build a site from its beginning to its end, among the folders of the last one."""
    staging = open_staging(output, keeps_folders=True)
    clear_ways(output, files)
    write(staging, files)
    publish_staging(output)
    close_staging(output, keeps_folders=True)


def build_and_die(output, files, moment):
    """Build in a process that is killed at the given touch of the disk; tell whether it came that far."""
    child = os.fork()
    if not child:
        left = [moment]

        def count(event, _arguments):
            if event.partition(".")[0] in {"os", "open", "shutil"}:
                left[0] -= 1
                if not left[0]:
                    os._exit(9)  # nothing is tidied up, as by kill -9

        sys.addaudithook(count)
        build(output, files)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9


@pytest.fixture(name="output")
def fixture_output(tmp_path, monkeypatch):
    """Return the folder of a site that is online, with files of others in it."""
    monkeypatch.setattr(
        swap, "flush", lambda _folder: None
    )  # a killed process loses nothing, a power cut does
    output = tmp_path / "output"
    write(output, MINE)
    build(output, OLD)
    return output


def find_moments(output, check):
    """Kill a build at every moment, look each time, and return at how many."""
    moment = 1
    while build_and_die(output, NEW, moment):
        check()
        build(output, OLD)
        assert read(output) == OLD | MINE
        moment += 1
    return moment


def test_whoever_reads_sees_the_old_site_or_the_new_one(output):
    """Killed at any touch of the disk; the next build finds nothing in its way and leaves nothing behind."""

    def check():
        assert read(output) in (OLD | MINE, NEW | MINE)

    moments = find_moments(output, check)

    assert moments > 200
    assert read(output) == NEW | MINE
    staging = find_staging(output)
    assert sorted(output.parent.iterdir()) == sorted([find_manifest(output), staging, output])
    assert {path.relative_to(staging) for path in staging.rglob("*")} == FOLDERS


def test_without_an_exchange_the_next_build_brings_the_site_back(output, monkeypatch):
    """Where a system cannot let folders change places there is a moment without a site, but never a mix."""

    def cannot(one, _other):
        raise OSError(min(swap.UNABLE), "cannot", str(one))

    def check():
        assert not output.exists() or read(output) in (OLD | MINE, NEW | MINE)
        open_staging(output)
        discard_staging(output)
        assert read(output) in (OLD | MINE, NEW | MINE)

    monkeypatch.setattr(swap, "exchange", cannot)

    assert find_moments(output, check) > 200


def test_a_full_disk_changes_nothing(output, monkeypatch):
    """The build ends with an error, and the site is as it was."""

    def fail(*_arguments, **_options):
        raise OSError(28, "No space left on device")

    write(open_staging(output), NEW)
    monkeypatch.setattr(os, "link", fail)
    monkeypatch.setattr("shutil.copy2", fail)

    with pytest.raises(OSError, match="No space left"):
        publish_staging(output)

    assert read(output) == OLD | MINE
