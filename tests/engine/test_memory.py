"""A build starts no more forks than there is memory for, by what Linux tells of the machine and its groups."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from event_recap.engine import workers
from event_recap.engine.memory import count_fitting

MIB = 1024 * 1024
FILES = {
    "proc/self/status": "Name:\tpython\nVmRSS:\t  102400 kB\n",
    "proc/meminfo": "MemTotal: 2048000 kB\nMemFree: 1 kB\nMemAvailable:  1024000 kB\n",
    "proc/self/cgroup": "0::/build/one\n",
    "sys/fs/cgroup/build/memory.max": f"{700 * MIB}\n",
    "sys/fs/cgroup/build/memory.stat": f"anon {200 * MIB}\nfile {499 * MIB}\n",
    "sys/fs/cgroup/build/one/memory.max": "max\n",
    "sys/fs/cgroup/build/one/memory.stat": f"anon {200 * MIB}\n",
}
"""This process has 100 MiB; 1000 are free on the machine, and 500 in a group around that of the process."""


@pytest.fixture(name="count")
def fixture_count(tmp_path):
    """Return what counts on a machine that lacks some files, or has others."""

    def count(*missing, **others):
        for name, text in {**FILES, **others}.items():
            if name not in missing:
                (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
                (tmp_path / name).write_text(text, encoding="utf-8")
        return count_fitting(tmp_path)

    return count


def test_the_group_with_least_decides(count):
    """What a container may take counts, and what it only keeps of files does not."""
    assert count() == 5


def test_without_a_limit_the_machine_decides(count):
    """Where no group has a limit, all that the machine has free is there to take."""
    assert count("sys/fs/cgroup/build/memory.max", "proc/self/cgroup") == 10


def test_a_group_that_is_full_lets_nobody_in(count):
    """More may be taken than the limit says, for a moment; less than nothing is never free."""
    assert count(**{"sys/fs/cgroup/build/memory.max": str(MIB)}) == 0


@pytest.mark.parametrize("missing", [("proc/self/status",), tuple(FILES)])
def test_a_system_that_tells_nothing_sets_no_limit(count, missing):
    """On a Mac, as many forks work as there are cores."""
    assert count(*missing) is None


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="Linux only")
def test_this_machine_tells():
    """The files of a real Linux are read."""
    assert count_fitting() is not None


@pytest.mark.parametrize(
    ("fitting", "set_jobs", "jobs"), [(3, None, 3), (1, None, 0), (None, None, 8), (1, 6, 6)]
)
@pytest.mark.skipif(not hasattr(os, "sched_getaffinity"), reason="the system has no forks")
def test_forks_are_as_many_as_fit(monkeypatch, fitting, set_jobs, jobs):
    """Memory for three more: three forks on eight cores; who sets a number gets it."""
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(8)))
    monkeypatch.setattr(workers, "count_fitting", lambda: fitting)

    assert workers.count_jobs({workers.JOBS: set_jobs}, workers.FEWEST_TEXTS) == jobs
