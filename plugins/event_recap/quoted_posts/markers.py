"""The lines of a text that say which post stands there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..errors import Place

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

_MARK = r"\[post[ \t]+([^\[\]<>\s]+)[ \t]*\]"
_LINES = re.compile(rf"<p>\s*(?:{_MARK}\s*(?:<br ?/?>\s*)?)+</p>", re.IGNORECASE)
_ONE = re.compile(_MARK, re.IGNORECASE)
_NO_PROSE = re.compile(r"<(?P<tag>code|pre)\b.*?</(?P=tag)>|<[^>]*>", re.IGNORECASE | re.DOTALL)
_TYPED = re.compile(rf"[ ]{{0,3}}{_MARK}\s*", re.IGNORECASE)


def replace_markers(html: str, replace: Callable[[str], str]) -> str:
    r"""Return a text with something in the place of each line ``[post id]``, as Markdown writes it.

    >>> replace_markers("<p>[post un]\n[post deux]</p><p>No [post un]</p>", "<b>{}</b>".format)
    '<b>un</b>\n<b>deux</b><p>No [post un]</p>'
    """
    return _LINES.sub(lambda found: "\n".join(map(replace, _ONE.findall(found[0]))), html)


def find_strays(html: str) -> tuple[str, ...]:
    """Return each id of a mark that readers see, since it stands in the middle of a paragraph.

    >>> find_strays("<p>Vu [post un], <code>[post deux]</code></p>")
    ('un',)
    """
    return tuple(dict.fromkeys(_ONE.findall(_NO_PROSE.sub("", html))))


def find_lines(path: Path, source: str, word: str, *, is_stray: bool = False) -> Iterator[Place]:
    """Yield where in a file a line names a post; where none is found, the file.

    Args:
        path: The file.
        source: Its name as the author reads it.
        word: The id as typed.
        is_stray: Whether it stands inside a paragraph.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
    except OSError:
        lines = []
    numbers = [
        number
        for number, line in enumerate(lines, 1)
        if word.casefold() in map(str.casefold, _ONE.findall(line))
        and (not _stands_apart(lines, number) if is_stray else _TYPED.fullmatch(line))
    ]
    yield from (Place(source, number) for number in numbers or [0])


def _stands_apart(lines: list[str], number: int) -> bool:
    """Tell whether a line is nothing but a mark, and touches nothing but others."""
    near = lines[max(number - 2, 0) : number + 1]
    return all(not line.strip() or _TYPED.fullmatch(line) for line in near)
