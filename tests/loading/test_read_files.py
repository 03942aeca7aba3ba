from __future__ import annotations

import os
from pathlib import Path

import pytest

from event_recap.errors import Place
from event_recap.loading.files import SourceFile, display_path, find_source_files
from event_recap.loading.nodes import ScalarNode
from event_recap.loading.report import Report, UnreadableError
from event_recap.loading.text import clean_text, decode_text


@pytest.mark.parametrize(
    "data", [b"\xef\xbb\xbf- Zo\xc3\xa9\r\n- Bob\r\n", b"- Zo\xc3\xa9\n- Bob\n", b"- Zo\xc3\xa9\r- Bob\r"]
)
def test_each_editor_ends_its_lines(data):
    """A byte order mark and the line ends of any system change nothing."""
    assert decode_text(data) == "- Zoé\n- Bob\n"


def test_invisible_characters_go_and_emoji_stay():
    """Characters that turn text around are left out; joiners of emoji and letters stay."""
    assert clean_text("\u202eZoe\u0308 👩‍🍳\u2069\x00") == "Zoë 👩‍🍳"


@pytest.mark.parametrize("target", ["/etc/passwd", "../../list.yml", "nowhere.yml", "a.yml"])
def test_a_link_that_leads_out_is_not_read(content, write, target):
    """A list that is a link to a file outside the content folder, to none or to itself is told."""
    write("../list.yml", "- Anne\n")
    write("attendees/b.yml", "- Bob\n")
    (content / "attendees/a.yml").symlink_to(target)

    files, problems = find_source_files(content / "attendees", content)

    assert [file.id for file in files] == ["b"]
    assert [str(problem) for problem in problems] == [
        "content/attendees/a.yml: not a regular file inside the content folder; put a file here"
    ]


def test_a_pipe_does_not_hang(content, write):
    """A named pipe called like a list is told of, and not opened."""
    write("attendees/b.yml", "- Bob\n")
    os.mkfifo(content / "attendees/a.yml")

    files, problems = find_source_files(content / "attendees", content)

    assert [file.id for file in files] == ["b"]
    assert len(problems) == 1


def test_a_folder_that_leads_out_is_not_read(content):
    """A linked folder of lists outside the content folder is told of."""
    (content.parent / "lists").mkdir()
    (content / "attendees").symlink_to(content.parent / "lists")

    files, problems = find_source_files(content / "attendees", content)

    assert files == ()
    assert problems[0].place == Place("content/attendees")


def test_a_missing_folder_is_empty(content):
    """A site needs no lists and no people."""
    assert find_source_files(content / "attendees", content) == ((), ())


def test_a_file_that_goes_away_is_told(content):
    """A file that cannot be opened is told of with the system's reason."""
    file = SourceFile("a", content / "attendees/a.yml", "a.yml", content)

    with pytest.raises(UnreadableError, match="cannot be opened: no such file or directory"):
        file.read_text()


def test_a_path_is_shown_as_typed(content):
    """Paths are shown from the working folder where they lie inside, else whole, and on one line."""
    assert display_path(content / "a\nb.yml") == "content/a?b.yml"
    assert display_path(Path("/elsewhere/a.yml")) == "/elsewhere/a.yml"


def test_a_hundred_problems_are_enough():
    """Of one file, a hundred problems are told, errors first, and the others counted."""
    report = Report("a.yml")
    for line in range(1, 121):
        report.warn(ScalarNode("", line, 1), "", "odd")
    report.error(ScalarNode("", 121, 1), "", "wrong")

    lines = [str(problem) for problem in report.problems]

    assert len(lines) == 101
    assert lines[0] == "a.yml: 21 more problems; put these right first"
    assert lines[-1] == "a.yml:121:1: wrong"
