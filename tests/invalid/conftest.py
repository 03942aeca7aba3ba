"""Types one mistake into one file, and returns the lines that an author reads."""

from __future__ import annotations

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from event_recap.errors import Severity
from event_recap.loading.event_list import load_event
from event_recap.loading.files import SourceFile
from event_recap.loading.person_file import load_person
from event_recap.loading.recap import parse_recap
from event_recap.loading.site import load_site
from event_recap.model.consent import Policy

RESERVED = frozenset({"content", "get_content", "is_valid", "settings", "url_format"})
NETWORKS = ("x", "mastodon", "bluesky", "linkedin", "email")


def write_lines(problems):
    """Return each problem as it is read; a warning begins with its name, for the eye."""
    return [
        f"warning: {problem}" if problem.severity is Severity.WARNING else str(problem)
        for problem in problems
    ]


def write(path, text):
    """Write a string or bytes, in folders that need not exist."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(text if isinstance(text, bytes) else text.encode())


@pytest.fixture
def content(tmp_path, monkeypatch):
    """A content folder with three pictures, in the working folder of the author."""
    monkeypatch.chdir(tmp_path)
    for name in ("images/anne.jpg", "images/logo.svg", "images/.hidden.jpg"):
        write(tmp_path / "content" / name, b"picture")
    return tmp_path / "content"


@pytest.fixture
def read_list(content):
    """Read one attendee list, ``a.yml``."""

    def read(text):
        path = content / "attendees/a.yml"
        write(path, text)
        file = SourceFile("a", path, "a.yml", content)
        return write_lines(load_event(file, ZoneInfo("Europe/Paris")).problems)

    return read


@pytest.fixture
def read_person(content):
    """Read one person's file, ``anne.yml``."""

    def read(text):
        path = content / "people/anne.yml"
        write(path, text)
        return write_lines(load_person(SourceFile("anne", path, "anne.yml", content))[1])

    return read


@pytest.fixture
def read_recap(content):
    """Read one recap, ``a.md``."""

    def read(text):
        parsed = parse_recap(
            text if isinstance(text, bytes) else text.encode(),
            source="a.md",
            path=content / "recaps/a.md",
            content=content,
            reserved=RESERVED,
            share_networks=NETWORKS,
        )
        return write_lines(parsed.problems)

    return read


@pytest.fixture
def read_site(content):
    """Read the files of a site, given as strings by their paths below the content folder."""

    def read(files):
        for name, text in files.items():
            write(content / name, text)
        _, problems = load_site(
            content,
            attendees_path="attendees",
            people_path="people",
            zone=ZoneInfo("Europe/Paris"),
            policy=Policy(today=date(2026, 11, 21)),
        )
        return [line.replace("content/", "") for line in write_lines(problems)]

    return read
