"""Words and dates in the language of a page: gettext catalogues and CLDR, never the machine's locale."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from functools import cache, lru_cache, partial
from gettext import GNUTranslations, NullTranslations
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from babel import Locale, UnknownLocaleError
from babel.core import get_global
from babel.dates import format_date, format_time, parse_pattern
from babel.lists import format_list
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.numbers import format_decimal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

CATALOGUES = Path(__file__).parent / "translations"
"""One ``<lang>.po`` for each language; English is in the code."""

NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"

LONGEST_EVENING = timedelta(hours=14)
"""What begins on one day and ends within this time on the next is told as one evening."""

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*")


def translate(message: str, lang: str) -> str:
    """Return an interface string in a language; in English where it has no translation.

    Args:
        message: The English string, as in the catalogues.
        lang: BCP 47 tag; ``fr-CA`` falls back to ``fr``.
    """
    return _load_catalogue(lang).gettext(message) if message else ""


def find_translator(lang: str) -> Callable[[str], str]:
    """Return what translates interface strings into a language; a page asks for many.

    >>> find_translator("fr")("People")
    'Les gens'
    """
    return partial(translate, lang=lang)


def translate_count(singular: str, plural: str, count: int, lang: str) -> str:
    """Return a string with ``{count}`` filled in, in the plural form that the language wants.

    >>> translate_count("{count} person", "{count} people", 1, "en")
    '1 person'
    """
    return _load_catalogue(lang).ngettext(singular, plural, count).format(count=_word_number(count, lang))


@lru_cache(maxsize=4096)
def _word_number(number: int, lang: str) -> str:
    return format_decimal(number, locale=find_locale(lang))


def word_list(items: Iterable[str], lang: str) -> str:
    """Return names as a list in words; empty for none.

    >>> word_list(["Anne", "Bruno", "Luc"], "fr"), word_list(["Anne", "Luc"], "de")
    ('Anne, Bruno et Luc', 'Anne und Luc')
    """
    return format_list(list(items), locale=find_locale(lang))


def word_date(day: date, lang: str, *, with_weekday: bool = False) -> str:
    """Return a day in words.

    CLDR never writes ``1er``, which French wants for the first of a month.

    >>> word_date(date(2010, 2, 1), "fr"), word_date(date(2010, 2, 3), "en")
    ('1er février 2010', '3 February 2010')
    """
    return _word_date(day.year, day.month, day.day, lang, with_weekday)


@lru_cache(maxsize=4096)
def _word_date(year: int, month: int, number: int, lang: str, with_weekday: bool) -> str:  # noqa: FBT001
    """Return a day in words; the number of a day, not a moment, of which two zones have two days."""
    locale, day = find_locale(lang), date(year, month, number)
    text = format_date(day, "full" if with_weekday else "long", locale=locale)
    if locale.language == "fr" and day.day == 1:
        text = re.sub(r"(?<!\d)1(?= )", "1er", text, count=1)
    return text


def list_joints(count: int, lang: str) -> tuple[str, ...]:
    """Return what stands after each of some names in a list, for names that are links.

    >>> list_joints(3, "fr"), list_joints(1, "fr")
    ((', ', ' et ', ''), ('',))
    """
    return tuple(word_list(["\0"] * count, lang).split("\0")[1:])


def word_days(first: date, last: date, lang: str) -> str:
    """Return from which day to which other, saying month and year once where they are the same.

    >>> [word_days(date(2010, 2, 1), date(2010, 2, 3), lang) for lang in ("fr", "en")]
    ['du 1er au 3 février 2010', '1–3 February 2010']
    """
    locale = find_locale(lang)
    is_same_year = first.year == last.year
    is_same_month = is_same_year and first.month == last.month
    if locale.language == "fr":
        # CLDR knows no words for it, which French wants in a sentence.
        words = word_date(first, lang).split(" ")[: 1 if is_same_month else 2 if is_same_year else 3]
        return f"du {' '.join(words)} au {word_date(last, lang)}"
    # CLDR has these for months cut short only, but for Spanish, and for some with a zero before the day.
    form = "yMMMMd" if "d" in locale.interval_formats.get("yMMMMd", ()) else "yMMMd"
    parts = locale.interval_formats[form]["d" if is_same_month else "M" if is_same_year else "y"]
    patterns = [re.sub(r"d+", "d", re.sub(r"M{3,}", "MMMM", part)) for part in parts]
    days = [parse_pattern(part).apply(day, locale) for part, day in zip(patterns, (first, last), strict=True)]
    return re.sub(r"\s*–\s+", "–" if is_same_month else f"{NO_BREAK_SPACE}– ", "".join(days))


def word_month(day: date, lang: str) -> str:
    """Return month and year in words, such as ``février 2010``."""
    return format_date(day, "MMMM y", locale=find_locale(lang))


def word_short_month(day: date, lang: str) -> str:
    """Return the month for a date block, such as ``févr.``."""
    return format_date(day, "MMM", locale=find_locale(lang))


def word_time(moment: datetime, lang: str) -> str:
    """Return the time of day; its parts do not break over two lines.

    >>> word_time(datetime(2010, 2, 2, 18, 0), "fr-CA").replace(NO_BREAK_SPACE, "_")
    '18_h'
    """
    locale = find_locale(lang)
    text = format_time(moment.time(), "short", locale=locale)
    if locale.language == "fr":
        text = f"{moment.hour} h" if moment.minute == 0 else f"{moment.hour} h {moment.minute:02}"
    return re.sub(r"\s", NO_BREAK_SPACE, text)


def word_span(start: date | datetime, end: date | datetime | None, lang: str) -> str:
    """Return when something takes place, in words.

    Args:
        start: Aware datetime, or a date for a whole day.
        end: The same kind, or None.
        lang: BCP 47 tag.
    """
    first, last = _day(start), _day(end) if end else None
    if last and last != first and not _is_one_evening(start, end):
        return word_days(first, last, lang)
    day = word_date(first, lang, with_weekday=True)
    if not isinstance(start, datetime):
        return day
    if not isinstance(end, datetime):
        return translate("{day}, at {time}", lang).format(day=day, time=word_time(start, lang))
    words = translate("{day}, from {start} to {end}", lang)
    return words.format(day=day, start=word_time(start, lang), end=word_time(end, lang))


def check_language(tag: object) -> str:
    """Return a tag that has the form of BCP 47, or an empty string.

    >>> check_language("fr_CA"), check_language("the language of love")
    ('fr-CA', '')
    """
    candidate = str(tag or "").replace("_", "-")
    return candidate if _LANGUAGE.fullmatch(candidate) else ""


def name_language(lang: str) -> str:
    """Return a language's own name for itself; of an unknown one, its tag.

    >>> name_language("fr"), name_language("pt-BR"), name_language("xx")
    ('Français', 'Português (Brasil)', 'xx')
    """
    try:
        name = Locale.parse(lang, sep="-" if "-" in lang else "_").get_display_name() or lang
    except (UnknownLocaleError, ValueError):
        return lang
    return name[:1].upper() + name[1:]


def find_direction(lang: str) -> str:
    """Return ``rtl`` for a language that is written from right to left, else ``ltr``."""
    return "rtl" if find_locale(lang).character_order == "right-to-left" else "ltr"


def name_locale(lang: str) -> str:
    """Return a language with the country where most people speak it, as Open Graph wants it.

    >>> name_locale("en"), name_locale("fr-CA"), name_locale("de")
    ('en_US', 'fr_CA', 'de_DE')
    """
    parts = lang.replace("_", "-").split("-")
    if len(parts) == 1 and (likely := get_global("likely_subtags").get(parts[0].lower())):
        parts = [parts[0], likely.rpartition("_")[2]]
    return "_".join((parts[0].lower(), *(part.upper() for part in parts[1:])))


@cache
def find_locale(lang: str) -> Locale:
    """Return the CLDR locale of a language tag, or of its base: for ``en`` and unknown tags Britain's."""
    tag, base = lang.replace("_", "-"), _find_base(lang)
    for known in ("en-GB",) if tag.lower() == "en" else (tag, base):
        try:
            return Locale.parse(known, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse("en_GB")


@cache
def list_languages() -> tuple[str, ...]:
    """Return the tags of the languages in which the interface speaks, in the order of the alphabet."""
    return tuple(sorted({"en", *(path.stem for path in CATALOGUES.glob("*.po"))}))


@cache
def _load_catalogue(lang: str) -> NullTranslations:
    """Return the catalogue of a language, or of its base, or one that translates nothing."""
    for tag in (lang.replace("_", "-"), _find_base(lang)):
        path = CATALOGUES / f"{tag.lower()}.po"
        if re.fullmatch(r"[A-Za-z-]+", tag) and path.is_file():
            compiled = BytesIO()
            write_mo(compiled, read_po(BytesIO(path.read_bytes())))
            return GNUTranslations(BytesIO(compiled.getvalue()))
    return NullTranslations()


def _is_one_evening(start: date | datetime, end: date | datetime | None) -> bool:
    """Tell whether two moments belong to one evening, which may end after midnight."""
    if not isinstance(start, datetime) or not isinstance(end, datetime):
        return False
    return timedelta(0) <= end - start < LONGEST_EVENING


def _find_base(lang: str) -> str:
    """Return the language of a tag without its region; some write ``fr_CA`` for ``fr-CA``."""
    return re.split("[-_]", lang, maxsplit=1)[0]


def _day(moment: date | datetime) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
