"""Bytes to text, and text without the characters that nobody can see or typed on purpose."""

from __future__ import annotations

import codecs
import re
import unicodedata

from ..characters import name_characters
from .report import EMAIL, UnreadableError

INVISIBLE = re.compile(
    "["
    "\\x00-\\x08\\x0b-\\x1f\\x7f-\\x9f"  # control characters, all but tab and line feed
    "\\u202a-\\u202e\\u2066-\\u2069"  # embedding, override, isolate: they turn other text around
    "\\ufeff\\ufffe\\uffff"  # byte order marks, no characters
    "\\ud800-\\udfff"  # halves of a character
    "]"
)
_LINE_BREAK = re.compile(r"\s*[\n\u2028\u2029]\s*")
_UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode_text(data: bytes) -> str:
    r"""Return the text of a file, with ``\n`` between its lines and without byte order mark.

    Raises:
        UnreadableError: It is not UTF-8; the message tells the line and the likely cause.
    """
    start = data[:200]
    if data.startswith(_UTF16_MARKS) or start.count(0) * 3 > len(start):
        what = "not UTF-8: saved as UTF-16 ('Unicode'); save it again as UTF-8"
        raise UnreadableError(what)
    try:
        text = data.removeprefix(codecs.BOM_UTF8).decode()
    except UnicodeDecodeError as error:
        offset = error.start + len(data) - len(error.object)
        raise _explain_byte(data, offset) from None
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _explain_byte(data: bytes, offset: int) -> UnreadableError:
    letter = data[offset : offset + 1].decode("cp1252", errors="ignore")
    likely = f", which is '{letter}' in Windows-1252" if letter.isprintable() and letter else ""
    what = f"not UTF-8: a byte 0x{data[offset]:02X}{likely}; save the file again as UTF-8"
    error = UnreadableError(what)
    error.line = data.count(b"\n", 0, offset) + 1
    before = data[data.rfind(b"\n", 0, offset) + 1 : offset]
    error.column = len(before.removeprefix(codecs.BOM_UTF8).decode()) + 1
    return error


def clean_text(text: str) -> str:
    r"""Return a text as it may be published: composed, without invisible characters and margins.

    >>> clean_text(" Zoe\u0308\u202e \x07 ")
    'Zoë'
    """
    visible = text if text.isprintable() else INVISIBLE.sub("", text)
    return unicodedata.normalize("NFC", visible).strip()


def join_lines(text: str) -> str:
    r"""Return a text on one line.

    >>> join_lines("Café\n   Lune")
    'Café Lune'
    """
    return (text if text.isprintable() else _LINE_BREAK.sub(" ", text)).strip()


def find_invisible(text: str) -> str:
    """Return the code points of what ``clean_text`` takes out of a text; empty where that is nothing."""
    return "" if text.isprintable() else name_characters(INVISIBLE.findall(text))


def has_email(text: str) -> bool:
    """Tell whether a text holds an e-mail address; ``@user@host`` of Mastodon is none.

    >>> has_email("write to a@b.example"), has_email("@anne@social.example")
    (True, False)
    """
    return "@" in text and EMAIL.search(text) is not None
