"""The example site, built of a copy of its texts, which a build may write to."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

from python_process import run_module

ROOT = Path(__file__).parents[2]
CONTENT = ROOT / "content"
KEPT = ROOT / ".cache" / "tests"
"""What tests keep for other tests, and for the next run."""
PICTURES = ("event-recap-pictures", "event-recap-social-images")
"""Folders of a cache in which each picture stands under a digest of all that it was made of."""


def build_example(folder, configuration="pelicanconf.py"):
    """Build the example site in a folder, so strictly that a warning stops it; return what was said.

    It is built in a new process, as by somebody who tries the project, and with its own settings.
    """
    shutil.copytree(CONTENT, folder / "content", copy_function=shutil.copyfile)
    lend_pictures(folder)
    arguments = ["content", "-s", ROOT / configuration, "-o", "output", "--fatal=warnings"]
    done = run_module("pelican", *arguments, cwd=folder, limit=300, is_fresh=True)
    keep_pictures(folder)
    return done


def lend_pictures(folder):
    """Copy what builds made of the example's pictures into the cache of a site: that is most of their time."""
    for name in PICTURES:
        if (KEPT / name).is_dir():
            shutil.copytree(KEPT / name, folder / "cache" / name)


def keep_pictures(folder):
    """Keep what a build made of pictures; others may do the same meanwhile."""
    for name in PICTURES:
        (KEPT / name).mkdir(parents=True, exist_ok=True)
        for path in folder.glob(f"cache/{name}/*"):
            if not (KEPT / name / path.name).exists():
                copied = shutil.copyfile(path, KEPT / f"{os.getpid()}.{path.name}")
                copied.replace(KEPT / name / path.name)
