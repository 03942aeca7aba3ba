"""Lines of a text that are set as quotes: the author's ``[quote]`` before a paragraph."""

from __future__ import annotations

import re

from ..views.quotes import write_quote

_LINE = r"\[quote\]"
_PARAGRAPH = r"(?:(?!</?(?:p|blockquote)\b).)+?"
_FIRST_LINE = re.compile(
    rf"<p>\s*{_LINE}(?:\s|<br\s*/?>)+(?P<text>{_PARAGRAPH})\s*</p>", re.IGNORECASE | re.DOTALL
)
_BEFORE = re.compile(
    rf"<p>\s*{_LINE}\s*</p>\s*(?:(?P<paragraph><p>{_PARAGRAPH}</p>)"
    r"|<blockquote>\s*(?P<quoted>(?:(?!</?blockquote\b).)+?)\s*</blockquote>)",
    re.IGNORECASE | re.DOTALL,
)
_ALONE = re.compile(rf"<p>\s*{_LINE}\s*</p>\n?", re.IGNORECASE)
_NO_PROSE = re.compile(r"<(?P<tag>code|pre)\b.*?</(?P=tag)>|<[^>]*>", re.IGNORECASE | re.DOTALL)


def mark_quotes(html: str) -> str:
    r"""Return HTML in which what follows a line ``[quote]`` is a quote: a paragraph, or Markdown's own quote.

    >>> mark_quotes("<p>[quote]\nWe came for the coffee.</p>")
    '<figure class="pull-quote"><blockquote><p>We came for the coffee.</p></blockquote></figure>'
    """
    if "[quote]" not in html.lower():
        return html
    marked = _FIRST_LINE.sub(lambda found: write_quote(f"<p>{found['text']}</p>"), html)
    return _BEFORE.sub(lambda found: write_quote(found["paragraph"] or found["quoted"]), marked)


def has_lone_mark(html: str) -> bool:
    """Tell whether a line ``[quote]`` has nothing after it that could be a quote."""
    return _ALONE.search(html) is not None


def has_stray_mark(html: str) -> bool:
    """Tell whether readers see ``[quote]`` in the middle of a paragraph, where it makes no quote.

    >>> has_stray_mark("<p>Un [quote] mot.</p>"), has_stray_mark("<p>Un <code>[quote]</code>.</p>")
    (True, False)
    """
    return "[quote]" in html.lower() and "[quote]" in _NO_PROSE.sub("", drop_lone_marks(html)).lower()


def drop_lone_marks(html: str) -> str:
    """Return HTML without lines ``[quote]`` that make no quote."""
    return _ALONE.sub("", html)
