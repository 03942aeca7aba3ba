"""Ids and initials made from names."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from unidecode import unidecode

ID_PATTERN = re.compile(r"[a-z0-9](?:[a-z0-9_-]{0,78}[a-z0-9])?")
"""What an id matches as a whole: it stands in addresses and file names."""

NAMES = 1 << 17
"""How many names and addresses are remembered: where there are more, nearly each is made anew."""


@lru_cache(maxsize=NAMES)
def build_id(name: str) -> str:
    """Return the id for a name or a handle; empty where nothing in it can be spelt.

    Apostrophes part words, so that ``L'été`` is not ``lete``.

    >>> build_id("Anne-Marie L’Été"), build_id("@Cafe_Lune"), build_id("日本"), build_id("🎉")
    ('anne-marie-l-ete', 'cafe_lune', 'ri-ben', '')
    """
    latin = unidecode(unicodedata.normalize("NFC", name).replace("’", "'")).lower()
    return re.sub(r"[^a-z0-9_]+", "-", latin).strip("-_")[:80].rstrip("-_")


def fold_id(identifier: str) -> str:
    """Return what is left of an id when spelling is ignored, to find two ids of one person.

    >>> fold_id("anne-marie-roy") == fold_id("roy_annemarie")
    True
    >>> fold_id("anne-roy") == fold_id("roy-anne")
    True
    """
    return "".join(sorted(re.split(r"[-_]+", identifier)))


def build_initials(name: str) -> str:
    """Return the initials by which a person may be named, with a full stop after each.

    >>> build_initials("Zoé Martin"), build_initials("Jean-Paul de Roy"), build_initials("@zed")
    ('Z. M.', 'J.-P. d. R.', 'z.')
    """
    parts = re.split(r"[\s_]+", name)
    return " ".join(filter(None, ("-".join(_stops(part)) for part in parts)))


def _stops(part: str) -> list[str]:
    """Return the first letter of each piece of a hyphenated word, with its full stop."""
    first_letters = (re.search(r"[^\W_]", piece) for piece in part.split("-"))
    return [f"{letter[0]}." for letter in first_letters if letter]


@lru_cache(maxsize=NAMES)
def build_monogram(name: str) -> str:
    """Return one or two capitals that stand in the place of a photo; never empty.

    >>> build_monogram("Bruno Larivage"), build_monogram("cafelune"), build_monogram("!")
    ('BL', 'C', '·')
    """
    letters = re.findall(r"(?<![^\W_])[^\W_]", name)
    first_and_last = letters[:1] + letters[1:][-1:]
    # Of a letter that becomes two as a capital, such as ß, the first is enough.
    return "".join(letter.upper()[0] for letter in first_and_last) or "·"
