"""What one command takes: time, memory of it and of all that it starts, files that it writes."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import threading
import time
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

PAUSE_SECONDS = 0.05
"""Between two looks at the memory of a command's processes, at the least."""
PAUSES = 50
"""How many times as long as a look the pause after it is: to look at gigabytes holds up those who use them."""
MIB = 1024
PROC = Path("/proc")


@dataclass(frozen=True)
class Figure:
    """What one build took."""

    cpu: float
    """Seconds, of all its processes."""
    wall: float
    """Seconds."""
    mebibytes: float
    """Of all its processes at the moment when they had most; what they share counts once."""
    files: int
    """In the output folder, at the end."""
    written: int
    """Of them, new or not the same as before."""


def measure(command: list[str], folder: Path, environment: dict[str, str]) -> Figure:
    """Run one build in a folder and return what it took; end where it fails."""
    before = _list_output(folder)
    start = time.perf_counter()
    with subprocess.Popen(
        command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment
    ) as process:
        memory = MemoryWatch(process.pid)
        told = process.stderr.read() if process.stderr else b""
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{command[0]} in {folder} ended with {process.returncode}:\n{told.decode()[-2000:]}")
    after = _list_output(folder)
    written = sum(1 for name, state in after.items() if before.get(name) != state)
    peak = max(memory.end(), usage.ru_maxrss) / MIB
    return Figure(usage.ru_utime + usage.ru_stime, wall, peak, len(after), written)


def take_median(figures: list[Figure]) -> Figure:
    """Return the medians of some figures."""
    cpu, wall, mebibytes, files, written = map(statistics.median, zip(*map(astuple, figures), strict=True))
    return Figure(cpu, wall, mebibytes, int(files), int(written))


class MemoryWatch(threading.Thread):
    """Looks from time to time how much memory a process and all that it started have; on Linux only."""

    def __init__(self, process: int) -> None:
        """Begin to look."""
        super().__init__(daemon=True)
        self._process = process
        self._peak = 0
        self._has_ended = threading.Event()
        if PROC.is_dir():
            self.start()

    def end(self) -> int:
        """Return the most that was seen, in KiB."""
        self._has_ended.set()
        return self._peak

    def run(self) -> None:
        """Look until told to end."""
        pause = PAUSE_SECONDS
        while not self._has_ended.wait(pause):
            start = time.perf_counter()
            processes = list(_list_processes(self._process))
            if len(processes) > 1:  # of one, the system tells the most
                self._peak = max(self._peak, sum(map(_read_memory, processes)))
            pause = max(PAUSE_SECONDS, PAUSES * (time.perf_counter() - start))


def _list_processes(process: int) -> Iterator[int]:
    """Yield a process and all that it started and that still run."""
    yield process
    try:
        told = [path.read_text() for path in (PROC / str(process) / "task").glob("*/children")]
    except OSError:
        return
    for child in " ".join(told).split():
        yield from _list_processes(int(child))


def _read_memory(process: int) -> int:
    """Return the memory of a process in KiB, with its part of what it shares; 0 where it has ended."""
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)


def _list_output(folder: Path) -> dict[Path, tuple[int, int]]:
    """Return what changes of each file of the output when it is written."""
    paths = (Path(root, name) for root, _, names in os.walk(folder / "output") for name in names)
    states = ((path, path.stat()) for path in paths)
    return {path: (found.st_ino, found.st_mtime_ns) for path, found in states}
