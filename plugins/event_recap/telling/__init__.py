"""What a build says of itself: how far it is, what it did, and where the time went."""

from .plugin import register

__all__ = ["register"]
