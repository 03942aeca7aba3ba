"""Keys of a YAML text that is to be changed, found by their standard words however they are spelt."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .vocabulary import Vocabulary
    from .yaml_edit import CommentedMap


def find_key(mapping: CommentedMap, standard: str, vocabulary: Vocabulary) -> str | None:
    """Return the key under which a mapping has something, however it is spelt; or None."""
    keys = [key for key in mapping if vocabulary.find(str(key)) == standard]
    return standard if standard in keys else keys[0] if keys else None


def find_value(mapping: CommentedMap, standard: str, vocabulary: Vocabulary) -> Any:  # noqa: ANN401 -- a tree
    """Return the value of a key, however it is spelt; or None."""
    key = find_key(mapping, standard, vocabulary)
    return None if key is None else mapping[key]
