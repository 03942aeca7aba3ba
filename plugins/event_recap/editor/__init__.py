"""The page on which a site can be edited in the browser: forms made of the schemas, for Sveltia CMS."""

from .plugin import register

__all__ = ["register"]
