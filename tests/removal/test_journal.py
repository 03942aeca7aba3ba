"""Changes are written so that a crash or a second thought costs nothing."""

from __future__ import annotations

import os

import pytest

from event_recap.errors import EventRecapError
from event_recap.removal import journal
from event_recap.removal.journal import undo_changes, write_changes


@pytest.fixture(name="content")
def fixture_content(tmp_path):
    """Return a content folder with three files."""
    content = tmp_path / "content"
    for name in ("a.md", "b/c.md", "d.png"):
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_bytes(name.encode() + b"\r\n\xff")
    return content


CHANGES = {"a.md": b"A", "b/c.md": None, "new/e.md": b"E", "d.png": None}


def read_all(folder):
    """Return the bytes of every file and the names of every folder."""
    return {path: path.read_bytes() if path.is_file() else b"" for path in folder.rglob("*")}


def test_everything_is_put_back(content):
    """Files that were changed, deleted or new, and folders that became empty, are as they were."""
    before = read_all(content)

    write_changes(content, CHANGES)
    changed = read_all(content)
    undo_changes(content)

    assert changed != before
    assert read_all(content) == before


def test_a_crash_in_the_midst_can_be_undone(content, monkeypatch):
    """Where the machine stops after the first file, undoing puts everything back."""
    before = read_all(content)
    put = journal._put

    def crash(folder, path, data):
        if path != "a.md":
            raise KeyboardInterrupt
        put(folder, path, data)

    monkeypatch.setattr(journal, "_put", crash)
    with pytest.raises(KeyboardInterrupt):
        write_changes(content, CHANGES)
    monkeypatch.setattr(journal, "_put", put)
    undo_changes(content)

    assert read_all(content) == before


def test_undoing_twice_is_told(content):
    """Without copies there is nothing to undo, and it is said."""
    write_changes(content, CHANGES)
    undo_changes(content)

    with pytest.raises(EventRecapError, match="there is nothing to undo"):
        undo_changes(content)


def test_git_passes_the_copies_over(content):
    """The folder of the copies tells git to ignore it, and only its owner may read what is in it."""
    write_changes(content, CHANGES)

    folder = content.parent / ".event-recap"
    assert (folder / ".gitignore").read_text(encoding="ascii") == "*\n"
    assert (folder / "undo").stat().st_mode & 0o777 == 0o700


def test_a_file_keeps_its_rights(content):
    """A file that only its owner may read is so after it was written anew."""
    os.chmod(content / "a.md", 0o600)  # noqa: PTH101

    write_changes(content, CHANGES)

    assert (content / "a.md").stat().st_mode & 0o777 == 0o600
