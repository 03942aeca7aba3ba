"""What one worker makes for all who run tests at the same time, who then only look at it."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager


def share(factory, name, make):
    """Return what ``make`` returns of a new folder; whoever asks first makes it, and the others wait.

    Args:
        factory: Pytest's ``tmp_path_factory``.
        name: Of the folder, for this run of the tests.
        make: Fills the folder, and returns what JSON has.
    """
    root = factory.getbasetemp()
    root = root.parent if "PYTEST_XDIST_WORKER" in os.environ else root
    folder, made = root / name, root / f"{name}.json"
    with hold(root / f"{name}.lock"):
        if not made.exists():
            folder.mkdir()
            made.write_text(json.dumps(make(folder)), encoding="utf-8")
        return json.loads(made.read_text(encoding="utf-8"))


@contextmanager
def hold(path):
    """Let nobody else in until the block ends, where the system has locks on files."""
    try:
        import fcntl
    except ImportError:  # Windows
        yield
        return
    with path.open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield
