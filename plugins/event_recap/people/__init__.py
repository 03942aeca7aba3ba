"""People: a page for everybody who may have one, and the list of all."""

from .plugin import register

__all__ = ["register"]
