"""Let every former address of a page lead to the one of today."""

from .plugin import register

__all__ = ["register"]
