"""Offer our writer of feeds to Pelican."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.plugins import signals

from .writer import FeedWriter

if TYPE_CHECKING:
    from pelican import Pelican


def choose_writer(pelican: Pelican) -> type[FeedWriter]:  # noqa: ARG001 - Pelican's own signature
    """Return the class that Pelican writes with; it is Pelican's own but for feeds."""
    return FeedWriter


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_writer.connect(choose_writer)
