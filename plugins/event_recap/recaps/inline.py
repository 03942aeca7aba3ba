"""Markdown's inline patterns, each asked only where a text has a sign without which it finds nothing.

Python-Markdown looks for some fifteen patterns in every paragraph, in most of which there is nothing to be
found. The HTML is the same; a pattern that is not known here is always asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markdown import inlinepatterns as patterns
from markdown.treeprocessors import InlineProcessor
from markdown.util import AtomicString

from ..mention_syntax import START

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_SIGNS = {
    patterns.BACKTICK_RE: ("`",),
    patterns.ESCAPE_RE: ("\\",),
    patterns.LINK_RE: ("[",),
    patterns.IMAGE_LINK_RE: ("![",),
    patterns.AUTOLINK_RE: ("<",),
    patterns.AUTOMAIL_RE: ("<",),
    patterns.HTML_RE: ("<",),
    patterns.ENTITY_RE: ("&",),
    patterns.LINE_BREAK_RE: ("  \n",),
    r"\[\^([^\]]*)\]": ("[^",),
    r"\*|_": ("*", "_"),
    r"\*": ("*",),
    "_": ("_",),
    START: ("@", "\uff20", "[["),
}
"""By regular expression: signs of which one stands in every text in which it finds something."""
_ANY = ("",)
INLINE_PRIORITY = 20
"""Where Python-Markdown has it among the processors of the tree."""


class SignedInlineProcessor(InlineProcessor):
    """Markdown's own, but for the loop over the patterns."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        """Return the tree of a text with its inline elements."""
        self._signed = [(one, _SIGNS.get(getattr(one, "pattern", ""), _ANY)) for one in self.inlinePatterns]
        return super().run(tree, ancestors)

    def _InlineProcessor__handleInline(self, data: str, patternIndex: int = 0) -> str:  # noqa: N802, N803 -- Python-Markdown's
        """Return a text with placeholders for what the patterns find, from one of them on."""
        if isinstance(data, AtomicString):
            return data
        start, number, last = 0, patternIndex, len(self._signed)
        while number < last:
            pattern, signs = self._signed[number]
            has_matched = False
            for sign in signs:
                if sign in data:
                    data, has_matched, start = self._apply(pattern, data, number, start)
                    break
            if not has_matched:
                start = 0
                number += 1
        return data

    @property
    def _apply(self) -> Any:  # noqa: ANN401 -- a method that Python-Markdown keeps for itself
        return self._InlineProcessor__applyPattern  # type: ignore[attr-defined]
