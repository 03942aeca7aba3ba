"""What a host is to say beside each file, and what a page says of it itself."""

from .plugin import register

__all__ = ["register"]
