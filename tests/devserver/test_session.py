"""A day with the development server: change, break, repair."""

import errno
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from event_recap.devserver.building import Outcome
from event_recap.devserver.options import Options
from event_recap.devserver.session import explain_refusal, format_preview, format_report, run
from event_recap.preview.answers import Answer

PLUGINS = Path(__file__).parents[2] / "plugins"


def test_a_change_is_built_and_told_to_the_open_pages(site):
    """Saving a file gives the open pages a new version, and the new page is served."""
    version = site.session.status.version

    site.write("Deux")
    status = site.wait_for(lambda status: status["version"] != version)

    assert status["problems"] == []
    assert "Deux" in site.get("/")[2]


def test_a_failed_build_shows_its_problems_and_keeps_the_last_good_page(site):
    """The lines reach the page, the version stays, and the page of before is still there."""
    version = site.session.status.version

    site.write("BROKEN")
    status = site.wait_for(lambda status: status["problems"])

    assert status["problems"] == ["content/post.md:1: <b>title</b>: missing"]
    assert status["version"] == version
    assert "Bonsoir" in site.get("/")[2]


def test_the_problems_vanish_after_the_repair(site):
    """A good build after a bad one has a new version and no problems."""
    site.write("BROKEN")
    broken = site.wait_for(lambda status: status["problems"])

    site.write("Réparé")
    repaired = site.wait_for(lambda status: not status["problems"])

    assert repaired["version"] != broken["version"]
    assert "Réparé" in site.get("/")[2]


def test_a_new_file_in_the_output_builds_nothing(site):
    """The server does not run in a circle when the build writes."""
    version = site.session.status.version

    (site.home / "output/more.html").write_text("more", encoding="utf-8")
    site.write("Encore")
    site.wait_for(lambda status: status["version"] != version)

    assert site.session.status.version.endswith("-2")


def test_a_port_in_use_is_one_clear_line(capsys, tmp_path):
    """Somebody else has the port: the message says so and proposes another, exit code 1."""
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]

        code = run(Options(content=tmp_path, output=tmp_path / "output", port=port))

    assert code == 1
    assert capsys.readouterr().err == (
        f"devserver: port {port} is in use; choose another, as in: make devserver PORT=8001\n"
    )


@pytest.mark.parametrize(
    ("number", "message"),
    [
        (errno.EACCES, "port 80 needs more rights; choose one above 1023"),
        (errno.EADDRNOTAVAIL, "cannot listen on 127.0.0.1:80: no such address"),
    ],
)
def test_another_refusal_is_told_as_well(number, message):
    """A port for administrators, an address of another machine: one line each."""
    assert explain_refusal(OSError(number, "no such address"), Options(port=80)) == message


def test_the_terminal_is_told_how_a_build_ended():
    """A good build says its notes, its time and the address; a bad one its problems."""
    good = format_report(Outcome((), "a note", 1.26), "http://localhost:8000/")
    bad = format_report(Outcome(("a.md:1: no date",), "", 0.5), "http://localhost:8000/")

    assert good == "a note\nBuilt in 1.3 s: http://localhost:8000/"
    assert bad == "The build failed after 0.5 s:\n  a.md:1: no date"


def test_the_terminal_is_told_what_was_shown_before_a_build():
    """The texts by their names; or what has to be put right; of a build that only became ready, nothing."""
    shown = Answer(is_shown=True, texts=("a.md", "b.md"))
    wrong = Answer(is_shown=True, problems=("a.md:1: no date",), texts=("a.md",))

    assert format_preview(shown) == "Shown, and the site follows: a.md, b.md"
    assert format_preview(wrong) == "To be put right:\n  a.md:1: no date"
    assert format_preview(Answer(is_shown=True)) == ""


def test_control_c_ends_quietly(tmp_path):
    """The exit code is 130, nothing is printed as an error, and the port is free again."""
    (tmp_path / "content").mkdir()
    command = [sys.executable, "-m", "event_recap", "devserver", "--port", "0"]
    with subprocess.Popen(
        command,
        cwd=tmp_path,
        env={"PYTHONPATH": str(PLUGINS), "PATH": ""},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        # A job in the background ignores Ctrl-C, and what it starts as well: the test may run in one.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),  # noqa: PLW1509
    ) as process:
        address = process.stdout.readline()
        process.send_signal(signal.SIGINT)
        try:
            _, errors = process.communicate(timeout=20)
        finally:
            process.kill()

    assert address.startswith("Open http://localhost:")
    assert process.returncode == 130
    assert errors == ""
    port = int(address.split(":")[2].split("/")[0])
    socket.create_server(("127.0.0.1", port)).close()
