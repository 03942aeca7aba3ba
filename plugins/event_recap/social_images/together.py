"""Draw many images on all cores at once: each process draws some, and keeps them for the one that began."""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from .plan import Plan

ENOUGH = 40
"""Images from which it pays to begin another process."""

CORES_MAX = 8


def draw_together(plans: Sequence[Plan], draw: Callable[[Plan], object]) -> None:
    """Draw images, on several cores where there are many of them.

    Pillow holds Python's lock while it writes letters: threads would wait for each other.

    Args:
        plans: What is to be drawn.
        draw: Draws one and keeps it where every process finds it.
    """
    shares = _count_shares(len(plans))
    helpers = [
        multiprocessing.get_context("fork").Process(target=_draw_all, args=(plans[number::shares], draw))
        for number in range(1, shares)
    ]
    for helper in helpers:
        helper.start()
    for plan in plans[::shares]:
        draw(plan)
    for helper in helpers:
        helper.join()  # what one of them did not draw is drawn when it is written


def _count_shares(count: int) -> int:
    # Elsewhere, a process that is split in two may not use what the system gave the first.
    cores = min(os.cpu_count() or 1, CORES_MAX) if sys.platform == "linux" else 1
    return max(1, min(cores, count // ENOUGH + 1)) if count >= ENOUGH else 1


def _draw_all(plans: Sequence[Plan], draw: Callable[[Plan], object]) -> None:
    """Draw in a process of its own, which ends with the one that began it and tidies nothing up."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_DFL)
    for plan in plans:
        draw(plan)
