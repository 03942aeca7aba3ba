"""Plain text in XML that no reader takes for markup."""

from __future__ import annotations

import re

# What readers take for HTML, and what the validator of the W3C warns of, wherever it stands.
_TELLTALE = re.compile(r"</\w+>|<[^<>\s]+@[^<>\s]+>")
_QUOTES = str.maketrans(
    {
        "<": "\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}",
        ">": "\N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK}",
    }
)
_ELEMENT = re.compile(
    rb"(<(?:title|subtitle|description|category|copyright|rights|name"
    rb'|dc:creator|dc:contributor|media:description type="plain"|source url="[^"]*")>)([^<]*)'
)
_LABEL = re.compile(rb'( label=")([^"]*)')


def guard_markup(text: str) -> str:
    r"""Return a text of which readers show every word, whether they take it for text or for HTML.

    >>> ascii(guard_markup("Closing </body> early")), guard_markup("1 < 2")
    ("'Closing \\u2039/body\\u203a early'", '1 < 2')
    """
    return text.translate(_QUOTES) if _TELLTALE.search(text) else text


def write_references(xml: bytes) -> bytes:
    """Write ``&`` and ``<`` in plain text as the RSS Best Practices Profile wants them, and validators read.

    >>> write_references(b"<title>R&amp;D &lt;3</title>")
    b'<title>R&#x26;D &#x3C;3</title>'
    """
    return _LABEL.sub(_replace_references, _ELEMENT.sub(_replace_references, xml))


def _replace_references(match: re.Match[bytes]) -> bytes:
    """Return what is before the text as it is, and the text with hexadecimal references."""
    return match[1] + match[2].replace(b"&amp;", b"&#x26;").replace(b"&lt;", b"&#x3C;")
