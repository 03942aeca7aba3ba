"""The end of a build: everything wrong is told at once, and the new site replaces the old one."""

from .plugin import register

__all__ = ["register"]
