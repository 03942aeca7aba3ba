"""What is kept of pictures from build to build is what was made, or nothing."""

from __future__ import annotations

import pytest

from event_recap.pictures.kept import Kept


@pytest.fixture(name="folder")
def fixture_folder(tmp_path):
    """Return where it is kept."""
    return tmp_path / "cache/pictures"


@pytest.fixture(name="make")
def fixture_make():
    """Return what makes something, and counts how often."""

    def make():
        make.count += 1
        return b"made %d" % make.count

    make.count = 0
    return make


def test_what_was_made_is_not_made_again(folder, make):
    """The next build takes it from the disk, byte for byte."""
    first = Kept(folder).make("cover", b"picture", make)

    assert Kept(folder).make("cover", b"picture", make) == first == b"made 1"


@pytest.mark.parametrize(("how", "data"), [("cover more", b"picture"), ("cover", b"another")])
def test_something_else_is_made_for_itself(folder, make, how, data):
    """Another picture, or another region, is another entry."""
    Kept(folder).make("cover", b"picture", make)

    assert Kept(folder).make(how, data, make) == b"made 2"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-1],
        lambda data: data[:0],
        lambda data: data + b"x",
        lambda data: data[:32] + b"made 9",
    ],
    ids=["shorter", "empty", "longer", "another"],
)
def test_a_damaged_entry_is_made_again(folder, make, damage):
    """Whoever changes a file there changes no picture of the site."""
    Kept(folder).make("cover", b"picture", make)
    (entry,) = folder.iterdir()
    entry.write_bytes(damage(entry.read_bytes()))

    assert Kept(folder).make("cover", b"picture", make) == b"made 2"
    assert Kept(folder).make("cover", b"picture", make) == b"made 2"


def test_a_link_is_no_entry(folder, make, tmp_path):
    """An entry that leads elsewhere is not read."""
    Kept(folder).make("cover", b"picture", make)
    (entry,) = folder.iterdir()
    entry.rename(tmp_path / "elsewhere")
    entry.symlink_to(tmp_path / "elsewhere")

    assert Kept(folder).make("cover", b"picture", make) == b"made 2"


def test_what_a_build_did_not_need_is_forgotten(folder, make):
    """A picture that is withheld or removed is gone at the next build, what is needed stays."""
    first = Kept(folder)
    first.make("cover", b"one", make)
    first.make("cover", b"other", make)
    second = Kept(folder)
    second.make("cover", b"one", make)

    second.forget_unused()
    left = len(list(folder.iterdir()))
    Kept(folder).forget_unused()

    assert left == 1
    assert not folder.exists()


def test_something_can_be_forgotten_at_once(folder, make):
    """What turns out to be of somebody who may not be seen is not kept at all."""
    kept = Kept(folder)
    kept.make("look", b"picture", make)

    kept.drop("look", b"picture")

    assert list(folder.iterdir()) == []


def test_a_build_goes_on_without_a_place_to_keep(tmp_path, make):
    """Where the folder cannot be made, everything is made as if nothing were kept."""
    (tmp_path / "file").write_text("x")
    kept = Kept(tmp_path / "file/cache")

    assert kept.make("cover", b"picture", make) == b"made 1"
    kept.drop("cover", b"picture")
    kept.forget_unused()
    assert Kept().make("cover", b"picture", make) == b"made 2"


def test_what_others_put_there_stays(folder, make):
    """The folder may be a link to one with photographs."""
    kept = Kept(folder)
    kept.make("cover", b"picture", make)
    (folder / "wedding.jpg").touch()

    Kept(folder).forget_unused()

    assert [path.name for path in folder.iterdir()] == ["wedding.jpg"]
