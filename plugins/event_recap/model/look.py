"""What a site chooses of its look, by words."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

LOOKS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "accent": (
            "dusk", "violet", "plum", "rose", "brick", "amber",
            "olive", "moss", "pine", "lagoon", "sky", "ink",
        ),
        "typefaces": ("poster", "salon", "system"),
        "density": ("regular", "compact", "airy"),
    }
)  # fmt: skip
"""Words by kind of choice; the first of each is the look of a site that chose nothing."""

FONTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "poster": ("fonts/bricolage-grotesque.woff2", "fonts/literata.woff2"),
        "salon": ("fonts/young-serif.woff2", "fonts/figtree.woff2"),
        "system": (),
    }
)
"""Files, below the theme's static folder, that the first lines of every page need, by pair of typefaces."""


def word_classes(look: Mapping[str, str]) -> str:
    """Return the classes that make a page look as chosen.

    Accents are numbered: some of their words are also names, and somebody called so may be hidden.

    >>> word_classes({"density": "airy", "accent": "plum"})
    'accent-3 density-airy'
    """
    words = {**look, **({"accent": str(number_accent(look["accent"]))} if "accent" in look else {})}
    return " ".join(f"{kind}-{words[kind]}" for kind in LOOKS if kind in words)


def number_accent(word: str) -> int:
    """Return the number by which style sheets know an accent, from 1 on."""
    return LOOKS["accent"].index(word) + 1


def find_fonts(look: Mapping[str, str]) -> tuple[str, ...]:
    """Return the files of typefaces that a browser should fetch first, below the theme's static folder."""
    return FONTS[look.get("typefaces", LOOKS["typefaces"][0])]
