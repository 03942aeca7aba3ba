"""The setting ``EVENT_RECAP`` as a schema, for programs that write or check it."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from ..model.comment import CommentsState
from ..model.feed import DEFAULT_FEEDS, FEED_FORMATS
from ..model.look import LOOKS
from ..model.response_headers import ADDABLE, BACKENDS
from ..model.share import SHARE_NETWORKS
from ..model.visibility import VISIBILITY_WORDS
from ..setting_checks import EDITOR_KEYS, ENTRY_IDS, PICTURE_WIDTHS, SOCIAL_IMAGES
from ..setting_values import Settings

if TYPE_CHECKING:
    from .descriptions import Descriptions
    from .keys import Schema


def _list(item: Schema) -> Schema:
    return {"type": "array", "items": item}


def _map(kinds: dict[str, Schema]) -> Schema:
    return {"type": "object", "properties": kinds, "additionalProperties": False}


_EDITOR: dict[str, Schema] = {
    **{key: {"type": "string"} for key in EDITOR_KEYS},
    "backend": {"enum": list(BACKENDS)},
}
_CHOICES: dict[str, Schema] = {
    "default_visibility": {"enum": list(VISIBILITY_WORDS)},
    "today": {"pattern": r"^(?:\d{4}-\d{2}-\d{2})?$"},
    "share_networks": {"items": {"enum": list(SHARE_NETWORKS)}},
    "share_via": {"pattern": r"^(?:@?[A-Za-z0-9_]{1,20})?$"},
    "social_images": {"enum": list(SOCIAL_IMAGES)},
    "entry_ids": {"enum": list(ENTRY_IDS)},
    "typography_region": {"pattern": "^(?:[A-Z]{2})?$"},
    "feeds": _map(dict.fromkeys(DEFAULT_FEEDS, _list({"enum": list(FEED_FORMATS)}))),
    "feed_max_bytes": {"minimum": 1},
    "toc_words": {"minimum": 0},
    "picture_widths": {
        "items": {"type": "integer", "minimum": PICTURE_WIDTHS.start, "maximum": PICTURE_WIDTHS.stop - 1}
    },
    "related_max": {"minimum": 0},
    "comments": {"enum": [state.value for state in CommentsState]},
    "csp_sources": _map(dict.fromkeys(ADDABLE, _list({"type": "string"}))),
    "look": _map({kind: {"enum": list(words)} for kind, words in LOOKS.items()}),
    "editor": {**_map(_EDITOR), "anyOf": [{"maxProperties": 0}, {"required": ["backend", "repo"]}]},
    "privacy_contact": {"pattern": r"^(?:mailto:[^\s<>\"@]+@[^\s<>\"@]+|https://[^\s<>\"]+)?$"},
}
"""What is known of a value beyond its type."""


def build_settings(told: Descriptions) -> Schema:
    """Return the schema of the setting: names, types and defaults are those of the code."""
    properties = {}
    for field in fields(Settings):
        default = _plain(getattr(Settings(), field.name))
        description = told.find_paragraph("settings", f"`{field.name}`")
        properties[field.name] = {
            "description": description,
            "default": default,
            **_read_type(default),
            **_CHOICES.get(field.name, {}),
        }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def _plain(value: Any) -> Any:  # noqa: ANN401 (a setting)
    """Return a default as JSON has it."""
    if isinstance(value, str | int):
        return value
    return [*value] if isinstance(value, tuple) else {key: _plain(item) for key, item in value.items()}


def _read_type(default: object) -> Schema:
    if isinstance(default, bool):
        return {"type": "boolean"}
    if isinstance(default, list):
        return {"type": "array", "items": {"type": "string"}}
    return {"type": {str: "string", int: "integer", dict: "object"}[type(default)]}
