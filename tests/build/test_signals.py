"""How a build ends that somebody stops."""

import os
import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"
SITE = """
import os, signal, sys
sys.path.insert(0, {plugins!r})

# Whoever runs the tests in the background has their signals ignored.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGTERM, signal.SIG_DFL)
signal.signal(signal.SIGHUP, signal.SIG_DFL)

def stop(_generators):
    os.kill(os.getpid(), {number})

from pelican import signals
signals.all_generators_finalized.connect(stop, weak=False)
PLUGIN_PATHS, PLUGINS, EVENT_RECAP = [{plugins!r}], ["event_recap"], {{}}
"""

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows knows no such signals")


@pytest.mark.parametrize(
    ("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 129)]
)
def test_a_build_that_is_stopped_says_so_by_its_code(tmp_path, number, code):
    """A script that publishes after a build does not publish after this one, and nothing is left behind."""
    (tmp_path / "content").mkdir()
    settings = textwrap.dedent(SITE).format(plugins=str(PLUGINS), number=int(number))
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")

    ended = subprocess.run(
        [sys.executable, "-m", "pelican", "content"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, "interrupted" in ended.stderr) == (code, True)
    assert "Traceback" not in ended.stderr
    left = {path.name for path in tmp_path.iterdir()} - {"content", "pelicanconf.py", "__pycache__"}
    assert left == {".output.lock"}


def test_ctrl_c_while_plugins_are_loaded_is_no_success(tmp_path):
    """Pelican would end with 0, before anything was built."""
    (tmp_path / "content").mkdir()
    stop = "import os\ndef register():\n    os.kill(os.getpid(), 2)\n"
    (tmp_path / "stopping.py").write_text(stop, encoding="utf-8")
    settings = textwrap.dedent(SITE).format(plugins=str(PLUGINS), number=0)
    settings += "PLUGINS, PLUGIN_PATHS = ['stopping'], ['.']\nPELICAN_CLASS = 'event_recap.Pelican'\n"
    (tmp_path / "pelicanconf.py").write_text(settings, encoding="utf-8")

    ended = subprocess.run(
        [sys.executable, "-m", "pelican", "content"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ended.returncode, "interrupted" in ended.stderr) == (130, True)
