"""Mentions of one person become mentions of another; code, addresses and all other words stay."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ...model.handle import find_handles
from ...model.identity import build_id
from ...model.mention import NAMED

_CODE = re.compile(
    r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)|(?P<ticks>`+)(?!`).+?(?<!`)(?P=ticks)(?!`)"
    r"|<(?P<tag>code|pre)\b.*?</(?P=tag)>",
    re.DOTALL | re.MULTILINE | re.IGNORECASE,
)
"""Where a mention is shown and not meant."""
_HEAD = re.compile(r"\A\ufeff?---\s*\n.*?^(?:---|\.\.\.)\s*$", re.DOTALL | re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Renaming:
    """Which mentions are rewritten, and as what."""

    former_ids: frozenset[str]
    """Ids whose links and mentions are of the person who went into another."""
    handles: frozenset[str]
    """Handles, lower case and without ``@``, that nobody would know any more."""
    names: frozenset[str]
    """Names of that person, as the ids they make."""
    kept_id: str
    kept_name: str


def rename_mentions(text: str, renaming: Renaming) -> str:
    """Return a text in which each mention of one person is one of another."""
    closed = [found.span() for pattern in (_HEAD, _CODE) for found in pattern.finditer(text)]
    pieces: list[tuple[int, int, str]] = [
        (handle.start, handle.end, f"@{renaming.kept_id}")
        for handle in find_handles(text)
        if handle.name.casefold() in renaming.former_ids | renaming.handles
    ]
    pieces += [
        (*found.span("target"), renaming.kept_name)
        for found in NAMED.finditer(text)
        if build_id(found["target"]) in renaming.former_ids | renaming.names
    ]
    for start, end, words in sorted(pieces, reverse=True):
        if not any(first <= start < last for first, last in closed):
            text = text[:start] + words + text[end:]
    return text


def rename_links(text: str, renaming: Renaming) -> str:
    """Return a text whose links to the page or the file of one person lead to those of another."""
    for former_id in renaming.former_ids:
        typed = re.escape(former_id)
        text = re.sub(rf"(?<=/@person/){typed}(?![\w-])", renaming.kept_id, text)
        text = re.sub(rf"(?<=people/){typed}(?=\.ya?ml\b)", renaming.kept_id, text)
    return text
