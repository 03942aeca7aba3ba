"""Files of the output that no template makes: calendars, contact cards, lists of feeds."""

from __future__ import annotations

import hashlib
import posixpath
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pelican.utils import sanitised_join

from .engine.documents_taken import make_or_take
from .engine.folders_kept import clear_way
from .engine.pages import PAGES_KEY

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from pelican.writers import Writer

    from .engine.pages import Pages


def write_document(writer: Writer, save_as: str, content: bytes | None) -> None:
    """Write a file below the output folder, byte for byte.

    Tell ``Run.plan`` of it before: two files that want one path are a problem of the author's, told with
    all others, which Pelican's own guard in the midst of the writing is not.

    Args:
        writer: Pelican's, which knows the output folder.
        save_as: Path below it.
        content: The whole file; None where that of the last site will stand there.
    """
    if content is not None:
        find_target(writer, save_as).write_bytes(content)


def make_document(writer: Writer, save_as: str, value: object, make: Callable[[], bytes]) -> bytes | None:
    """Return what a file holds that is made of a value and of nothing else.

    Where the file of the last site was made of the same, nothing is made, and None is returned.

    Args:
        writer: Pelican's.
        save_as: Path below the output folder.
        value: Frozen values, text, numbers and moments; it also says which code makes a file of it.
        make: Makes the file of the value.
    """
    pages: Pages | None = writer.settings.get(PAGES_KEY)
    return make() if pages is None else make_or_take(pages, save_as, value, make)


def write_again(writer: Writer, save_as: str, content: bytes) -> None:
    """Write a file, unless it says what it said in the last site: then that one stands there."""
    digest = hashlib.sha256(content).hexdigest()
    write_document(writer, save_as, make_document(writer, save_as, digest, lambda: content))


def find_target(writer: Writer, save_as: str) -> Path:
    """Return where a file below the output folder is written; its folder is made."""
    path = Path(sanitised_join(writer.output_path, save_as))
    if not path.parent.is_dir():
        path.parent.mkdir(parents=True, exist_ok=True)
    clear_way(writer.output_path, save_as)
    return path


def fold_path(save_as: str) -> str:
    """Return what the paths have in common that are one file where capitals do not count, as on macOS.

    >>> fold_path("A//b.html") == fold_path("a/B.html")
    True
    """
    return unicodedata.normalize("NFC", posixpath.normpath(save_as)).casefold()


def is_taken(context: Mapping[str, Any], save_as: str) -> bool:
    """Tell whether the author publishes a file of their own at a path below the output folder."""
    return any(static.save_as == save_as for static in context["staticfiles"])
