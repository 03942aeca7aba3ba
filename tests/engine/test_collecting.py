"""How often Python looks for what nobody needs any more."""

import gc
import subprocess
import sys
from contextlib import suppress

from event_recap.engine.collecting import collect_seldom


def test_python_collects_as_before_once_a_build_is_over_or_failed():
    """A server that builds again and again keeps the habits that it had."""
    before = gc.get_threshold()

    with suppress(OSError), collect_seldom():
        during = gc.get_threshold()
        raise OSError

    assert gc.get_threshold() == before
    assert during[0] > before[0]


def test_a_process_that_ends_looks_for_nothing_any_more():
    """Whatever it made is given back at once: to look through a large site for that takes as long as its pages."""
    program = (
        "import atexit, gc; atexit.register(lambda: print(gc.get_freeze_count(), len(gc.get_objects())))\n"
        "import event_recap.engine.collecting"
    )

    said = subprocess.run(
        [sys.executable, "-c", program],
        capture_output=True,
        text=True,
        check=True,
        env={"PYTHONPATH": "plugins"},
    )

    frozen, watched = map(int, said.stdout.split())
    assert frozen > 1000 > watched
