"""What printers of each language do; a language that is not here is left as it is typed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

NO_BREAK = "\N{NO-BREAK SPACE}"
THIN = "\N{NARROW NO-BREAK SPACE}"

Marks = tuple[str, str]
"""An opening quotation mark and a closing one, with the spaces that belong inside."""

ENGLISH_MARKS: Marks = ("“", "”")
"""What stands around a quote in a language of which nothing is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The rules of one language in one country."""

    outer: Marks = ENGLISH_MARKS
    """Marks of a quote."""
    inner: Marks = ("‘", "’")
    """Marks of a quote within a quote."""
    before_double: str | None = None
    """What stands before ``;``, ``!`` and ``?``; None for what was typed."""
    before_colon: str | None = None
    """What stands before a colon; None for what was typed."""
    inside_guillemets: str | None = None
    """What stands inside ``«`` and ``»``; None for what was typed."""
    before_percent: str | None = None
    """What stands between a number and ``%`` or a currency; None for what was typed."""
    thousands: str | None = None
    """What stands between groups of three digits that were typed with a space; None for that space."""
    titles: str = ""
    """Pattern of what does not stand alone at the end of a line, before a capital or a number."""
    elisions: str = ""
    """Pattern of words of which an apostrophe is the first sign."""
    has_ordinals: bool = False
    """Whether the ending of an ordinal number is raised, as in ``1er``."""
    has_inverted: bool = False
    """Whether a question begins with ``¿``, and no space stands inside its signs."""


_FRANCE = Rules(
    outer=(f"«{NO_BREAK}", f"{NO_BREAK}»"),
    inner=ENGLISH_MARKS,
    before_double=THIN,
    before_colon=NO_BREAK,
    inside_guillemets=NO_BREAK,
    before_percent=NO_BREAK,
    thousands=THIN,
    titles=r"MM?\.|Mmes?|Mlles?|Mgr|Dre?|Pre?|Me|Ste?|n[°º]|pp?\.|art\.|chap\.|vol\.",
    has_ordinals=True,
)
_QUEBEC = Rules(
    outer=_FRANCE.outer,
    inner=_FRANCE.inner,
    before_double="",
    before_colon=NO_BREAK,
    inside_guillemets=NO_BREAK,
    before_percent=NO_BREAK,
    thousands=NO_BREAK,
    titles=_FRANCE.titles,
    has_ordinals=True,
)
_SWITZERLAND = Rules(
    outer=(f"«{THIN}", f"{THIN}»"),
    inner=(f"‹{THIN}", f"{THIN}›"),
    before_double=THIN,
    before_colon=THIN,
    inside_guillemets=THIN,
    before_percent=THIN,
    thousands=THIN,
    titles=_FRANCE.titles,
    has_ordinals=True,
)
_GERMAN = r"Hr\.|Fr\.|Dr\.|Prof\.|St\.|Nr\.|S\.|Abb\.|Kap\.|Bd\."
_SPANISH = r"Sra?\.|Dra?\.|D\.|Dña\.|n\.º|núm\.|págs?\.|pp?\."
_PORTUGUESE = r"Sra?\.|Dra?\.|Prof\.|n\.º|pp?\.|vol\."

RULES = {
    "fr": _FRANCE,
    "fr-ca": _QUEBEC,
    "fr-ch": _SWITZERLAND,
    "en": Rules(
        titles=r"(?:Mr|Mrs|Ms|Dr|Prof|St)\.?|(?:Nos?|pp?|vol|ch|fig)\.",
        elisions=r"\d\ds|(?:[Tt]is|[Tt]was|[Ee]m|[Tt]il|[Cc]ause|[Nn]|[Bb]out)\b",
    ),
    "de": Rules(outer=("„", "“"), inner=("‚", "‘"), titles=_GERMAN),
    "de-ch": Rules(outer=("«", "»"), inner=("‹", "›"), inside_guillemets="", titles=_GERMAN),
    "es": Rules(
        outer=("«", "»"), inner=ENGLISH_MARKS, inside_guillemets="", titles=_SPANISH, has_inverted=True
    ),
    "it": Rules(
        outer=("«", "»"),
        inner=ENGLISH_MARKS,
        inside_guillemets="",
        titles=r"Sigg?\.|Sig\.ra|Dr\.|Dott\.|Prof\.|n\.|pp?\.|vol\.",
    ),
    "nl": Rules(titles=r"Dhr\.|Mevr\.|Dr\.|Prof\.|nr\.|blz\."),
    "pt": Rules(outer=("«", "»"), inner=ENGLISH_MARKS, inside_guillemets="", titles=_PORTUGUESE),
    "pt-br": Rules(titles=_PORTUGUESE),
    "ru": Rules(outer=("«", "»"), inner=("„", "“"), inside_guillemets=""),
}
"""By language tag in lower case; the rules of a country are used where the tag names it."""

_OTHER_MARKS: dict[str, Marks] = {"ar": ("«", "»"), "he": ("”", "”")}
"""Marks of languages whose texts are left as they are typed."""


@cache
def find_rules(lang: str, region: str = "") -> Rules | None:
    """Return the rules of a language, or None where there are none.

    Args:
        lang: BCP 47 tag; some write ``fr_CA`` for ``fr-CA``.
        region: Code of the country whose rules are used where the tag names none; may be empty.
    """
    return next((RULES[tag] for tag in _list_tags(lang, region) if tag in RULES), None)


def find_marks(lang: str) -> Marks:
    """Return the quotation marks of a language; the English ones where nothing is known of it.

    >>> find_marks("de-AT"), find_marks("he")
    (('„', '“'), ('”', '”'))
    """
    rules = find_rules(lang)
    return rules.outer if rules else _OTHER_MARKS.get(_list_tags(lang, "")[-1], ENGLISH_MARKS)


def _list_tags(lang: str, region: str) -> tuple[str, str]:
    """Return the tag of a language in a country, and that of the language alone."""
    parts = [part.lower() for part in re.split("[-_]", lang)]
    countries = [part for part in parts[1:] if len(part) == 2]  # noqa: PLR2004 -- ISO 3166-1
    country = countries[0] if countries else region.lower()
    return f"{parts[0]}-{country}", parts[0]
