"""The words that stand where a name stood, and how the sentence around them changes."""

from __future__ import annotations

import re

NEUTRAL = {"fr": "quelqu’un", "en": "someone"}
"""By language; a text in another gets ``OTHERWISE``."""
OTHERWISE = "…"
SLUG = {"fr": "quelqu-un", "en": "someone"}
"""The same where a name stood in an address or in the name of a file."""

_ELISION = re.compile(r"\b(jusqu|lorsqu|puisqu|quoiqu|qu|d|l|j|m|t|s|n|c)['’]{1,2}$", re.IGNORECASE)
_FULL = {
    "jusqu": "jusqu’à ",
    "l": "",
    "lorsqu": "lorsque ",
    "puisqu": "puisque ",
    "quoiqu": "quoique ",
    "qu": "que ",
}
_TITLE = re.compile(r"(?<!\w)(?:M\.|MM\.|Mme|Mlle|Me|Mr\.?|Mrs\.?|Ms\.?|Dr\.?|Pr\.?|Prof\.?)[ \u00a0\u202f]$")
_OPENING = " \t\u00a0\u202f*_\"“«\u2018'([#>"
_SENTENCE_END = ".!?…"
_LIST_MARK = re.compile(r"(?:^|\n)[ \t]*(?:[-*+]|\d+[.)])[ \t]+$")
_KEY = re.compile(r"""(?:^|\n)[ \t]*(?:- )?[\w-]+:[ \t]+["']?$""")


def find_neutral(lang: str) -> str:
    """Return the word for somebody who is not named.

    >>> find_neutral("fr-CA"), find_neutral("en"), find_neutral("de")
    ('quelqu’un', 'someone', '…')
    """
    return NEUTRAL.get(lang.lower().partition("-")[0], OTHERWISE)


def find_slug(lang: str) -> str:
    """Return the same for an address or the name of a file."""
    return SLUG.get(lang.lower().partition("-")[0], "someone")


def fit(before: str, after: str, lang: str) -> tuple[int, str, int]:
    """Return how to put the neutral word between two texts, of which one ends where a name stood.

    Args:
        before: The text before the name.
        after: The text after it.
        lang: Language of the text.

    Returns:
        How many letters before the name go as well, what stands in their place, and how many after.

    >>> fit("Le mot d’", " a plu.", "fr")
    (2, 'de quelqu’un', 0)
    >>> fit("Hier. ", "’s idea", "en")
    (0, 'Someone', 0)
    """
    word = find_neutral(lang)
    start = len(before)
    if title := _TITLE.search(before):
        start = title.start()
    lead = ""
    if elision := _ELISION.search(before[:start]):
        start = elision.start()
        typed = elision[1]
        lead = _FULL.get(typed.lower(), f"{typed.lower()}e ")
        lead = lead.capitalize() if typed[0].isupper() else lead
    if not lead and begins_sentence(before[:start]):
        word = word[0].upper() + word[1:]
    cut = 0
    if lang.lower().startswith("en") and re.match(r"['’](?![\w'’])", after) and before and after[1:2] == " ":
        word, cut = f"{word}{after[0]}s", 1  # the possessive of a name in s
    return len(before) - start, lead + word, cut


def begins_sentence(before: str) -> bool:
    r"""Tell whether what follows begins a sentence, a paragraph, an entry of a list, a value or a text.

    >>> [begins_sentence(text) for text in ("", "Oui ! ", "avec ", "a\n\n", "a\n", "- ", "note: ", "« ")]
    [True, True, False, True, False, True, True, True]
    """
    if _LIST_MARK.search(before) or _KEY.search(before):
        return True
    bare = before.rstrip(_OPENING)
    if _LIST_MARK.search(before[: len(bare) + 1] + " ") and bare != before:
        return True
    if bare.endswith("\n"):
        bare = bare.rstrip(_OPENING + "\r").removesuffix("\n").rstrip("\r")
        if not bare or bare.endswith(("\n", "\n---")) or before[len(bare) :].lstrip("\r\n").startswith("#"):
            return True
        bare = bare.rstrip(_OPENING + "\n\r")
    return not bare or bare[-1] in _SENTENCE_END
