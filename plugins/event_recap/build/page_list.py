"""The pages that readers can find, in a file of the site itself: the next publication is compared with it.

It lies at the host beside the pages, so that a machine that builds and keeps nothing knows what is online. It
names neither drafts nor pages at former addresses, nobody who asked search engines to stay away, and
nothing that is no longer there.
"""

from __future__ import annotations

import re
from hashlib import file_digest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Container, Iterator, Mapping
    from pathlib import Path

PAGES_NAME = "published.txt"
"""Name of the file, in the folder of the site."""
DIGITS = 16
"""Hexadecimal digits by which two versions of a page are told apart."""
_LINE = re.compile(rf"([0-9a-f]{{{DIGITS}}}) (\S.*)")


def write_page_list(folder: Path, unlisted: Container[str]) -> None:
    """Write the list of a site.

    Args:
        folder: Of the site.
        unlisted: Paths below it of pages that readers do not find: drafts, hidden texts, former addresses.
    """
    (folder / PAGES_NAME).write_text(render_page_list(dict(_find_pages(folder, unlisted))), encoding="utf-8")


def render_page_list(pages: Mapping[str, str]) -> str:
    """Return the text of the list."""
    return "".join(f"{digits} {name}\n" for name, digits in sorted(pages.items()))


def read_page_list(text: str) -> dict[str, str]:
    """Return the digits of each page by its path; what is no line of such a list is passed over.

    >>> read_page_list("0123456789abcdef index.html")
    {'index.html': '0123456789abcdef'}
    """
    found = (_LINE.fullmatch(line) for line in text.splitlines())
    return {line[2]: line[1] for line in found if line}


def _find_pages(folder: Path, unlisted: Container[str]) -> Iterator[tuple[str, str]]:
    for path in folder.rglob("*.html"):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and not path.is_symlink() and name not in unlisted:
            with path.open("rb") as stream:
                yield name, file_digest(stream, "sha256").hexdigest()[:DIGITS]
