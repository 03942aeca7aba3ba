"""Words as they are looked for: without accents and case, and with the other forms of the same word.

The script of the page folds what a reader types in the same way (``theme/static/js/search.js``); a test
lets both fold the same texts. Which forms belong together is known here only, by the Snowball stemmers.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from typing import TYPE_CHECKING

import snowballstemmer

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

LANGUAGES = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek", "en": "english",
    "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french", "ga": "irish", "hu": "hungarian",
    "it": "italian", "nl": "dutch", "no": "norwegian", "nb": "norwegian", "pt": "portuguese",
    "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish", "tr": "turkish",
}  # fmt: skip
"""The Snowball stemmer for a language; a text in another has its words as they stand."""

SHORTEST = 2
"""Letters of a word that can be looked for; of Chinese, Japanese and Korean, two signs in a row."""

LONGEST = 40
"""What is longer is no word that anybody types."""

_LETTERS = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "ø": "o", "ł": "l", "đ": "d", "\u0131": "i"})
_MARKS = re.compile("[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]+")
_WORD = re.compile(r"[^\W_]+")
_SIGNS = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af]")


def fold(text: str) -> str:
    """Return a text as search sees it.

    >>> fold("L’Hôtel d'Œuvres, ÉTÉ")
    "l’hotel d'oeuvres, ete"
    """
    letters = _MARKS.sub("", unicodedata.normalize("NFKD", text).lower().translate(_LETTERS))
    return unicodedata.normalize("NFC", letters)  # signs that were taken apart, and are no accents


def split_words(text: str) -> Iterator[str]:
    """Yield the words of a text, folded, in their order.

    >>> list(split_words("Hier soir, l'hôtel 東京都"))
    ['hier', 'soir', 'hotel', '東京', '京都']
    """
    for word in _WORD.findall(fold(text)):
        if _SIGNS.search(word):
            yield from (word[place : place + 2] for place in range(max(1, len(word) - 1)))
        elif SHORTEST <= len(word) <= LONGEST:
            yield word


def find_stem(word: str, spelling: str, lang: str) -> str:
    """Return what the forms of a word have in common.

    Args:
        word: Folded.
        spelling: The word with its accents, on which the rules of a language count.
        lang: BCP 47 tag of the text.

    >>> find_stem("soirees", "soirées", "fr") == find_stem("soiree", "soirée", "fr")
    True
    """
    stem = _find_stemmer(lang.partition("-")[0].lower())
    return stem(spelling.lower()) or word


@cache
def _find_stemmer(language: str) -> Callable[[str], str]:
    """Return what finds the stem of a word, folded; for a language without rules, the word itself."""
    name = LANGUAGES.get(language)
    stemmer = snowballstemmer.stemmer(name) if name else None
    return cache(lambda word: fold(stemmer.stemWord(word))) if stemmer else fold
