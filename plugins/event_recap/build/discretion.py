"""What a message may say: the log of a build may be public, so none names who may not be shown."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import get_close_matches
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import suggest
from ..loading.files import display_path
from ..loading.pictures import PICTURE_SUFFIXES
from ..model.identity import build_id
from ..model.photograph import find_words
from ..model.removal import Kind, find_forms, fold_name
from ..model.responder import may_name_commenter
from ..model.traces import find_traces
from .own_lines import KNOWN_WORDS, OwnLines, is_known_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..errors import Place, Problem
    from ..model.comment import Commenter
    from ..model.event import Attendee
    from ..model.person import Person
    from ..model.registry import Registry
    from ..model.removal import Removed
    from ..run import Run

MASK = "…"
"""Stands where a message would say who is meant."""
MOST_WORDS = 12
"""Words of the longest name that is looked for."""
SHORTEST_LIKE = 5
"""Letters of a word that may be a slip of a name; shorter ones are like too many."""
LIKENESS = 0.8
"""How like a name a word must be to be taken for a slip of it; from 0 to 1."""
HARMLESS = frozenset(
    {"visibility", "consent", "given", "until", "method", "index", "graph", "known_since", "region"}
)
"""Fields of which no value tells who it is of."""
_PARTS = re.compile(r"[.:\s]+")
_QUOTED = re.compile(r"""(?<!\w)(?P<sign>['"])(?P<typed>.+?)(?P=sign)(?!\w)""")
_PATH = re.compile(r"""[^\s'",;]*[/@.][^\s'",;]*""")


class Discretion:
    """Takes out of messages who is less than named in any list or file, and who asked to be forgotten."""

    def __init__(
        self,
        registry: Registry,
        removed: Removed,
        content: Path,
        authors: Iterable[Commenter] = (),
        *,
        tells_paths: bool = False,
    ) -> None:
        """Know everybody whom no message may name.

        Args:
            registry: Everybody of the site.
            removed: People who asked to be forgotten.
            content: The content folder.
            authors: Of all comments and quoted posts, whose own files may ask for less than the lists.
            tells_paths: Whether the place of a problem keeps its path: only the author, at their own
                terminal, reads it.
        """
        self._registry = registry
        self._removed = removed
        self._authors = authors
        self._own = OwnLines(registry, content)
        self._tells_paths = tells_paths

    def mask(self, problem: Problem) -> Problem:
        """Return a problem that says where and what, and not who."""
        is_own = self._own.holds(problem.place)
        is_harmless = problem.field.rpartition(".")[2] in HARMLESS
        values = self._own.list_values(problem.place) if is_own and not is_harmless else ()
        field, what = (self._mask_text(text, values) for text in (problem.field, problem.what))
        if is_own and not is_harmless:
            what = _QUOTED.sub(_mask_unknown, what)
            field = field if _QUOTED.search(field) else ".".join(map(_mask_key, field.split(".")))
        place = problem.place if self._tells_paths else self._mask_place(problem.place)
        return replace(problem, place=place, field=field, what=what)

    def _mask_place(self, place: Place) -> Place:
        """Return a place whose file has a name that tells of nobody."""
        source = self._files.get(place.source) or self._mask_path(place.source)
        return replace(place, source=source)

    def _mask_path(self, source: str) -> str:
        path = Path(source)
        if not any(self._find_spans(source)) and not self._is_telling_picture(path):
            return source
        if path.parent != Path() and path.is_file():
            return label_file(path)
        parts = ((part, any(self._find_spans(part)) or part == path.name) for part in source.split("/"))
        return "/".join(MASK if is_masked else part for part, is_masked in parts)

    def _is_telling_picture(self, path: Path) -> bool:
        """Tell whether a path is of a picture, or of the file beside one, with a part of somebody's name."""
        suffixes = {suffix.lower() for suffix in path.suffixes}
        return not suffixes.isdisjoint(PICTURE_SUFFIXES) and bool(find_words(path.name) & self._parts)

    def _mask_text(self, text: str, values: Iterable[str] = ()) -> str:
        for source, label in self._files.items():
            text = text.replace(source, label)
        for value in values:
            text = re.sub(rf"(?<!\w){re.escape(value)}(?!\w)", MASK, text)
        for start, end in sorted(self._find_spans(text), reverse=True):
            text = text[:start] + MASK + text[end:]
        text = _PATH.sub(lambda found: self._mask_picture(found[0]), text)
        return _QUOTED.sub(self._mask_slip, text)

    def _mask_picture(self, name: str) -> str:
        path = Path(name.rstrip(":;"))
        return name.replace(path.name, f"{MASK}{path.suffix}") if self._is_telling_picture(path) else name

    def _find_spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where somebody is named; a single word only where somebody typed it, or in a path."""
        typed = [found.span() for form in (_QUOTED, _PATH) for found in form.finditer(text)]
        for trace in find_traces(text, self._is_withheld, most_words=MOST_WORDS, every=True):
            is_plain = trace.is_one_word and trace.kind is Kind.NAME
            if not is_plain or any(start <= trace.start < end for start, end in typed):
                yield trace.start, trace.end

    def _mask_slip(self, quoted: re.Match[str]) -> str:
        """Mask a word that is nearly the name of somebody, and nearer to it than to one that is told."""
        typed = quoted["typed"]
        sign = quoted["sign"]
        if typed in KNOWN_WORDS or fold_name(typed) in self._told or not self._is_like(build_id(typed)):
            return quoted[0]
        return f"{sign}{MASK}{sign}"

    def _is_like(self, identifier: str) -> bool:
        if len(identifier) < SHORTEST_LIKE:
            return False
        names: dict[str, bool] = {}
        for letters in _split_letters(identifier):
            names |= self._ids.get(letters, {})
        nearest = get_close_matches(identifier, sorted(names), n=1, cutoff=LIKENESS)
        return bool(nearest) and not names[nearest[0]]

    def _is_withheld(self, kind: Kind, folded: str) -> bool:
        return folded in self._withheld[kind] or self._removed.has_folded(kind, folded)

    @cached_property
    def _people(self) -> tuple[tuple[Attendee | Person | Commenter, bool], ...]:
        """What is said of each person, and whether a message may name them."""
        registry = self._registry
        listed = [entry for event in registry.events.values() for entry in event.attendees]
        named: list[Attendee | Person] = [entry for entry in listed if not entry.is_nameless]
        named += registry.people.values()
        unnamed = (one for one in self._authors if not may_name_commenter(one, registry))
        return (*((one, self._own.may_be_told(one)) for one in named), *((one, False) for one in unnamed))

    @cached_property
    def _told(self) -> frozenset[str]:
        """Names and ids of those who may be named, folded."""
        words = {word for one, is_told in self._people if is_told for word in _list_names(one)}
        return frozenset(form for word in words for form in find_forms(Kind.NAME, word))

    @cached_property
    def _withheld(self) -> dict[Kind, frozenset[str]]:
        """What those who may not be named are known by, folded; the site of a house is nobody's."""
        hidden = [one for one, is_told in self._people if not is_told]
        names = {word for one in hidden for word in _list_names(one)}
        addresses = {url for one in hidden for url in _list_urls(one)}
        addresses -= {url for one, is_told in self._people if is_told for url in _list_urls(one)}
        words = {
            Kind.NAME: names,
            Kind.HANDLE: names,
            Kind.LOCAL: set(map(find_local, names)) - {""},
            Kind.URL: addresses,
        }
        return {
            kind: frozenset(form for word in words[kind] for form in find_forms(kind, word)) for kind in Kind
        }

    @cached_property
    def _parts(self) -> frozenset[str]:
        """Words of the names of those who may not be named, and of nobody else's: pictures are named so."""
        parts: dict[bool, set[str]] = {True: set(), False: set()}
        for one, is_told in self._people:
            parts[is_told] |= {part for word in _list_names(one) for part in find_words(word)}
        return frozenset(parts[False] - parts[True])

    @cached_property
    def _ids(self) -> dict[str, dict[str, bool]]:
        """The names of everybody as ids, by each three letters of them, and whether each may be told."""
        told: dict[str, bool] = {}
        for one, is_told in self._people:
            for name in map(build_id, _list_names(one)):
                told[name] = told.get(name, True) and is_told
        names: dict[str, dict[str, bool]] = {}
        for name, is_told in told.items():
            for letters in _split_letters(name):
                names.setdefault(letters, {})[name] = is_told
        return names

    @cached_property
    def _files(self) -> dict[str, str]:
        """What stands for the files of people who may not be named: their names are ids."""
        files = {one.place.source for one in self._registry.people.values() if not self._own.may_be_told(one)}
        return {source: label_file(Path(source)) for source in sorted(files, key=len, reverse=True)}


def label_file(path: Path) -> str:
    """Return a name for a file that does not tell its name: its folder, and its number in it.

    The number is that of the line of ``LC_ALL=C ls``.
    """
    names = sorted(one.name for one in path.parent.iterdir() if not one.name.startswith("."))
    number = names.index(path.name) + 1 if path.name in names else 0
    return f"{display_path(path.parent)}/ (file {number} of {len(names)})"


def _list_names(one: Attendee | Person | Commenter) -> list[str]:
    """Return every name, id and handle of somebody."""
    others = [word for key in ("aliases", "moved_from") for word in getattr(one, key, ())]
    handles = [profile.handle for profile in one.profiles if profile.handle]
    return [word for word in (one.name, getattr(one, "id", ""), *others, *handles) if word]


def build_discretion(run: Run, content: Path, *, tells_paths: bool = False) -> Discretion:
    """Return the discretion of a build, which knows everybody of the site; arguments as above."""
    authors = [one.author for one in run.comments.comments]
    authors += [one.author for one in run.quoted_posts.posts.values()]
    return Discretion(run.registry, run.removed, content, authors, tells_paths=tells_paths)


def find_local(handle: str) -> str:
    """Return what stands before the server in a handle; empty where it names none.

    >>> find_local("@anne@social.example"), find_local("@anne")
    ('anne', '')
    """
    local, sign, _ = handle.removeprefix("@").partition("@")
    return local if sign else ""


def _list_urls(one: Attendee | Person | Commenter) -> list[str]:
    return [url for url in (one.url, *(profile.url for profile in one.profiles)) if url]


def _mask_key(key: str) -> str:
    """Mask a key that is like none of ours: somebody may have typed a name where one is expected.

    >>> _mask_key("attendees[3]"), _mask_key("nmae"), _mask_key("Anne Roy")
    ('attendees[3]', 'nmae', '…')
    """
    bare = key.partition("[")[0]
    return key if not bare or is_known_key(bare) or suggest(bare, KNOWN_WORDS) else MASK


def _mask_unknown(quoted: re.Match[str]) -> str:
    """Mask what somebody typed, where it is no word of ours."""
    words = set(_PARTS.split(quoted["typed"])) - {"", MASK}
    return quoted[0] if words <= KNOWN_WORDS else f"{quoted['sign']}{MASK}{quoted['sign']}"


def _split_letters(name: str) -> set[str]:
    """Return each three letters that stand together; what is like a name shares some with it."""
    return {name[start : start + 3] for start in range(len(name) - 2)}
