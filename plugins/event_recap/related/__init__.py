"""Which recaps have much in common, best first."""

from .plugin import register

__all__ = ["register"]
