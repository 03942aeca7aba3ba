"""Pictures: published without metadata, and without those who may not be seen on them."""

from .plugin import register

__all__ = ["register"]
