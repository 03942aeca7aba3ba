"""Where an author typed what may not be shown, and which names are ordinary words as well."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import Place
from ..loading.files import YAML_SUFFIXES, display_path
from ..model.secret import SecretKind, fold_words
from .encodings import find_forms

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from ..model.registry import Registry
    from ..model.secret import Secret
    from .forgotten import Forgotten
    from .pattern import Pattern

MOST_PLACES = 20
"""Places of one secret that are told at once."""
LARGEST_TEXT = 2_000_000
"""Bytes of a file in which a line can be named."""
TEXT_SUFFIXES = {
    ".md",
    ".markdown",
    ".mdx",
    ".rst",
    ".txt",
    ".html",
    ".htm",
    ".svg",
    ".css",
    ".js",
    ".json",
    ".xml",
    ".csv",
}
"""Files whose lines an author writes."""
_ID = re.compile(r"\b[a-z0-9]+(?:[-_][a-z0-9]+)+\b")
_TAG = re.compile(r"<[^<>]*>")


@dataclass(frozen=True)
class Source:
    """One file of an author."""

    path: Path
    text: str

    @cached_property
    def _folded(self) -> tuple[str, ...]:
        return _fold(self.text)

    def holds(self, pattern: Pattern) -> bool:
        """Tell whether a secret stands in the file."""
        return any(map(pattern.finds, self._folded))

    def find_lines(self, pattern: Pattern) -> Iterator[Place]:
        """Yield the lines that hold a secret, also where it goes on in the next; or else the file."""
        lines = self.text.splitlines()
        source = display_path(self.path)
        holding = [any(map(pattern.finds, _fold(line))) for line in lines]
        for number, pair in enumerate(pairwise(lines)):
            if not any(holding[number : number + 2]) and any(map(pattern.finds, _fold("\n".join(pair)))):
                holding[number] = True
        if not any(holding):
            yield Place(source)
        yield from (Place(source, number) for number, holds in enumerate(holding, 1) if holds)


@dataclass(frozen=True)
class Sources:
    """The files from which a site is made; read only where something was found."""

    content: Path
    theme: tuple[Path, ...]
    """Folders of templates and styles."""
    registry: Registry
    settings: Mapping[str, Any] = field(default_factory=dict)
    """Pelican's, of which templates show many."""

    def find_places(self, pattern: Pattern) -> tuple[Place, ...]:
        """Return lines of texts, and of lists outside of the person's own entries, that have a secret."""
        found = [text for text in (*self._texts, *self._theme_texts) if text.holds(pattern)]
        places = [place for text in found[:MOST_PLACES] for place in text.find_lines(pattern)]
        if pattern.secret.kind is not SecretKind.ID:
            own = self._find_own_lines(pattern.secret)
            lists = [text for text in self._lists if text.holds(pattern)]
            told = (place for text in lists for place in text.find_lines(pattern))
            places += [one for one in told if not {(one.source, one.line), (one.source, 0)} & own]
        places += self._find_settings(lambda text: any(map(pattern.finds, _fold(text))))
        return tuple(dict.fromkeys(places))[:MOST_PLACES]

    def find_forgotten(self, forgotten: Forgotten) -> tuple[Place, ...]:
        """Return the settings, and the lines of the theme, that name somebody who was forgotten."""
        lines = (
            Place(display_path(text.path), number)
            for text in self._theme_texts
            for number, line in enumerate(text.text.splitlines(), 1)
            if forgotten.stands_in(line)
        )
        return (*self._find_settings(forgotten.stands_in), *islice(lines, MOST_PLACES))

    def is_common(self, secret: Secret) -> bool:
        """Tell whether a name is also an ordinary word: one that a text has in lower case, or the theme."""
        word = fold_words(secret.text)
        if " " in word or "@" in word:
            return False
        texts = self._theme_texts
        if secret.kind is SecretKind.NAME and not secret.text.islower():
            texts = [*texts, *self._texts]
        free = re.compile(rf"(?<![\w@#/.-]){re.escape(secret.text.lower())}(?![\w@/-])")
        return any(free.search(one.text) for one in texts)

    def find_copy(self, name: str, output: Path) -> Path | None:
        """Return the file of the content folder that was copied to a file of the output, or None."""
        written = output / name
        size = written.stat().st_size
        same = (
            path
            for path in self.content.rglob(re.sub(r"([*?[])", r"[\1]", written.name))
            if path.is_file() and path.stat().st_size == size and path.read_bytes() == written.read_bytes()
        )
        return next(same, None)

    def _find_settings(self, stands_in: Callable[[str], bool]) -> list[Place]:
        """Return the settings that say what may not be said; where files lie is not said."""
        return [
            Place(f"setting {key}")
            for key, value in sorted(self.settings.items())
            if key.isupper() and any(map(stands_in, _find_strings(value)))
        ]

    @cached_property
    def _texts(self) -> list[Source]:
        return list(_read_texts([self.content], TEXT_SUFFIXES))

    @cached_property
    def _lists(self) -> list[Source]:
        # An id is not a name that a page shows: whom somebody met is written so.
        lists = _read_texts([self.content], YAML_SUFFIXES)
        return [Source(one.path, _ID.sub("", one.text)) for one in lists]

    @cached_property
    def _theme_texts(self) -> list[Source]:
        return list(_read_texts(self.theme, TEXT_SUFFIXES))

    def _find_own_lines(self, secret: Secret) -> set[tuple[str, int]]:
        """Return the lines of lists on which a person's own entries stand; line 0 is a whole file."""
        own = set()
        for event in self.registry.events.values():
            starts = sorted({attendee.place.line for attendee in event.attendees})
            for attendee in event.attendees:
                if self.registry.resolve_id(attendee.id) == secret.person_id:
                    first = attendee.place.line
                    after = next((line for line in starts if line > first), first + 1000)
                    own |= {(attendee.place.source, line) for line in range(first, after)}
        person = self.registry.people.get(secret.person_id)
        return own | ({(person.place.source, 0)} if person else set())


def _find_strings(value: object) -> Iterator[str]:
    """Yield the strings of a setting, at any depth, but no paths of this machine."""
    if isinstance(value, str) and not Path(value).is_absolute():
        yield value
    elif isinstance(value, Mapping):
        yield from _find_strings([*value, *value.values()])
    elif isinstance(value, list | tuple | set | frozenset):
        for one in value:
            yield from _find_strings(one)


def _read_texts(folders: Iterable[Path], suffixes: Iterable[str]) -> Iterator[Source]:
    wanted = set(suffixes)
    for folder in folders:
        for path in sorted(folder.rglob("*")):
            if path.suffix.lower() in wanted and path.is_file() and path.stat().st_size <= LARGEST_TEXT:
                yield Source(path, path.read_text(encoding="utf-8", errors="replace"))


def _fold(text: str) -> tuple[str, ...]:
    """Return the folded words of every form of a text, with its tags and without."""
    forms = [form for form in find_forms(text) if form]
    bare = [_TAG.sub(gap, form) for form in forms if "<" in form for gap in ("", " ")]
    return tuple(map(fold_words, (*forms, *bare)))
