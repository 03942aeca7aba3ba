"""What a YAML file says: texts as typed, lists and mappings, each with its place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum


class Style(Enum):
    """How a text was typed."""

    PLAIN = "plain"
    QUOTED = "quoted"
    BLOCK = "block"


@dataclass(frozen=True, slots=True)
class ScalarNode:
    """A text; never a number, a date or a truth value."""

    text: str
    line: int
    """From 1."""
    column: int
    """From 1, in characters."""
    style: Style = Style.PLAIN

    @property
    def is_absent(self) -> bool:
        """Whether nothing was typed, or one of YAML's words for nothing."""
        return self.style is Style.PLAIN and self.text in {"", "~", "null"}


@dataclass(frozen=True, slots=True)
class SequenceNode:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class MappingNode:
    """Keys and their values, in the order of the file; each key stands once."""

    entries: tuple[tuple[ScalarNode, Node], ...]
    line: int
    column: int


Node = ScalarNode | SequenceNode | MappingNode
