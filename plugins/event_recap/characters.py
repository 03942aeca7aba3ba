"""Characters: which of them feeds, calendars and contact cards can carry, and how names are sorted."""

from __future__ import annotations

import re
import unicodedata

# What XML 1.0 cannot carry (https://www.w3.org/TR/xml/#charsets), and what the validator of the W3C
# takes for a broken encoding: the controls after the letters, and the sign for a lost character.
# Calendars and cards refuse the same controls (RFC 5545, 3.1; RFC 6350, 3.1).
FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")
"""One character that no document for readers may hold."""

# Not \s: the no-break spaces of French typography stay.
_SPACES = re.compile(r"[ \t\n\r\f\u2028\u2029]+")

_LIGATURES = str.maketrans({"Æ": "Ae", "æ": "ae", "Œ": "Oe", "œ": "oe"})


def fold_name(name: str) -> str:
    """Return what a name is sorted by as a reader looks for it: without accents, case and signs.

    >>> fold_name("Œuvres d’Élie")
    'oeuvres delie'
    """
    decomposed = unicodedata.normalize("NFKD", name.translate(_LIGATURES))
    return "".join(letter for letter in decomposed if letter.isalnum() or letter.isspace()).casefold().strip()


def fold_spaces(text: str) -> str:
    r"""Return a text on one line; the no-break spaces of French typography stay.

    >>> fold_spaces(" trente\n avatars\xa0! ")
    'trente avatars\xa0!'
    """
    return _SPACES.sub(" ", text).strip()


def clean_text(text: str) -> str:
    r"""Return plain text on one line, without control characters, lone surrogates and non-characters.

    >>> clean_text(" trente\n avatars\x07 ")
    'trente avatars'
    """
    return fold_spaces(FORBIDDEN.sub("", text))
