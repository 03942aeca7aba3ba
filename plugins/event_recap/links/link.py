"""Links in the HTML of a text, before Pelican resolves its own."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import escape, unescape
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from urllib.parse import SplitResult

TAG = re.compile(r"""<(?P<tag>[a-zA-Z][\w-]*)\b(?:[^>"']|"[^"]*"|'[^']*')*>""")
"""A tag as a browser reads it: ``>`` may stand inside a value."""
ATTRIBUTE = re.compile(
    r"""(?P<before>\s(?P<name>href|src|poster|cite)\s*=\s*)(?P<quote>["'])(?P<url>.*?)(?P=quote)""",
    re.IGNORECASE | re.DOTALL,
)
BACKLINK = re.compile(r'(?<=title=")Jump back to footnote (?P<number>[^" ]*) in the text(?=")')
"""What Markdown calls the way back from a footnote, in English whatever the text's language is."""
INDICATOR = re.compile(r"[{|](?P<what>filename|static|attach)[}|](?P<target>.*)", re.DOTALL)
"""Pelican's links into the content folder, in today's and in its former spelling."""


@dataclass(frozen=True, slots=True)
class Link:
    """One link of a text."""

    tag: str
    """Element, lower case."""
    url: str
    """As it stands in the attribute, entities decoded."""

    @property
    def what(self) -> str:
        """``filename``, ``static`` or ``attach``; empty for a link without Pelican's braces."""
        found = INDICATOR.fullmatch(self.url)
        return found["what"] if found else ""

    @property
    def target(self) -> str:
        """Path that is meant, decoded and without query or fragment.

        >>> Link("img", "{static}/images/a%20b.jpg?x#y").target
        '/images/a b.jpg'
        """
        found = INDICATOR.fullmatch(self.url)
        parts = _split(found["target"] if found else self.url)
        # No file has this character in its name, and no function of the system takes it.
        return unquote(parts.path).replace("\0", "\N{REPLACEMENT CHARACTER}") if parts else ""

    @property
    def is_relative(self) -> bool:
        """Tell whether the link is a plain path that starts from the text's own folder.

        >>> Link("img", "photo.jpg").is_relative, Link("a", "#fn:1").is_relative, Link("a", "/x/").is_relative
        (True, False, False)
        """
        parts = _split(self.url)
        if parts is None or self.url.startswith(("/", "{", "|")):
            return False
        return bool(parts.path) and not parts.scheme and not parts.netloc


def find_links(html: str) -> Iterator[Link]:
    """Yield every link of an HTML text, in its order.

    >>> [link.url for link in find_links('<a href="b/">src="c"</a> <img src="a.jpg">')]
    ['b/', 'a.jpg']
    """
    for tag in TAG.finditer(html):
        for attribute in ATTRIBUTE.finditer(tag[0]):
            yield Link(tag["tag"].lower(), unescape(attribute["url"]))


def rewrite_links(html: str, rewrite: Callable[[Link], str]) -> str:
    """Return HTML with the address of each link replaced by what a function returns for it.

    Only attributes of tags are looked at, so that code which shows a link stays as it is.

    >>> rewrite_links('<img src="a.jpg"> src="a.jpg"', lambda link: "b.jpg")
    '<img src="b.jpg"> src="a.jpg"'
    """

    def rewrite_tag(tag: re.Match[str]) -> str:
        if "=" not in tag[0]:
            return tag[0]

        def rewrite_attribute(attribute: re.Match[str]) -> str:
            link = Link(tag["tag"].lower(), unescape(attribute["url"]))
            new = rewrite(link)
            value = attribute["url"] if new == link.url else escape(new)
            return f"{attribute['before']}{attribute['quote']}{value}{attribute['quote']}"

        return ATTRIBUTE.sub(rewrite_attribute, tag[0])

    return TAG.sub(rewrite_tag, html)


def name_backlinks(html: str, name: str) -> str:
    """Return HTML in which the way back from a footnote has a name in the text's language.

    Args:
        html: A text as Markdown writes it.
        name: Plain text with ``{number}`` for that of the footnote.

    >>> name_backlinks('<a title="Jump back to footnote 1 in the text">', "Retour à la note {number}")
    '<a title="Retour à la note 1">'
    """
    return BACKLINK.sub(lambda found: escape(name.replace("{number}", found["number"])), html)


def _split(url: str) -> SplitResult | None:
    """Return the parts of a URL, or None where it is none, such as ``//[``."""
    try:
        return urlsplit(url)
    except ValueError:
        return None
