"""What films, sounds, documents and archives tell beside what they show, as far as it can be taken out."""

from __future__ import annotations

import mmap
import re
import zipfile
from contextlib import contextmanager
from typing import TYPE_CHECKING

from .error import PictureError
from .film import find_film_notes
from .kind import HEAD_LENGTH, is_picture
from .pdf import START as PDF_START
from .pdf import find_pdf_notes, tells_still
from .strip import strip_metadata
from .webm import START as WEBM_START
from .webm import find_webm_notes

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from .patch import Patch

PDF_TELLS = (
    "says who made it, when and with what, and nothing of it can be taken out; print it into a new PDF"
)
"""A PDF that is signed, locked or packed tight."""

ARCHIVE_TELLS = (
    "holds a picture with what cameras and programs write into it, such as the position, and is published"
    " as it is; pack pictures of the built site"
)
"""A ZIP, or a document that is one."""

_FILM = re.compile(rb"....(?:ftyp|moov|mdat|wide|free|skip|pnot)", re.DOTALL)
_FILM_SUFFIXES = {".mp4", ".m4v", ".m4a", ".m4b", ".mov", ".qt", ".3gp", ".3g2"}
_ZIP = b"PK\x03\x04"
_MEMBER_BYTES, _ARCHIVE_BYTES = 2**26, 2**28


def find_notes(path: Path) -> tuple[Patch, ...]:
    """Return what is replaced where a film, a sound or a PDF is published; nothing for other files.

    Raises:
        PictureError: It is a film that is damaged, or whose notes cannot be told from what it shows.
    """
    with _open(path) as data:
        is_film = _FILM.match(data[:8]) and (data[4:8] == b"ftyp" or path.suffix.lower() in _FILM_SUFFIXES)
        if is_film:
            return tuple(find_film_notes(data))
        if data[:4] == WEBM_START:
            return tuple(find_webm_notes(data))
        return tuple(find_pdf_notes(data)) if data[:5] == PDF_START else ()


def find_remark(path: Path) -> str:
    """Return what an author should know of a file that is published as it is, or an empty string."""
    with _open(path) as data:
        if data[:5] == PDF_START:
            return PDF_TELLS if tells_still(data) else ""
        is_archive = data[:4] == _ZIP
    return ARCHIVE_TELLS if is_archive and _holds_notes(path) else ""


def _holds_notes(path: Path) -> bool:
    """Tell whether an archive has a picture in it from which something would be taken out."""
    left = _ARCHIVE_BYTES
    try:
        with zipfile.ZipFile(path) as archive:
            for member in archive.infolist():
                left -= member.file_size
                if left < 0 or member.file_size > _MEMBER_BYTES:
                    return False
                with archive.open(member) as stream:
                    data = stream.read(HEAD_LENGTH)
                    if is_picture(data, member.filename) and _tells(
                        data + stream.read(_MEMBER_BYTES), member.filename
                    ):
                        return True
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, ValueError):
        return False
    return False


def _tells(data: bytes, name: str) -> bool:
    try:
        return len(strip_metadata(data, name)) < len(data)
    except PictureError:
        return False


@contextmanager
def _open(path: Path) -> Iterator[bytes | mmap.mmap]:
    """Open a file of any length without reading it whole."""
    with path.open("rb") as stream:
        if path.stat().st_size == 0:
            yield b""
            return
        with mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
            yield data
