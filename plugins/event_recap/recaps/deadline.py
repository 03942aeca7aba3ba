"""An end for what takes too long: some texts, such as thousands of ``[``, take Markdown hours."""

from __future__ import annotations

import signal
import threading
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Iterator


AGAIN_SECONDS = 0.5
"""After so much CPU the alarm rings again: Python drops an exception of a moment when it collects garbage."""


class OutOfTimeError(Exception):
    """The time is over."""


@contextmanager
def limit_time(seconds: float) -> Iterator[None]:
    """Stop what is done inside after some seconds of CPU: a busy machine refuses no more than an idle one.

    Without effect where the system has no such alarm (Windows), and beside the main thread.

    Raises:
        OutOfTimeError: The time is over.
    """
    if threading.current_thread() is not threading.main_thread() or not hasattr(signal, "setitimer"):
        yield
        return
    former = signal.signal(signal.SIGVTALRM, _stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds, AGAIN_SECONDS)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, former)


def _stop(*_: object) -> NoReturn:
    raise OutOfTimeError
