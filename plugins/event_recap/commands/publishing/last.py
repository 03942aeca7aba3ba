"""What was published last: from the folder, from this machine's memory, or from the site itself."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ...build.page_list import PAGES_NAME, read_page_list
from ...errors import EventRecapError
from ...publication import WORKFLOWS
from ...wording.speech import tell
from ..elsewhere.fetching import fetch_bytes

if TYPE_CHECKING:
    from collections.abc import Callable

    from ...publication import Publication


def find_memory(output: Path) -> Path:
    """Return the file beside the output folder that keeps what was published last."""
    return output.parent / f".{output.name}.published"


def read_last(
    output: Path, publication: Publication, siteurl: str, fetch: Callable[[str], bytes] | None = None
) -> dict[str, str]:
    """Return the digits of each page that is online, by its file; nothing where that cannot be known.

    Args:
        output: Folder of the site.
        publication: Where the site goes.
        siteurl: Absolute URL of the site, which is asked where nothing is remembered here.
        fetch: Returns the bytes at an address.
    """
    folder = Path(publication.target, PAGES_NAME) if publication.to == "folder" else find_memory(output)
    for file in (folder, find_memory(output)):
        if file.is_file() and publication.to not in WORKFLOWS:
            return read_page_list(file.read_text(encoding="utf-8", errors="replace"))
    if publication.to in {"", "folder"}:
        return {}
    try:
        data = (fetch or _fetch)(f"{siteurl}/{PAGES_NAME}")
    except EventRecapError as error:
        tell(f"note: what is online is not known, so nothing is compared: {error}\n")
        return {}
    return read_page_list(data.decode("utf-8", "replace"))


def remember(output: Path) -> None:
    """Keep what was published just now."""
    find_memory(output).write_bytes((output / PAGES_NAME).read_bytes())


def _fetch(url: str) -> bytes:
    return fetch_bytes(url, accept="text/plain")
