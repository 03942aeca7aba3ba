"""The forms in which a text may hide another: entities, escapes, percent signs, folded lines."""

from __future__ import annotations

import quopri
import re
from html import unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

DEEPEST = 4
"""Encodings inside of each other that are undone; a share link in a feed has three."""
MOST_FORMS = 24
"""Forms of one text; more are made by no program."""

_PERCENT = re.compile(r"(?:%[0-9a-fA-F]{2})+")
_BREAK = re.compile(r"[\s\"'<>]+")
_ENTITY = re.compile(r"&#?\w")
_FREQUENT = (("&lt;", "<"), ("&gt;", ">"), ("&#34;", '"'), ("&#39;", "'"), ("&quot;", '"'), ("&amp;", "&"))
_SCRIPT = re.compile(
    r"\\(?:u\{([0-9a-fA-F]{1,6})\}|u([0-9a-fA-F]{4})|x([0-9a-fA-F]{2})|([0-3]?[0-7]{2})|([nrtbfv0])|\r?\n|(.))"
)
_STYLE = re.compile(r"\\([0-9a-fA-F]{1,6})(?:\r\n|[ \t\r\n\f])?")
_QUOTED = re.compile(r"=[0-9A-F]{2}|=\r?\n")
_FOLDED = re.compile(r"\r?\n[ \t]")
_FOLD_SIGNS = ("\r\n ", "\r\n\t", "BEGIN:V")
_SHOWN_TEXT = re.compile(r"\)\s*-?[\d.]*\s*\(")
_SHOWN_LINE = re.compile(r"\)\s*\]?\s*T[jJ][\s\d.+-]*(?:T[dDm*])?\s*\[?\s*\(")
_RICH = re.compile(r"\\(?:'([0-9a-fA-F]{2})|u(-?\d{1,5}) ?\??)")


def decode_bytes(data: bytes) -> Iterator[str]:
    """Yield what bytes may say: UTF-8, UTF-16 and Latin-1, as far as they can be it."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        yield data.decode("utf-16", "ignore")
    try:
        yield data.decode("utf-8-sig")
    except UnicodeDecodeError:
        yield data.decode("utf-8", "replace")
        yield data.decode("latin-1")
    if b"\0" in data:
        # Of Latin letters, UTF-16 of either kind is Latin-1 with zeros between, at even and odd places alike.
        yield data.replace(b"\0", b"").decode("latin-1")
        for start in (0, 1):
            yield data[start:].decode("utf-16-le", "ignore")
            yield data[start:].decode("utf-16-be", "ignore")


def find_forms(text: str) -> tuple[str, ...]:
    """Return every text that a program or a reader may make of a text, each once, at least one.

    The first is all of it, with entities decoded; of the others, each has only the parts that it changes.
    """
    forms: dict[str, None] = {}
    found = [undo_entities(text)]
    for _ in range(DEEPEST):
        new = [form for form in dict.fromkeys(found) if form not in forms][: MOST_FORMS - len(forms)]
        forms |= dict.fromkeys(new)
        found = [undo_entities(form) for one in new for decode in DECODERS if (form := decode(one))]
    return tuple(forms)


def undo_entities(text: str) -> str:
    """Return a text with its entities as letters, also where they were escaped twice.

    >>> undo_entities("Z&amp;eacute;phirin &#80;&#xe9;rimois")
    'Zéphirin Périmois'
    """
    for _ in range(DEEPEST):
        if "&" not in text or not _ENTITY.search(text):
            break
        for (
            entity,
            letter,
        ) in _FREQUENT:  # those that templates write, the sign of all others last: it is quicker
            text = text.replace(entity, letter)
        text = unescape(text)
    return text


def undo_percent(text: str) -> str:
    """Return the words of a text that hold percent signs, decoded; empty where there is none.

    >>> undo_percent('<a href="/?q=Z%C3%A9phirin+P%e9rimois">x</a>')
    '/?q=Zéphirin+Périmois'
    """
    if "%" not in text:
        return ""
    lines = (line for line in text.split("\n") if "%" in line)
    words = (word for line in lines for word in line.split() if "%" in word)
    parts = (part for word in words for part in _BREAK.split(word) if "%" in part)
    return "\n".join(_PERCENT.sub(_read_percent, part) for part in parts if _PERCENT.search(part))


def undo_script(text: str) -> str:
    r"""Return the lines of a text that hold backslashes, as JSON and JavaScript read them.

    >>> undo_script(r'"Z\u00e9phirin\nP\xe9rimois"')
    '"Zéphirin Périmois"'
    """
    if "\\" not in text:
        return ""
    decoded = _SCRIPT.sub(_read_script, _pick_lines(text, _has_backslash))
    if "\0" in decoded:  # UTF-16 in octal digits, as PDF has it
        decoded = decoded.replace("þÿ\0", " ").replace("\0", "")
    return decoded.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def undo_style(text: str) -> str:
    r"""Return the lines of a text that hold backslashes, as CSS reads them.

    >>> undo_style(r'content: "\59 olande\A0 Cachemire"')
    'content: "Yolande\xa0Cachemire"'
    """
    if "\\" not in text or not _STYLE.search(text):
        return ""
    return _STYLE.sub(lambda code: _read_code(code[1]), _pick_lines(text, _has_backslash))


def undo_quoted(text: str) -> str:
    r"""Return the lines of a text that may be quoted-printable (RFC 2045, 6.7), decoded.

    >>> undo_quoted("N:Z=C3=A9phi=\r\nrin")
    'N:Zéphirin'
    """
    if "=" not in text or not _QUOTED.search(text):
        return ""
    decoded = quopri.decodestring(_pick_lines(text, _is_quoted).encode("utf-8", "replace"))
    try:
        return decoded.decode()
    except UnicodeDecodeError:
        return decoded.decode("latin-1")


def unfold_lines(text: str) -> str:
    r"""Return the lines of a calendar or a contact card in one piece (RFC 5545, 3.1); empty for other texts.

    >>> unfold_lines("BEGIN:VCARD\r\nFN:Yolan\r\n de Cachemire")
    'BEGIN:VCARD\r\nFN:Yolande Cachemire'
    """
    return _FOLDED.sub("", text) if any(sign in text for sign in _FOLD_SIGNS) else ""


def join_shown(text: str) -> str:
    """Return a text of PDF without the gaps between letters, and with its lines in one; empty for others.

    >>> join_shown("[(Yo) -20 (lande)] TJ 0 -14 Td (Roy) Tj")
    '[(Yolande Roy) Tj'
    """
    if "TJ" not in text and "Tj" not in text:
        return ""
    return _SHOWN_LINE.sub(" ", _SHOWN_TEXT.sub("", text))


def undo_rich(text: str) -> str:
    r"""Return rich text (RTF) with its letters; empty for others.

    >>> undo_rich(r"{\rtf1 Zo\'e9 \u201?t\u233?}")
    '{\\rtf1 Zoé Été}'
    """
    if not text.startswith("{\\rtf"):
        return ""
    return _RICH.sub(lambda found: chr(int(found[1], 16) if found[1] else int(found[2]) % 65536), text)


DECODERS: tuple[Callable[[str], str], ...] = (
    undo_percent,
    undo_script,
    undo_style,
    undo_quoted,
    unfold_lines,
    join_shown,
    undo_rich,
)
"""What is tried on each form of a text."""


def _pick_lines(text: str, has_sign: Callable[[str], bool]) -> str:
    """Return the lines of a text that hold a sign, each with the line after it, in which a name may go on."""
    lines = text.split("\n")
    holds = list(map(has_sign, lines))
    return "\n".join(
        line for number, line in enumerate(lines) if holds[number] or (number and holds[number - 1])
    )


def _has_backslash(line: str) -> bool:
    return "\\" in line


def _is_quoted(line: str) -> bool:
    return "=" in line and (line.rstrip("\r").endswith("=") or _QUOTED.search(line) is not None)


def _read_percent(found: re.Match[str]) -> str:
    data = bytes.fromhex(found[0].replace("%", ""))
    try:
        return data.decode()
    except UnicodeDecodeError:
        return data.decode("latin-1")


def _read_script(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return _read_code(code)
    if found[4]:
        return chr(int(found[4], 8))
    return " " if found[5] else (found[6] or "")


def _read_code(code: str) -> str:
    number = int(code, 16)
    return chr(number) if number < 0x110000 else "\ufffd"  # noqa: PLR2004 -- the end of Unicode
