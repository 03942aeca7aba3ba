"""Ctrl-C and the like end a build as they end any program: told in one line, and with a code of their own.

Pelican takes Ctrl-C for a wish that was fulfilled and ends with 0, and a script would then publish.
"""

from __future__ import annotations

import signal
import threading
from typing import TYPE_CHECKING, NoReturn

from ..wording.speech import tell

if TYPE_CHECKING:
    from types import FrameType

CODE = 128
"""Added to a signal's number, as shells do: 130 Ctrl-C, 143 terminated, 129 the terminal was closed."""

SIGNALS = [getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


def end_on_signals() -> None:
    """Let signals end the build; those that a program around it handles itself stay with that program."""
    if threading.current_thread() is not threading.main_thread():
        return  # only the main thread is told of signals
    for number in SIGNALS:
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, _end)


def stop_ending_on_signals() -> None:
    """Leave signals as they were before the build."""
    for number in SIGNALS:
        if signal.getsignal(number) is _end:
            signal.signal(number, signal.default_int_handler if number == signal.SIGINT else signal.SIG_DFL)


def _end(number: int, _frame: FrameType | None) -> NoReturn:
    tell("interrupted: the site is still whole\n")
    raise SystemExit(CODE + number)
