"""Quoted posts: a line ``[post id]`` puts a post from a network into a text, as text."""

from .plugin import register

__all__ = ["register"]
