"""From the many files of a style sheet, one for each component, to the one that a page asks for."""

from __future__ import annotations

import posixpath
import re
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_IMPORT = re.compile(r"""^@import (?:url\()?(["'])(?!\w+:|/)([^"']+)\1\)?;""", re.MULTILINE)
_ADDRESS = re.compile(r"""url\((["'])(?!\w+:|/|#)([^"']+)\1\)""")
_STRING = r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'"""
# In this order: what is kept as it is, comments, signs that need no room around them, more than one space.
_PIECE = re.compile(rf"""({_STRING})|/\*.*?\*/|\s*([{{}};,])\s*|[^\S ]\s*| \s+""", re.DOTALL)


def bundle_styles(main: Path) -> str:
    """Return a style sheet with all that it imports in the place of each import, without comments.

    A file that is imported and not there is left out, as a browser does. Addresses of typefaces and
    pictures are read from the folder of ``main``, wherever below it the file that names them lies.
    """
    return squeeze("".join(_read(main, main.parent)))


def list_parts(main: Path) -> set[Path]:
    """Return the files that a style sheet imports, and those that they import."""
    return set(_find_parts(main, main.parent)) - {main}


def may_stand_in_page(css: str) -> bool:
    """Tell whether styles mean the same in any page: they name no file, and do not end their element.

    >>> may_stand_in_page("a{color: red}"), may_stand_in_page('a{background: url("b.png")}')
    (True, False)
    """
    return not any(sign in css.casefold() for sign in ("url(", "@import", "</"))


def squeeze(css: str) -> str:
    """Return a style sheet without comments and needless room.

    >>> squeeze('/* Red. */ p > a:hover,  b { content: "a;  b" ; margin: 0 -1px }')
    'p > a:hover,b{content: "a;  b";margin: 0 -1px}'
    """
    return _PIECE.sub(_keep, css).strip()


def _keep(piece: re.Match[str]) -> str:
    text, sign = piece.groups()
    return text or sign or ("" if piece[0].startswith("/*") else " ")


def _find_parts(file: Path, home: Path) -> Iterator[Path]:
    """Yield a file and all that it imports."""
    yield file
    folder = file.parent.relative_to(home).as_posix()
    for found in _IMPORT.finditer(file.read_text(encoding="utf-8")):
        part = _locate(found[2], folder, home)
        if part.is_file():
            yield from _find_parts(part, home)


def _locate(address: str, folder: str, home: Path) -> Path:
    return home / posixpath.normpath(posixpath.join(folder, address))


def _read(file: Path, home: Path) -> Iterator[str]:
    """Yield the text of a file, the imported ones each in its place."""
    folder = file.parent.relative_to(home).as_posix()
    css, end = file.read_text(encoding="utf-8"), 0
    for found in _IMPORT.finditer(css):
        yield _move(css[end : found.start()], folder)
        end = found.end()
        part = _locate(found[2], folder, home)
        if part.is_file():
            yield from _read(part, home)
    yield _move(css[end:], folder)


def _move(css: str, folder: str) -> str:
    """Have addresses of a file in a folder read from the folder above."""
    return _ADDRESS.sub(lambda found: f'url("{posixpath.normpath(posixpath.join(folder, found[2]))}")', css)
