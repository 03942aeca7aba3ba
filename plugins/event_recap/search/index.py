"""From records to the files that the script of the page asks for, each small and only when it is needed.

``index.json`` says how many pages there are and by what they can be narrowed down; ``pages/N.json`` what is
shown of each; ``words/xx.json`` every word that begins so, and where it stands.
"""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from .words import find_stem, fold, split_words

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence

    from .records import SearchRecord

CHUNK = 64
"""Pages of which one file tells; the script knows it from ``index.json``."""

TITLE, NAMES, MOST = 8, 4, 3
"""What a word in the title counts, one in names and places, and one in the text however often it is there."""

COMMON = 0.5
"""A word of more than this part of the pages tells nothing, where there are many."""

MANY = 200
"""From so many pages on, common words are left out."""

FEW_WORDS = 5_000
"""Below so many words, files are made by the first letter and not by two: small files help nobody."""

FACETS = ("kind", "year", "series", "place")


def build_files(records: Sequence[SearchRecord], unsearchable: Iterable[str]) -> Iterator[tuple[str, bytes]]:
    """Yield every file of the index: path below its folder, and content; the same for the same records.

    Args:
        records: In the order in which two that fit alike are shown.
        unsearchable: Names under which nothing may be found, and handles, with their ``@``.
    """
    silent = _Silence(set(unsearchable))
    words = {
        stem: (forms, places)
        for stem, (forms, places) in sorted(_collect(records, silent).items())
        if len(records) <= MANY or len(places) <= len(records) * COMMON
    }
    letters = 1 if len(words) < FEW_WORDS else 2
    yield "index.json", _write({**_list_facets(records), "letters": letters})
    for start in range(0, len(records), CHUNK):
        shown = [_list_page(record, silent) for record in records[start : start + CHUNK]]
        yield f"pages/{start // CHUNK}.json", _write(shown)
    shards: dict[str, list[list[object]]] = defaultdict(list)
    for forms, places in words.values():
        entry = [sorted(forms), _pack(places)]
        for shard in sorted({_name_shard(form[:letters]) for form in forms}):
            shards[shard].append(entry)
    for shard, entries in sorted(shards.items()):
        yield f"words/{shard}.json", _write(entries)


def _list_facets(records: Sequence[SearchRecord]) -> dict[str, object]:
    """Return the values of each facet, and for each page, in its order, which of them it has; -1 for none."""
    facets: dict[str, object] = {}
    for name in FACETS:
        values = sorted(
            {getattr(record, name) for record in records} - {""}, key=lambda value: (fold(value), value)
        )
        places = {value: place for place, value in enumerate(values)}
        facets[name] = [values, [places.get(getattr(record, name), -1) for record in records]]
    people = sorted(
        {name for record in records for name in record.people}, key=lambda name: (fold(name), name)
    )
    places = {name: place for place, name in enumerate(people)}
    facets["person"] = [people, [[places[name] for name in record.people] for record in records]]
    return {"count": len(records), "chunk": CHUNK, "facets": facets}


def _list_page(record: SearchRecord, silent: _Silence) -> list[str]:
    summary = record.summary if silent.read(record.summary) == _read(record.summary) else ""
    return [record.url, record.title, record.kind, record.when, record.lang, summary]


def _collect(
    records: Sequence[SearchRecord], silent: _Silence
) -> dict[str, tuple[set[str], list[tuple[int, int]]]]:
    """Return for each stem its forms, and the pages that have one of them, each with what it counts there."""
    found: dict[str, tuple[set[str], list[tuple[int, int]]]] = {}
    for place, record in enumerate(records):
        counts: Counter[str] = Counter()
        fields = (
            (record.title, TITLE),
            (" ".join((*record.people, record.place, record.series)), NAMES),
            (record.text, 0),
        )
        text: Counter[str] = Counter()
        for field, weight in fields:
            for (word, spelling), number in Counter(silent.read(field)).items():
                stem = find_stem(word, spelling, record.lang)
                found.setdefault(stem, (set(), []))[0].add(word)
                if weight:
                    counts[stem] = max(counts[stem], weight)
                else:
                    text[stem] += number
        for stem, number in text.items():
            counts[stem] += min(number, MOST)
        for stem, count in sorted(counts.items()):
            found[stem][1].append((place, count))
    return found


def _read(text: str) -> list[tuple[str, str]]:
    """Return the words of a text, each folded and as it is spelt."""
    pairs: list[tuple[str, str]] = []
    for spelling in _split_spelling(text):
        pairs += _read_word(spelling)
    return pairs


@lru_cache(maxsize=16384)
def _read_word(spelling: str) -> tuple[tuple[str, str], ...]:
    folded = fold(spelling)
    return tuple((word, spelling if folded == word else word) for word in split_words(spelling))


def _split_spelling(text: str) -> list[str]:
    return text.translate(_LETTERS).split()


class _Letters(dict[int, str]):
    """Each letter and mark as it is, and a space for any other sign; each is judged once."""

    def __missing__(self, code: int) -> str:
        letter = chr(code)
        self[code] = letter if letter.isalnum() or not fold(letter) else " "
        return self[code]


_LETTERS = _Letters()


class _Silence:
    """Leaves names out of texts, word by word, however they are written."""

    def __init__(self, names: Collection[str]) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = defaultdict(list)
        self._handles = _match_handles(sorted(name for name in names if name.startswith("@")))
        for name in sorted(name for name in names if not name.startswith("@")):
            if words := tuple(split_words(name)):
                self._by_first[words[0]].append(words)

    def read(self, text: str) -> list[tuple[str, str]]:
        """Return the words of a text without those of names, and without handles."""
        return self._leave_out(_read(self._handles.sub(" ", text) if self._handles else text))

    def _leave_out(self, words: list[tuple[str, str]]) -> list[tuple[str, str]]:
        if not self._by_first:
            return words
        kept: list[tuple[str, str]] = []
        place = 0
        while place < len(words):
            length = self._measure(words, place)
            if not length:
                kept.append(words[place])
            place += length or 1
        return kept

    def _measure(self, words: list[tuple[str, str]], place: int) -> int:
        """Return of how many words the longest name is that begins here; 0 for none."""
        names = self._by_first.get(words[place][0], ())
        here = (len(name) for name in names if _matches(words, place, name))
        return max(here, default=0)


def _match_handles(handles: Iterable[str]) -> re.Pattern[str] | None:
    """Return a pattern of handles as mentions are typed: bare, one may be a word of the language."""
    typed = "|".join(re.escape(handle.removeprefix("@")) for handle in handles)
    return re.compile(rf"(?<!\w)(?:@|\[\[)(?:{typed})(?![\w-])", re.IGNORECASE) if typed else None


def _matches(words: list[tuple[str, str]], place: int, name: tuple[str, ...]) -> bool:
    return tuple(word for word, _ in words[place : place + len(name)]) == name


def _name_shard(start: str) -> str:
    """Return the name of the file of the words that begin so; plain letters, whatever the script."""
    return start if start.isascii() else "-".join(f"{ord(letter):x}" for letter in start)


def _pack(places: list[tuple[int, int]]) -> list[int]:
    """Return places as steps from one to the next, each followed by what the word counts there."""
    packed: list[int] = []
    before = 0
    for place, count in places:
        packed += [place - before, count]
        before = place
    return packed


def _write(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
