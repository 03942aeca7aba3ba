"""Which templates say something else than at the last build, and which pages are built on them.

A template is built on those that it extends, includes or imports, which Jinja reads from its text, and on
what these are built on. Templates that code asks for, such as cards, are in what pages were answered.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import ChoiceLoader, FileSystemLoader, PrefixLoader, TemplateError, TemplateNotFound
from jinja2.meta import find_referenced_templates

from .digests import DIGEST_LENGTH
from .observation import list_tree

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from jinja2 import BaseLoader, Environment

ANY = "a template"
"""Stands for a template that is only known once a page is made."""


@dataclass(slots=True)
class TemplateChanges:
    """The templates of a build, beside those of the last one."""

    environment: Environment
    """Of one generator; those of the others find the same templates."""
    site: Sequence[str]
    """Folders that hold no templates of a theme: of the texts, and of the output; absolute."""
    before: Mapping[str, str]
    """Digests of the texts of the last build, by name."""
    folders: list[str] = field(init=False)
    """Where templates are found, absolute; none where they cannot be told from other files."""
    now: dict[str, str] = field(init=False)
    """Digests of the texts, by name; empty where they cannot be told from other files."""
    _changed: set[str] = field(init=False)
    _found: dict[str, str] = field(default_factory=dict)
    """What ``find_change`` returned."""

    def __post_init__(self) -> None:
        """Look at every template that there is."""
        try:
            places = [(prefix, os.path.abspath(one)) for prefix, one in _list_places(self.environment.loader)]
        except TypeError:
            places = []
        if any(f"{one}{os.sep}".startswith(f"{place}{os.sep}") for one in self.site for _, place in places):
            places = []
        self.folders = sorted({place for _, place in places})
        self.now = {name: self._digest(name) for name in _list_names(places)}
        self._changed = {name for name, _ in self.now.items() ^ self.before.items()}

    def has(self, file: str) -> bool:
        """Tell whether the file of a template lies in one of the folders."""
        return os.path.abspath(file).startswith(tuple(f"{folder}{os.sep}" for folder in self.folders))

    def find_change(self, template: str) -> str:
        """Return why pages of a template are made again, in a few words; empty where it is as it was."""
        if template not in self.now:  # such as a text of the author's that is a template
            return "nobody can tell its template from other files"
        if not self._changed:
            return ""
        if template not in self._found:
            changed = min(self._changed & self._list_base(template), default="")
            self._found[template] = changed and f"{changed} changed, on which its template is built"
        return self._found[template]

    def _digest(self, name: str) -> str:
        """Return the digest of a template; empty for what is none, such as a picture that lies among them."""
        try:
            text = self._read(name)
        except (TemplateError, OSError, ValueError):
            return ""
        return blake2b(text.encode("utf-8", "surrogatepass"), digest_size=DIGEST_LENGTH).hexdigest()

    def _list_base(self, template: str) -> set[str]:
        """Return a template and all on which it is built; every template where one is known by no name."""
        base: set[str] = set()
        left = {template}
        while left:
            base.add(name := left.pop())
            left |= set(self._list_references(name)) - base
            if ANY in left:
                return self._changed
        return base

    def _list_references(self, name: str) -> Iterator[str]:
        """Yield the templates that one names."""
        try:
            tree = self.environment.parse(self._read(name), name)
        except TemplateNotFound:
            return  # once there is one of that name, it is another
        except (TemplateError, OSError, ValueError):
            yield ANY  # it ends the build, if any page needs it
            return
        if name not in self.now:  # another spelling of a name in the list
            yield ANY
        for found in find_referenced_templates(tree):
            yield ANY if found is None else self.environment.join_path(found, name)

    def _read(self, name: str) -> str:
        assert self.environment.loader is not None  # noqa: S101 -- for mypy
        return self.environment.loader.get_source(self.environment, name)[0]


def _list_names(places: Iterable[tuple[str, str]]) -> Iterator[str]:
    """Yield the name of each template: its path below its folder, with slashes."""
    for prefix, folder in places:
        for _, paths in list_tree(Path(folder)):
            for path in paths:
                yield f"{prefix}{os.path.relpath(path, folder)}".replace(os.sep, "/")


def _list_places(loader: BaseLoader | None) -> Iterator[tuple[str, str]]:
    """Yield what names of templates begin with, and the folder in which these are found.

    Raises:
        TypeError: A loader of others finds templates in its own way.
    """
    if isinstance(loader, ChoiceLoader):
        for one in loader.loaders:
            yield from _list_places(one)
    elif isinstance(loader, PrefixLoader):
        for prefix, one in loader.mapping.items():
            for inner, folder in _list_places(one):
                yield f"{prefix}{loader.delimiter}{inner}", folder
    elif isinstance(loader, FileSystemLoader):
        for folder in loader.searchpath:
            yield "", os.fspath(folder)
    else:
        raise TypeError(loader)
