"""Mentions: ``@handle`` and ``[[Name]]`` in texts lead to people, as far as each may be shown."""

from .plugin import register

__all__ = ["register"]
