"""``about PERSON``: what the site holds on somebody, to be sent to them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from ..translation import translate

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

INDENT = "  "


def write_json(holding: Mapping[str, Any]) -> str:
    """Return everything as JSON."""
    return json.dumps(holding, ensure_ascii=False, indent=2) + "\n"


def write_text(holding: Mapping[str, Any], lang: str) -> str:
    """Return everything as a text that a person can read.

    Args:
        holding: As ``collect_holding`` returns it.
        lang: Language of the headings.
    """
    return "\n".join(_write_lines(holding, lang)) + "\n"


def _write_lines(holding: Mapping[str, Any], lang: str) -> Iterator[str]:
    words = translate("What {site} holds on {name}, on {day}", lang)
    name = (holding.get("names") or [holding["id"]])[0]
    yield words.format(site=holding.get("site") or translate("this site", lang), name=name, day=holding["on"])
    yield ""
    yield translate(
        "This is everything: what is published, what is kept and not shown, and the texts that name you.",
        lang,
    )
    yield translate("To have any of it changed or taken off, answer this message.", lang)
    for key, heading in _word_headings(lang).items():
        if value := holding.get(key):
            yield ""
            yield heading
            yield from _write_value(value, lang, INDENT)
    if not holding.get("pages"):
        yield ""
        yield translate("No page of the built site names you.", lang)


def _word_headings(lang: str) -> dict[str, str]:
    return {
        "id": translate("Your name in the addresses of the site", lang),
        "names": translate("Names under which you are known", lang),
        "other_ids": translate("Other and former names in addresses", lang),
        "uid": translate("Number of your contact card", lang),
        "file": translate("Your own file", lang),
        "entries": translate("Lists in which you stand", lang),
        "named_by_others": translate("Lists that name you otherwise", lang),
        "pictures": translate("Pictures on which you are named", lang),
        "texts": translate("Texts that mention or name you", lang),
        "pages": translate("Pages, feeds and other files in which you appear", lang),
    }


def _word_keys(lang: str) -> dict[str, str]:
    return {
        "at": translate("where", lang),
        "name": translate("name", lang),
        "bio": translate("a few words", lang),
        "org": translate("organisation", lang),
        "job_title": translate("work", lang),
        "url": translate("site", lang),
        "profiles": translate("profiles", lang),
        "photo": translate("photo", lang),
        "visibility": translate("level asked for", lang),
        "shown_as": translate("shown as", lang),
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
    }


def _write_value(value: Any, lang: str, indent: str) -> Iterator[str]:  # noqa: ANN401 -- what JSON holds
    if isinstance(value, dict):
        words = _word_keys(lang)
        for key, inner in value.items():
            label = translate("{label}:", lang).format(label=words.get(key, key))
            if isinstance(inner, dict):
                yield f"{indent}{label}"
                yield from _write_value(inner, lang, indent + INDENT)
            else:
                text = ", ".join(inner) if isinstance(inner, list) else _word(inner, lang)
                yield f"{indent}{label} {text}".rstrip()
    elif isinstance(value, list):
        for number, item in enumerate(value):
            if number and isinstance(item, dict):
                yield ""
            yield from _write_value(item, lang, indent)
    else:
        yield f"{indent}{_word(value, lang)}"


def _word(value: object, lang: str) -> str:
    if isinstance(value, bool):
        return translate("yes" if value else "no", lang)
    return " ".join(str(value).split())
