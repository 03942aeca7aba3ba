"""Check the links of every text as it is read, and let a plain file name reach the file beside it."""

from __future__ import annotations

import difflib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

from pelican.contents import Article, Page
from pelican.plugins import signals

from ..errors import Place, Problem, Severity
from ..loading.files import display_path, is_regular
from ..run import Run, find_run
from .link import Link, rewrite_links

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pelican.contents import Content

TEXT_ENDINGS = {".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm"}
"""Files that become pages; a link to one is a link to its page."""

PRIVATE_ENDINGS = {".yml", ".yaml"}
"""Lists and people's files: never published as they are."""


def check_links(content: Content) -> None:
    """Report links that lead nowhere or out of the content folder, and rewrite plain ones to files."""
    run = find_run(content._context)  # noqa: SLF001 -- the only way from a content to its build
    if run is None or not isinstance(content, Article | Page) or not content._content:  # noqa: SLF001
        return
    finder = partial(
        _rewrite, source=Path(str(content.source_path)), content=Path(str(content.settings["PATH"])), run=run
    )
    content._content = rewrite_links(content._content, finder)  # noqa: SLF001 -- as documented for this signal


def _rewrite(link: Link, *, source: Path, content: Path, run: Run) -> str:
    """Return the address to write in the place of a link's; report what is wrong with it."""
    if link.what:
        if not link.target.startswith("/@"):
            found = (content if link.target.startswith("/") else source.parent) / link.target.lstrip("/")
            run.report(_check(link, found, source, content))
        return link.url
    if not link.is_relative or not link.target:
        return link.url
    for folder in (source.parent, content):
        found = folder / link.target
        if is_regular(found, content):
            run.report(_check(link, found, source, content))
            what = "filename" if found.suffix.lower() in TEXT_ENDINGS else "static"
            path = quote(found.resolve().relative_to(content.resolve()).as_posix())
            return "{" + what + "}/" + path + link.url[len(link.url.split("#")[0]) :]
    if link.tag in {"img", "source", "audio", "video"}:
        what = f"no file {link.target!r} beside the text or in the content folder"
        what += _suggest(source.parent / link.target)
        run.report([_problem(link, source, what, Severity.WARNING)])
    return link.url


def _check(link: Link, found: Path, source: Path, content: Path) -> Iterator[Problem]:
    """Yield what is wrong with the file that a link names."""
    if not found.resolve().is_relative_to(content.resolve()):
        yield _problem(link, source, "leaves the content folder; expected a file inside it")
    elif found.name.startswith(".") or found.name.endswith("~") or found.suffix.lower() in PRIVATE_ENDINGS:
        if link.what != "filename":
            yield _problem(link, source, "is never published; link to a page or a picture")
    elif not found.exists():
        yield _problem(link, source, f"no such file{_suggest(found)}")
    elif not is_regular(found, content):
        yield _problem(link, source, "is not a regular file; link to a page or a picture")


def _problem(link: Link, source: Path, what: str, severity: Severity = Severity.ERROR) -> Problem:
    return Problem(
        Place(display_path(source), _find_line(link, source)), f"link {link.url!r}", what, severity
    )


def _find_line(link: Link, source: Path) -> int:
    """Return the first line on which the author typed a link; 0 where it was put together."""
    lines = source.read_text(encoding="utf-8", errors="replace").splitlines()
    return next((number for number, line in enumerate(lines, 1) if link.url in line), 0)


def _suggest(path: Path) -> str:
    """Name the file of the same folder whose name is nearest."""
    names = sorted(found.name for found in path.parent.iterdir()) if path.parent.is_dir() else []
    nearest = difflib.get_close_matches(path.name, names, n=1, cutoff=0.6)
    return f"; did you mean {nearest[0]!r}?" if nearest else ""


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.content_object_init.connect(check_links)
