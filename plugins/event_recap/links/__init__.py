"""Links and pictures in texts: found, checked, and kept inside the content folder."""

from .plugin import register

__all__ = ["register"]
