"""Contact cards as text: vCard 4.0 (RFC 6350), with parameters as in RFC 6868."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..characters import FORBIDDEN
from ..views.address import quote_url

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LINE_OCTETS = 75
"""Bytes of a line, its end not counted (RFC 6350, 3.2)."""

_LINE_BREAK = re.compile(r"\r\n|[\r\n\u2028\u2029]")
_QUOTED_SIGNS = re.compile(r"[:;,]")


@dataclass(frozen=True, slots=True)
class Property:
    """One thing that a card says."""

    name: str
    """Such as ``FN``, in capitals."""
    value: str
    """As it stands on the line: made by ``write_text``, ``write_component`` or ``write_uri``."""
    parameters: tuple[tuple[str, str], ...] = ()
    """Names in capitals and plain values."""


def write_card(properties: Iterable[Property]) -> str:
    r"""Return a card with ``\r\n`` after each line; a property without a value is left out.

    >>> print(write_card([Property("FN", "Anne"), Property("TITLE", "")]).replace("\r", ""))
    BEGIN:VCARD
    VERSION:4.0
    FN:Anne
    END:VCARD
    """
    said = (_write_line(each) for each in properties if each.value)
    lines = ("BEGIN:VCARD", "VERSION:4.0", *said, "END:VCARD")
    return "".join(f"{fold_line(line)}\r\n" for line in lines)


def write_text(text: str) -> str:
    r"""Return plain text as a value of its own.

    Nobody has to escape a semicolon there (RFC 6350, 3.4), and some readers show the backslash.

    >>> print(write_text("Cafés, thés;\nC:\\"))
    Cafés\, thés;\nC:\\
    """
    plain = FORBIDDEN.sub("", _LINE_BREAK.sub("\n", text))
    return plain.replace("\\", "\\\\").replace(",", "\\,").replace("\n", "\\n")


def write_component(text: str) -> str:
    r"""Return plain text as one part of a value that semicolons divide, such as ``N`` and ``ORG``.

    >>> print(write_component("Roy; Fils, Cie"))
    Roy\; Fils\, Cie
    """
    return write_text(text).replace(";", "\\;")


def write_uri(url: str) -> str:
    """Return a URI as a value; a comma, where common readers end it, is written as its code.

    >>> write_uri("https://blog.example/été,12.html")
    'https://blog.example/%C3%A9t%C3%A9%2C12.html'
    """
    return quote_url(FORBIDDEN.sub("", url)).replace(",", "%2C")


def fold_line(line: str) -> str:
    r"""Return a line in pieces of 75 bytes at the most, none of which ends within a character.

    >>> [len(piece.encode()) for piece in fold_line("NOTE:" + "é" * 50).split("\r\n")]
    [75, 31]
    """
    return "\r\n ".join(_cut(line))


def _cut(line: str) -> Iterator[str]:
    data, start, room = line.encode(), 0, LINE_OCTETS
    while len(data) - start > room:
        end = start + room
        while data[end] & 0xC0 == 0x80:  # noqa: PLR2004 -- bits of a byte that goes on with a character
            end -= 1
        yield data[start:end].decode()
        start, room = end, LINE_OCTETS - 1  # a line that goes on begins with a space
    yield data[start:].decode()


def _write_line(each: Property) -> str:
    parameters = "".join(f";{name}={_write_parameter(value)}" for name, value in each.parameters)
    return f"{each.name}{parameters}:{each.value}"


def _write_parameter(value: str) -> str:
    r"""Return the value of a parameter: signs that it cannot hold are coded, others want quotes.

    >>> _write_parameter('Le "Fil": ^'), _write_parameter("X")
    ('"Le ^\'Fil^\': ^^"', 'X')
    """
    plain = FORBIDDEN.sub("", _LINE_BREAK.sub("\n", value))
    coded = plain.replace("^", "^^").replace("\n", "^n").replace('"', "^'")
    return f'"{coded}"' if _QUOTED_SIGNS.search(coded) else coded
