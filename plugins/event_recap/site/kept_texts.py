"""Pelican's cache of texts: what was taken out of the content folder is gone from it at the next build."""

from __future__ import annotations

import os
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..loading.removed_file import REMOVED_NAME
from ..loading.returned import find_texts

if TYPE_CHECKING:
    from collections.abc import Mapping

NOTE_NAME = "event-recap-texts"
"""File in Pelican's folder of caches: which texts there were when it was last written, as hashes."""
_CACHES = ("*Generator", "*Generator-Readers")
"""Names that Pelican gives its caches, which hold texts as they were read."""
_TEXTS = frozenset({".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm"})
"""Ends of the names of texts that Pelican reads."""


def drop_stale_texts(site: Mapping[str, Any]) -> None:
    """Delete Pelican's cache where a text is gone since, or somebody was forgotten.

    A text that was changed takes the place of the former in the cache; one that was deleted or renamed stays
    in it for ever, with whomever it names.

    Args:
        site: Pelican's settings.
    """
    folder = Path(site["CACHE_PATH"])
    caches = [path for pattern in _CACHES for path in folder.glob(pattern)]
    if not site["CACHE_CONTENT"] and not caches:
        return
    note, now = folder / NOTE_NAME, _note_texts(Path(site["PATH"]))
    try:
        before = set(note.read_text(encoding="ascii").split())
    except (OSError, UnicodeDecodeError):
        before = {"a cache of which nothing is known"}
    if not before <= now:
        for path in caches:
            path.unlink(missing_ok=True)
    with suppress(OSError):  # then this build keeps no texts either
        folder.mkdir(parents=True, exist_ok=True)
        note.write_text("\n".join(sorted(now)), encoding="ascii")


def _note_texts(content: Path) -> set[str]:
    """Return what tells the texts of a site, and the people who were forgotten, from others; names nobody."""
    removed = content / REMOVED_NAME
    names = [path.relative_to(content).as_posix() for path in find_texts(content) if path.suffix in _TEXTS]
    data = [removed.read_bytes() if removed.is_file() else b"", *map(os.fsencode, names)]
    return {sha256(one).hexdigest() for one in data}
