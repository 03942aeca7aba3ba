"""Two values have the same digest where they say the same, and only there."""

from __future__ import annotations

import pickle
from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st

from event_recap.engine.digests import Digests

SIMPLE = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(allow_nan=False), st.binary(), st.text(), st.dates()
)
VALUES = st.recursive(
    SIMPLE,
    lambda parts: st.one_of(
        st.lists(parts, max_size=4),
        st.lists(parts, max_size=4).map(tuple),
        st.dictionaries(st.text(max_size=3), parts, max_size=3),
        st.frozensets(SIMPLE, max_size=4),
    ),
    max_leaves=12,
)


@dataclass(frozen=True)
class Card:
    """A value with several fields."""

    name: object
    note: object = ""


@dataclass(frozen=True)
class Word:
    """A value with one field."""

    name: object


def digest(value):
    """Return the digest of a value, in a build of its own."""
    return Digests().digest(value, lambda _thing, _place: None, "page.value")


@given(value=VALUES)
def test_a_value_says_the_same_in_every_build(value):
    """A page is not made again because its values were read again: a copy is as good as the first."""
    again = pickle.loads(pickle.dumps(value))

    assert digest([again, again]) == digest([value, value])
    assert digest(Card(again)) == digest(Card(value))


@given(one=VALUES, other=VALUES)
def test_values_that_are_spelled_otherwise_have_other_digests(one, other):
    """What would look otherwise on a page is another value, though Python may call both equal."""
    same = _spell(one) == _spell(other)

    assert (digest([one]) == digest([other])) == same
    assert (digest(Card(one, "x")) == digest(Card(other, "x"))) == same


def test_values_of_another_class_are_told_apart():
    """A page says ``1`` otherwise than ``True``."""
    values = [1, True, 1.0, "1", b"1", "True", None, "None", (), [], "", ("1",), ["1"], Word("1")]

    digests = {digest([value]) for value in values}

    assert len(digests) == len(values)


def _spell(value):
    """Return a value in words, the same for sets in any order."""
    if isinstance(value, frozenset):
        return "set", sorted(f"{type(part)} {part!r}" for part in value)
    if isinstance(value, dict):
        return "dict", [(key, _spell(part)) for key, part in value.items()]
    if isinstance(value, (list, tuple)):
        return type(value).__name__, [_spell(part) for part in value]
    return type(value).__name__, repr(value)
