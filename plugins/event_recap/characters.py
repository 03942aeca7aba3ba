"""Characters: which of them feeds, calendars and contact cards can carry, and how names are sorted."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# What XML 1.0 cannot carry (https://www.w3.org/TR/xml/#charsets), and what the validator of the W3C finds
# fault with: the controls after the letters, the sign for a lost character, and the last two codes of each
# plane and others that are no characters (https://www.unicode.org/faq/private_use.html#nonchar1).
# Calendars and cards refuse the same controls (RFC 5545, 3.1; RFC 6350, 3.1).
_PLANES = "".join(f"{chr(start)}-{chr(start + 0xFFFD)}" for start in range(0x10000, 0x110000, 0x10000))
FORBIDDEN = re.compile(f"[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufdcf\ufdf0-\ufffc{_PLANES}]")
"""One character that no document for readers may hold."""

# Not \s: the no-break spaces of French typography stay.
_SPACES = re.compile(r" [ \t\n\r\f\u2028\u2029]+|[\t\n\r\f\u2028\u2029][ \t\n\r\f\u2028\u2029]*")
"""What is to be one space, and is not yet."""

_MOST_NAMED = 6
"""So many kinds of characters are named in a message."""

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


def name_characters(characters: Iterable[str]) -> str:
    r"""Return the code points of characters, each once and in order; cut short where there are many.

    >>> name_characters("\x0b\ud83d\x0b")
    'U+000B, U+D83D'
    """
    codes = [f"U+{ord(character):04X}" for character in sorted(set(characters))]
    return ", ".join([*codes[:_MOST_NAMED], *("…" for _ in codes[_MOST_NAMED:][:1])])
