"""Plain text and characters that a feed can carry."""

from __future__ import annotations

import html
import re

import nh3

# What XML 1.0 cannot carry (https://www.w3.org/TR/xml/#charsets), and what the validator of the W3C
# takes for a broken encoding: the controls after the letters, and the sign for a lost character.
_FORBIDDEN = re.compile("[^\t\n\r\u0020-\u007e\u00a0-\ud7ff\ue000-\ufffc\U00010000-\U0010ffff]")
_BLOCK = re.compile(
    r"<(?=/?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer"
    r"|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|summary|table|td|th|tr|ul)\b)",
    re.IGNORECASE,
)
_NOTE_MARK = re.compile(r'<sup id="fnref[^>]*>.*?</sup>', re.DOTALL)
# Not \s: the no-break spaces of French typography stay.
_SPACES = re.compile(r"[ \t\n\r\f]+")

UNREAD = frozenset(
    {
        "button",
        "noembed",
        "noframes",
        "noscript",
        "script",
        "select",
        "style",
        "svg",
        "template",
        "textarea",
        "title",
    }
)
"""Elements whose text is no part of what a reader reads."""


class CharacterSieve:
    r"""Keep the characters that a feed can carry, and remember what was dropped.

    >>> sieve = CharacterSieve()
    >>> sieve.keep("Caf\x0b\xe9\ud800"), sieve.describe()
    ('Café', 'U+000B, U+D800')
    """

    def __init__(self) -> None:
        self._dropped: set[str] = set()

    def keep(self, text: str) -> str:
        """Return the text without control characters, lone surrogates and non-characters."""
        kept = _FORBIDDEN.sub("", text)
        if len(kept) != len(text):
            self._dropped.update(_FORBIDDEN.findall(text))
        return kept

    def describe(self) -> str:
        """Return the code points dropped so far, in order; empty where there are none."""
        return ", ".join(f"U+{ord(character):04X}" for character in sorted(self._dropped))


def clean_text(text: str) -> str:
    r"""Return plain text on one line, of characters that a feed can carry.

    >>> clean_text(" trente\n avatars\x07 ")
    'trente avatars'
    """
    return _SPACES.sub(" ", _FORBIDDEN.sub("", text)).strip()


def strip_html(markup: str) -> str:
    r"""Return the words of HTML on one line: entities decoded, footnote marks left out.

    >>> strip_html("<p>Hier&nbsp;soir</p><p>R&amp;D &lt;3</p><script>alert(1)</script>")
    'Hier\xa0soir R&D <3'
    """
    if not {"<", "&"} & set(markup):
        return clean_text(markup)
    spaced = _BLOCK.sub(" <", _NOTE_MARK.sub("", _FORBIDDEN.sub("", markup)))
    words = nh3.clean(spaced, tags=set(), clean_content_tags=set(UNREAD))
    return clean_text(html.unescape(words))
