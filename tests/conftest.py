"""One way to make a site from strings, and to read what came out."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

ROOT = Path(__file__).parent.parent
CONFIGURATION = ROOT / "pelicanconf.py"


@dataclass(frozen=True)
class Site:
    """What a build left behind."""

    folder: Path
    exit_code: int
    errors: str

    @property
    def output(self):
        """Folder into which the site was built."""
        return self.folder / "output"

    def read(self, name):
        """Return the text of one file of the output."""
        return (self.output / name).read_text(encoding="utf-8")

    def page(self, name):
        """Return one page, parsed as a browser does."""
        return BeautifulSoup(self.read(name), "html5lib")

    def files(self):
        """Return the path of every file of the output, sorted."""
        return sorted(
            path.relative_to(self.output).as_posix() for path in self.output.rglob("*") if path.is_file()
        )

    def problems(self):
        """Return the lines that the author reads, without the name of the temporary folder."""
        return [line.replace(f"{self.folder}/", "") for line in self.errors.splitlines() if line]


def write_files(folder, files):
    """Write strings or bytes into files below a folder."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        if isinstance(text, bytes):
            path.write_bytes(text)
        else:
            path.write_text(text, encoding="utf-8")


@pytest.fixture(name="build_site")
def fixture_build_site(tmp_path):
    """Build a site from ``{path below content: text}`` with the example site's settings.

    Settings are given by name; a second call builds again into the same folder.
    """

    def build_site(files, *, configuration=CONFIGURATION, fatal="", environment=None, **settings):
        write_files(tmp_path / "content", files)
        settings = {"SITENAME": "Rencontres", "EXTRA_PATH_METADATA": {}, **settings}
        command = [sys.executable, "-m", "pelican", "content", "-s", str(configuration), "-o", "output"]
        command += [f"--fatal={fatal}"] if fatal else []
        command += ["-e", *(f"{key}={json.dumps(value)}" for key, value in settings.items())]
        done = subprocess.run(
            command,
            cwd=tmp_path,
            env={**os.environ, "COLUMNS": "200", **(environment or {})},
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        return Site(tmp_path, done.returncode, done.stderr)

    return build_site
