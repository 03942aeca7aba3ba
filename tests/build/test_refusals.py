"""Folders that are none to build into, and sites that shrink."""

from pathlib import Path

import pytest

from event_recap.build.folders import find_unfit_output
from event_recap.build.manifest import write_manifest
from event_recap.build.shrinking import SMALL, find_shrinking


def refuse(output, content, kept=()):
    """Return what the author reads of a folder."""
    return [problem.what for problem in find_unfit_output(output, content, None, kept)]


@pytest.fixture(name="content")
def fixture_content(tmp_path):
    """Return the folder of the texts."""
    content = tmp_path / "blog" / "content"
    content.mkdir(parents=True)
    return content


@pytest.mark.parametrize("name", [".", "..", "../..", "recaps", "recaps/output"])
def test_nothing_is_built_among_the_texts_or_around_them(content, name):
    """A build replaces its folder, and nobody's texts are in it."""
    (told,) = refuse(content / name, content)

    assert "texts" in told


@pytest.mark.parametrize("name", [".", "..", "/"])
def test_nothing_is_built_over_the_home_folder(content, monkeypatch, tmp_path, name):
    """Nor over the whole disk."""
    home = tmp_path / "home" / "marie"
    home.mkdir(parents=True)
    monkeypatch.setattr(Path, "home", lambda: home)

    assert len(refuse(home / name, content)) == 1


def test_a_folder_with_files_of_somebody_else_is_refused(content):
    """One line names the folder and a file that would be missed."""
    output = content.parent / "photos"
    output.mkdir()
    (output / "mariage.jpg").touch()

    (told,) = refuse(output, content)

    assert "no build of this site" in told
    assert "mariage.jpg" in told


def test_an_empty_folder_and_none_are_fine(content):
    """So is one that a build made, whatever somebody put there since, and what a site says it keeps."""
    output = content.parent / "output"
    assert refuse(output, content) == []

    output.mkdir()
    (output / ".git").mkdir()
    (output / "CNAME").touch()
    assert refuse(output, content, kept=["CNAME"]) == []

    (output / "mine.html").touch()
    write_manifest(output, [])
    assert refuse(output, content) == []


@pytest.mark.parametrize(
    ("before", "after", "is_refused"),
    [(SMALL, SMALL // 2 - 1, True), (SMALL, SMALL // 2, False), (SMALL - 1, 0, False), (100, 101, False)],
)
def test_a_site_that_loses_more_than_half_of_its_pages_is_refused(tmp_path, before, after, is_refused):
    """A folder that was moved away must not empty the site; a small site may lose what it likes."""
    output, staging = tmp_path / "output", tmp_path / "staging"
    for folder, count in ((output, before), (staging, after)):
        folder.mkdir()
        for number in range(count):
            (folder / f"{number}.html").touch()
    write_manifest(output, [f"{number}.html" for number in range(before)])

    assert [f"has {after} pages" in problem.what for problem in find_shrinking(staging, output)] == (
        [True] if is_refused else []
    )


def test_a_file_is_no_folder_to_build_into(content):
    """It would be gone."""
    notes = content.parent / "notes.txt"
    notes.touch()

    (told,) = refuse(notes, content)

    assert "is a file" in told


@pytest.mark.parametrize("name", ["output", "output/cache"])
def test_nothing_is_kept_where_it_is_published(content, name):
    """What is kept from build to build names people whom no page names."""
    output = content.parent / "output"

    (problem,) = find_unfit_output(output, content, content.parent / name, ())

    assert "CACHE_PATH" in problem.what


def test_a_user_without_a_home_builds(content, monkeypatch):
    """As in a container."""

    def find_none():
        msg = "no home"
        raise RuntimeError(msg)

    monkeypatch.setattr(Path, "home", find_none)

    assert refuse(content.parent / "output", content) == []
