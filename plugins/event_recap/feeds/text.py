"""Characters that a feed can carry."""

from __future__ import annotations

from ..characters import FORBIDDEN, name_characters


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
        kept = FORBIDDEN.sub("", text)
        if len(kept) != len(text):
            self._dropped.update(FORBIDDEN.findall(text))
        return kept

    def describe(self) -> str:
        """Return the code points dropped so far, in order; empty where there are none."""
        return name_characters(self._dropped)
