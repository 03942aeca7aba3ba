"""The same content gives the same site, whoever builds it, and where, and when."""

from __future__ import annotations

import os
import time

import pytest

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
    for name, text in reversed(files.items()):
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        os.utime(path, (time.time() - 1e8, time.time() - 1e8))

    assert contents(build_site({}, environment=HERE)) == reference


def test_building_again_changes_nothing(build_site, files):
    """A second build into the same folder leaves every file as it was, and does not even touch it."""
    site = build_site(files, environment=HERE)
    before = {name: (site.output / name).stat().st_mtime_ns for name in site.files()}

    build_site({}, environment=HERE)

    assert {name: (site.output / name).stat().st_mtime_ns for name in before} == before
