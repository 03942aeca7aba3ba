"""Feature ``share``: plain links that offer a recap to social networks, without a script.

From the inside out: ``entity`` and ``length`` know what networks count, ``plain_text``,
``handle``, ``hashtag`` and ``shorten`` prepare words, ``post`` fits them together, ``networks``
writes the addresses and ``links`` hands them to the pages.
"""

from .plugin import register

__all__ = ["register"]
