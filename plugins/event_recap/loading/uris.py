"""Ids of posts as authors type them: URIs of any kind, compared letter by letter."""

from __future__ import annotations

import re

from .report import UnreadableError, quote
from .urls import LONGEST_URL

EXPECTED = "expected a URI such as tag:blog.example,2010-02-03:/focus-20/ or urn:uuid:…"
_PART = r"(?:[A-Za-z0-9._~!$&'()*+,;=:@/-]|%[0-9A-Fa-f]{2})"
_WEB = re.compile(r"//[^/?#:@]+(?::\d+)?(?:[/?#].*)?")
_URI = re.compile(rf"[A-Za-z][A-Za-z0-9+.-]*:{_PART}+(?:\?(?:{_PART}|\?)*)?(?:#(?:{_PART}|\?)*)?")
_FORMS = {
    "http": _WEB,
    "https": _WEB,
    "tag": re.compile(r"[A-Za-z0-9@._-]+,\d{4}(?:-\d{2}(?:-\d{2})?)?:.*"),
    "urn": re.compile(
        r"(?!uuid:)[a-z0-9][a-z0-9-]{1,31}:.+|uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE
    ),
}
"""What follows the scheme, where its own standard says more: RFC 9110, 4151, 8141 and 9562."""


def parse_uri(text: str) -> str:
    """Return an absolute URI (RFC 3986), as it was typed.

    Raises:
        UnreadableError: It is none, or not one of its scheme.

    >>> parse_uri("tag:blog.example,2010-02-03:/focus-20/")
    'tag:blog.example,2010-02-03:/focus-20/'
    """
    scheme, _, rest = text.partition(":")
    form = _FORMS.get(scheme.lower())
    if len(text) > LONGEST_URL or not _URI.fullmatch(text) or (form and not form.fullmatch(rest)):
        what = f"{quote(text)} is no id of a post; {EXPECTED}"
        raise UnreadableError(what)
    return text
