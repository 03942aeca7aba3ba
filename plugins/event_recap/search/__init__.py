"""Search in the reader's browser: a page, and files of words that its script asks for."""

from .plugin import register

__all__ = ["register"]
