"""The keys of one kind of mapping: standard words, other spellings, and private ones."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property

from ..errors import suggest

_PRIVATE_WORDS = """
    email emails emailaddress mail courriel emailhash gravatar phone phonenumber phones tel
    telephone mobile cell fax address addresses streetaddress street adresse postcode postalcode
    zip zipcode tshirt tshirtsize shirtsize birthdate birthday dateofbirth dob age ip ipaddress
    stamp timestamp registeredat diet dietary allergies gender sex passport emergencycontact
"""
PRIVATE = frozenset(_PRIVATE_WORDS.split())
"""Keys that real lists hold and no page ever may, folded."""
SPELLING_LIKENESS = 0.8
"""How near to another spelling an unknown key must be to be taken for it; from 0 to 1."""
TAKE_OUT = "private, and never published; take it out of the file"


def fold_key(key: str) -> str:
    """Return what is left of a key when case, accents and separators are ignored.

    >>> fold_key(":photoURL"), fold_key("Job title"), fold_key("Prénom")
    ('photourl', 'jobtitle', 'prenom')
    """
    plain = unicodedata.normalize("NFKD", key.casefold())
    return re.sub(r"[\W_]+", "", "".join(sign for sign in plain if not unicodedata.combining(sign)))


@dataclass(frozen=True)
class Vocabulary:
    """What may be typed as a key."""

    noun: str
    """What the mapping is, with its article: ``an attendee``."""
    keys: tuple[str, ...]
    """Standard words."""
    spellings: dict[str, str] = field(default_factory=dict)
    """Standard word, then its other spellings, apart by spaces; a dot leads to an inner key."""
    parts: dict[str, str] = field(default_factory=dict)
    """Words that are read but are no standard, and the standard word they are a part of."""
    has_private: bool = False
    """Whether private keys are told apart from unknown ones."""

    @cached_property
    def known(self) -> dict[str, str]:
        """Every word that is read, folded, and the standard word, part or inner key that it stands for."""
        others = {
            folded: standard for standard, spellings in self.spellings.items() for folded in spellings.split()
        }
        return {**others, **{fold_key(key): key for key in self.keys}}

    def find(self, key: str) -> str:
        """Return the standard word for a key as typed; empty if there is none."""
        return key if key in self.keys else self.known.get(fold_key(key), "")

    def standard(self, key: str) -> str:
        """Return the word that a message recommends for one that ``find`` returned."""
        return self.parts.get(key, key)

    def is_private(self, key: str) -> bool:
        """Tell whether a key holds what is never published."""
        return self.has_private and fold_key(key) in PRIVATE

    def explain(self, key: str) -> str:
        """Return what is wrong with a key that is not known."""
        if key.isdigit():
            return "a number is no key; a decimal number takes a point, as in 45.88"
        hint = suggest(key, self.keys)
        near = get_close_matches(fold_key(key), self.known, n=1, cutoff=SPELLING_LIKENESS)
        if near and not hint:
            hint = f"; did you mean '{self.standard(self.known[near[0]])}'?"
        return "unknown key" + (hint or f"; the keys of {self.noun} are {', '.join(self.keys)}")
