"""Whole builds that something happens to: whoever looks sees the old site or the new one, and the next build mends it.

``FAULT_POINTS=300`` kills a build at so many moments, as ``make faults`` does.
"""

import os
import re
import shutil
from pathlib import Path

import pytest
from python_process import run_module

HERE = Path(__file__).parent
SETTINGS = HERE.parents[1] / "pelicanconf.py"
POINTS = int(os.environ.get("FAULT_POINTS", "6"))
"""At how many moments a build is killed and followed by another."""
EXTRA = ("--fatal=errors", "-e", "EXTRA_PATH_METADATA={}", 'EVENT_RECAP={"social_images": "off"}')
LIST = "event: {name: Soir, start: 2010-02-02}\nattendees: [Anne Roy, Zoé Blais, Guest NUMBER]\n"
RECAP = "---\ntitle: Soir\ndate: 2010-02-03\nevent: soir\n---\nEdition NUMBER, avec @guest-NUMBER et [[Anne Roy]].\n"
TEXTS = {"attendees/soir.yml": LIST, "recaps/soir.md": RECAP}

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a process that can be killed")


class FaultySite:
    """A site whose builds can be made to fail."""

    def __init__(self, folder):
        self.folder = folder
        shutil.copy(HERE.parent / "processes/faulty.py", folder)
        self.edit(0)

    def edit(self, number):
        """Change the text and the list: pages change, come and go."""
        for name, text in TEXTS.items():
            path = self.folder / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text.replace("NUMBER", str(number)), encoding="utf-8")

    def build(self, fault="none", moment=0):
        """Build; return how that ended."""
        options = ("content", "-o", "output", "-s", SETTINGS, *EXTRA, f'CACHE_PATH="{self.folder}/cache"')
        return run_module("faulty", fault, moment, *options, cwd=self.folder)

    def read(self):
        """Return every file of the site."""
        found = (path for path in (self.folder / "output").rglob("*") if path.is_file())
        return {path.relative_to(self.folder).as_posix(): path.read_bytes() for path in found}

    def list_beside(self):
        """Return the names of what lies beside the site."""
        return {path.name for path in self.folder.iterdir()}


@pytest.fixture(name="site", scope="module")
def fixture_site(tmp_path_factory):
    """Build a site of a recap and three people."""
    site = FaultySite(tmp_path_factory.mktemp("site"))
    assert site.build().returncode == 0
    return site


def test_at_hundreds_of_moments_there_are_two_states_of_the_site(site):
    """Before each touch of the disk the output folder is the old site or the new one, to the file."""
    site.edit(1)

    done = site.build("look")

    moments, states = map(int, re.search(r"moments (\d+) states (\d+)", done.stdout).groups())
    assert done.returncode == 0, done.stderr
    assert moments > 200
    assert states == 2


def test_killed_at_any_moment_the_next_build_makes_the_site(site):
    """Nothing of the build that was killed is in its way, and nothing of it stays."""
    beside, old = site.list_beside(), site.read()
    site.edit(2)
    moments = int(re.search(r"moments (\d+)", site.build("count").stdout)[1])
    for number in range(POINTS):
        old = site.read()
        site.edit(number + 3)

        killed = site.build("kill", 1 + number * moments // POINTS)
        left = site.read()
        done = site.build()

        assert (killed.returncode, done.returncode) == (-9, 0), done.stderr
        assert left in (old, site.read())
        assert f"Edition {number + 3}," in site.read()["output/recaps/soir/index.html"].decode()
        assert site.list_beside() <= beside


@pytest.mark.parametrize(("fault", "moment"), [("full", 2), ("full", 60), ("full", 150), ("read-only", 1)])
def test_a_disk_that_takes_nothing_keeps_the_old_site(site, fault, moment):
    """Full, without room for one more file, or read-only: one line says so, and the code is that of a failure."""
    before, number = site.read(), moment + 1000
    site.edit(number)

    failed = site.build(fault, moment)

    told = failed.stderr + failed.stdout
    assert failed.returncode == 1, told
    assert "Traceback" not in told
    assert ("No space left" if fault == "full" else "Read-only") in told
    assert site.read() == before
    assert site.build().returncode == 0
    assert f"Edition {number}," in site.read()["output/recaps/soir/index.html"].decode()


def test_two_builds_at_once_make_one_site(site):
    """One waits for the other; both end well, and the site is that of the texts."""
    site.edit(2000)

    done = site.build("twice")

    assert done.returncode == 0, done.stderr
    assert "Edition 2000," in site.read()["output/recaps/soir/index.html"].decode()
    assert not [name for name in site.list_beside() if "aside" in name]
    assert not [path for path in (site.folder / ".output.staging").rglob("*") if not path.is_dir()]


def test_a_file_that_somebody_reads_is_read_to_its_end(site):
    """A server that sends a page while the site is replaced sends the whole old page, and then the new one."""
    name = site.folder / "output/recaps/soir/index.html"
    before = name.read_bytes()
    site.edit(2001)
    with name.open("rb") as stream:
        begun = stream.read(100)

        assert site.build().returncode == 0

        assert begun + stream.read() == before
    assert "Edition 2001," in name.read_text(encoding="utf-8")
