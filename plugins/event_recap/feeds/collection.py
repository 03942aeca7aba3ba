"""Which collection of posts a feed is about, told by where the feed is written."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from babel import Locale, UnknownLocaleError

from .site import check_language
from .text import clean_text

if TYPE_CHECKING:
    from collections.abc import Mapping

_KINDS = {"categories": "CATEGORY", "authors": "AUTHOR", "tags": "TAG"}
_FORMATS = ("ATOM", "RSS")


@dataclass(frozen=True, slots=True)
class Collection:
    """Posts that belong together; without any value, all posts of the site."""

    title: str = ""
    """Plain text, or empty."""
    path: str = ""
    """Of its page below the site; empty for the first page."""
    lang: str = ""
    """BCP 47 tag where all of it is in one language, or empty."""


def find_collections(context: Mapping[str, Any]) -> dict[str, Collection]:
    """Return the collections of a site by the paths of their feeds."""
    return {
        str(pattern).format(slug=wrapper.slug): Collection(
            clean_text(wrapper.name), wrapper.url if context.get(f"{kind}_SAVE_AS") else ""
        )
        for key, kind in _KINDS.items()
        for wrapper in dict(context.get(key) or ())
        for suffix in _FORMATS
        if (pattern := context.get(f"{kind}_FEED_{suffix}"))
    }


def find_language_collection(context: Mapping[str, Any], path: str, lang: str) -> Collection | None:
    """Return the posts in one language, if this is the path of their feed.

    Args:
        context: Pelican's.
        path: Where the feed is written.
        lang: Language of its posts, as Pelican spells it.
    """
    patterns = [context.get(f"TRANSLATION_FEED_{suffix}") for suffix in _FORMATS]
    if path not in [str(pattern).format(lang=lang) for pattern in patterns if pattern]:
        return None
    is_main = lang.lower() == str(context.get("DEFAULT_LANG", "")).lower()
    return Collection("" if is_main else name_language(lang), "", check_language(lang))


def name_language(lang: str) -> str:
    """Return the name of a language in that language, or the tag where it has none.

    >>> name_language("fr"), name_language("zz-unknown")
    ('français', 'zz-unknown')
    """
    try:
        return Locale.parse(check_language(lang), sep="-").get_display_name() or lang
    except (ValueError, UnknownLocaleError):
        return lang
