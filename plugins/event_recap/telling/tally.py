"""What a build did so far: counted where it happens, told at the end."""

from __future__ import annotations

import heapq
import os
import time
from dataclasses import dataclass, field
from enum import Enum

SLOWEST = 3
"""Pages that are told at the end."""


class Phase(Enum):
    """What a build does, one after the other; the words are those of the progress line."""

    STARTING = "starting"
    LISTS = "reading lists and people"
    TEXTS = "reading texts"
    JOINING = "joining texts, events and people"
    PAGES = "rendering pages"
    FINISHING = "finishing pictures and styles"
    PROVING = "searching for who may not be shown"
    PLACING = "putting in place"


@dataclass(slots=True)
class Tally:
    """Counters of one build. What is not counted in this process is added by whoever knows it."""

    began: float = field(default_factory=time.perf_counter)
    """When the build began, in seconds of ``time.perf_counter``."""
    texts: int = 0
    """Recaps and pages that were read, or taken from what was kept of their reading."""
    lists: int = 0
    """Attendee lists that were read."""
    people: int = 0
    """Files of people that were read."""
    pages: int = 0
    """Pages that were rendered."""
    reused: int = 0
    """Pages that were taken from the last build, without being rendered."""
    feeds: int = 0
    """Feeds that were written, archives not counted."""
    files: int = 0
    """Files of the new site."""
    written: int = 0
    """Those of them that are new or differ from the last build."""
    expected: dict[Phase, int] = field(default_factory=dict)
    """How many texts will be read and pages rendered, as far as is known."""
    slowest: list[tuple[float, str]] = field(default_factory=list)
    """The pages that took longest: seconds and path below the output folder, in no order."""
    cpu: dict[Phase, float] = field(default_factory=dict)
    """Seconds of CPU that each phase took, also in other processes that have ended."""
    _entered: tuple[Phase, float] = (Phase.STARTING, 0.0)

    @property
    def phase(self) -> Phase:
        """What the build is doing."""
        return self._entered[0]

    def enter(self, phase: Phase) -> None:
        """Begin a phase, which ends the one before; one may be entered again."""
        before, since = self._entered
        now = measure_cpu()
        self.cpu[before] = self.cpu.get(before, 0.0) + now - since
        self._entered = (phase, now)

    def add_page(self, name: str, seconds: float) -> None:
        """Count a page that was rendered; ``name`` is empty where it is not to be told."""
        self.pages += 1
        if name:
            keep = heapq.heappush if len(self.slowest) < SLOWEST else heapq.heappushpop
            keep(self.slowest, (seconds, name))


def measure_cpu() -> float:
    """Return the seconds of CPU that this process took since it began, and those of its that have ended."""
    return time.process_time() + sum(os.times()[2:4])
