"""What would be published and leads nowhere, or is none of the site's."""

from __future__ import annotations

import posixpath
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Place, Problem
from ..links.link import TAG, Link, find_links
from ..loading.files import display_path, is_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pelican.contents import Content


def find_dead_links(contents: Iterable[Content], context: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each link to a page that there is not.

    Pelican would publish it as it is typed. In a note or a bio it may be the id of somebody who is not shown.
    """
    told: set[str] = set()  # a recap repeats the notes of its event
    followed: set[tuple[str, str]] = set()  # and the cards of its people, with their links
    for content in contents:
        folder = content.relative_dir
        for link in _find_links(str(content._content or "")):  # noqa: SLF001 -- where Pelican looks for links
            if (folder, link.url) in followed:
                continue
            followed.add((folder, link.url))
            if link.what == "filename" and link.url not in told and not _find_target(link, folder, context):
                told.add(link.url)
                place = Place(display_path(Path(str(content.source_path))))
                yield Problem(place, f"link {link.url!r}", "leads to no page of this site; take the link out")


def find_foreign_files(context: dict[str, Any], folder: Path) -> Iterator[Problem]:
    """Yield a problem for each file that would be copied from outside of the content folder."""
    for name in sorted(context["static_content"]):
        path = folder / name
        if path.exists() and not is_regular(path, folder):
            what = "not a regular file inside the content folder; put a file here"
            yield Problem(Place(display_path(path)), "", what)


def _find_links(html: str) -> list[Link]:
    # Most tags of a text lead nowhere; "filename" may be spelled with entities.
    tags = (tag[0] for tag in TAG.finditer(html) if "filename" in tag[0] or "&" in tag[0])
    return [link for tag in dict.fromkeys(tags) for link in find_links(tag)]


def _find_target(link: Link, folder: str, context: dict[str, Any]) -> Content | None:
    """Return what a link leads to, as Pelican looks for it from a folder."""
    relative = posixpath.join(folder, link.target)
    path = link.target[1:] if link.target.startswith("/") else posixpath.normpath(relative)
    found: Content | None = context["generated_content"].get(path) or context["static_content"].get(path)
    return found
