"""Secrets as other programs write bytes: in base64, in hexadecimal digits, and as fingerprints."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from typing import TYPE_CHECKING

from ..model.identity import build_id
from ..model.secret import SecretKind, fold_words
from .pattern import SHORTEST_IN_NOISE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..model.secret import Secret

HASHES = ("md5", "sha1", "sha256")
"""Fingerprints by which other programs name people, as Gravatar does."""
_LENGTHS = frozenset(2 * hashlib.new(name, usedforsecurity=False).digest_size for name in HASHES)
_HEX = re.compile(rb"[0-9a-fA-F]+")
_BASE64 = re.compile(rb"[A-Za-z0-9+/_-]+")
AROUND = 240
"""Bytes before and after a find that are decoded to tell whether it is a whole word."""


def list_needles(secret: Secret) -> Iterator[bytes]:
    """Yield how a secret stands in base64, in hexadecimal digits, and as a fingerprint, byte for byte."""
    if secret.kind is SecretKind.NOTE:
        return
    texts = (secret.text, build_id(secret.text), fold_words(secret.text))
    forms = [unicodedata.normalize(form, text) for text in texts for form in ("NFC", "NFD")]
    for text in dict.fromkeys(case for form in forms for case in (form, form.lower(), form.upper())):
        data = text.encode()
        if len(data) >= SHORTEST_IN_NOISE:
            yield from _list_base64(data)
            yield from (data.hex().encode(), data.hex().upper().encode())
        if data:
            # An unsalted hash of a name is a name: whoever guesses it can check it.
            yield from (
                hashlib.new(name, data, usedforsecurity=False).hexdigest().encode() for name in HASHES
            )


def _list_base64(data: bytes) -> Iterator[bytes]:
    """Yield the letters that are the same whatever stands before and after, for each of the three places."""
    for offset in range(3):
        letters = base64.b64encode(b"\0" * offset + data)
        first = -(-offset * 8 // 6)
        last = (offset + len(data)) * 8 // 6
        if last - first >= SHORTEST_IN_NOISE:
            yield letters[first:last]
            yield letters[first:last].translate(bytes.maketrans(b"+/", b"-_"))


def is_fingerprint(needle: bytes) -> bool:
    """Tell whether bytes are as long as a fingerprint, and made of the same digits."""
    return len(needle) in _LENGTHS and _HEX.fullmatch(needle) is not None


def decode_around(data: bytes, place: int) -> Iterator[str]:
    """Yield what stands at a place of base64 or hexadecimal digits, wherever their groups begin."""
    first = max(0, place - AROUND)
    around = data[first : place + 2 * AROUND]
    for run in _BASE64.finditer(around):
        if not run.start() <= place - first < run.end():
            continue
        digits = _HEX.match(run[0])
        if digits and len(digits[0]) == len(run[0]):
            yield from (_read_hex(run[0][start:]) for start in range(2))
        letters = run[0].translate(bytes.maketrans(b"-_", b"+/"))
        yield from (_read_base64(letters[start:]) for start in range(4))


def _read_hex(digits: bytes) -> str:
    return bytes.fromhex(digits[: len(digits) // 2 * 2].decode()).decode("utf-8", "ignore")


def _read_base64(letters: bytes) -> str:
    whole = letters[: len(letters) // 4 * 4]
    rest = letters[len(whole) :]
    padded = rest + b"=" * (4 - len(rest)) if len(rest) > 1 else b""
    return base64.b64decode(whole + padded).decode("utf-8", "ignore")
