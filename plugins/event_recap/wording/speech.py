"""Where our words leave: to the terminal, in the language of whoever sits there."""

from __future__ import annotations

import logging
import os
import sys
from functools import cache
from pathlib import Path

from .language import ENGLISH, choose_language
from .phrasebook import Phrasebook

CATALOGUES = Path(__file__).parents[1] / "translations" / "messages"
"""One ``<lang>.po`` for each language but English, which is in the code."""


def word(text: str) -> str:
    """Return what an author reads, of one line or of several, in their language."""
    lang = choose_language(os.environ)
    if lang == ENGLISH or not text:
        return text
    book = read_phrasebook(lang)
    return "\n".join(book.translate(line) for line in text.split("\n"))


def say(text: str) -> None:
    """Write to the standard output what a command answers; lines end as they do in the text."""
    sys.stdout.write(word(text))


def tell(text: str) -> None:
    """Write to the standard error stream what goes beside the answer: problems, questions, progress."""
    sys.stderr.write(word(text))


def is_quiet() -> bool:
    """Tell whether Pelican was called with ``--quiet``, which lets errors through alone."""
    return not logging.getLogger().isEnabledFor(logging.WARNING)


@cache
def read_phrasebook(lang: str) -> Phrasebook:
    """Read the catalogue of a language, once."""
    from babel.messages.pofile import read_po  # noqa: PLC0415 -- who reads English need not wait for it

    with (CATALOGUES / f"{lang}.po").open("rb") as stream:
        catalogue = read_po(stream)
    return Phrasebook({str(entry.id): str(entry.string) for entry in catalogue if entry.id and entry.string})
