"""What machines read of a page: schema.org in JSON-LD."""

from .plugin import register

__all__ = ["register"]
