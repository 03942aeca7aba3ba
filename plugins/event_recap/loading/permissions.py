"""What a file says may be shown of a person; whatever cannot be read shows less."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from ..errors import Place, suggest
from ..model.consent import Consent, ConsentMethod
from ..model.visibility import VISIBILITY_WORDS, Visibility
from .dates import parse_day
from .nodes import MappingNode, ScalarNode
from .report import UnreadableError, enumerate_words, quote
from .spellings import CONSENT, NO, YES

if TYPE_CHECKING:
    from .fields import Fields

METHODS = {
    ConsentMethod.EMAIL: "mail courriel",
    ConsentMethod.FORM: "formulaire",
    ConsentMethod.IN_PERSON: "oral verbal",
    ConsentMethod.PUBLIC_ROLE: "public",
}
"""Ways to agree, and their other spellings, folded."""


def read_visibility(fields: Fields) -> Visibility | None:
    """Return the level that is typed; None where none is, ``COUNTED`` where it is unknown."""
    if not fields.is_typed("visibility"):
        return None
    node = fields.find("visibility")
    if node is None or (isinstance(node, ScalarNode) and not node.text.strip()):
        fields.error("visibility", f"is empty; expected {enumerate_words(reversed(VISIBILITY_WORDS))}")
        return Visibility.COUNTED
    level = fields.read("visibility", _parse_level)
    return Visibility.COUNTED if level is None else level


def find_visibility_place(fields: Fields) -> Place | None:
    """Return where a level is typed; None where none is."""
    if not fields.is_typed("visibility"):
        return None
    return fields.context.report.place(fields.spot("visibility"))


def _parse_level(text: str) -> Visibility:
    level = VISIBILITY_WORDS.get(text.casefold().replace("_", "-").replace(" ", "-"))
    if level is None:
        hint = suggest(text, VISIBILITY_WORDS)
        known = f"; expected {enumerate_words(reversed(VISIBILITY_WORDS))}"
        what = f"{quote(text)} is no level of visibility{hint or known}"
        raise UnreadableError(what)
    return level


def read_consent(fields: Fields) -> Consent | None:
    """Return the record of a consent; one that is not wholly readable says so."""
    if not fields.has("consent"):
        return None
    report = fields.context.report
    told = report.error_count
    parts = fields.enter("consent", CONSENT)
    given, until = parts.read("given", parse_day), parts.read("until", parse_day)
    consent = Consent(
        given=given,
        until=until,
        method=parts.word("method", METHODS),
        photo=parts.read("photo", parse_flag),
        index=_read_flag(parts, "index"),
        graph=_read_flag(parts, "graph"),
    )
    if isinstance(given, date) and until and until < given:
        parts.error("until", f"the consent ends before it was given, {given}; put one of the two days right")
    is_mapping = isinstance(fields.find("consent"), MappingNode)
    place = report.place(fields.spot("consent"))
    return replace(consent, is_readable=is_mapping and report.error_count == told, place=place)


def note_private(fields: Fields) -> None:
    """Say of a private note that it is one; what it says is not read here, so that no page can show it."""
    if fields.is_typed("follow_up"):
        what = (
            "private, and never shown; but whoever has this file reads it, and .follow-ups.yml is yours alone"
        )
        fields.context.report.note(fields.spot("follow_up"), fields.address("follow_up"), what)


def parse_flag(text: str) -> bool:
    """Return a yes or a no.

    Raises:
        UnreadableError: It is neither.

    >>> parse_flag("oui"), parse_flag("False")
    (True, False)
    """
    folded = text.casefold()
    if folded not in YES | NO:
        what = f"{quote(text)} is neither yes nor no; expected true or false"
        raise UnreadableError(what)
    return folded in YES


def _read_flag(fields: Fields, key: str) -> bool:
    """Return a yes or a no; yes where nothing is said."""
    return fields.read(key, parse_flag) is not False
