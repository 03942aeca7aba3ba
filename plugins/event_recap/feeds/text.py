"""Characters that a feed can carry."""

from __future__ import annotations

import re

from ..rendering import fold_spaces

# What XML 1.0 cannot carry (https://www.w3.org/TR/xml/#charsets), and what the validator of the W3C
# takes for a broken encoding: the controls after the letters, and the sign for a lost character.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")


class CharacterSieve:
    r"""Keep the characters that a feed can carry, and remember what was dropped.

    >>> sieve = CharacterSieve()
    >>> sieve.keep("Caf\x0b\xe9\ud800"), sieve.describe()
    ('Café', 'U+000B, U+D800')
    """

    def __init__(self) -> None:
        self._dropped: set[str] = set()

    def keep(self, text: str) -> str:
        """Return the text without control characters, lone surrogates and non-characters."""
        kept = _FORBIDDEN.sub("", text)
        if len(kept) != len(text):
            self._dropped.update(_FORBIDDEN.findall(text))
        return kept

    def describe(self) -> str:
        """Return the code points dropped so far, in order; empty where there are none."""
        return ", ".join(f"U+{ord(character):04X}" for character in sorted(self._dropped))


def clean_text(text: str) -> str:
    r"""Return plain text on one line, of characters that a feed can carry.

    >>> clean_text(" trente\n avatars\x07 ")
    'trente avatars'
    """
    return fold_spaces(_FORBIDDEN.sub("", text))
