"""Who met whom: on the pages of people and events, on a page for two, and as a picture."""

from .plugin import register

__all__ = ["register"]
