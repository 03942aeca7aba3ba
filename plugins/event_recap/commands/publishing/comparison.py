"""What a publication changes for readers: pages, and how many people are no longer shown."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping
    from pathlib import Path

MOST_NAMED = 15
"""Pages of each kind that are named; the rest is counted."""
_CANONICAL = re.compile(r"""<link rel="canonical" href="([^"]*)">""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What differs between what is online and what will be; paths below the site, sorted."""

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    moved: tuple[tuple[str, str], ...] = ()
    """Former address and that of today."""
    removed: tuple[str, ...] = ()
    """Pages that are gone without a redirect, and whose address names nobody."""
    removed_unnamed: int = 0
    """Other pages that are gone: their address may name somebody who may not be named."""
    people_shown: tuple[str, ...] = ()
    """Addresses of people who have a page now."""
    people_gone: int = 0
    """People who had a page and have none."""

    @property
    def is_empty(self) -> bool:
        """Whether nothing differs."""
        return self == Comparison()


@dataclass(frozen=True, slots=True)
class Shape:
    """Which addresses are of people, and which may not be named."""

    person: str
    """Pelican's ``PERSON_SAVE_AS``."""
    pair: str
    """Ours, ``PAIR_SAVE_AS``; empty for none."""
    is_telling: Callable[[str], bool]
    """Whether an address names somebody who may not be named."""
    author: str = ""
    """Pelican's ``AUTHOR_SAVE_AS``; empty for none."""

    def is_author(self, path: str) -> bool:
        """Tell whether a file is the page of an author; where it is gone, nobody knows them any more."""
        return bool(self.author) and bool(_build_pattern(self.author).fullmatch(path))

    def is_person(self, path: str) -> bool:
        """Tell whether a file is the page of one person."""
        return bool(_build_pattern(self.person).fullmatch(path))

    def is_pair(self, path: str) -> bool:
        """Tell whether a file is the page of two people."""
        return bool(self.pair) and bool(_build_pattern(self.pair).fullmatch(path))


def compare(before: Mapping[str, str], after: Mapping[str, str], output: Path, shape: Shape) -> Comparison:
    """Return what a publication changes.

    Args:
        before: What is online: digits of each page by its file.
        after: The same of what will be.
        output: Folder of the new site, in which pages at former addresses lead on.
        shape: Which addresses may be named.
    """
    new = sorted(after.keys() - before.keys())
    gone = sorted(before.keys() - after.keys())
    moved = {path: target for path in gone if (target := _find_target(output / path))}
    lost = [path for path in gone if path not in moved]
    of_people = [path for path in lost if shape.is_person(path)]
    others = [path for path in lost if not shape.is_person(path) and not shape.is_pair(path)]
    named = [path for path in others if not shape.is_telling(path) and not shape.is_author(path)]
    return Comparison(
        added=tuple(_shorten(path) for path in new if not shape.is_person(path) and not shape.is_pair(path)),
        changed=tuple(
            _shorten(path) for path in sorted(after) if before.get(path, after[path]) != after[path]
        ),
        moved=tuple((_shorten(path), target) for path, target in moved.items()),
        removed=tuple(map(_shorten, named)),
        removed_unnamed=len(others) - len(named),
        people_shown=tuple(_shorten(path) for path in new if shape.is_person(path)),
        people_gone=len(of_people),
    )


def describe(comparison: Comparison) -> str:
    """Return what an author reads of it."""
    if comparison.is_empty:
        return "no page has changed since the last publication\n"
    moved = [f"{old} -> {new}" for old, new in comparison.moved]
    lines = [
        *_list("added", comparison.added),
        *_list("changed", comparison.changed),
        *_list("moved", moved),
        *_list("removed, and nothing leads on from there", comparison.removed),
    ]
    if comparison.removed_unnamed:
        lines.append(f"removed: {_count(comparison.removed_unnamed, 'page')} more, not named here")
    lines += _list("people shown now", comparison.people_shown)
    if comparison.people_gone:
        verb = "has" if comparison.people_gone == 1 else "have"
        people = "1 person" if comparison.people_gone == 1 else f"{comparison.people_gone} people"
        lines.append(f"people no longer shown: {people} {verb} no page any more")
    if comparison.people_gone and comparison.people_shown:
        lines.append("  whoever has another id only: 'moved_from: [the former id]' in their file leads on")
    if comparison.removed:
        lines.append("  to lead readers on: 'redirect_from: /…/' in the text that takes the place of a page")
    return "".join(f"{line}\n" for line in ("since the last publication:", *lines))


def _list(what: str, paths: Iterable[str]) -> list[str]:
    named = list(paths)
    lines = [f"{what}: {path}" for path in named[:MOST_NAMED]]
    return [*lines, f"{what}: {len(named) - MOST_NAMED} more"] if len(named) > MOST_NAMED else lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'s' if number > 1 else ''}"


def _shorten(path: str) -> str:
    """Return the address of a page of the site.

    >>> _shorten("recaps/focus-20/index.html"), _shorten("index.html"), _shorten("404.html")
    ('/recaps/focus-20/', '/', '/404.html')
    """
    return "/" + re.sub(r"(^|(?<=/))index\.html$", "", path)


def _find_target(page: Path) -> str:
    """Return the path to which a page at a former address leads; empty where there is none."""
    found = _CANONICAL.search(page.read_text(encoding="utf-8", errors="replace")) if page.is_file() else None
    return urlsplit(unescape(found[1])).path if found else ""


def _build_pattern(save_as: str) -> re.Pattern[str]:
    parts = re.split(r"\{\w+\}", save_as)
    return re.compile("[^/]+".join(map(re.escape, parts)))
