"""What would be published and leads nowhere, or is none of the site's."""

from __future__ import annotations

import posixpath
import re
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Place, Problem
from ..links.link import TAG, Link, find_links
from ..loading.files import display_path, is_regular

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pelican.contents import Content

_TYPED = re.compile(r"""filename(?:(?<="[{|]filename)[}|][^"]*|(?<='[{|]filename)[}|][^']*)""")
"""What follows the first brace of what may be a link to a page; begins with a word that is found fast."""

_ODD_ENTITY = re.compile(r"&(?!amp;|nbsp;|lt;|gt;|quot;|#39;|#[1-9]\d{3,};)")
"""What may spell a part of such a link."""


def find_dead_links(contents: Iterable[Content], context: dict[str, Any]) -> Iterator[Problem]:
    """Yield a problem for each link to a page that there is not.

    Pelican would publish it as it is typed. In a note or a bio it may be the id of somebody who is not shown.
    """
    told: set[str] = set()  # a recap repeats the notes of its event
    followed: set[tuple[str, str]] = set()  # and the cards of its people, with their links
    leading: set[tuple[str, str]] = set()
    for content in contents:
        folder, html = content.relative_dir, str(content._content or "")  # noqa: SLF001 -- where Pelican looks for links
        if _leads_somewhere(html, folder, context, leading):
            continue
        for link in _find_links(html):
            if (folder, link.url) in followed:
                continue
            followed.add((folder, link.url))
            if link.what == "filename" and link.url not in told and not _find_target(link, folder, context):
                told.add(link.url)
                place = Place(display_path(str(content.source_path)))
                yield Problem(place, f"link {link.url!r}", "leads to no page of this site; take the link out")


def find_foreign_files(context: dict[str, Any], folder: Path) -> Iterator[Problem]:
    """Yield a problem for each file that would be copied from outside of the content folder."""
    for name in sorted(context["static_content"]):
        path = folder / name
        if path.exists() and not is_regular(path, folder):
            what = "not a regular file inside the content folder; put a file here"
            yield Problem(Place(display_path(path)), "", what)


def _leads_somewhere(html: str, folder: str, context: dict[str, Any], known: set[tuple[str, str]]) -> bool:
    """Tell whether all in a text that looks like a link leads to a page, be it in a tag or shown as code.

    Args:
        html: The text.
        folder: That of its file.
        context: Pelican's.
        known: What was found to lead to a page so far, from which folder; is added to.
    """
    new = {(folder, typed) for typed in _TYPED.findall(html)} - known
    if _ODD_ENTITY.search(html) or not all(
        _find_target(Link("", unescape(f"{{{typed}")), folder, context) for _, typed in new
    ):
        return False
    known |= new
    return True


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
