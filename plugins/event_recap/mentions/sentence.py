"""The sentence of a text in which somebody is mentioned."""

from __future__ import annotations

import re

from ..rendering import strip_html
from ..views.mention_cards import LINK

LONGEST = 240
"""Characters of a sentence that are shown; of a longer one, those around the mention."""

# Private to one text: no author types it, and nothing that is made of a text keeps it.
_BEGIN, _END = "\ue000", "\ue001"
_MARKED = re.compile(rf"{_BEGIN}([a-z0-9_-]+){_BEGIN}(.*?){_END}", re.DOTALL)
_BLOCK_EDGE = re.compile(
    r"</?(?:address|article|aside|blockquote|br|caption|dd|details|div|dl|dt|figcaption|figure|footer|h[1-6]"
    r"|header|hr|li|main|ol|p|pre|section|table|td|th|tr|ul)\b[^>]*>",
    re.IGNORECASE,
)
_SENTENCE_EDGE = re.compile(
    r"(?<!\b[A-Z])(?<!\bM)(?<!\bMr)(?<!\bDr)(?<!\bMme)(?<!\bMrs)[.!?…]+[\s\xa0\u202f]*[»”\"’)]*\s+"
    rf"(?=[«“\"(\[—–-]*[\s\xa0\u202f]*(?:{_BEGIN}|[^\W_a-zß-öø-ÿ]))"
)


def find_sentences(html: str) -> dict[str, str]:
    """Return the first sentence that mentions each person, as plain text, by id.

    Args:
        html: A text with its mentions resolved: what may not be shown is in it no more.

    >>> link = '<a class="mention" href="{filename}/@person/anne">@anne</a>'
    >>> find_sentences(f"<p>We sat. Then {link} sang. Ah!</p>")
    {'anne': 'Then @anne sang.'}
    """
    sentences: dict[str, str] = {}
    if not LINK.search(html):
        return sentences
    marked = LINK.sub(rf"{_BEGIN}\1{_BEGIN}\2{_END}", html.replace(_BEGIN, "").replace(_END, ""))
    for block in _BLOCK_EDGE.split(marked):
        if _BEGIN not in block:
            continue
        text = strip_html(block)
        for mention in _MARKED.finditer(text):
            if mention[1] not in sentences:
                sentences[mention[1]] = _cut(text, mention)
    return sentences


def _cut(text: str, mention: re.Match[str]) -> str:
    """Return the sentence around a mention."""
    edges = [0, *(edge.end() for edge in _SENTENCE_EDGE.finditer(text)), len(text)]
    start = max(edge for edge in edges if edge <= mention.start())
    end = min(edge for edge in edges if edge >= mention.end())
    before = _MARKED.sub(r"\2", text[start : mention.start()])
    after = _MARKED.sub(r"\2", text[mention.end() : end])
    spare = max(0, LONGEST - len(mention[2])) // 2
    if len(before) + len(after) > 2 * spare:
        before, after = _shorten(before, spare, is_end=True), _shorten(after, spare, is_end=False)
    return f"{before}{mention[2]}{after}".strip()


def _shorten(text: str, most: int, *, is_end: bool) -> str:
    """Return the words of a text that are nearest to the mention."""
    if len(text) <= most:
        return text
    if is_end:
        return "… " + text[-most:].partition(" ")[2]
    return text[:most].rpartition(" ")[0].rstrip(" ,;:–—") + " …"
