"""The line that says how far a build is: the words beside the sign that Pelican lets turn at a terminal.

In a log or a pipe nothing turns, and nothing is said.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from pelican.log import console

from ..wording.speech import word
from .tally import Phase

if TYPE_CHECKING:
    from rich.spinner import Spinner

    from .tally import Tally

PAUSE_SECONDS = 0.1
"""The words change no more often: nobody reads faster."""


class Line:
    """Shows what a tally says, where there is somebody to see it."""

    def __init__(self) -> None:
        """Look whether something turns."""
        self._spinner = _find_spinner()
        self._shown = 0.0

    @property
    def is_seen(self) -> bool:
        """Whether there is a line at all."""
        return self._spinner is not None

    def show(self, tally: Tally, *, now: bool = False) -> None:
        """Say how far the build is; without ``now``, not again within a moment."""
        if self._spinner is None:
            return
        moment = time.monotonic()
        if now or moment - self._shown > PAUSE_SECONDS:
            self._shown = moment
            self._spinner.update(text=word(_say_how_far(tally)))


def _say_how_far(tally: Tally) -> str:
    """Return the phase and, where something is counted, how much of it is done: numbers, and no names."""
    done = {Phase.TEXTS: tally.texts, Phase.PAGES: tally.pages + tally.reused}.get(tally.phase, 0)
    if not done:
        return tally.phase.value
    total = tally.expected.get(tally.phase, 0)
    return f"{tally.phase.value}: {done} of {total}" if total >= done else f"{tally.phase.value}: {done}"


def _find_spinner() -> Spinner | None:
    """Return what Pelican lets turn while it builds, if it does so at a terminal.

    Pelican keeps it to itself, and so does rich: under these names, the second until rich 14.
    """
    if not console.file.isatty():  # also where a variable forces colours into a log
        return None
    from rich.spinner import Spinner  # noqa: PLC0415 -- a log and a pipe need not wait for it

    lives = getattr(console, "_live_stack", None) or [getattr(console, "_live", None)]
    turning = lives[-1].get_renderable() if lives[-1] else None
    return turning if isinstance(turning, Spinner) else None
