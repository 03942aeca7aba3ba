"""Work of a large site done on every core, by forks that know all that this process knows.

Each fork goes through the texts or the pages as this process does, makes its share, and hands it over in that
order. This process does everything else. What a fork did not make is made here: a page that told a warning,
what a fork had before it that ended early, and the pages of generators that do more than make pages.
"""

from __future__ import annotations

import gc
import json
import os
import signal
import struct
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from io import StringIO
from typing import IO, TYPE_CHECKING, Any
from zlib import crc32

from pelican.generators import ArticlesGenerator, PagesGenerator
from pelican.plugins import signals
from pelican.writers import Writer

from .circumstances import JOBS
from .memory import count_fitting

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from pelican.generators import Generator

FEWEST_TEXTS = 100
"""A smaller site is read and made sooner than forks are."""

PAGES_ONLY = "makes_pages_only"
"""Attribute of a class of generators whose output is pages by templates, and nothing else."""

_LENGTH = struct.Struct("<Q")


class Silent(Writer):
    """A writer that renders, and writes nothing."""

    def write_feed(self, *_arguments: object, **_options: object) -> None:
        """Write no feed."""

    @contextmanager
    def _open_w(self, *_arguments: object, **_options: object) -> Iterator[StringIO]:
        """Write a page nowhere."""
        yield StringIO()


@dataclass(slots=True)
class Share:
    """What one fork makes, and where it hands it over."""

    number: int
    count: int
    lengths: IO[bytes]
    """A pipe: how long each page is that was handed over, for which the other end waits."""
    data: IO[bytes]
    """A file without a name, since many pages may be made before they are asked for."""

    def has(self, name: str) -> bool:
        """Tell whether this fork makes a page, or reads a text."""
        return find_number(name, self.count) == self.number

    def hand_over(self, name: str, made: object) -> None:
        """Give what was made of a page or a text, as JSON has it; None for nothing."""
        told = json.dumps([name, made]).encode()
        self.data.write(told)
        self.lengths.write(_LENGTH.pack(len(told)))


@dataclass(slots=True)
class Worker:
    """A fork, as the process sees it that started it."""

    process: int
    lengths: IO[bytes]
    data: IO[bytes]
    _next: tuple[str, Any] | None = None

    def take(self, name: str) -> Any:  # noqa: ANN401 -- as the fork handed it over
        """Return what the fork made of a page or a text; None where another comes next, or it ended."""
        if self._next is None:
            head = self.lengths.read(_LENGTH.size)
            if len(head) < _LENGTH.size:
                return None
            coming, made = json.loads(self.data.read(*_LENGTH.unpack(head)))
            self._next = coming, made
        if self._next[0] != name:
            return None
        _, made = self._next
        self._next = None
        return made

    def stop(self) -> None:
        """End the fork, which writes nothing that lasts, and wait until it is gone."""
        for stream in (self.lengths, self.data):
            stream.close()
        with suppress(ProcessLookupError):
            os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)


@dataclass(slots=True)
class Workers:
    """The forks of one build; none where it works alone."""

    _workers: list[Worker] = field(default_factory=list)

    def start(self, make: Callable[[Share], None], count: int) -> None:
        """Let forks work, in the place of those before.

        Args:
            make: Called in each fork with its share; nothing is written but what it hands over, nor said.
            count: Number of forks.
        """
        self.stop()
        gc.freeze()  # what is there is not looked at again, so that its memory stays shared
        self._workers.extend(_fork(make, number, count) for number in range(count))
        gc.unfreeze()

    def take(self, name: str) -> Any:  # noqa: ANN401 -- as the fork handed it over
        """Return what a fork made of a page or a text; None where this process has to make it."""
        return self._workers[find_number(name, len(self._workers))].take(name) if self._workers else None

    def stop(self) -> None:
        """End every fork."""
        while self._workers:
            self._workers.pop().stop()


def find_number(name: str, count: int) -> int:
    """Return which of several forks makes a page or reads a text, named by its path."""
    return crc32(name.encode("utf-8", "surrogatepass")) % count


def count_jobs(settings: Mapping[str, Any], texts: int) -> int:
    """Return on how many forks a build of so many texts reads them or makes its pages; 0 for none.

    As many as there are cores, and no more than there is memory for, unless the number is set.
    """
    if texts < FEWEST_TEXTS or not hasattr(os, "fork") or not hasattr(os, "sched_getaffinity"):
        return 0
    jobs = int(settings.get(JOBS) or 0)
    if not jobs:
        cores, fitting = len(os.sched_getaffinity(0)), count_fitting()
        jobs = cores if fitting is None else min(cores, fitting)
    return jobs if jobs > 1 else 0


def _fork(make: Callable[[Share], None], number: int, count: int) -> Worker:
    """Return a fork that makes a share."""
    reading, writing = os.pipe()
    file, path = tempfile.mkstemp()
    data = open(path, "rb")  # noqa: SIM115 -- an end of its own, which reads from the start
    os.unlink(path)
    process = os.fork()
    if process:
        os.close(writing)
        os.close(file)
        return Worker(process, os.fdopen(reading, "rb"), data)
    code = 1
    try:
        os.close(reading)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        for stream in (1, 2):
            os.dup2(nowhere, stream)
        make(Share(number, count, os.fdopen(writing, "wb", 0), os.fdopen(file, "wb", 0)))
        code = 0
    finally:
        os._exit(code)  # nothing of what this process has to do at its end is for a fork to do


def make_pages(
    generators: Sequence[Any], writer: Writer, begin: Callable[[Share], None], share: Share
) -> None:
    """Make the share of a fork.

    Args:
        generators: All of a build, in their order.
        writer: What pages are given to.
        begin: Called with the share before the first page.
        share: The fork's.
    """
    begin(share)
    with signals.content_written.muted(), signals.feed_written.muted():
        for maker in filter(_makes_pages_only, generators):
            maker.generate_output(writer)


def _makes_pages_only(generator: Generator) -> bool:
    # An articles' generator writes feeds as well, which the writer of a fork leaves out.
    return type(generator) in {ArticlesGenerator, PagesGenerator} or getattr(generator, PAGES_ONLY, False)
