"""What the author named, a file, a folder or an address, as the posts in it."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.encodings import read_saved
from ...loading.files import display_path, is_regular
from .feed import read_feed, read_json_feed
from .found import FoundBlog, Remarks
from .page import read_page
from .raw_text import read_raw_text
from .wordpress import is_wordpress, read_wordpress

if TYPE_CHECKING:
    from collections.abc import Iterator
    from zoneinfo import ZoneInfo

SIZE_LIMIT = 200_000_000
"""Bytes of an export; one of ten years has a tenth of it."""
PAGE_LIMIT = 10_000_000
"""Bytes of a page or a copied text."""
PAGES = (".html", ".htm", ".xhtml")
TEXTS = (".txt", ".text")
_EXPECTED = "expected an export of WordPress or a feed (.xml, .json), pages (.html) or copied texts (.txt)"


def read_source(path: Path, zone: ZoneInfo) -> tuple[FoundBlog, ...]:
    """Return what the files of a source hold, in the order of their names.

    Args:
        path: A file, or a folder of pages and copied texts.
        zone: Of the site.

    Raises:
        EventRecapError: There is nothing, or nothing that can be read.
    """
    if not path.exists():
        raise _refuse(path, "no such file or folder; write its path, or the address of a feed")
    if not path.is_dir():
        return (_read_file(path, path.parent, zone),)
    found = [*_find_files(path)]
    if not found:
        raise _refuse(path, f"nothing in this folder can be read; {_EXPECTED}")
    return tuple(_read_file(one, path, zone) for one in found)


def read_answer(data: bytes, address: str, zone: ZoneInfo) -> FoundBlog:
    """Return what is at the address of a feed.

    Raises:
        EventRecapError: It is none.
    """
    is_json = data.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{")
    return read_json_feed(data, address, zone) if is_json else read_feed(data, address, zone)


def _find_files(folder: Path) -> Iterator[Path]:
    """Yield the pages and texts of a folder and of those inside, by name; hidden ones are passed over."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(parent, name)
            is_text = name.lower().endswith((*PAGES, *TEXTS)) and not name.startswith(".")
            if is_text and is_regular(path, folder):
                yield path


def _read_file(path: Path, folder: Path, zone: ZoneInfo) -> FoundBlog:
    """Return what one file holds.

    Raises:
        EventRecapError: It is of none of the kinds that are known.
    """
    source, suffix = display_path(path), path.suffix.lower()
    limit = PAGE_LIMIT if suffix in {*PAGES, *TEXTS} else SIZE_LIMIT
    with path.open("rb") as stream:
        data = stream.read(limit + 1)
    if len(data) > limit:
        raise _refuse(path, f"too long: more than {limit // 1_000_000} MB; export it in parts")
    if suffix in PAGES:
        return read_page(data, source, path.relative_to(folder).as_posix(), zone)
    if suffix in TEXTS:
        return _read_text(data, source)
    if is_wordpress(data):
        return read_wordpress(data, source, zone)
    if re.match(rb"(?:\xef\xbb\xbf)?\s*\{", data):
        return read_json_feed(data, source, zone)
    if re.match(rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*\x00?<", data):
        return read_feed(data, source, zone)
    raise _refuse(path, f"of no kind that can be read; {_EXPECTED}")


def _read_text(data: bytes, source: str) -> FoundBlog:
    saved = read_saved(data)
    remarks = Remarks(source)
    if saved is None or not saved.text.strip():
        remarks.warn(0, "holds no text, and was left out")
        return FoundBlog((), remarks)
    if not saved.is_utf8:
        remarks.note(0, f"was not saved as UTF-8, and read as {saved.codec}; look at its accents")
    return FoundBlog((read_raw_text(saved.text, source),), remarks)


def _refuse(path: Path, what: str) -> EventRecapError:
    return EventRecapError([Problem(Place(display_path(path)), "", what)])
