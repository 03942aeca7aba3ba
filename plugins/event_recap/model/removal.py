"""People who asked to be forgotten: keyed hashes, of which nobody can tell whom they stand for."""

from __future__ import annotations

import hashlib
import hmac
import re
import unicodedata
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

from .identity import build_id

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

HASH_LENGTH = 32
"""Hexadecimal digits of a hash: 128 bits."""
SHORTEST_KEY = 16
"""Characters of a key; one that a build makes has 64."""
_SALT = b"event-recap removed 1"
_STRETCH = {"n": 2**14, "r": 8, "p": 1, "dklen": 32}
"""scrypt, once for each build and not for each name: some 50 ms and 16 MB."""
_EVERY_WORD = "*"
"""Among the hashes of words where those of everybody's words are: lists of an older version have none."""
_PARTS = re.compile(r"[\W_]+")
_MIRRORS = re.compile(r"^(?:www|mobile|m|fr|en)\.(?=[^.]+\.)")
_RENAMED = {"twitter.com": "x.com", "fr.linkedin.com": "linkedin.com"}


class Kind(Enum):
    """What a hash was made of; a handle never matches a name."""

    NAME = "name"
    """Also an id, which is a name in another spelling."""
    HANDLE = "handle"
    LOCAL = "local"
    """What stands before the server in a handle; alone, it may be the handle of somebody else."""
    URL = "url"


def fold_name(text: str) -> str:
    """Return what is left of a name or an id when spelling and order are ignored.

    >>> {fold_name(name) for name in ("Zoé Martin", "MARTIN, Zoe", "zoe-martin", "Martin_Zoé")}
    {'martin zoe'}
    """
    plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    letters = "".join(
        letter
        for letter in plain
        # Neither accents nor signs that nobody sees, such as a soft hyphen.
        if not unicodedata.combining(letter) and unicodedata.category(letter) != "Cf"
    )
    return " ".join(sorted(filter(None, _PARTS.split(letters))))


def fold_handle(text: str) -> str:
    """Return a handle as every network compares it.

    >>> fold_handle("@Cafe_Lune"), fold_handle("@zoe@Social.example")
    ('cafe_lune', 'zoe@social.example')
    """
    return unicodedata.normalize("NFKC", text).strip().casefold().removeprefix("@")


def fold_url(text: str) -> str:
    """Return an address as far as it tells where it leads.

    >>> fold_url("https://www.Twitter.com/Zoe/?s=20#top"), fold_url("http://zoe.example/%C3%A9")
    ('x.com/zoe', 'zoe.example/é')
    """
    bare = unquote(text.strip()).casefold().split("#")[0].partition("://")
    whole, _, query = (bare[2] or bare[0]).partition("?")
    host, _, path = whole.partition("/")
    host = host.rpartition("@")[2].removesuffix(":80").removesuffix(":443").rstrip(".")
    host = _MIRRORS.sub("", host)
    person = re.search(r"(?:^|&)(?:id|user|u)=[^&]+", query)
    return (
        f"{_RENAMED.get(host, host)}/{path.strip('/')}{'?' + person[0].strip('&') if person else ''}".rstrip(
            "/"
        )
    )


_FOLDS = {Kind.NAME: fold_name, Kind.HANDLE: fold_handle, Kind.LOCAL: fold_handle, Kind.URL: fold_url}


def find_forms(kind: Kind, value: str) -> frozenset[str]:
    """Return every folded form under which a name, a handle or an address is to be known again.

    >>> sorted(find_forms(Kind.NAME, "Søren Roy"))
    ['roy soren', 'roy søren', 'roysoren', 'roysøren', 'sorenroy', 'sørenroy']
    """
    if kind is not Kind.NAME:
        return frozenset({_FOLDS[kind](value)} - {""})
    forms: set[str] = set()
    for spelling in (value, build_id(value)):
        forms.add(fold_name(spelling))
        words = [fold_name(word) for word in _PARTS.split(unicodedata.normalize("NFC", spelling))]
        forms |= {"".join(words), "".join(reversed(words))}
    return frozenset(forms - {""})


def split_forms(forms: Iterable[tuple[Kind, str]]) -> frozenset[str]:
    """Return the words of which names consist, folded."""
    return frozenset(word for kind, form in forms if kind is Kind.NAME for word in form.split())


@dataclass(frozen=True)
class SiteKey:
    """The secret of a site, without which no hash can be made or checked."""

    secret: str = field(repr=False)

    @cached_property
    def _stretched(self) -> bytes:
        return hashlib.scrypt(self.secret.encode(), salt=_SALT, **_STRETCH)

    @cached_property
    def check(self) -> str:
        """What tells this key from another, and nothing about it."""
        return self._digest("check")

    def hash(self, kind: Kind, folded: str) -> str:
        """Return the hash of a folded form."""
        return self._digest(f"{kind.value}\0{folded}")

    def hash_word(self, folded: str) -> str:
        """Return the hash of one word of a name, by which most words of a site are told to be in none."""
        return self._digest(f"word\0{folded}")

    def _digest(self, text: str) -> str:
        return hmac.digest(self._stretched, text.encode("utf-8", "surrogatepass"), "sha256").hex()[
            :HASH_LENGTH
        ]


@dataclass(frozen=True)
class Removed:
    """Everybody who asked to be forgotten; nobody, unless a file says otherwise."""

    hashes: frozenset[str] = frozenset()
    key: SiteKey | None = None
    """None where there is nobody, or no key: then ``has`` knows nobody."""
    _known: dict[Kind, dict[str, bool]] = field(
        default_factory=lambda: {kind: {} for kind in Kind}, repr=False, compare=False
    )

    _words: dict[str, bool] = field(default_factory=dict, repr=False, compare=False)

    def __bool__(self) -> bool:
        """Tell whether anybody can be known again."""
        return bool(self.hashes and self.key)

    def has(self, kind: Kind, value: str) -> bool:
        """Tell whether a name, id, handle or address belongs to somebody who was forgotten."""
        return self.has_folded(kind, _FOLDS[kind](value))

    def has_folded(self, kind: Kind, folded: str) -> bool:
        """Tell the same of a form that is folded already."""
        if not self.hashes or self.key is None or not folded:
            return False
        asked = self._known[kind]
        known = asked.get(folded)
        if known is None:
            known = asked[folded] = self.key.hash(kind, folded) in self.hashes
        return known

    def add(self, values: Iterable[tuple[Kind, str]], key: SiteKey) -> Removed:
        """Return these people and one more, known by every form of the values."""
        forms = {(kind, form) for kind, value in values for form in find_forms(kind, value)}
        more = {key.hash(kind, form) for kind, form in forms}
        if not self.hashes or key.hash_word(_EVERY_WORD) in self.hashes:
            more |= {key.hash_word(word) for word in (_EVERY_WORD, *split_forms(forms))}
        return Removed(self.hashes | more, key)

    @property
    def find_word(self) -> Callable[[str], bool] | None:
        """What tells whether a folded word stands in a name; None where the words of some are not known."""
        key = self.key
        if key is None or key.hash_word(_EVERY_WORD) not in self.hashes:
            return None

        def find_word(folded: str) -> bool:
            known = self._words.get(folded)
            if known is None:
                known = self._words[folded] = key.hash_word(folded) in self.hashes
            return known

        return find_word
