"""The list of all pages for search engines."""

from .plugin import register

__all__ = ["register"]
