"""Recaps: front matter of either kind, the event's facts, and the cards in the text."""

from .plugin import register

__all__ = ["register"]
