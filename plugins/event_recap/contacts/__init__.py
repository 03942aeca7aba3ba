"""People who agreed to it as contact cards, one file for each of them and one for each event."""

from .plugin import register

__all__ = ["register"]
