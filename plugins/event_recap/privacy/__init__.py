"""The page that says what is shown of people, why, and how to change it."""

from .plugin import register

__all__ = ["register"]
