"""The command ``event-recap``, which finds the package under either of its names."""

from __future__ import annotations

import sys
from importlib import import_module
from importlib.util import find_spec

INSTALLED = "pelican.plugins.event_recap"
"""Name of the package in the wheel; in a clone it is ``event_recap``, beside this file."""


def main() -> int:
    """Run the command that the words of the process name, and return its exit code."""
    name = "event_recap" if find_spec("event_recap") else INSTALLED
    code: int = import_module(f"{name}.cli").main()
    return code


if __name__ == "__main__":
    sys.exit(main())
