"""Text as a parser of YAML takes it: another sign stands for each that the parser refuses or misreads."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_UNFIT = re.compile(r"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F-\x9F\uD800-\uDFFF\uFEFF\uFFFE\uFFFF]")
"""What YAML refuses; ``clean_text`` takes it out."""
_BREAKING = frozenset("\x85\u2028\u2029")
_BREAKS = dict.fromkeys(map(ord, _BREAKING), " ")
MARKUP = re.compile(r"[@`]|\*\*|(?<!^)%", re.MULTILINE)
"""What an author may begin a value with, although YAML keeps it for itself."""
_ESCAPE = re.compile(
    r"""(?<!\\)(?P<before>(?:\\\\)*)\\
        (?=(?:u|U0000)[Dd][89A-Fa-f][0-9A-Fa-f]{2}|U(?!000|0010)[0-9A-Fa-f]{8})""",
    re.VERBOSE,
)
"""The backslash before the code of half a character, or of none."""
_PLAIN = re.compile(r"[A-Za-z0-9][\w ()/+&'’.-]*", re.ASCII)
NO_TEXT = frozenset({"null", "true", "false", "yes", "no", "on", "off", "y", "n"})
"""Words that YAML may read as something else than text."""
_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]*")
STAND_INS = range(0xF0000, 0xFFFFE)
"""Signs that nobody types."""


def write_value(value: str) -> str:
    """Return a text as a value in YAML: bare where it can be nothing but text, else as JSON writes it.

    >>> print(write_value("Focus 20"), write_value("Focus: 20"), write_value("no"))
    Focus 20 "Focus: 20" "no"
    """
    is_bare = _PLAIN.fullmatch(value) and not value.endswith(" ") and value.casefold() not in NO_TEXT
    return value if is_bare else json.dumps(value, ensure_ascii=not is_printable(value))


def is_printable(text: str) -> bool:
    """Tell whether a text is one line that YAML takes as it stands."""
    return _LINE.fullmatch(text) is not None


@dataclass(frozen=True, slots=True)
class GuardedText:
    """A text for the parser, in which every sign stands where the author typed it."""

    text: str
    """With a private character in the place of each sign that would stop the parser."""
    originals: Mapping[int, str]
    """Such a sign by the code of the character that stands for it."""
    escape: str
    """Stands for a backslash before the code of half a character, or of none."""

    def restore(self, value: str, style: str | None) -> str:
        r"""Return a scalar as it was meant; ``find_invisible`` names what is no character in it.

        JSON writes an emoji as the codes of two halves, which are joined. A backslash means itself where no
        character is meant.

        Args:
            value: What the parser read.
            style: How the value is quoted, as the parser tells it; only ``"`` gives codes a meaning.

        >>> text = guard_text(r'"\ud83d\ude00 \ud83d"')
        >>> ascii(text.restore(text.text[1:-1], '"'))
        "'\\U0001f600 \\ud83d'"
        """
        if style == '"' and self.escape in value:
            halves = re.sub(f"{self.escape}(?:u|U0000)(?=[Dd])(....)", _decode_half, value)
            value = halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass")
        return value if value.isascii() else value.translate(self.originals)


def guard_text(text: str, colons: Mapping[int, int] | None = None) -> GuardedText:
    """Return a text as the parser takes it.

    Args:
        text: As the author typed it.
        colons: Lines, from 0, and the column from which a colon on each is part of a sentence.
    """
    used = set(text)
    typed = text.translate(_BREAKS) if used & _BREAKING else text
    unfit = sorted(sign for sign in used if _UNFIT.match(sign) and ord(sign) not in _BREAKS)
    free = (chr(code) for code in STAND_INS if chr(code) not in used)
    stand_ins = dict(zip([*"@`*%:\\", *unfit], free, strict=False))
    safe = MARKUP.sub(lambda found: "".join(map(stand_ins.__getitem__, found[0])), typed)
    if unfit:
        safe = _UNFIT.sub(lambda found: stand_ins[found[0]], safe)
    if "\\" in used:
        safe = _ESCAPE.sub(lambda found: found["before"] + stand_ins["\\"], safe)
    if colons:
        lines = safe.split("\n")
        for number, start in colons.items():
            lines[number] = lines[number][:start] + lines[number][start:].replace(":", stand_ins[":"])
        safe = "\n".join(lines)
    originals = {ord(stand_in): sign for sign, stand_in in stand_ins.items()}
    return GuardedText(safe, originals, stand_ins["\\"])


def _decode_half(found: re.Match[str]) -> str:
    return chr(int(found[1], 16))
