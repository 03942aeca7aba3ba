"""How often Python looks for what nobody needs any more."""

from __future__ import annotations

import atexit
import gc
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SELDOM = (20_000, 50)
"""New things between two looks at the youngest, and such looks between two at those that are older."""

# Whoever ends gives all back at once: to look through it first takes as long as some pages.
atexit.register(gc.freeze)


@contextmanager
def collect_seldom() -> Iterator[None]:
    """Look seldom until the block ends: nearly all that a build makes is needed to its end."""
    before = gc.get_threshold()
    gc.set_threshold(*SELDOM, before[2])
    try:
        yield
    finally:
        gc.set_threshold(*before)
