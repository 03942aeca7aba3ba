"""Disks below the folder of a site, and folders of somebody else: they stay where they are."""

from pathlib import Path

import pytest

from event_recap.build import mounts, publishing
from event_recap.build.manifest import read_manifest
from event_recap.build.mounts import find_mount
from event_recap.build.publishing import publish_staging
from event_recap.build.staging import close_staging, open_staging

ROW = "36 35 98:0 / {} rw,noatime master:1 - ext3 /dev/root rw\n"


@pytest.fixture(name="mount")
def fixture_mount(tmp_path, monkeypatch):
    """Return what lets the system say that something is mounted somewhere."""
    table = tmp_path / "mountinfo"

    def mount(*folders):
        table.write_text("".join(ROW.format(folder) for folder in ("/", "/proc", *folders)), encoding="utf-8")
        monkeypatch.setattr(mounts, "_TABLE", table)

    return mount


@pytest.fixture(name="build")
def fixture_build(tmp_path):
    """Return what builds a site of one page beside a photograph of somebody else, and returns its folder."""
    output = tmp_path / "output"

    def build(words):
        (open_staging(output) / "index.html").write_text(words, encoding="utf-8")
        publish_staging(output)
        close_staging(output)
        return output

    build("Un")
    (output / "uploads").mkdir()
    (output / "uploads/hall.jpg").touch()
    return build


def test_what_is_mounted_below_a_folder_is_found(mount, tmp_path):
    """Also where its name has a space; not the folder itself, nor what lies beside it."""
    output = tmp_path / "output"
    output.mkdir()
    mount(output, tmp_path / "output2", str(output / "my photos").replace(" ", r"\040"))

    assert find_mount(output) == output / "my photos"
    assert find_mount(tmp_path / "elsewhere") is None


def test_a_system_that_tells_nothing_of_its_mounts_is_asked_folder_by_folder(tmp_path, monkeypatch):
    """As on macOS."""
    (tmp_path / "output/uploads").mkdir(parents=True)
    monkeypatch.setattr(mounts, "_TABLE", tmp_path / "none")
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path).name == "uploads")

    assert find_mount(tmp_path / "output") == tmp_path / "output/uploads"


def test_a_disk_in_the_folder_of_a_site_keeps_its_files(mount, build, tmp_path):
    """The site is put in place file by file, and nothing of the disk goes anywhere."""
    photo = tmp_path / "output/uploads/hall.jpg"
    number = photo.stat().st_ino
    mount(tmp_path / "output/uploads")

    output = build("Deux")

    assert (output / "index.html").read_text(encoding="utf-8") == "Deux"
    assert (photo.stat().st_ino, photo.stat().st_nlink) == (number, 1)
    assert read_manifest(output) == {"index.html"}


def test_what_belongs_to_somebody_else_is_not_moved(build, tmp_path, monkeypatch):
    """A folder that another user made in the site stays theirs, and is in the way of no later build."""
    around = (tmp_path / "output/uploads").stat().st_ino
    monkeypatch.setattr(publishing.os, "geteuid", lambda: 12345)

    output = build("Deux")

    assert (output / "index.html").read_text(encoding="utf-8") == "Deux"
    assert (output / "uploads").stat().st_ino == around
    assert not (tmp_path / ".output.staging").exists()
