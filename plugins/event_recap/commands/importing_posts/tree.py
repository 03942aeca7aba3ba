"""What the modules that read HTML share: where a tag stands, what it says, where its address leads."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urljoin

from ...loading.report import UnreadableError
from ...loading.urls import parse_url

if TYPE_CHECKING:
    from collections.abc import Callable

    from .found import Remarks

NOWHERE = "old-blog.invalid"
"""Host of a page of which nothing tells the address; no such host can be (RFC 2606)."""


def find_nothing(_url: str) -> str:
    """Return that an address became nothing here."""
    return ""


@dataclass(frozen=True, slots=True)
class Setting:
    """What the reading of one text depends on."""

    remarks: Remarks
    base: str = ""
    """Absolute URL from which the text's links go; empty where nothing tells."""
    first_line: int = 1
    """Line of the source on which the HTML begins, from 1; 0 where none can be told."""
    has_blank_lines: bool = False
    """Whether a blank line parts two paragraphs."""
    is_page: bool = False
    """Whether it was taken from a page or a feed, which add words of their own."""
    find_link: Callable[[str], str] = find_nothing
    """Returns the link to a text or a picture of this site that an address has become; empty for none."""

    def take_off(self, tag: Any, words: str, why: str) -> None:  # noqa: ANN401 -- a tag, as the library has it
        """Remember what a tag showed, and that it is left out."""
        self.remarks.take_off(self.find_line(tag), words, why)

    def note(self, tag: Any, what: str) -> None:  # noqa: ANN401
        """Tell what became of a tag."""
        self.remarks.note(self.find_line(tag), what)

    def find_line(self, tag: Any) -> int:  # noqa: ANN401
        """Return the line of the source on which a tag stands; 0 where nothing tells."""
        return self.first_line + (tell_place(tag) or 1) - 1 if self.first_line else 0


def tell_place(tag: Any) -> int:  # noqa: ANN401 -- a tag, as the library has it
    """Return the line of its own text on which a tag stands; 0 where nothing tells."""
    return int(tag.sourceline or 0)


def read(tag: Any, name: str) -> str:  # noqa: ANN401 -- as above
    """Return the value of an attribute; of a list of words, all of them."""
    value = tag.get(name) or ""
    return value.strip() if isinstance(value, str) else " ".join(value)


def resolve(typed: str, base: str) -> str:
    """Return an absolute URL that may be published; empty where there is none.

    >>> resolve("../focus/", "https://old.example/2010/02/"), resolve("javascript:x()", ""), resolve("/a", "")
    ('https://old.example/2010/focus/', '', '')
    """
    try:
        whole = urljoin(base, typed.strip()) if base else typed.strip()
        if not re.match(r"https?://|//", whole, re.IGNORECASE):
            return ""
        return parse_url(quote(whole, safe="%/:=&?~#+!$,;'@()*[]")).replace("*", "%2A")
    except (UnreadableError, ValueError):
        return ""
