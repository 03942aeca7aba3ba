"""Search the files of a site for everything that may stand nowhere."""

from __future__ import annotations

import os
import re
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from ahocorasick_rs import AhoCorasick, BytesAhoCorasick

from ..model.secret import fold_words
from .encodings import decode_bytes, find_forms
from .forgotten import SOMEBODY
from .members import Budget, find_pieces, holds_base64, unpack_whole
from .needles import decode_around, is_fingerprint, list_needles
from .packers import SIGNATURES, SUFFIXES, UnsearchableError
from .pattern import SHORTEST_IN_NOISE, build_pattern, simplify, squeeze_simple
from .repeats import SeenLines

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from ..model.secret import Secret, Secrets
    from .forgotten import Forgotten
    from .pattern import Pattern

MOST_FILES = 20
"""Files with one secret that are told; then it is searched for no longer."""
BLOCK_BYTES = 16_000_000
"""A file that is larger, and is no archive, is read in blocks."""
LAP_BYTES = 65_536
"""What two blocks have in common."""

_TAG = re.compile(r"<[^<>]*>")
_TAG_BYTES = re.compile(rb"<[^<>]*>")
_PACKED = (b"\x1f\x8b", b"BZh", b"\xfd7zXZ", b"PK\x03\x04", b"%PDF", *SIGNATURES)
_Key = TypeVar("_Key", bytes, str)


@dataclass(slots=True)
class Findings:
    """What a search came to."""

    files: defaultdict[Secret, list[str]] = field(default_factory=lambda: defaultdict(list))
    """Paths below the folder in which each secret stands, sorted; at most ``MOST_FILES``."""
    unsearched: dict[str, str] = field(default_factory=dict)
    """Paths of files that could not be searched to their end, and why."""


class Searcher:
    """Finds secrets in texts and files; made once for a build."""

    def __init__(self, secrets: Secrets, forgotten: Forgotten | None = None) -> None:
        """Build the automata: they look for all secrets at once.

        Args:
            secrets: What may stand nowhere.
            forgotten: What tells whether a text names somebody of whom there is only a hash.
        """
        by_word: defaultdict[str, list[str]] = defaultdict(list)
        for text in sorted(secrets.shown):
            for word in set(text.split()):
                by_word[word].append(text)
        self.patterns = tuple(build_pattern(secret, by_word) for secret in secrets.secrets)
        self._forgotten = forgotten
        self._told: set[Secret] = set()
        self._seen = SeenLines()
        self._cores = _index((core, one) for one in self.patterns for core in one.cores)
        self._words = _index((word, one) for one in self.patterns for word in one.words)
        self._needles = _index((needle, one) for one in self.patterns for needle in list_needles(one.secret))
        self._find_cores = BytesAhoCorasick([key for key, _ in self._cores]) if self._cores else None
        self._find_words = AhoCorasick([key for key, _ in self._words]) if self._words else None
        self._find_needles = BytesAhoCorasick([key for key, _ in self._needles]) if self._needles else None

    def search_folder(self, folder: Path, proved: Container[str] = frozenset()) -> Findings:
        """Return what stands in the files of a folder, their names, and the names of their folders.

        Args:
            folder: Where they are.
            proved: Paths below it of files that are not read; their names are searched.
        """
        findings = Findings()
        names = sorted(_list_files(folder), key=lambda name: name.split("/"))
        has_named = any(self.find_in_text("\n|\n".join(names)))  # one look at all is a look at each
        for name in names:
            path = folder / name
            found = dict.fromkeys(self.find_in_text(name) if has_named else ())
            try:
                for secret in () if name in proved else self._search_any(path):
                    found[secret] = None  # what is found before the end is found
            except UnsearchableError as error:
                findings.unsearched[name] = str(error)
            for secret in found:
                findings.files[secret].append(name)
                if len(findings.files[secret]) == MOST_FILES:
                    self._told.add(secret)
        return findings

    def _search_any(self, path: Path) -> Iterator[Secret]:
        packer = SUFFIXES.get(path.suffix.lower())
        if not packer:
            yield from self.search_file(path)
            return
        data = path.read_bytes()
        yield from self._find_in_noise(data)
        yield from self.find_in_bytes(unpack_whole(packer, data, Budget()))

    def search_file(self, path: Path) -> Iterator[Secret]:
        """Yield each secret that stands in a file, perhaps more than once.

        Raises:
            UnsearchableError: It could not be read to its end.
        """
        with path.open("rb") as stream:
            block = stream.read(BLOCK_BYTES)
            if block.startswith(_PACKED):
                block += stream.read(10 * BLOCK_BYTES)
            yield from self._find_in_new(block)
            while more := stream.read(BLOCK_BYTES):
                block = block[-LAP_BYTES:] + more
                yield from self.find_in_bytes(b"\0\0" + block)

    def _find_in_new(self, data: bytes) -> Iterator[Secret]:
        """Search what no other file has, where a file is lines of text."""
        if b"\0" in data or data.startswith(_PACKED):
            yield from self.find_in_bytes(data)
            return
        new, spans = self._seen.find_new(data)
        if holds_base64(new):  # where it begins is a line of its file alone: none that holds it is remembered
            yield from self.find_in_bytes(data)
            return
        found = list(self.find_in_bytes(new))
        if not found:
            self._seen.remember(spans)
        yield from found

    def find_in_bytes(self, data: bytes) -> Iterator[Secret]:
        """Yield each secret that stands in bytes or in what is packed in them, perhaps more than once.

        Raises:
            UnsearchableError: They could not be unpacked to their end.
        """
        for piece in find_pieces(data, Budget()):
            yield from self._find_encoded(piece.data)
            if piece.is_noise:
                yield from self._find_in_noise(piece.data)
            else:
                for text in decode_bytes(piece.data):
                    yield from self.find_in_text(text)

    def find_in_text(self, text: str) -> Iterator[Secret]:
        """Yield each secret that stands in a text in any encoding, perhaps more than once."""
        for form in find_forms(text):
            likely = [one for one in self._find_likely(form) if one.secret not in self._told]
            if likely:
                tagless = [_TAG.sub(gap, form) for gap in ("", " ")] if "<" in form else []
                folded = [fold_words(one) for one in (form, *tagless)]
                yield from (one.secret for one in likely if any(map(one.finds, folded)))
            if self._forgotten and SOMEBODY not in self._told and self._forgotten.stands_in(form):
                yield SOMEBODY

    def _find_in_noise(self, data: bytes) -> Iterator[Secret]:
        """Look among bytes that are no text, where short words stand by chance."""
        for encoding in ("utf-8", "latin-1"):
            text = data.replace(b"\xff\xfe", b" ").replace(b"\0", b"").decode(encoding, "replace")
            likely = [
                pattern
                for pattern in self._find_likely(text)
                if max(map(len, pattern.cores), default=0) >= SHORTEST_IN_NOISE
            ]
            folded = fold_words(text) if likely else ""
            yield from (pattern.secret for pattern in likely if pattern.finds_in_noise(folded))

    def _find_encoded(self, data: bytes) -> Iterator[Secret]:
        """Look for base64, hexadecimal digits and fingerprints."""
        if self._find_needles is None:
            return
        for index, start, _ in self._find_needles.find_matches_as_indexes(data, overlapping=True):
            needle, patterns = self._needles[index]
            folded = [fold_words(text) for text in decode_around(data, start)]
            for pattern in patterns:
                if is_fingerprint(needle) or any(map(pattern.finds, folded)):
                    yield pattern.secret

    def _find_likely(self, text: str) -> dict[Pattern, None]:
        """Return the patterns that may stand in a text; all that do are among them."""
        likely: dict[Pattern, None] = {}
        if self._find_cores and text:
            simple = simplify(text)
            for one in (simple, *([_TAG_BYTES.sub(b"", simple)] if b"<" in simple else [])):
                for index in _find_indexes(self._find_cores, squeeze_simple(one)):
                    core, patterns = self._cores[index]
                    likely |= {it: None for it in patterns if not it.is_one_word or _stands_alone(core, one)}
        if self._find_words and text:
            for index in _find_indexes(self._find_words, fold_words(_TAG.sub("", text)) + fold_words(text)):
                likely |= dict.fromkeys(self._words[index][1])
        return likely


def _list_files(folder: Path) -> Iterator[str]:
    """Yield the path of every file below a folder, with slashes; no link to a folder is followed."""
    for below, _, names in os.walk(folder):
        start = Path(below).relative_to(folder)
        yield from ((start / name).as_posix() for name in names)


def _index(entries: Iterable[tuple[_Key, Pattern]]) -> list[tuple[_Key, list[Pattern]]]:
    """Return the patterns of each key, in an order that is that of the automaton."""
    indexed: dict[_Key, list[Pattern]] = {}
    for key, pattern in entries:
        indexed.setdefault(key, []).append(pattern)
    return list(indexed.items())


def _find_indexes(automaton: AhoCorasick | BytesAhoCorasick | None, text: Any) -> list[int]:  # noqa: ANN401 -- of its kind
    """Return which of the automaton's patterns stand in a text."""
    if automaton is None:
        return []
    return sorted({found[0] for found in automaton.find_matches_as_indexes(text, overlapping=True)})


def _stands_alone(core: bytes, simple: bytes) -> bool:
    """Tell whether a word stands in a simplified text other than within a longer one."""
    start = simple.find(core)
    while start >= 0:
        end = start + len(core)
        if not simple[start - 1 : start].isalnum() and not simple[end : end + 1].isalnum():
            return True
        start = simple.find(core, start + 1)
    return False
