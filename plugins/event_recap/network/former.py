"""Former addresses of the pages of pairs: those of the ids from which one of the two moved."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from ..model.meeting import make_key

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from ..errors import Place
    from ..model.meeting import PairKey
    from ..model.registry import Registry


def find_former_pairs(
    key: PairKey, taken: Container[PairKey], registry: Registry
) -> Iterator[tuple[PairKey, Place]]:
    """Yield each former key of two people who have a page together, and the file that says so.

    Args:
        key: Their ids of today.
        taken: Keys of pairs that have a page of their own, which stays theirs.
        registry: Everybody of the site.
    """
    files = [registry.people.get(person_id) for person_id in key]
    first, second = (
        (person_id, *(one for one in (file.moved_from if file else ()) if one not in registry.public_people))
        for person_id, file in zip(key, files, strict=True)
    )
    told = {key}
    for one, other in product(first, second):
        former = make_key(one, other)
        if one != other and former not in told and former not in taken:
            told.add(former)
            moved = files[0] if files[0] and one != key[0] else files[1]
            if moved:
                yield former, moved.place
