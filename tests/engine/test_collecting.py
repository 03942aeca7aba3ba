"""How often Python looks for what nobody needs any more."""

import gc
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
