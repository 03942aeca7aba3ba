"""Runs a command on a site of a few strings, as an author does on the command line."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from event_recap import cli

CONFIGURATION = """\
PATH = "content"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
SITEURL = "https://soirs.example"
EVENT_RECAP = {ours}
"""


@dataclass(frozen=True)
class Done:
    """What a command left on the terminal."""

    code: int
    out: str
    err: str


@pytest.fixture(name="write_site")
def fixture_write_site(tmp_path, monkeypatch):
    """Write files below ``content/``, with settings beside it, and go there."""
    monkeypatch.chdir(tmp_path)

    def write_site(files, **settings):
        ours = {"today": "2026-11-21", **settings}
        (tmp_path / "pelicanconf.py").write_text(CONFIGURATION.format(ours=ours), encoding="utf-8")
        for name, text in files.items():
            path = tmp_path / "content" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    return write_site


@pytest.fixture(name="read")
def fixture_read(tmp_path):
    """Read a file below ``content/``; None where there is none."""

    def read(name):
        path = tmp_path / "content" / name
        return path.read_text(encoding="utf-8") if path.exists() else None

    return read


@pytest.fixture(name="run")
def fixture_run(capsys):
    """Run a command with its arguments."""

    def run(*arguments):
        code = cli.main(arguments)
        told = capsys.readouterr()
        return Done(code, told.out, told.err)

    return run
