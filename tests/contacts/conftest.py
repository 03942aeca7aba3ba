"""A reader of contact cards that takes RFC 6350 at its word, and refuses everything else."""

from __future__ import annotations

import re

import pytest

ONCE = {"VERSION", "PRODID", "UID", "KIND", "N", "LANGUAGE"}
MANY = {"FN", "SOURCE", "ORG", "TITLE", "URL", "SOCIALPROFILE", "PHOTO", "NOTE"}
URI = {"UID", "SOURCE", "URL", "SOCIALPROFILE", "PHOTO"}
COMPOUND = {"N", "ORG"}

CHARACTER = r"[\t\x20-\x7e\x80-\U0010ffff]"
PARAMETER = rf';([A-Z-]+)=("(?:(?!["]){CHARACTER})*"|(?:(?![":;,]){CHARACTER})*)'
LINE = re.compile(rf"(?P<name>[A-Z-]+)(?P<parameters>(?:{PARAMETER})*):(?P<value>{CHARACTER}*)")
URI_FORM = re.compile(r"[a-z][a-z0-9+.-]*:(?:[A-Za-z0-9._~:/?#\[\]@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})+")
PART = re.compile(r"(?:^|;)((?:[^\\;]|\\.)*)")
ESCAPE = re.compile(r"\\(.)")
DECODED = {"n": "\n", "N": "\n"}


def unescape(value):
    """Return a value of text as its reader sees it; a backslash that begins nothing is a fault."""
    assert not re.search(r"\\(?![\\,;nN])", ESCAPE.sub("", value))
    return ESCAPE.sub(lambda found: DECODED.get(found[1], found[1]), value)


def decode_parameter(value):
    """Return the value of a parameter without quotes and codes (RFC 6868)."""
    return re.sub(r"\^(['n^])", lambda found: {"'": '"', "n": "\n", "^": "^"}[found[1]], value.strip('"'))


def read_value(name, value):
    """Return an address, a text, or the parts of a value that semicolons divide."""
    if name in URI:
        assert URI_FORM.fullmatch(value), value
        return value
    if name in COMPOUND:
        return [unescape(part) for part in PART.findall(value)]
    assert not re.search(r"(?<!\\)(?:\\\\)*,", value), value
    return unescape(value)


def read_lines(text):
    """Return the lines of a file as they were before folding, after a look at their ends and lengths."""
    assert text.endswith("\r\n")
    pieces = text.removesuffix("\r\n").split("\r\n")
    assert max(len(piece.encode()) for piece in pieces) <= 75
    assert "\r" not in "".join(pieces)
    assert "\n" not in "".join(pieces)
    return text.removesuffix("\r\n").replace("\r\n ", "").split("\r\n")


def read_card(text):
    """Return (name, value, parameters) of each line of one card."""
    first, version, *lines, last = read_lines(text)
    assert (first, version, last) == ("BEGIN:VCARD", "VERSION:4.0", "END:VCARD")
    found = [LINE.fullmatch(line) for line in lines]
    assert all(found), lines
    names = [line["name"] for line in found]
    assert set(names) <= ONCE | MANY
    assert not [name for name in names if name in ONCE and names.count(name) > 1]
    return [
        (
            line["name"],
            read_value(line["name"], line["value"]),
            {name: decode_parameter(value) for name, value in re.findall(PARAMETER, line["parameters"])},
        )
        for line in found
    ]


@pytest.fixture(name="read_card", scope="session")
def fixture_read_card():
    """Return what reads a card, or fails where it is not vCard 4.0."""
    return read_card
