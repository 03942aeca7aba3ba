"""How long a text takes to read."""

from __future__ import annotations

import re

import regex

from ..translation import NO_BREAK_SPACE, translate
from ..views.reading_values import ReadingView

WORDS_A_MINUTE = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "nl": 202,
    "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166,
}  # fmt: skip
"""By language, as measured with one text in each (IReST: Trauzettel-Klosinski and Dietz, 2012)."""

OTHER_WORDS_A_MINUTE = 184
"""The mean of all of them."""

SIGNS_A_MINUTE = {"ja": 357, "zh": 255}
"""The same for scripts without spaces, in characters."""

_WORD = regex.compile(r"[\p{L}\p{N}](?:['’\-\p{L}\p{M}\p{N}]*[\p{L}\p{M}\p{N}])?")
_SIGN = regex.compile(r"[\p{Han}\p{Hiragana}\p{Katakana}]")
_NOT_LATIN = re.compile(r"[^\x00-\u02ff\u2000-\u206f\u2190-\u21ff]")
"""What is neither a Latin letter nor a sign among words, such as the arrow of a footnote."""
_LATIN_WORD = re.compile(r"[^\W_]+(?:['’-]+[^\W_]+)*")
"""The same as ``_WORD`` where nothing is in a text but Latin letters without marks of their own."""


def view_reading(text: str, lang: str) -> ReadingView:
    """Return how long a text is, in words of its language.

    Args:
        text: Plain text, without the cards.
        lang: BCP 47 tag.

    >>> view_reading("mot " * 780, "fr").duration
    'PT4M'
    """
    base = lang.replace("_", "-").partition("-")[0].lower()
    words, signs = _count(text)
    length = words / WORDS_A_MINUTE.get(base, OTHER_WORDS_A_MINUTE)
    length += signs / SIGNS_A_MINUTE.get(base, SIGNS_A_MINUTE["zh"])
    minutes = max(1, int(length + 0.5))
    said = translate("{count} min read", lang).format(count=minutes).replace(" ", NO_BREAK_SPACE, 1)
    return ReadingView(text=said, duration=f"PT{minutes}M", words=words + signs)


def _count(text: str) -> tuple[int, int]:
    """Return how many words a text has, and how many signs of scripts without spaces."""
    if not _NOT_LATIN.search(text):
        return len(_LATIN_WORD.findall(text)), 0
    parted, signs = _SIGN.subn(" ", text)
    return len(_WORD.findall(parted)), signs
