"""From what a failed build printed to the lines an author needs."""

from __future__ import annotations

import re

from ..wording.speech import word

MOST_LINES = 60
"""More lines than these help nobody; the rest is counted."""

_TRACEBACK = "Traceback (most recent call last):"
_CHAINED = (
    "During handling of the above exception, another exception occurred:",
    "The above exception was the direct cause of the following exception:",
)
_ECHO = "RuntimeError: Warning or error encountered"  # Pelican's own closing line under --fatal
_OWN_ERROR = re.compile(r"^(?:[\w.]+\.)?EventRecapError: ")
_FALLBACK = "the build failed without a message; run `make html DEBUG=1`"


def find_problem_lines(printed: str) -> tuple[str, ...]:
    r"""Find the lines that say what to put right, in the order printed, each once.

    Tracebacks lose their frames and keep their last line, for it says what happened.

    >>> frames = "Traceback (most recent call last):\n  File x\nKeyError: 'b'"
    >>> find_problem_lines("a.md:3: no date\n" + frames)
    ('a.md:3: no date', "KeyError: 'b'")
    """
    kept: dict[str, None] = {}
    is_in_frames = False
    for line in printed.splitlines():
        if line == _TRACEBACK:
            is_in_frames = True
        elif is_in_frames and (line.startswith(" ") or not line):
            continue
        else:
            is_in_frames = False
            kept[_OWN_ERROR.sub("", line.rstrip())] = None
    lines = [line for line in kept if line and line != _ECHO and line not in _CHAINED]
    return _shorten(lines) if lines else (word(_FALLBACK),)


def _shorten(lines: list[str]) -> tuple[str, ...]:
    """Return the first lines, and how many more there are."""
    more = len(lines) - MOST_LINES
    return (*lines[:MOST_LINES], word(f"… and {more} more lines")) if more > 0 else tuple(lines)
