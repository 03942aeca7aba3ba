"""The look that a site chose, and its style sheet in one piece."""

from .plugin import register

__all__ = ["register"]
