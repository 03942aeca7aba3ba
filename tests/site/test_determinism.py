"""The same content gives the same site, whoever builds it, and where, and when."""

from __future__ import annotations

import json
import os
import shutil
import time
from pathlib import Path

import pytest
from python_process import run_module

ROOT = Path(__file__).parents[2]
FILES = {
    "attendees/un.yml": (
        "event: {name: Un, start: 2010-02-02 18:00, series: s, location: {locality: Québec, country: CA}}\n"
        "attendees:\n  - {name: Éva Roy, role: speaker, photo: {src: images/a.png, alt: Éva}}\n  - Zoé Blais\n"
        "  - {name: A B, visibility: initials}\n  - {name: C D, visibility: initials}\n"
    ),
    "attendees/deux.yml": "event: {name: Deux, start: 2010-02-02, series: s}\nattendees: [Zoé Blais, Anne Côté]\n",
    "recaps/a.md": "---\ntitle: Même jour A\ndate: 2010-02-03\nevent: un\ntags: [a, b, c]\nauthors: [X, Y]\n---\nTexte.\n",
    "recaps/b.md": "---\ntitle: Même jour B\ndate: 2010-02-03\nevent: un\ntags: [c, d]\nmodified: 2010-02-04\n---\nTexte.\n",
    "recaps/b.en.md": "---\ntitle: Same day B\nslug: meme-jour-b\nlang: en\ndate: 2010-02-03\nevent: un\n---\nText.\n",
    "recaps/c.md": "---\ntitle: Même jour C\ndate: 2010-02-03\nevent: deux\ntags: [a]\n---\nTexte.\n",
    "pages/p.md": "---\ntitle: Une page\n---\nTexte.\n",
}
HERE = {"SOURCE_DATE_EPOCH": "1275000000", "TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}


def contents(site):
    """Return the bytes of every file of a site."""
    assert site.exit_code == 0, site.errors
    return {name: (site.output / name).read_bytes() for name in site.files()}


def write_reversed(folder, files):
    """Write the files in another order, with another date."""
    for name, text in reversed(files.items()):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (time.time() - 1e8, time.time() - 1e8))


@pytest.fixture(name="files", scope="module")
def fixture_files(picture):
    """Return the content, with a picture."""
    return {**FILES, "images/a.png": picture}


@pytest.fixture(name="reference", scope="module")
def fixture_reference(build_shared_site, files):
    """Build the site once, for the others to be compared with."""
    return contents(build_shared_site(files, environment=HERE))


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "77"},
        {"LC_ALL": "C", "LANG": "fr_CA.UTF-8", "PYTHONHASHSEED": "12345", "TZ": "America/Montreal"},
    ],
    ids=["another zone and seed", "another locale and seed"],
)
def test_another_machine_builds_the_same_bytes(build_shared_site, files, reference, elsewhere):
    """Zone, locale and hash seed of the machine, and the folder, change no byte of any file."""
    assert contents(build_shared_site(files, environment={**HERE, **elsewhere})) == reference


def test_order_and_age_of_the_files_do_not_matter(build_site, files, reference, tmp_path):
    """Files made in another order and touched at another time give the same site."""
    write_reversed(tmp_path / "content", files)

    assert contents(build_site({}, environment=HERE)) == reference


def test_building_again_changes_nothing(build_site, files):
    """A second build into the same folder leaves every file as it was, and does not even touch it."""
    site = build_site(files, environment=HERE)
    before = {name: (site.output / name).stat().st_mtime_ns for name in site.files()}

    build_site({}, environment=HERE)

    assert {name: (site.output / name).stat().st_mtime_ns for name in before} == before


def test_another_day_another_disk_and_fewer_cores_change_nothing(build_shared_site, files, tmp_path):
    """Forty days later, files told in another order, one core, other rights: pages, pictures and archives of feeds."""
    settings = {"FEED_MAX_ITEMS": 1, "EVENT_RECAP": {"social_images": "drawn"}, "EXTRA_PATH_METADATA": {}}
    here = contents(build_shared_site(files, **settings))
    write_reversed(tmp_path / "content", files)
    shutil.copy(ROOT / "tests/processes/elsewhere.py", tmp_path)
    words = [f"{key}={json.dumps(value)}" for key, value in {"SITENAME": "Rencontres", **settings}.items()]

    done = run_module(
        *("elsewhere", "content", "-s", ROOT / "pelicanconf.py", "-o", "output", "-e", *words),
        cwd=tmp_path,
        environment={"PYTHONHASHSEED": "3"},
        is_fresh=True,
    )

    assert done.returncode == 0, done.stderr
    found = (path for path in (tmp_path / "output").rglob("*") if path.is_file())
    there = {path.relative_to(tmp_path / "output").as_posix(): path.read_bytes() for path in found}
    assert [name for name in here.keys() | there.keys() if here.get(name) != there.get(name)] == []
    assert "feeds/all.archive-1.atom.xml" in there
    assert [name for name in there if name.endswith(".png")]
