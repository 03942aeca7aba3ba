"""Sentences with gaps, in two languages: of which pattern a sentence is, and how the other tells it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

GAP = re.compile(r"\{([nqs]?\d+)\}")
"""A gap, which a value fills: ``{1}``; a number alone, ``{n1}``; the ``s`` of a plural, ``{s2}``."""
MASK = "…"
"""Stands where a message was not to say what somebody typed."""
KINDS = {"n": r"[\d.,]+", "s": "s?"}
"""What fills a gap that not everything fills."""
STRONG = 5
"""Signs that a pattern has where it is looked for in a whole line."""
DEEPEST = 6
"""A sentence holds another, which holds another: not more often than this."""
JOINTS = (("; ", "\N{NARROW NO-BREAK SPACE}; "), (": ", "\N{NO-BREAK SPACE}: "), (", ", ", "))
"""What stands between two sentences on one line, and what stands there in French."""
_WORD = re.compile(r"(?<![\w}])[^\W\d_]+(?![\w{])")
_QUOTED = re.compile(r"""(?<!\w)(?:'[^']+'|"[^"]+")(?!\w)""")
_ALONE = re.compile(r"(?P<sign>['\"`])[^'\"`]*(?P=sign)")


class Strength(Enum):
    """How much a pattern says by itself."""

    STRONG = "strong"
    """Looked for before a line is parted into sentences."""
    WEAK = "weak"
    """After that: ``by {1}``."""
    LOOSE = "loose"
    """Only inside of a sentence: ``{1} or {2}``."""


@dataclass(frozen=True, slots=True)
class _Phrase:
    """One pattern and its translation."""

    pattern: re.Pattern[str]
    answer: str
    weight: int
    """Letters that are not filled in: the pattern that says most itself is asked first."""
    strength: Strength


class Phrasebook:
    """Translates whole sentences, and the sentences inside of them.

    >>> book = Phrasebook({"{1} is no day{2}": "{1} n’est pas un jour{2}", "; see {1}": " ; voir {1}"})
    >>> book.translate("'30' is no day; see a.md"), book.translate("something else")
    ("'30' n’est pas un jour ; voir a.md", 'something else')
    """

    def __init__(self, sentences: Mapping[str, str]) -> None:
        """Keep the patterns, each under the rarest of its words.

        Args:
            sentences: The translation of each; gaps are ``{1}``, ``{2}``, in any order in the translation.
        """
        self._whole = {one: other for one, other in sentences.items() if not GAP.search(one)}
        gapped = {one: other for one, other in sentences.items() if GAP.search(one) or _QUOTED.search(one)}
        told = {one: _WORD.findall(_QUOTED.sub(" ", one)) for one in gapped}
        counts = Counter(word for words in told.values() for word in set(words))
        self._by_word: dict[str, list[_Phrase]] = defaultdict(list)
        for one, other in gapped.items():
            words = sorted(told[one], key=lambda word: (counts[word], -len(word)))
            self._by_word[words[0] if words else ""].append(_build_phrase(one, other))

    def translate(self, text: str) -> str:
        """Return a sentence in the other language; as it is where it is of no pattern that is known."""
        return self._translate(text, 0, is_value=False) or text

    def _translate(self, text: str, depth: int, *, is_value: bool) -> str | None:
        """Return a translation; None where there is none, or where a value is what somebody typed."""
        bare = text.strip(" \n")
        if not bare or depth > DEEPEST or (is_value and (" " not in bare or _ALONE.fullmatch(bare))):
            return None
        found = self._find(bare, depth, {Strength.STRONG})
        if found is None:
            found = self._translate_parts(bare, depth, is_value=is_value)
        if found is None:
            found = self._find(bare, depth, {Strength.WEAK, *([Strength.LOOSE] if is_value else [])})
        return None if found is None else text.replace(bare, found, 1)

    def _find(self, text: str, depth: int, wanted: set[Strength]) -> str | None:
        """Return the translation of a sentence as a whole, by a pattern that says much itself, or little."""
        if text in self._whole:
            return self._whole[text]
        for phrase in self._list_candidates(text):
            if phrase.strength not in wanted:
                continue
            if found := phrase.pattern.fullmatch(text):
                return self._fill_in(phrase.answer, found, depth + 1)
        return None

    def _fill_in(self, answer: str, found: re.Match[str], depth: int) -> str:
        """Put the values into a translation, each translated where it is a sentence itself."""
        values = found.groupdict()
        told = {gap: self._translate(value, depth, is_value=True) or value for gap, value in values.items()}
        return GAP.sub(lambda gap: told[f"gap{gap[1]}"], answer)

    def _list_candidates(self, text: str) -> Iterable[_Phrase]:
        words = {"", *re.findall(r"[^\W\d_]+", text)}
        found = [phrase for word in words for phrase in self._by_word.get(word, ())]
        return sorted(found, key=lambda phrase: (-phrase.weight, phrase.pattern.pattern))

    def _translate_parts(self, text: str, depth: int, *, is_value: bool) -> str | None:
        """Return a line of two sentences: both known, or one of them."""
        halves: list[str] = []
        for joint, french in JOINTS:
            first, sign, rest = text.partition(joint)
            if not sign or depth >= DEEPEST:
                continue
            one, other = (self._translate(part, depth + 1, is_value=is_value) for part in (first, rest))
            # A colon after the place of a problem stays as programs read it.
            is_plain = joint == ": " and one is None
            said = f"{one or first}{joint if is_plain else french}{other or rest}"
            if other is not None and (one is not None or not first):
                return said
            if one is not None or other is not None:
                halves.append(said)
        return halves[0] if halves else None


def _build_phrase(pattern: str, answer: str) -> _Phrase:
    """Return a pattern that also fits where what it quotes was taken out, since it may tell of somebody."""
    texts = GAP.split(pattern)
    weight = sum(map(len, texts[::2]))
    is_open = not texts[0] and not texts[-1] and not any(gap[0] in KINDS for gap in texts[1::2])
    strength = Strength.STRONG if weight >= STRONG else Strength.LOOSE if is_open else Strength.WEAK
    fillings = {gap: KINDS.get(gap[0], ".*?") for gap in texts[1::2]}
    for number, quoted in enumerate(dict.fromkeys(_QUOTED.findall(pattern))):
        if pattern.count(quoted) == answer.count(quoted) == 1:
            gap = f"q{number}"
            inside = ".*?".join(map(re.escape, GAP.split(quoted)[::2]))
            fillings[gap] = f"{inside}|{quoted[0]}{MASK}{quoted[0]}"
            pattern, answer = (text.replace(quoted, f"{{{gap}}}") for text in (pattern, answer))
    parts = (
        f"(?P<gap{part}>{fillings[part]})" if number % 2 else re.escape(part)
        for number, part in enumerate(GAP.split(pattern))
    )
    return _Phrase(re.compile("".join(parts), re.DOTALL), answer, weight, strength)
