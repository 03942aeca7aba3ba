"""Comments: what readers answered, from files, as far as their authors may be shown."""

from .plugin import register

__all__ = ["register"]
