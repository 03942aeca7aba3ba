"""Whether a build said something that the next one has to say again."""

from __future__ import annotations

import logging
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ear(logging.Handler):
    """Hears warnings and errors of every logger, and says nothing."""

    def __init__(self) -> None:
        """Begin with nothing heard."""
        super().__init__(logging.WARNING)
        self.count = 0

    def emit(self, record: logging.LogRecord) -> None:  # noqa: ARG002 -- that there is one is enough
        """Count it."""
        self.count += 1


@contextmanager
def listen() -> Iterator[Ear]:
    """Listen to all loggers until the block ends."""
    ear, root = Ear(), logging.getLogger()
    root.addHandler(ear)
    try:
        yield ear
    finally:
        root.removeHandler(ear)
