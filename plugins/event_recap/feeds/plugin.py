"""Offer our writer of feeds to Pelican, and what writes the feeds that Pelican does not know."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.generators import ArticlesGenerator
from pelican.plugins import signals

from ..run import find_run
from .generator import FeedsGenerator
from .ids import assign_ids, write_ids
from .writer import FeedWriter

if TYPE_CHECKING:
    from pelican import Pelican
    from pelican.generators import Generator


def choose_writer(pelican: Pelican) -> type[FeedWriter]:  # noqa: ARG001 - Pelican's own signature
    """Return the class that Pelican writes with; it is Pelican's own but for feeds."""
    return FeedWriter


def offer_generator(_pelican: Pelican) -> type[FeedsGenerator]:
    """Tell Pelican about our generator."""
    return FeedsGenerator


def give_ids(generators: list[Generator]) -> None:
    """Give every recap the id by which readers know it."""
    if run := find_run(generators[0].context):
        assign_ids([found for found in generators if isinstance(found, ArticlesGenerator)], run)


def keep_ids(pelican: Pelican) -> None:
    """Remember the ids beside the texts; does nothing where the plugin sleeps."""
    write_ids(pelican.settings)


def register() -> None:
    """Connect the receivers to Pelican's signals."""
    signals.get_writer.connect(choose_writer)
    signals.get_generators.connect(offer_generator)
    signals.all_generators_finalized.connect(give_ids)
    signals.finalized.connect(keep_ids)
