"""What runs the readers that are written in JavaScript."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

FOLDER = Path(__file__).parents[1] / "node"
PACKAGES = Path(__file__).parents[3] / ".venv/node/node_modules"


def run_node(script, paths):
    """Give a script the paths of files, and return what it says of them: a list, one thing for each file."""
    done = subprocess.run(
        ["node", FOLDER / script],
        input=json.dumps([str(path) for path in paths]),
        env={"NODE_PATH": str(PACKAGES), **os.environ},
        check=False,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)
