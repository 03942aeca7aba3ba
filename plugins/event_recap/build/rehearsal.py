"""A build that ends when everything is read and judged, for a command that only wants to know."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pelican.generators import Generator

    from ..errors import Problem
    from ..run import Run


@dataclass(slots=True)
class RehearsalEnded(Exception):  # noqa: N818 -- not an error: what was asked for
    """Everything is read, and the site as it would be is at hand."""

    run: Run
    """What was read, and every problem that was found."""
    generators: Sequence[Generator]
    """Pelican's, of which each has read what it would write."""
    mask: Callable[[Problem], Problem]
    """Takes out of a problem who may not be named."""
