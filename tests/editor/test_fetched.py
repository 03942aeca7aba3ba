"""``event-recap editor`` keeps what was tested, and nothing else."""

from __future__ import annotations

import io
import subprocess
import tarfile

import pytest

from event_recap.commands import editor
from event_recap.editor.packages import Package
from event_recap.errors import EventRecapError


def pack(files):
    """Return an archive as npm has them."""
    stream = io.BytesIO()
    with tarfile.open(fileobj=stream, mode="w:gz") as tar:
        for name, data in files.items():
            info = tarfile.TarInfo(f"package/{name}")
            info.size = len(data)
            tar.addfile(info, io.BytesIO(data))
    return stream.getvalue()


@pytest.fixture(name="npm")
def fixture_npm(monkeypatch):
    """Let npm bring an archive, or fail."""

    def bring(archive, error=""):
        def run(words, **_options):
            folder = words[words.index("--pack-destination") + 1]
            if archive:
                with open(f"{folder}/a.tgz", "wb") as file:  # noqa: PTH123
                    file.write(archive)
            return subprocess.CompletedProcess(words, 1 if error else 0, "", error)

        monkeypatch.setattr(editor.subprocess, "run", run)

    return bring


def use(monkeypatch, integrity):
    """Let one package of one file be wanted."""
    package = Package("thing", "1.0.0", integrity, {"dist/a.js": "a.js"})
    monkeypatch.setattr(editor, "PACKAGES", (package,))


def test_what_differs_from_what_was_tested_is_refused(npm, monkeypatch, tmp_path):
    """Nothing of an archive with another hash is written."""
    use(monkeypatch, "another")
    npm(pack({"dist/a.js": b"evil"}))

    with pytest.raises(EventRecapError, match="is not what was tested; nothing was written"):
        editor.fetch_packages(tmp_path / "kept")

    assert not (tmp_path / "kept").exists()


def test_only_the_files_of_the_page_are_kept(npm, monkeypatch, tmp_path):
    """The rest of a package stays away."""
    archive = pack({"dist/a.js": b"good", "dist/b.js": b"more"})
    use(monkeypatch, editor.hash_archive(archive))
    npm(archive)

    editor.fetch_packages(tmp_path / "kept")

    assert {path.name: path.read_bytes() for path in (tmp_path / "kept").iterdir()} == {"a.js": b"good"}


def test_the_reason_of_npm_is_told(npm, monkeypatch, tmp_path):
    """Whoever has no network reads it."""
    use(monkeypatch, "any")
    npm(b"", "npm error network ENOTFOUND")

    with pytest.raises(EventRecapError, match="npm error network ENOTFOUND"):
        editor.fetch_packages(tmp_path)


def test_without_npm_the_way_to_it_is_told(monkeypatch, tmp_path):
    """And nothing breaks off in the middle."""
    use(monkeypatch, "any")
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(EventRecapError, match="npm is not on this computer; install"):
        editor.fetch_packages(tmp_path)
