"""The interpreter tells what a build touches, so that nobody has to list it."""

from __future__ import annotations

import importlib
import sys

from event_recap.engine.observation import observe


def test_the_copies_of_code_that_python_leaves_are_seen(tmp_path, monkeypatch):
    """The first build after an installation is no reason for a second: what Python compiled for it is its own."""
    (tmp_path / "observed_module.py").write_text("", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.setattr(sys, "dont_write_bytecode", False)

    with observe() as observation:
        importlib.import_module("observed_module")

    left = {path for path in observation.written if path.startswith(str(tmp_path))}
    assert str(tmp_path / "__pycache__") in left
    assert any(path.endswith(".pyc") for path in left)
