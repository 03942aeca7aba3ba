"""One secret in every spelling, and how to tell it from a longer word."""

from __future__ import annotations

import re
import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.identity import build_id
from ..model.secret import SecretKind, fold_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from ..model.secret import Secret

SHORTEST_CORE = 3
"""Latin letters and digits by which a text is looked through quickly."""
SHORTEST_IN_NOISE = 6
"""The same among bytes that are no text, where fewer stand by chance."""
SHORTEST_JOINED = 8
"""Letters of a name that is found also where nothing parts its words."""
SHORTEST_GLUED = 11
"""Letters and spaces of a name that is found among bytes also within longer words."""
NOTE_WORDS = 8
"""Words of a note that are searched for."""
MOST_WORDS_TURNED = 5
"""Words of a name that is searched for in another order as well, as in ``Cachemire, Yolande``."""

_NOT_LATIN = bytes(code for code in range(256) if not chr(code).isalnum() or code > 127)  # noqa: PLR2004
# Scripts that put no space between words, or hang endings on a name.
_UNSPACED = re.compile(
    "[\u0e00-\u0eff\u1000-\u11ff\u1780-\u17ff\u2e80-\ufaff\ufe30-\ufe4f\U0001b000-\U0003ffff]"
)


def squeeze(text: str) -> bytes:
    """Return the Latin letters and digits of a text, without case and accents, and nothing else.

    >>> squeeze("Zoé Ma-rtin, 2")
    b'zoemartin2'
    """
    return squeeze_simple(simplify(text))


def squeeze_simple(simple: bytes) -> bytes:
    """Return the letters and digits of a text that is simplified already."""
    return simple.translate(None, _NOT_LATIN)


def simplify(text: str) -> bytes:
    """Return a text in ASCII, without case and accents; what is no ASCII is left out.

    >>> simplify("Zo\u00ad\u00e9 Martin")
    b'zoe martin'
    """
    if text.isascii():
        return text.encode().lower()
    for charset in _CHARSETS:
        with suppress(UnicodeEncodeError):
            return charset.simplify(text)
    return _simplify_any(text)


def _simplify_any(text: str) -> bytes:
    # Of what becomes two letters without case, the others are two letters in this form already.
    decomposed = unicodedata.normalize("NFKD", text.replace("ß", "ss").replace("ẞ", "ss"))
    return decomposed.encode("ascii", "ignore").lower()


class _Charset:
    """Signs of one byte each: what becomes of a long text is looked up, which takes a fifth of the time."""

    def __init__(self, name: str) -> None:
        self._name = name
        signs = {bytes([code]): bytes([code]).decode(name, "ignore") for code in range(256)}
        simple = {code: _simplify_any(sign) for code, sign in signs.items()}
        self._longer = [(code, letters) for code, letters in simple.items() if len(letters) > 1]
        self._dropped = b"".join(code for code, letters in simple.items() if not letters)
        self._table = b"".join(letters[:1] or b"\0" for letters in simple.values())

    def simplify(self, text: str) -> bytes:
        """Return what ``_simplify_any`` does.

        Raises:
            UnicodeEncodeError: Some of its signs are of no such charset.
        """
        data = text.replace("\u202f", " ").encode(self._name)
        for code, letters in self._longer:
            data = data.replace(code, letters)
        return data.translate(self._table, self._dropped)


_CHARSETS = (_Charset("latin-1"), _Charset("cp1252"))
"""Bytes that are no text, as they are read, and the words of most of Western Europe."""


@dataclass(frozen=True, slots=True, eq=False)
class Pattern:
    """How to find one secret."""

    secret: Secret
    spellings: tuple[str, ...]
    """Folded words; each is the secret."""
    shown: tuple[str, ...]
    """Folded words that may stand and hold a spelling, as ``anne roy blais`` does; longest first."""

    @property
    def cores(self) -> tuple[bytes, ...]:
        """One of these stands in the squeezed text wherever a spelling with Latin letters does."""
        cores = dict.fromkeys(map(squeeze, self.spellings))
        return tuple(core for core in cores if len(core) >= SHORTEST_CORE)

    @property
    def words(self) -> tuple[str, ...]:
        """One of these stands in the folded words wherever a spelling without Latin letters does."""
        others = (one for one in self.spellings if len(squeeze(one)) < SHORTEST_CORE)
        return tuple(dict.fromkeys(max(one.split(), key=len) for one in others))

    @property
    def is_one_word(self) -> bool:
        """Whether no spelling has two words."""
        return all(" " not in one for one in self.spellings)

    def finds(self, folded: str) -> bool:
        """Tell whether folded words hold the secret, and not only as a part of what may stand."""
        return any(self._finds(one, folded) for one in self.spellings)

    def finds_in_noise(self, folded: str) -> bool:
        """Tell the same of bytes that are no text, where a long name may be glued to what is beside it."""
        return self.finds(folded) or any(
            " " in one and len(one) >= SHORTEST_GLUED and one in folded for one in self.spellings
        )

    def _finds(self, spelling: str, folded: str) -> bool:
        if not _stands_in(spelling, folded):
            return False
        for mask in self.shown:
            folded = f" {folded} ".replace(f" {mask} ", " | ")
        return _stands_in(spelling, folded)


def build_pattern(secret: Secret, shown: Mapping[str, Iterable[str]]) -> Pattern:
    """Return how to find a secret.

    Args:
        secret: What to find.
        shown: Folded texts that may stand, by each of their words.
    """
    spellings = tuple(dict.fromkeys(filter(None, _spell(secret))))
    holders = {
        text
        for spelling in spellings
        for text in shown.get(spelling.split()[0], ())
        if f" {spelling} " in f" {text} "
    }
    return Pattern(secret, spellings, tuple(sorted(holders, key=lambda one: (-len(one), one))))


def _stands_in(spelling: str, folded: str) -> bool:
    """Tell whether words stand in a text, and not within longer ones, as far as their script parts words."""
    start = folded.find(spelling)
    while start >= 0:
        end = start + len(spelling)
        before, after = folded[start - 1 : start], folded[end : end + 1]
        if (not before.isalnum() or _is_unspaced(spelling[0])) and (
            not after.isalnum() or _is_unspaced(spelling[-1])
        ):
            return True
        start = folded.find(spelling, start + 1)
    return False


def _is_unspaced(letter: str) -> bool:
    return _UNSPACED.match(letter) is not None


def _spell(secret: Secret) -> Iterator[str]:
    """Yield the folded spellings of a secret; those that fold alike are one."""
    folded = fold_words(secret.text)
    if secret.kind is SecretKind.NOTE:
        yield " ".join(folded.split()[:NOTE_WORDS])
        return
    yield folded
    yield fold_words(secret.text.lower())
    if secret.kind is SecretKind.URL:
        yield from _spell_host(secret.text)
    if secret.kind is SecretKind.NAME:
        latin = fold_words(build_id(secret.text))
        if len(latin) >= SHORTEST_CORE:
            yield latin
        for name in (folded, latin):
            words = name.split()
            if 1 < len(words) <= MOST_WORDS_TURNED:
                yield from (" ".join(words[turn:] + words[:turn]) for turn in range(1, len(words)))
            if len(words) > 1 and len("".join(words)) >= SHORTEST_JOINED:
                yield "".join(words)


def _spell_host(address: str) -> Iterator[str]:
    """Yield an address with its host as machines and as people write it (RFC 3490)."""
    host, slash, path = address.partition("/")
    with suppress(UnicodeError):
        yield fold_words(host.encode("idna").decode() + slash + path)
    with suppress(UnicodeError):
        yield fold_words(host.encode("ascii").decode("idna") + slash + path)
