"""Hashtags that a network takes whole."""

from collections.abc import Iterable
from functools import lru_cache
from unicodedata import normalize

import regex

# What X lets stand in a hashtag; the variation selectors and the keycap belong to emoji.
_PART = regex.compile(
    r"(?:(?![\p{Variation_Selector}\u20E3])[\p{L}\p{M}\p{Nd}_\xB7]"
    r"|(?<=\p{L})[\u200C\u200D](?=\p{L}))+",
)
_LETTER = regex.compile(r"\p{L}")


@lru_cache(maxsize=4096)
def build_hashtag(name: str) -> str | None:
    """Make one hashtag of a tag's name, without the ``#``; None where no letter is left.

    Accents stay. Hyphens, spaces, apostrophes and full stops, which would cut the tag, go; the
    words around them start with a capital, so that a screen reader can tell them apart. What is
    a valid hashtag already stays as the author typed it.

    >>> build_hashtag("café-des-entreprenants"), build_hashtag("#focus20")
    ('CaféDesEntreprenants', 'focus20')
    >>> build_hashtag("2010") is None
    True
    """
    parts = _PART.findall(normalize("NFC", name))
    if not any(_LETTER.search(part) for part in parts):
        return None
    if len(parts) == 1:
        return str(parts[0])
    return normalize("NFC", "".join(part[:1].title() + part[1:] for part in parts))


def build_hashtags(names: Iterable[str]) -> tuple[str, ...]:
    """Make hashtags, without the ``#``, in the order given; of two that differ by case the first.

    >>> build_hashtags(["Focus20", "#focus20", "2010", "réseautage d'affaires"])
    ('Focus20', 'RéseautageDAffaires')
    """
    found: dict[str, str] = {}
    for hashtag in map(build_hashtag, names):
        if hashtag:
            found.setdefault(hashtag.casefold(), hashtag)
    return tuple(found.values())
