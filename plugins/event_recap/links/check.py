"""Where the links of a text lead: into the content folder, or out of it, or nowhere."""

from __future__ import annotations

import difflib
import os
import re
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from ..errors import Place, Problem, Severity
from ..loading.files import display_path, is_regular
from ..loading.removed_file import KEY_NAME
from ..views.address import PRIVACY_NAME

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ..model.registry import Registry
    from .link import Link

TEXT_ENDINGS = {".md", ".markdown", ".mkd", ".mdown", ".rst", ".html", ".htm"}
"""Files that become pages; a link to one is a link to its page."""

SOURCE_ENDINGS = TEXT_ENDINGS - {".html", ".htm"}
"""Files that are on no site as they are; a page of the web may end in the others."""

FOREIGN_PICTURES = {".heic", ".heif", ".tif", ".tiff", ".psd", ".bmp", ".raw"}
"""Pictures that cameras and programs keep, and most browsers do not show."""

PRIVATE_ENDINGS = {".yml", ".yaml"}
"""Lists and people's files: never published as they are; neither is the site key."""

MEDIA_TAGS = {"img", "source", "audio", "video"}
"""Elements that show a file; without it, the page has a hole."""

OUR_ANCHORS = re.compile(r"attendees|top|content|person-[\w-]+")
"""Places that the page has beside the text."""

NOWHERE = "#"
"""Stands for a link that is wrong, so that Pelican does not look for it; the build will end."""


@dataclass
class LinkChecker:
    """Checks and rewrites the links of one text."""

    source: Path
    """The text's file."""
    content: Path
    """The content folder."""
    html: str
    """The text, with Pelican's links in it."""
    registry: Registry
    """Whom and what a link may lead to."""
    cover: str = ""
    """Path of the recap's cover from the content folder, or empty."""
    is_registry_whole: bool = True
    """Whether every list and person's file could be read; else nobody can be said to be missing."""
    problems: list[Problem] = field(default_factory=list)
    """What was found so far."""

    def rewrite(self, link: Link) -> str:
        """Return the address to write in the place of a link's, and keep what is wrong with it."""
        if link.what:
            return self._rewrite_pelican(link)
        if link.url.startswith("#"):
            self.problems += self._check_anchor(link)
        elif link.is_relative and link.target:
            return self._rewrite_plain(link)
        elif link.url.startswith("/"):
            return self._rewrite_rooted(link)
        return link.url

    def _rewrite_pelican(self, link: Link) -> str:
        if link.target.startswith("/@"):
            return self._rewrite_page(link, link.target.removeprefix("/@"))
        folder = self.content if link.target.startswith("/") else self.source.parent
        found = folder / link.target.lstrip("/")
        problems = list(self._check_file(link, found))
        self.problems += problems
        if any(problem.severity is Severity.ERROR for problem in problems):
            return NOWHERE
        if link.what == "attach" and self._inner_path(found) == self.cover:
            # Attached, the file would move beside the page, and the cover is shown from where it was.
            return "{static}/" + quote(self.cover)
        return link.url

    def _rewrite_plain(self, link: Link) -> str:
        """Let a plain file name reach a file beside the text, or in the content folder."""
        for folder in (self.source.parent, self.content):
            found = folder / link.target
            if is_regular(found, self.content):
                self.problems += self._check_file(link, found)
                what = "filename" if found.suffix.lower() in TEXT_ENDINGS else "static"
                path, fragment = quote(self._inner_path(found)), urlsplit(link.url).fragment
                return "{" + what + "}/" + path + (f"#{fragment}" if fragment else "")
        if link.tag in MEDIA_TAGS or Path(link.target).suffix.lower() in SOURCE_ENDINGS:
            what = f"no file {link.target!r} beside the text or in the content folder"
            what += _suggest(self.source.parent / link.target) or _suggest(self.content / link.target)
            self.problems.append(self._problem(link, what, Severity.WARNING))
        return link.url

    def _rewrite_rooted(self, link: Link) -> str:
        """Have a picture published where the text looks for it: from the site's root."""
        found = self.content / link.target.lstrip("/")
        if link.tag not in MEDIA_TAGS or link.url.startswith("//") or not is_regular(found, self.content):
            return link.url
        self.problems += self._check_file(link, found)
        return "{static}/" + quote(self._inner_path(found))

    def _check_file(self, link: Link, found: Path) -> Iterator[Problem]:
        if "\0" in str(found):
            yield self._problem(link, "no such file")
        elif not found.resolve().is_relative_to(self.content.resolve()):
            yield self._problem(link, "leaves the content folder; expected a file inside it")
        elif link.what != "filename" and (_is_private(found) or self._is_withheld(found)):
            yield self._problem(link, "is never published; link to a page or a picture")
        elif not os.path.exists(found):  # noqa: PTH110 -- Path.exists raises for a name that is too long
            yield self._problem(link, f"no such file{_suggest(found)}")
        elif not is_regular(found, self.content):
            yield self._problem(link, "is not a regular file; link to a page or a picture")
        elif link.tag == "img" and found.suffix.lower() in FOREIGN_PICTURES:
            what = "is no picture for the web, and few browsers show it; save it as .jpg"
            yield self._problem(link, what, Severity.WARNING)
        elif person := self._find_person(found):
            yield from self._check_page(link, f"person/{person}")

    def _is_withheld(self, found: Path) -> bool:
        """Tell whether a file is private by what its folders are, or by what a symbolic link leads to."""
        inner = Path(self._inner_path(found))
        return _is_private(inner) or any(folder.name.startswith(".") for folder in inner.parents)

    def _rewrite_page(self, link: Link, name: str) -> str:
        self.problems += self._check_page(link, name)
        return link.url if self._has_page(name) else NOWHERE

    def _check_page(self, link: Link, name: str) -> Iterator[Problem]:
        """Yield a problem for a link to a person without a page: it would say who is not shown."""
        if not self._has_page(name) and (self.is_registry_whole or not name.startswith("person/")):
            yield self._problem(link, "leads to no page of a person or an event; take the link out")

    def _has_page(self, name: str) -> bool:
        if name == PRIVACY_NAME:
            return True
        kind, _, identifier = name.partition("/")
        pages: dict[str, Container[str]] = {
            "person": self.registry.public_people,
            "event": self.registry.events,
        }
        return identifier in pages.get(kind, ())

    def _find_person(self, found: Path) -> str:
        """Return the id of the person whose file this is, or an empty string."""
        path = self._inner_path(found)
        return next((person.id for person in self.registry.people.values() if person.path == path), "")

    def _check_anchor(self, link: Link) -> Iterator[Problem]:
        anchor = unquote(link.url[1:])
        if anchor and anchor not in self._anchors and not OUR_ANCHORS.fullmatch(anchor):
            what = "no place of that name in this text; look at its headings, or take out what follows '#'"
            yield self._problem(link, what, Severity.WARNING)

    @cached_property
    def _anchors(self) -> set[str]:
        return set(re.findall(r"""\s(?:id|name)\s*=\s*["']([^"']+)""", self.html))

    def _inner_path(self, found: Path) -> str:
        return found.resolve().relative_to(self.content.resolve()).as_posix()

    def _problem(self, link: Link, what: str, severity: Severity = Severity.ERROR) -> Problem:
        place = Place(display_path(self.source), self._find_line(link))
        return Problem(place, f"link {link.url!r}", what, severity)

    def _find_line(self, link: Link) -> int:
        """Return the first line on which the author typed a link; 0 where it was put together."""
        lines = self.source.read_text(encoding="utf-8", errors="replace").splitlines()
        return next((number for number, line in enumerate(lines, 1) if link.url in line), 0)


def _is_private(path: Path) -> bool:
    is_hidden = path.name.startswith(".") or path.name.endswith("~")
    return is_hidden or path.suffix.lower() in PRIVATE_ENDINGS or path.name.lower() == KEY_NAME


def _suggest(path: Path) -> str:
    """Name the file of the same folder whose name is nearest."""
    names = {found.name.casefold(): found.name for found in _list_folder(path.parent)}
    nearest = difflib.get_close_matches(path.name.casefold(), names, n=1, cutoff=0.6)
    return f"; did you mean {names[nearest[0]]!r}?" if nearest else ""


def _list_folder(folder: Path) -> list[Path]:
    return sorted(folder.iterdir()) if folder.is_dir() else []
