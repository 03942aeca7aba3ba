"""Where links to people, events and pictures lead: found once for all texts, since cards stand in many."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from ..run import find_run

if TYPE_CHECKING:
    import re

    from ..run import AnyArticle

FROM_ANYWHERE = ("{filename}/@", "{static}/")
"""Beginnings of links that lead to the same page or file, whichever text they stand in."""


def remember_links(content: AnyArticle) -> None:
    """Let Pelican find where such a link leads the first time that it meets it, and never again."""
    if run := find_run(content._context):  # noqa: SLF001 -- the only way from a content to its build
        content._link_replacer = partial(_replace, content, run.links)  # noqa: SLF001 -- as above


def _replace(
    content: AnyArticle, known: dict[tuple[str, str], str], siteurl: str, link: re.Match[str]
) -> str:
    """Return the attribute of a link as Pelican writes it.

    What leads nowhere is not remembered: Pelican warns of it wherever it stands.
    """
    path, markup, quote = link["path"], link["markup"], link["quote"]
    if (found := known.get((siteurl, path))) is not None:
        return f"{markup}{quote}{found}{quote}"
    replaced: str = type(content)._link_replacer(content, siteurl, link)  # noqa: SLF001 -- Pelican's only way to find it
    found = replaced[len(markup) + len(quote) : -len(quote)]
    if path.startswith(FROM_ANYWHERE) and found != path:
        known[siteurl, path] = found
    return replaced
