"""What the open pages are told: which build they could show, what is wrong with the last one."""

from __future__ import annotations

import json
import threading
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True)
class Status:
    """The state of the site after a build."""

    version: str = ""
    """Name of the last good build, never used twice; a page of another version reloads."""
    problems: tuple[str, ...] = ()
    """Lines that say what is wrong with the texts, or why the last build failed."""
    is_building: bool = False
    """Whether more will follow by itself."""


def build_event(status: Status) -> bytes:
    r"""Build one server-sent event (WHATWG HTML, section 9.2): UTF-8, JSON in one data line.

    >>> build_event(Status("b7", ("café.md:3: unknown key",)))
    b'data: {"version": "b7", "problems": ["caf\\u00e9.md:3: unknown key"], "is_building": false}\n\n'
    """
    data = json.dumps(asdict(status))
    return f"data: {data}\n\n".encode()


class Board:
    """Holds the status of the moment; any number of threads can wait for the next one."""

    def __init__(self) -> None:
        """Start without a build."""
        self._status = Status()
        self._is_closed = False
        self._news = threading.Condition()

    @property
    def status(self) -> Status:
        """Return the status of the moment."""
        return self._status

    @property
    def is_closed(self) -> bool:
        """Return whether nothing will follow."""
        return self._is_closed

    def post(self, status: Status) -> None:
        """Replace the status and wake everybody who waits."""
        with self._news:
            self._status = status
            self._news.notify_all()

    def close(self) -> None:
        """Let everybody go who waits."""
        with self._news:
            self._is_closed = True
            self._news.notify_all()

    def wait_for_news(self, seen: Status | None, timeout_seconds: float) -> Status | None:
        """Wait until the status is another object than ``seen``.

        Returns:
            The status; None after the timeout or at the end.
        """
        with self._news:
            is_new = self._news.wait_for(lambda: self._is_closed or self._status is not seen, timeout_seconds)
            return self._status if is_new and not self._is_closed else None
