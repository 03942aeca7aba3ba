"""The list of a build: what each file is, since when, and what it was made from."""

import hashlib
import shutil

import pytest

from event_recap.build.manifest import read_entries, read_manifest, write_manifest
from event_recap.build.publishing import publish_staging
from event_recap.build.staging import open_staging

DAY = 1_265_155_200
"""A day in 2010, in seconds since 1970."""


@pytest.fixture(name="build")
def fixture_build(tmp_path, monkeypatch):
    """Return what builds a site from texts at a moment, and returns its folder."""

    def build(moment, **texts):
        monkeypatch.setenv("SOURCE_DATE_EPOCH", str(moment))
        output = tmp_path / "output"
        staging = open_staging(output)
        for name, text in texts.items():
            (staging / name).write_text(text, encoding="utf-8")
        publish_staging(output, {"page.html": "content/recaps/focus.md"})
        return output

    return build


def test_each_file_is_known_by_its_bytes_and_its_source(build):
    """Path, SHA-256, time and source: enough to tell what changed, and why a page is there."""
    entry = read_entries(build(DAY, **{"page.html": "text"}))["page.html"]

    assert entry.sha256 == hashlib.sha256(b"text").hexdigest()
    assert (entry.seconds, entry.source) == (DAY, "content/recaps/focus.md")


def test_a_file_has_the_date_of_its_content(build):
    """What changed gets the time of the build; what did not keeps its own, so that only the first is sent."""
    build(DAY, **{"page.html": "old", "same.html": "same"})

    output = build(DAY + 60, **{"page.html": "new", "same.html": "same"})

    dates = {path.name: int(path.stat().st_mtime) for path in output.iterdir()}
    assert dates == {"page.html": DAY + 60, "same.html": DAY}
    assert {name: entry.seconds for name, entry in read_entries(output).items()} == dates


def test_the_date_outlives_the_folder(build):
    """Whoever deletes the folder and builds again does not send everything again."""
    shutil.rmtree(build(DAY, **{"page.html": "text"}))

    output = build(DAY + 60, **{"page.html": "text"})

    assert int((output / "page.html").stat().st_mtime) == DAY


def test_a_list_of_an_older_version_is_read(tmp_path):
    """A list of names alone still says which files are ours."""
    output = tmp_path / "output"
    output.mkdir()
    write_manifest(output, ["a\tb.html", "index.html"])

    assert read_manifest(output) == {"a\tb.html", "index.html"}
    assert set(read_entries(output).values()) == {None}


def test_a_list_that_somebody_edited_leads_nowhere_else(tmp_path):
    """What is removed lies below the output folder, whatever the list says and wherever a link leads."""
    output, outside = tmp_path / "output", tmp_path / "outside"
    (output / "real" / "deep").mkdir(parents=True)
    (outside / "deep").mkdir(parents=True)
    (output / "away").symlink_to(outside)
    (output / "near").symlink_to(output / "real")
    names = [
        "index.html",
        "real/deep/a",
        "near/deep/b",
        "away",
        "away/c",
        "away/deep/d",
        "../e",
        "/etc/f",
        "real/../../g",
    ]
    (tmp_path / ".output.manifest").write_text("\n".join(names))

    found = read_manifest(output)

    assert found == {"index.html", "real/deep/a", "near/deep/b"}
