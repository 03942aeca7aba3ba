"""The benchmark of builds measures what it says."""

import sys
from pathlib import Path

import pytest

BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


@pytest.fixture(name="bench")
def fixture_bench(monkeypatch):
    """Return the benchmark, which is a command of its own and no package."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))
    yield __import__("bench_build")
    for name in ("bench_build", "corpus", "measuring", "tables"):
        sys.modules.pop(name, None)


@pytest.mark.parametrize("peer", ["lean", "stock"])
def test_each_round_begins_from_nothing(bench, tmp_path, monkeypatch, peer):
    """A second build from nothing writes every file again, whatever the first one left beside the output."""
    monkeypatch.setattr(bench, "EDITS", {"cold": bench.EDITS["cold"]})
    monkeypatch.setattr(bench, "take_median", list)

    figures = bench.measure_size(tmp_path, 10, [peer], 2)[10, peer, "cold"]

    assert [one.written for one in figures] == [figures[0].files] * 2
    assert figures[0].files > 10  # recaps, and what lists them
