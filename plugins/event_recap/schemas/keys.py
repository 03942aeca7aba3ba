"""The keys of a mapping as a schema: standard words, their other spellings, and nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from ..loading.vocabulary import Vocabulary

Schema: TypeAlias = dict[str, Any]
"""A JSON Schema, or a part of one."""

_ACCENTS = {"a": "ÀàÂâÄä", "c": "Çç", "e": "ÉéÈèÊêËë", "i": "ÎîÏï", "o": "ÔôÖö", "u": "ÙùÛûÜü"}
"""What French and its neighbours put on letters."""
_BETWEEN = r"[\W_]*"


def fold_pattern(words: Iterable[str]) -> str:
    """Return the pattern of everything that ``fold_key`` makes one of some words of.

    >>> import re
    >>> [bool(re.search(fold_pattern(["jobtitle"]), key)) for key in ("Job-title", "jobs")]
    [True, False]
    """
    forms = (
        _BETWEEN.join(f"[{sign.upper()}{sign}{_ACCENTS.get(sign, '')}]" for sign in word) for word in words
    )
    return f"^{_BETWEEN}(?:{'|'.join(forms)}){_BETWEEN}$"


def case_pattern(word: str) -> str:
    """Return the pattern of a word in capitals or not.

    >>> case_pattern("x_1")
    '[Xx]_1'
    """
    return "".join(f"[{sign.upper()}{sign}]" if sign.isalpha() else sign for sign in word)


def build_mapping(
    vocabulary: Vocabulary, values: Mapping[str, Schema], told: Mapping[str, str], *rules: Schema
) -> Schema:
    """Return the schema of a mapping.

    Args:
        vocabulary: The keys that are read.
        values: Schema of the value of each standard word, of its parts and inner keys.
        told: What each key says, for people.
        rules: What else must hold.
    """
    properties = {key: {"description": told[key], **values[key]} for key in vocabulary.keys}
    others: dict[str, Schema] = {}
    for standard in dict.fromkeys(vocabulary.known.values()):
        pattern = rf"^(?!{standard}$)" + _spell(vocabulary, [standard])[1:]
        hint = {"deprecationMessage": f"read as '{vocabulary.standard(standard)}'; write that"}
        if standard in vocabulary.parts:
            hint = {}
        others[pattern] = {**values[standard], **hint}
    noun = re.sub("^(?:an?|the) ", "", vocabulary.noun)
    schema: Schema = {"title": noun, "type": "object", "properties": properties, "patternProperties": others}
    schema["additionalProperties"] = False
    return {**schema, "allOf": list(rules)} if rules else schema


def require(vocabulary: Vocabulary, key: str, value: Schema) -> Schema:
    """Return the rule that a key has a value, by its standard word or another spelling."""
    return unless_spelled(vocabulary, [key], {"required": [key], "properties": {key: value}})


def unless_spelled(vocabulary: Vocabulary, keys: Sequence[str], rule: Schema) -> Schema:
    """Return a rule on standard words that holds where none of their other spellings is used."""
    names = "|".join(keys)
    pattern = rf"^(?!(?:{names})$)" + _spell(vocabulary, keys)[1:]
    return {"if": {"propertyNames": {"not": {"pattern": pattern}}}, "then": rule}


def _spell(vocabulary: Vocabulary, keys: Sequence[str]) -> str:
    wholes = {*keys, *(part for part, whole in vocabulary.parts.items() if whole in keys)}
    return fold_pattern(folded for folded, standard in vocabulary.known.items() if standard in wholes)
