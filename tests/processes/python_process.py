"""``python -m`` of a module, in a fork of a process that has loaded it where that makes no difference.

Most of the time of a small build went into loading modules and compiling templates. ``FRESH_PROCESSES=1``
starts a new interpreter for every command; tests do so themselves where they are about its start.
"""

from __future__ import annotations

import atexit
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
from functools import cache
from pathlib import Path

import pytest

SERVER = Path(__file__).parent / "warm_server.py"
WIDTH = {"COLUMNS": "200"}
"""Of the terminal that a command believes in: wide enough for every line."""
START = 0.03
"""Seconds that an interpreter needs at least: a build doubts files that were written just as it began."""
FREE = ("EVENT_RECAP_", "SOURCE_DATE_EPOCH", "PYTEST_CURRENT_TEST")
"""How variables begin that are read by a command under way; any other may be read as it starts."""


class WarmServer:
    """The process of which commands are forks."""

    def __init__(self):
        """Start it, with the environment of now."""
        self.environment = {**os.environ, **WIDTH}
        self.process = subprocess.Popen(
            [sys.executable, SERVER], env=self.environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )
        atexit.register(self.end)

    def is_like(self, environment):
        """Tell whether a new process with an environment would start as this one did."""
        return find_fixed(environment) == find_fixed(self.environment)

    def run(self, **request):
        """Run a command; return its exit code."""
        time.sleep(START)
        self.process.stdin.write(json.dumps(request).encode() + b"\n")
        self.process.stdin.flush()
        if answer := self.process.stdout.readline():
            return int(answer)
        pytest.fail(f"{SERVER.name} has ended; FRESH_PROCESSES=1 does without it")

    def end(self):
        """Let it end, as nothing more is asked."""
        self.process.communicate()


start_server = cache(WarmServer)


def find_fixed(environment):
    """Return the variables that may make an interpreter start differently."""
    return {name: value for name, value in environment.items() if not name.startswith(FREE)}


def run_module(module, *arguments, cwd, environment=None, limit=120, is_fresh=False):
    """Run ``python -m module arguments``; return what ``subprocess.run`` would, with text.

    Args:
        module: Name of a package or module that is run.
        arguments: Words of the command line.
        cwd: The folder in which it runs.
        environment: Variables that differ from those of the tests.
        limit: Seconds after which it is killed.
        is_fresh: Start a new interpreter in any case.
    """
    variables = {**os.environ, **WIDTH, **(environment or {})}
    command = [sys.executable, "-m", module, *map(str, arguments)]
    if is_fresh or "FRESH_PROCESSES" in os.environ or not hasattr(os, "fork"):
        server = None
    else:
        server = start_server()
    if not (server and server.is_like(variables)):
        return subprocess.run(
            command, cwd=cwd, env=variables, capture_output=True, encoding="utf-8", timeout=limit, check=False
        )
    with tempfile.NamedTemporaryFile() as out, tempfile.NamedTemporaryFile() as err:
        files = {"out": out.name, "err": err.name}
        request = {"module": module, "arguments": command[3:], "cwd": str(cwd), "environment": variables}
        code = server.run(**request, **files, limit=limit)
        said = [Path(name).read_text(encoding="utf-8") for name in (out.name, err.name)]
    if code == -signal.SIGALRM:
        raise subprocess.TimeoutExpired(command, limit, *said)
    return subprocess.CompletedProcess(command, code, *said)
