"""Words for what is held on a person, in the language of whoever reads it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from ...model.profile import NETWORKS
from ...translation import translate, word_date
from ...views.people import list_role_words

if TYPE_CHECKING:
    from collections.abc import Mapping

DAYS = frozenset({"date", "known_since", "given", "until", "done", "on"})
"""Keys whose value is a day."""


def word_headings(lang: str) -> dict[str, str]:
    """Return the heading of each part, in the order in which they are written."""
    return {
        "names": translate("Names under which you are known", lang),
        "file": translate("Your own file", lang),
        "entries": translate("Lists in which you stand", lang),
        "named_by_others": translate("Lists that name you otherwise", lang),
        "follow_ups": translate("Notes of what is to be done for you, which are never published", lang),
        "pictures": translate("Pictures on which you are named", lang),
        "comments": translate("Comments that you wrote", lang),
        "quoted_posts": translate("Posts of yours that are quoted", lang),
        "texts": translate("Texts that mention or name you", lang),
        "pages": translate("Pages, feeds and other files in which you appear", lang),
        "id": translate("Your name in the addresses of the site", lang),
        "other_ids": translate("Other and former names in addresses", lang),
        "uid": translate("Number of your contact card", lang),
    }


def word_key(key: str, lang: str) -> str:
    """Return what a key means; networks have their names."""
    if key in NETWORKS:
        return NETWORKS[key].name or translate("site", lang)
    return _word_keys(lang).get(key, key)


def word_value(key: str, value: object, lang: str) -> str:
    """Return a value as a person says it, on one line."""
    if isinstance(value, bool):
        return translate("yes", lang) if value else translate("no", lang)
    text = " ".join(str(value).split())
    if key in DAYS:
        return _word_day(text, lang)
    if key == "at":
        return _word_place(text, lang)
    words = _WORDS.get(key)
    return words(lang).get(text, text) if words else text


def _word_day(text: str, lang: str) -> str:
    try:
        return word_date(date.fromisoformat(text), lang)
    except ValueError:
        return text  # as somebody typed it


def _word_place(text: str, lang: str) -> str:
    """Return file and line; the column says nothing to whoever does not open it.

    >>> _word_place("content/attendees/soir.yml:14:5", "en")
    'content/attendees/soir.yml, line 14'
    """
    source, _, numbers = text.partition(":")
    line = numbers.partition(":")[0]
    return translate("{file}, line {line}", lang).format(file=source, line=line) if line else source


def _word_keys(lang: str) -> Mapping[str, str]:
    return {
        "at": translate("where", lang),
        "name": translate("name", lang),
        "bio": translate("a few words", lang),
        "org": translate("organisation", lang),
        "job_title": translate("work", lang),
        "url": translate("site", lang),
        "profiles": translate("profiles", lang),
        "photo": translate("photo", lang),
        "visibility": translate("what was asked for", lang),
        "shown_as": translate("what is seen", lang),
        "consent": translate("agreement", lang),
        "event": translate("event", lang),
        "date": translate("date", lang),
        "roles": translate("roles", lang),
        "note": translate("note", lang),
        "group": translate("group", lang),
        "known_since": translate("known since", lang),
        "met_with": translate("met with", lang),
        "sentence": translate("sentence", lang),
        "as": translate("as", lang),
        "given": translate("given on", lang),
        "until": translate("until", lang),
        "method": translate("by", lang),
        "index": translate("search engines", lang),
        "graph": translate("who met whom", lang),
        "file": translate("file", lang),
        "alt": translate("words that stand for it", lang),
        "credit": translate("who made it", lang),
        "done": translate("done on", lang),
        "recap": translate("recap", lang),
        "kind": translate("what it is", lang),
        "status": translate("what became of it", lang),
        "text": translate("words", lang),
        "source": translate("where it was written", lang),
    }


def _word_levels(lang: str) -> Mapping[str, str]:
    """Return what is seen at each level, in the words of the page on privacy."""
    return {
        "public": translate(
            "your name, what you do, a few words on the evening, your links, and your photo unless you would "
            "rather not",
            lang,
        ),
        "name-only": translate("your name in the list, with no link and no page", lang),
        "initials": translate("your initials in the list, and nothing else", lang),
        "counted": translate("one more in a total, never for fewer than three people", lang),
        "hidden": translate("nothing, not even in the total", lang),
    }


def _word_choices(lang: str) -> Mapping[str, str]:
    return {
        "public": translate("to be introduced", lang),
        "name-only": translate("your name only", lang),
        "initials": translate("your initials", lang),
        "counted": translate("to be counted", lang),
        "hidden": translate("not to appear", lang),
    }


def _word_roles(lang: str) -> Mapping[str, str]:
    words = {role.value: word for role, word in list_role_words(lang).items()}
    return words | {"attendee": translate("Attendee", lang)}


def _word_methods(lang: str) -> Mapping[str, str]:
    return {
        "email": translate("e-mail", lang),
        "form": translate("a form", lang),
        "in-person": translate("word of mouth", lang),
        "public-role": translate("a public role", lang),
    }


def _word_others(lang: str) -> Mapping[str, str]:
    return {
        "organizer": translate("somebody who invited", lang),
        "met": translate("somebody who was met", lang),
    }


def _word_kinds(lang: str) -> Mapping[str, str]:
    return {
        "reply": translate("an answer", lang),
        "mention": translate("a mention on another site", lang),
        "like": translate("a like", lang),
        "repost": translate("a repost", lang),
        "bookmark": translate("a bookmark", lang),
    }


def _word_statuses(lang: str) -> Mapping[str, str]:
    return {
        "published": translate("published", lang),
        "pending": translate("kept, not yet read", lang),
        "rejected": translate("kept, not published", lang),
    }


_WORDS: dict[str, Callable[[str], Mapping[str, str]]] = {
    "shown_as": _word_levels,
    "visibility": _word_choices,
    "roles": _word_roles,
    "method": _word_methods,
    "as": _word_others,
    "kind": _word_kinds,
    "status": _word_statuses,
}
"""Values that are words of the files, by their key."""
