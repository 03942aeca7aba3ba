"""``about PERSON``: what the site holds on somebody, to be sent to them."""

from __future__ import annotations

import json
import textwrap
from typing import TYPE_CHECKING, Any

from ...translation import translate
from .words import word_headings, word_key, word_value

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

LANGUAGES = ("fr", "en")
"""Languages in which an answer can be written."""
INDENT = "  "
WIDTH = 76
"""Characters of a line, as mail has them."""


def pick_language(environment: Mapping[str, str], site_lang: str) -> str:
    """Return the language of whoever asks, where their machine says one of ours; else that of the site.

    >>> pick_language({"LANG": "fr_CA.UTF-8"}, "en"), pick_language({"LANG": "C.UTF-8"}, "fr-CA")
    ('fr', 'fr-CA')
    """
    said = next((environment[key] for key in ("LC_ALL", "LC_MESSAGES", "LANG") if environment.get(key)), "")
    lang = said.replace("-", "_").partition("_")[0].casefold()
    return lang if lang in LANGUAGES else site_lang


def write_json(holding: Mapping[str, Any]) -> str:
    """Return everything as JSON, in the words of the files."""
    return json.dumps(holding, ensure_ascii=False, indent=2) + "\n"


def write_text(holding: Mapping[str, Any], lang: str) -> str:
    """Return everything as a text that can be sent as it is, in words that need no explanation.

    Args:
        holding: As ``collect_holding`` returns it.
        lang: Language of the words.
    """
    return "\n".join(_write_lines(holding, lang)) + "\n"


def _write_lines(holding: Mapping[str, Any], lang: str) -> Iterator[str]:
    words = translate("What {site} holds on {name}, on {day}", lang)
    name = (holding.get("names") or [holding["id"]])[0]
    site = holding.get("site") or translate("this site", lang)
    yield words.format(site=site, name=name, day=word_value("on", holding["on"], lang))
    yield ""
    said = (
        translate(
            "This is everything: what is published, what is kept and not shown, and the texts that name you.",
            lang,
        ),
        translate("To have any of it changed or taken off, answer this message.", lang),
    )
    for sentence in said:
        yield from textwrap.wrap(sentence, WIDTH, break_long_words=False)
    for key, heading in word_headings(lang).items():
        if value := holding.get(key):
            yield ""
            yield heading
            pages = _list_pages(value, holding.get("site") or "") if key == "pages" else value
            yield from _write_value(key, pages, lang, INDENT)
    if not holding.get("pages"):
        yield ""
        yield translate("No page of the built site names you.", lang)


def _list_pages(paths: list[str], site_url: str) -> list[str]:
    """Return addresses that a browser opens; without an address of the site, the files."""
    if not site_url:
        return paths
    return [f"{site_url.rstrip('/')}/{path.removesuffix('index.html')}" for path in paths]


def _write_value(key: str, value: Any, lang: str, indent: str) -> Iterator[str]:  # noqa: ANN401 -- what JSON holds
    if isinstance(value, dict):
        for inner_key, inner in value.items():
            label = translate("{label}:", lang).format(label=word_key(inner_key, lang))
            if isinstance(inner, dict):
                yield f"{indent}{label}"
                yield from _write_value(inner_key, inner, lang, indent + INDENT)
            else:
                items = inner if isinstance(inner, list) else [inner]
                text = ", ".join(word_value(inner_key, item, lang) for item in items)
                yield from _wrap(f"{label} {text}".rstrip(), indent)
    elif isinstance(value, list):
        for number, item in enumerate(value):
            if number and isinstance(item, dict):
                yield ""
            yield from _write_value(key, item, lang, indent)
    else:
        yield from _wrap(word_value(key, value, lang), indent)


def _wrap(text: str, indent: str) -> list[str]:
    """Return the lines of a text; an address is never cut."""
    return textwrap.wrap(
        text,
        WIDTH,
        initial_indent=indent,
        subsequent_indent=indent + INDENT,
        break_long_words=False,
        break_on_hyphens=False,
    )
