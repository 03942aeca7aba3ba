"""Pictures in texts, in the formats and widths in which they were made."""

from .plugin import register

__all__ = ["register"]
