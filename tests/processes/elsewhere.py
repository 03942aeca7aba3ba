"""Pelican on another machine, on another day: ``python -m elsewhere``, then Pelican's own arguments.

Everything that a machine decides is another here: the clock, the order in which a folder tells its files,
the rights of new files, the number of cores.
"""

import datetime as dt
import os
import runpy
import time

SHIFT = 40 * 86_400 + 12_345
"""Seconds by which the clock is wrong."""

real_time, real_list, real_scan = time.time, os.listdir, os.scandir
real_local, real_utc = time.localtime, time.gmtime


class Kind(type):
    """Of classes that take for theirs what the classes are that they stand for: C makes those."""

    def __instancecheck__(cls, thing):
        """Ask the class of the standard library."""
        return isinstance(thing, cls.__base__)


class Datetime(dt.datetime, metaclass=Kind):
    """What the standard library has, by the other clock."""

    @classmethod
    def now(cls, tz=None):
        """Return the moment of the other clock."""
        return cls.fromtimestamp(time.time(), tz)

    @classmethod
    def utcnow(cls):
        """Return it in UTC."""
        return cls.now(dt.UTC).replace(tzinfo=None)


class Date(dt.date, metaclass=Kind):
    """As above."""

    @classmethod
    def today(cls):
        """Return the day of the other clock."""
        return cls.fromtimestamp(time.time())


class Scanned:
    """What ``os.scandir`` gives, from the end."""

    def __init__(self, found):
        self.entries = iter(sorted(found, key=lambda entry: entry.name, reverse=True))
        found.close()

    def __iter__(self):
        return self.entries

    def __next__(self):
        return next(self.entries)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        """Nothing is open any more."""

    def close(self):
        """As above."""


def go_elsewhere():
    """Change what the machine decides."""
    time.time = lambda: real_time() + SHIFT
    time.localtime = lambda seconds=None: real_local(time.time() if seconds is None else seconds)
    time.gmtime = lambda seconds=None: real_utc(time.time() if seconds is None else seconds)
    dt.datetime, dt.date = Datetime, Date
    os.listdir = lambda path=".": sorted(real_list(path), reverse=True)
    os.scandir = lambda path=".": Scanned(real_scan(path))
    os.umask(0o077)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


if __name__ == "__main__":
    go_elsewhere()
    runpy.run_module("pelican", run_name="__main__", alter_sys=True)
