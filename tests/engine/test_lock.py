"""One build at a time for each output folder."""

import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from event_recap.engine.lock import WAITING, find_lock, lock_output

PLUGINS = Path(__file__).parents[2] / "plugins"
HOLD = """
import sys, pathlib
sys.path.insert(0, sys.argv[1])
from event_recap.engine.lock import lock_output
handle = lock_output(pathlib.Path(sys.argv[2]))
print("held", flush=True)
sys.stdin.read()
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such locks")


@pytest.fixture(name="other")
def fixture_other(tmp_path):
    """Another process that builds into the same folder until it is told to stop."""
    command = [sys.executable, "-c", HOLD, str(PLUGINS), str(tmp_path / "output")]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout.readline() == "held\n"
        yield process
        process.kill()


def test_a_second_build_waits_and_says_so(other, tmp_path, capsys):
    """It begins when the first has ended, however that one ended."""
    locked = []
    thread = threading.Thread(target=lambda: locked.append(lock_output(tmp_path / "output")))
    thread.start()
    thread.join(timeout=0.5)
    waited = thread.is_alive()

    other.kill()
    thread.join(timeout=10)

    assert waited
    assert not thread.is_alive()
    assert capsys.readouterr().err == WAITING
    locked[0].close()


def test_a_build_into_another_folder_does_not_wait(other, tmp_path):
    """Two sites are built at once."""
    lock_output(tmp_path / "elsewhere").close()

    assert other.poll() is None


def test_a_lock_that_was_taken_away_meanwhile_is_none(other, tmp_path):
    """Whoever waited for a build, after which all was cleaned, keeps the others waiting."""
    locked = []
    thread = threading.Thread(target=lambda: locked.append(lock_output(tmp_path / "output")))
    thread.start()
    thread.join(timeout=0.5)
    find_lock(tmp_path / "output").unlink()

    other.kill()
    thread.join(timeout=10)

    assert os.path.samestat(os.fstat(locked[0].fileno()), find_lock(tmp_path / "output").stat())
    locked[0].close()


def test_a_link_is_no_lock(tmp_path):
    """Nothing is written through one, into a file that is none of ours."""
    (tmp_path / "mine.txt").write_text("mine", encoding="utf-8")
    find_lock(tmp_path / "output").symlink_to(tmp_path / "mine.txt")

    with pytest.raises(OSError, match=r"mine|loop|link"):
        lock_output(tmp_path / "output")

    assert (tmp_path / "mine.txt").read_text(encoding="utf-8") == "mine"
