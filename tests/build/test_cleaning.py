"""What ``make clean`` takes away."""

import threading

import pytest

from event_recap.build.cleaning import clean_output
from event_recap.build.manifest import write_manifest
from event_recap.build.publishing import publish_staging
from event_recap.build.staging import open_staging
from event_recap.cli import main
from event_recap.engine.lock import lock_output
from event_recap.engine.page_record import find_page_records
from event_recap.engine.record import find_record


@pytest.fixture(name="output")
def fixture_output(tmp_path):
    """Return the folder of a site of two pages."""
    output = tmp_path / "output"
    with lock_output(output):
        staging = open_staging(output)
        (staging / "people").mkdir()
        for name in ("index.html", "people/anne.html"):
            (staging / name).write_text("page", encoding="utf-8")
        publish_staging(output)
    for find in (find_record, find_page_records):
        find(output).touch()
    return output


def test_nothing_of_a_build_is_left(output):
    """Neither the folder nor what lies beside it for the next build."""
    assert clean_output(output) == (2, 0)

    assert list(output.parent.iterdir()) == []


def test_what_others_put_there_stays(output):
    """Also in a folder of the site."""
    (output / "people" / "mine.html").write_text("mine", encoding="utf-8")

    assert clean_output(output) == (2, 1)

    assert [path.name for path in output.rglob("*")] == ["people", "mine.html"]


def test_a_folder_that_no_build_made_is_left_alone(tmp_path, capsys):
    """The command says how much it did, and fails at nothing."""
    photos = tmp_path / "photos"
    photos.mkdir()
    (photos / "mariage.jpg").touch()

    assert main(["clean", "--output", str(photos)]) == 0

    assert (photos / "mariage.jpg").exists()
    assert "0 files removed; 1 that no build made stay" in capsys.readouterr().out


def test_what_a_build_is_making_is_left_to_it(output):
    """The command waits until the build has ended, and takes its site away whole."""
    building, cleaned = lock_output(output), []
    thread = threading.Thread(target=lambda: cleaned.append(clean_output(output)))
    thread.start()
    thread.join(timeout=0.5)
    waits = thread.is_alive()

    building.close()
    thread.join(timeout=10)

    assert waits
    assert cleaned == [(2, 0)]


def test_a_link_to_a_folder_stays(output, tmp_path):
    """What it leads to is emptied, and somebody made both."""
    (tmp_path / "disk").mkdir()
    link = tmp_path / "www"
    link.symlink_to(tmp_path / "disk")
    (tmp_path / "disk/index.html").touch()
    write_manifest(link, ["index.html"])

    assert clean_output(link) == (1, 0)

    assert list((tmp_path / "disk").iterdir()) == []
