"""Which recaps are like each other: by inverted index, in whole numbers, the same on every machine."""

from __future__ import annotations

import heapq
import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from types import MappingProxyType

WEIGHTS: Mapping[str, int] = MappingProxyType({"event": 6, "series": 4, "people": 4, "tags": 2, "words": 3})
"""What the likeness of each kind of trait counts; the likeness itself is between 0 and 1."""

MOST_TRAITS = 16
"""Of one kind, the most telling are compared: a recap has thousands of words, an evening many people."""

WINDOW = 16
"""Where a trait is common, so many recaps before and after are looked at, and not all that have it."""

LIKELY = 48
"""So many recaps are compared trait by trait: more than stand around one."""

UNIT = 1 << 10
"""The length of a trait's vector; weights are whole numbers, so that no order of additions changes a sum."""

LEAST = UNIT * UNIT // 4
"""Recaps that have less in common are not related; a quarter of being wholly alike in one kind."""

_FINE = 64
"""Steps of one doubling in how rare a trait is."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What is known of a recap when it is compared; of people, only those who may be shown."""

    slug: str
    """Translations have the same, and are never related to each other."""
    lang: str
    kinds: Mapping[str, Mapping[str, int]]
    """Kind of trait to traits, each with how often it is there."""
    is_listed: bool = True
    """Whether others may be related to it."""


def find_related(recaps: Sequence[Traits], most: int) -> list[tuple[int, ...]]:
    """Return for each recap the positions of those that are most like it, of its own language first.

    Args:
        recaps: In the order that decides between two of the same likeness: the newest first.
        most: How many at the most.
    """
    index = _Index(recaps)
    return [index.find(position, most) for position in range(len(recaps))]


class _Index:
    """Every trait, with the recaps that have it."""

    def __init__(self, recaps: Sequence[Traits]) -> None:
        self._recaps = recaps
        listed = [recap for recap in recaps if recap.is_listed]
        self._counts = {
            kind: Counter(chain.from_iterable(recap.kinds.get(kind, ()) for recap in listed))
            for kind in WEIGHTS
        }
        total = len(listed)
        # How rare a trait is, as a whole number, by the number of recaps that have it.
        self._rarities = [0, *(round(_FINE * math.log2(1 + total / count)) for count in range(1, total + 1))]
        self._vectors = [self._weigh(recap) for recap in recaps]
        self._places: dict[tuple[str, str], list[int]] = {}
        self._weights: dict[tuple[str, str], list[int]] = {}
        for position, (recap, vector) in enumerate(zip(recaps, self._vectors, strict=True)):
            for trait, weight in vector.items() if recap.is_listed else ():
                self._places.setdefault(trait, []).append(position)
                self._weights.setdefault(trait, []).append(weight)

    def find(self, position: int, most: int) -> tuple[int, ...]:
        """Return the positions of the recaps that are most like one."""
        recap = self._recaps[position]
        likely = heapq.nsmallest(
            max(LIKELY, most),
            (
                (self._recaps[other].lang != recap.lang, -score, other)
                for other, score in self._guess(position).items()
                if self._recaps[other].slug != recap.slug
            ),
        )
        order = sorted(
            (is_foreign, -score, other)
            for is_foreign, _, other in likely
            if (score := self._compare(position, other)) >= LEAST
        )
        chosen: dict[str, int] = {}
        for _, _, other in order:
            chosen.setdefault(self._recaps[other].slug, other)
            if len(chosen) == most:
                break
        return tuple(chosen.values())

    def _compare(self, position: int, other: int) -> int:
        """Return how much two recaps have in common."""
        one, two = self._vectors[position], self._vectors[other]
        return sum(WEIGHTS[trait[0]] * one[trait] * two[trait] for trait in one.keys() & two.keys())

    def _guess(self, position: int) -> dict[int, int]:
        """Return recaps that are likely to have much in common with one, and at least how much that is."""
        scores: dict[int, int] = {}
        for trait, weight in self._vectors[position].items():
            factor = weight * WEIGHTS[trait[0]]
            for other, its_weight in self._look_around(trait, position):
                scores[other] = scores.get(other, 0) + factor * its_weight
        return scores

    def _look_around(self, trait: tuple[str, str], position: int) -> Iterable[tuple[int, int]]:
        """Return the recaps with a trait, and its weight there; of a common one, those next to a position."""
        places, weights = self._places.get(trait, []), self._weights.get(trait, [])
        if len(places) > 2 * WINDOW:
            at = bisect_left(places, position)
            window = slice(max(0, at - WINDOW), at + WINDOW + 1)
            places, weights = places[window], weights[window]
        return zip(places, weights, strict=True)

    def _weigh(self, recap: Traits) -> dict[tuple[str, str], int]:
        """Return the most telling traits, those of one kind together of the length of a unit.

        A trait that is there several times counts one more for each doubling.
        """
        vector: dict[tuple[str, str], int] = {}
        rarities = self._rarities
        for kind, traits in recap.kinds.items():
            counts = self._counts[kind]
            weights = [
                (-rarities[counts[trait]] * times.bit_length(), trait)
                for trait, times in traits.items()
                if trait in counts
            ]
            length = math.isqrt(sum([weight * weight for weight, _ in weights]))
            # What nobody else has makes the others lighter, and leads to nobody.
            shared = [one for one in weights if counts[one[1]] > recap.is_listed]
            for weight, trait in heapq.nsmallest(MOST_TRAITS, shared):
                vector[kind, trait] = -weight * UNIT // length
        return vector
