"""Lines of a text that are set as quotes, between the reader that finds them and the pages that show them."""

from __future__ import annotations

import re

QUOTE = re.compile(
    r'<figure class="pull-quote"><blockquote>(?P<text>.*?)</blockquote></figure>', re.IGNORECASE | re.DOTALL
)
"""A quote in a text."""


def write_quote(html: str) -> str:
    """Return a paragraph or more as a quote in a text."""
    return f'<figure class="pull-quote"><blockquote>{html}</blockquote></figure>'
