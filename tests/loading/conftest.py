"""Loads lists, people and recaps from strings."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from event_recap.loading.event_list import load_event
from event_recap.loading.files import SourceFile
from event_recap.loading.person_file import load_person
from event_recap.loading.recap import parse_recap
from event_recap.loading.site import load_site
from event_recap.model.consent import Policy


@pytest.fixture
def content(tmp_path, monkeypatch):
    """A content folder with a picture, in the working folder of the author."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "content"
    for name in ("images/anne.jpg", "recaps/evening/crowd.png"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(b"picture")
    return folder


@pytest.fixture
def write(content):
    """Write a file of the content folder, and return its path."""

    def write(name, text=""):
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.fixture
def load(content, write):
    """Load the event of one list."""

    def load(text):
        path = write("attendees/focus-20.yml", text)
        return load_event(SourceFile("focus-20", path, "focus-20.yml", content), ZoneInfo("Europe/Paris"))

    return load


@pytest.fixture
def load_anne(content, write):
    """Load the person of one file."""

    def load(text):
        path = write("people/anne.yml", text)
        return load_person(SourceFile("anne", path, "anne.yml", content))[0]

    return load


@pytest.fixture
def read_recap(content):
    """Read one recap."""

    def read(text):
        return parse_recap(
            text.encode(),
            source="a.md",
            path=content / "recaps/evening/index.md",
            content=content,
            reserved={"settings"},
            share_networks=("x", "mastodon", "email"),
        )

    return read


@pytest.fixture
def load_files(content, write):
    """Load a site from the files given, by path below the content folder."""

    def load(files):
        for name, text in files.items():
            write(name, text)
        return load_site(
            content,
            attendees_path="attendees",
            people_path="people",
            zone=ZoneInfo("Europe/Paris"),
            policy=Policy(today=date(2026, 11, 21)),
        )

    return load
