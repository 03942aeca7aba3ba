"""Pelican's own tests, which its wheel has, end with the engine as they end without it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

PLUGINS = Path(__file__).parents[2] / "plugins"
ENGINE_ON = """\
import pelican
from event_recap.engine import Pelican


def pytest_configure(config):
    pelican.Pelican = Pelican
"""
MOST = 200
"""At least as many of them pass without the engine; some ask for packages that are not installed."""


def run(folder, *options):
    """Run Pelican's tests in a folder of their own, and return how each ended."""
    folder.mkdir()
    (folder / "engine_on.py").write_text(ENGINE_ON, encoding="utf-8")
    plain = ("-q", "-p", "no:randomly", "-p", "no:cacheprovider", "--override-ini=addopts=")
    where = ("--rootdir", str(folder), "--junitxml=ended.xml", "--pyargs", "pelican.tests")
    subprocess.run(
        [sys.executable, "-m", "pytest", *plain, *options, *where],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": os.pathsep.join((str(PLUGINS), str(folder)))},
        capture_output=True,
        timeout=300,
        check=False,
    )
    cases = ET.parse(folder / "ended.xml").iter("testcase")
    return {
        f"{case.get('classname')} {case.get('name')}": next((part.tag for part in case), "passed")
        for case in cases
    }


@pytest.mark.packaging
def test_pelicans_tests_end_with_the_engine_as_without(tmp_path):
    """Whatever Pelican promises about a build is true of one with our class, too."""
    without = run(tmp_path / "without")

    found = run(tmp_path / "with", "-p", "engine_on")

    assert sum(ended == "passed" for ended in without.values()) >= MOST
    assert found == without
