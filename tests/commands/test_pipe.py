"""What a command prints may be cut short by whoever reads it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"
NAMES = "".join(f"- Person {number}\n" for number in range(40))


@pytest.mark.parametrize(
    "command", [["ask", "un"], ["thread", "un"], ["consents"]], ids=lambda words: words[0]
)
def test_a_pipe_that_is_closed_early_is_no_mistake(write_site, tmp_path, command):
    """``event-recap ask EVENT | head`` shows the first lines and complains of nothing."""
    write_site({"attendees/un.yml": NAMES})
    reading, writing = os.pipe()
    os.close(reading)

    with os.fdopen(writing, "wb") as pipe:
        done = subprocess.run(
            [sys.executable, "-m", "event_recap", *command],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(PLUGINS)},
            stdout=pipe,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            timeout=60,
            check=False,
        )

    assert (
        done.returncode,
        [line for line in done.stderr.splitlines() if "rror" in line or "ipe" in line],
    ) == (
        141,
        [],
    )


def test_a_file_that_cannot_be_written_is_told_by_its_name(write_site, run):
    """Without the number that the system has for it."""
    write_site({"attendees/un.yml": NAMES})

    done = run("about", "Person 1", "--output", "gone/answer.txt")

    assert (done.code, done.err) == (1, "gone/answer.txt: No such file or directory\n")
