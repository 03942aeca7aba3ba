"""Feature ``social_images``: a picture for each page, by which networks show it, drawn at build.

From the inside out: ``colours`` knows those of the theme, ``font`` the shapes of letters, ``paragraph``
parts a text into lines, ``drawing`` paints a card, ``look`` reads what the site chose, and ``plan`` says
which cards there are.
"""

from .plugin import register

__all__ = ["register"]
