"""Which language messages are told in: that of whoever sits at the machine, never that of the site."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

ENGLISH = "en"
LANGUAGES = (ENGLISH, "fr")
"""Languages in which messages are told."""
OVERRIDE = "EVENT_RECAP_LANG"
"""Environment variable that decides for our messages alone."""
_NEUTRAL = {"", "c", "posix"}


def choose_language(environment: Mapping[str, str]) -> str:
    """Return the language for messages, as programs with translations choose it.

    ``LANGUAGE``, a list, counts only where the locale is that of a language at all.

    >>> choose_language({"LANG": "fr_CA.UTF-8"}), choose_language({"LANG": "fr_FR", "LC_ALL": "C.UTF-8"})
    ('fr', 'en')
    >>> choose_language({"LANG": "en_GB.UTF-8", "LANGUAGE": "de:fr:en"})
    'fr'
    """
    if override := environment.get(OVERRIDE):
        return _pick([override])
    said = (environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key))
    locale = next(said, "")
    if _find_base(locale) in _NEUTRAL:
        return ENGLISH
    wanted = environment.get("LANGUAGE", "").split(":")
    return _pick([*filter(None, wanted), locale])


def _pick(wanted: list[str]) -> str:
    """Return the first language that is one of ours; English where none is."""
    return next((base for base in map(_find_base, wanted) if base in LANGUAGES), ENGLISH)


def _find_base(locale: str) -> str:
    """Return the language of a locale.

    >>> _find_base("fr-CA.UTF-8"), _find_base("C.UTF-8")
    ('fr', 'c')
    """
    return locale.partition(".")[0].replace("-", "_").partition("_")[0].casefold()
