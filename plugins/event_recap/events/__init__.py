"""Events: one page each, with or without a recap, and the list of all."""

from .plugin import register

__all__ = ["register"]
