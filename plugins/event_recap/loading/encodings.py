"""Texts in whatever encoding somebody saved them: read, and written again in the same."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_UNMARKED = ("utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be")
_BINARY = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
"""Control characters that no text holds; a form feed and an escape are let through."""
_SAMPLE = 4000
_LIKELY = 0.3
"""Share of letters that one text of another language has at least, where a codec was guessed right."""
_FALLBACKS = str.maketrans({"’": "'", "…": "...", "“": '"', "”": '"', "œ": "oe"})


@dataclass(frozen=True, slots=True)
class SavedText:
    """A text, and how its file holds it."""

    text: str
    """With its own line ends, without byte order mark."""
    codec: str
    mark: bytes = b""
    """Byte order mark; empty where the file has none."""

    @property
    def is_utf8(self) -> bool:
        """Tell whether the file is what Pelican reads."""
        return self.codec == "utf-8"

    def encode(self, text: str) -> bytes:
        r"""Return another text as this one was saved; signs that its encoding lacks get the nearest.

        >>> read_saved("Zoé".encode("latin-1")).encode("quelqu’un")
        b"quelqu'un"
        """
        try:
            return self.mark + text.encode(self.codec)
        except UnicodeEncodeError:
            return self.mark + text.translate(_FALLBACKS).encode(self.codec, "replace")


def read_saved(data: bytes) -> SavedText | None:
    r"""Return the text of a file; None where it is none, but a picture, a film or an archive.

    >>> read_saved("Zoé".encode("utf-16")).text, read_saved(b"Zo\xe9").codec, read_saved(b"\x89PNG\0\1")
    ('Zoé', 'latin-1', None)
    """
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decode(data, codec, mark)
    if b"\0" in data:
        return next(filter(None, (_decode(data, codec) for codec in _UNMARKED)), None)
    # Of the two that everybody once saved in, Latin-1 knows fewer signs, so it is taken where it is enough.
    latin = "latin-1" if not re.search(rb"[\x80-\x9f]", data) else "cp1252"
    return _decode(data, "utf-8") or _decode(data, latin) or _decode(data, "latin-1")


def list_guesses(data: bytes) -> tuple[str, ...]:
    r"""Return what a text would say in encodings that cannot be told from Windows-1252: of old machines.

    >>> list_guesses(b"Zo\x8e")
    ('Zoé', 'ZoÄ')
    """
    return tuple(data.decode(codec, "replace") for codec in ("mac-roman", "cp850"))


def _decode(data: bytes, codec: str, mark: bytes = b"") -> SavedText | None:
    try:
        text = data.removeprefix(mark).decode(codec)
    except UnicodeDecodeError:
        return None
    return SavedText(text, codec, mark) if _is_text(text, codec) else None


def _is_text(text: str, codec: str) -> bool:
    """Tell whether letters were read, not bytes of something else that happen to be letters."""
    if _BINARY.search(text):
        return False
    sample = text[:_SAMPLE]
    if codec in _UNMARKED:
        return sum(one.isascii() for one in sample) >= len(sample) * _LIKELY
    return codec == "utf-8" or sum(map(_is_prose, sample)) >= len(sample) * _LIKELY


def _is_prose(sign: str) -> bool:
    return sign.isalnum() or sign.isspace()
