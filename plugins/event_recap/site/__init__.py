"""The start of a build: settings, lists and people's files are read and checked."""

from .plugin import register

__all__ = ["register"]
