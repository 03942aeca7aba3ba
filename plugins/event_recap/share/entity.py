"""What networks turn into links inside a text: URLs, bare domains, mentions, hashtags.

The rules are those that X publishes, as its library twitter-text 3.1.0 applies them.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TypeAlias

import regex

from ..model.handle import ACCENTED
from .tld import load_tlds

Span: TypeAlias = tuple[int, int]
"""Start and end of a part of a text, in code points."""

URL_LENGTH_MAX = 4096
"""Code points; X takes nothing longer for a URL."""

LABEL_LENGTH_MAX = 63
"""Octets of one label of a domain in its ASCII form (RFC 1035)."""

_SPACES = r"\x09-\x0D\x20\x85\xA0\u1680\u180E\u2000-\u200A\u2028\u2029\u202F\u205F\u3000"
_NEVER = r"\uFFFE\uFEFF\uFFFF"
_MARKS = r"\u202A-\u202E\u061C\u200E\u200F\u2066-\u2069"
_LABEL = rf"[^!'#%&()*+,\\\-./:;<=>?@\[\]\^_{{|}}~${_SPACES}{_NEVER}{_MARKS}]"
_TLD = r"(?:(?i:\L<tlds>)(?![0-9A-Za-z@+\-])|(?i:xn--)[\-0-9A-Za-z]+)"
# Possessive repeats: a label ends at a full stop or not at all, so long words cost no time; a domain
# has at most 127 labels (RFC 1035).
_SUBDOMAIN = rf"{_LABEL}(?:{_LABEL}|[_\-])*+(?<={_LABEL})"
_DOMAIN = rf"(?:{_SUBDOMAIN}\.){{0,126}}{_LABEL}(?:{_LABEL}|-)*+(?<={_LABEL})\.{_TLD}"
_IN_PATH = rf"[A-Za-z\u0400-\u04FF0-9!*';:=+,.$/%#\[\]\-\u2013_~@|&{ACCENTED}]"
_ENDS_PATH = rf"[+\-A-Za-z\u0400-\u04FF0-9=_#/{ACCENTED}]"
_BRACKETS = rf"\((?:{_IN_PATH}+|{_IN_PATH}*\({_IN_PATH}+\){_IN_PATH}*)\)"
_PATH = rf"/(?:(?:{_IN_PATH}|{_BRACKETS})*(?:{_ENDS_PATH}|{_BRACKETS}))?"
_QUERY = r"\?[A-Za-z0-9!?*'@();:&=+$/%#\[\]\-_.,~|]*[A-Za-z0-9\-_&=#/]"
# Letters, marks and digits of any script, and the joiners that hashtags may hold.
_WORD = r"\p{L}\p{M}\p{Nd}_\u200C\u200D\xB7"
# Most posts have one address, of this form, between spaces: none of the rules above, which take long to make,
# is needed to find its end.
_PLAIN_URL = re.compile(
    r"https?://((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,9}[a-z]{2,63})(?:/(?:[\w/%-]*[\w/-])?)?",
    re.ASCII,
)
_PASSAGE = re.compile(r"[^ \n]+")
_DOT_WITHIN = re.compile(r"\.\w")
_TAG_OR_HANDLE = regex.compile(rf"[{_WORD}.+\-]*[@\uFF20][{_WORD}.@\-]+|[#\uFF03][{_WORD}]+")


@cache
def _url_pattern() -> regex.Pattern[str]:
    # The library sees a character beyond U+FFFF as two: a bare domain may start between them.
    # The last line steps over a row of labels without a known ending, which is read only once.
    return regex.compile(
        rf"(?:(?P<before>[^A-Za-z0-9@\uFF20$#\uFF03{_NEVER}])|^|(?=[\U00010000-\U0010FFFF]))"
        rf"(?:(?P<url>(?P<scheme>(?i:https?)://)?(?P<domain>{_DOMAIN})(?::[0-9]+)?"
        rf"(?P<path>{_PATH})?(?:{_QUERY})?)"
        rf"|{_SUBDOMAIN}(?:\.{_SUBDOMAIN})*(?=\.))",
        tlds=load_tlds(),
    )


@cache
def _bare_domain_pattern() -> regex.Pattern[str]:
    return regex.compile(rf"(?:[\-A-Za-z0-9{ACCENTED}]+\.)+{_TLD}", tlds=load_tlds())


def find_urls(text: str) -> Iterator[Span]:
    """Find what X makes a link of, in order: URLs, and bare domains with a known ending.

    A full stop without a space behind it is a trap of French, which has many short words that
    are also the name of a country:

    >>> text = "Voici la fin.Et voilà."
    >>> [text[start:end] for start, end in find_urls(text)]
    ['fin.Et']
    """
    if (plain := _find_plain_urls(text)) is not None:
        yield from plain
        return
    for match in _url_pattern().finditer(text):
        if not match["url"] or not _is_resolvable(match):
            continue
        if match["scheme"]:
            yield match.span("url")
        elif (match["before"] or " ") not in "-_./":
            yield from _bare_domains(match)


def find_unbreakable(text: str) -> Iterator[Span]:
    """Find the parts of a text that lose their sense when they are cut: URLs, tags, handles.

    E-mail addresses are among them. The spans may overlap.
    """
    yield from find_urls(text)
    for match in _TAG_OR_HANDLE.finditer(text):
        yield match.span()


def _find_plain_urls(text: str) -> list[Span] | None:
    """Return what all rules would find; None where something else has a dot that may be that of a domain."""
    spans, tlds = [], load_tlds()
    for passage in _PASSAGE.finditer(text):
        if not _DOT_WITHIN.search(passage[0]):
            continue
        if len(passage[0]) > URL_LENGTH_MAX or not (found := _PLAIN_URL.fullmatch(passage[0])):
            return None
        _, *labels, last = found[1].split(".")
        if last in tlds:
            spans.append(passage.span())
        elif any(label in tlds or label.startswith("xn--") for label in labels):
            return None  # the domain may end before
    return spans


def _is_resolvable(match: regex.Match[str]) -> bool:
    labels = match["domain"].split(".")
    return (
        len(match["url"]) <= URL_LENGTH_MAX
        and max(_ascii_length(label) for label in labels) <= LABEL_LENGTH_MAX
    )


def _ascii_length(label: str) -> int:
    return len(label) if label.isascii() else len("xn--") + len(label.encode("punycode"))


def _bare_domains(match: regex.Match[str]) -> Iterator[Span]:
    """Find the domains of Latin letters in a match without scheme; the last one has the path."""
    start, end = match.span("domain")
    spans = [found.span() for found in _bare_domain_pattern().finditer(match.string, start, end)]
    if spans and match["path"]:
        spans[-1] = (spans[-1][0], match.end("url") - (end - spans[-1][1]))
    yield from spans
