"""Typed access to one mapping: each value is read as what it should be, or told."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from ..errors import suggest
from .nodes import MappingNode, Node, ScalarNode, SequenceNode
from .report import UnreadableError, enumerate_words, quote, shorten
from .text import clean_text, find_invisible, has_email, join_lines
from .urls import NO_EMAIL, has_scheme, parse_url
from .vocabulary import TAKE_OUT, Vocabulary, fold_key
from .yaml_faults import find_glued

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from enum import Enum
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from .report import Report

    WordT = TypeVar("WordT", bound=Enum)

ValueT = TypeVar("ValueT")

MARKDOWN_LIMIT = 20_000
"""Characters of a note or a bio."""
BRACKETS_LIMIT = 1_000
"""``[`` in a note or a bio; of so many that are never closed, Markdown looks for the end of each."""


@dataclass(frozen=True, slots=True)
class Context:
    """What every reader of one file needs."""

    report: Report
    content: Path
    """The content folder."""
    folder: Path
    """Folder of the file."""
    zone: ZoneInfo | None = None
    """Zone of the times that name none."""


class Fields:
    """The values of one mapping, by the standard words for their keys."""

    def __init__(self, node: MappingNode, vocabulary: Vocabulary, address: str, context: Context) -> None:
        """Take every key in, and tell those that have no place here."""
        self.node = node
        self.vocabulary = vocabulary
        self.context = context
        self._address = address
        self._values: dict[str, tuple[ScalarNode, Node]] = {}
        entries = sorted(node.entries, key=lambda entry: entry[0].text not in vocabulary.keys)
        for key, value in entries:
            self._add(key, value)

    def _add(self, key: ScalarNode, value: Node) -> None:
        typed = join_lines(clean_text(key.text))
        standard = self.vocabulary.find(typed)
        report = self.context.report
        if not standard:
            is_private = self.vocabulary.is_private(typed)
            what = TAKE_OUT if is_private else self.vocabulary.explain(typed)
            report.error(key, self.address(shorten(typed)), what)
            return
        recommended = self.vocabulary.standard(standard)
        if typed != recommended:
            report.note_spelling(key, self.address(shorten(typed)), typed, recommended)
        if standard not in self._values or _is_absent(self._values[standard][1]):
            self._values[standard] = (key, value)
        elif not _is_absent(value):
            other = join_lines(clean_text(self._values[standard][0].text))
            report.warn(key, self.address(shorten(typed)), f"not read, as '{other}' says the same; keep one")

    def address(self, key: str) -> str:
        """Return the address of a key in the file, such as ``event.location.name``."""
        return f"{self._address}.{key}" if self._address and key else self._address or key

    def find(self, key: str) -> Node | None:
        """Return the value of a key; None where it is absent."""
        if key not in self._values:
            return None
        node = self._values[key][1]
        return None if _is_absent(node) else node

    def is_typed(self, key: str) -> bool:
        """Tell whether the author typed a key, with a value or without."""
        return key in self._values

    def has(self, key: str) -> bool:
        """Tell whether a key has a value."""
        return self.find(key) is not None

    def spot(self, key: str) -> Node:
        """Return what a message about a key points to: its value, else the mapping."""
        return self._values[key][1] if key in self._values else self.node

    def error(self, key: str, what: str) -> None:
        """Tell what the author must put right."""
        self.context.report.error(self.spot(key), self.address(key), what)

    def warn(self, key: str, what: str) -> None:
        """Tell what is published, but probably not meant."""
        self.context.report.warn(self.spot(key), self.address(key), what)

    def text(self, key: str) -> str:
        """Return a text on one line; empty where there is none or it holds an e-mail address."""
        if key not in self._values:
            return ""
        text = join_lines(self._find_text(key))
        if has_email(text):
            self.error(key, NO_EMAIL)
            return ""
        return text

    def markdown(self, key: str) -> str:
        """Return a text with its line breaks; empty where there is none."""
        text = self._find_text(key)
        if has_email(text):
            what = "holds an e-mail address, which will be published; take it out, unless it is meant"
            self.warn(key, what)
        if len(text) > MARKDOWN_LIMIT or text.count("[") > BRACKETS_LIMIT:
            what = f"too long: expected {MARKDOWN_LIMIT} characters at most, and {BRACKETS_LIMIT} '['"
            self.error(key, what)
            return ""
        return text

    def _find_text(self, key: str) -> str:
        node = self.find(key)
        return read_text(node, self.address(key), self.context) if node else ""

    def read(self, key: str, parse: Callable[[str], ValueT]) -> ValueT | None:
        """Return what ``parse`` makes of a text; None where there is none or it raises."""
        if key not in self._values:
            return None
        text = join_lines(self._find_text(key))
        try:
            return parse(text) if text else None
        except UnreadableError as error:
            self.error(key, str(error))
            return None

    def url(self, key: str) -> str:
        """Return an absolute URL; empty where there is none."""
        url = self.read(key, lambda text: "" if text.casefold() == "none" else parse_url(text))
        if url and not has_scheme(self.read(key, str) or ""):
            self.warn(key, f"read as {shorten(url)}; write the whole address")
        return url or ""

    def word(self, key: str, words: Mapping[WordT, str]) -> WordT | None:
        """Return the one of some words that is typed; another spelling of it is noted."""
        return self.read(key, lambda text: self.find_word(key, text, words))

    def find_word(self, key: str, text: str, words: Mapping[WordT, str]) -> WordT:
        """Return the word that a text is, or is another spelling of.

        Raises:
            UnreadableError: It is none of them.
        """
        for word, spellings in words.items():
            if fold_key(text) in {fold_key(word.value), *spellings.split()}:
                if text != word.value:
                    self.context.report.note_word(self.spot(key), self.address(key), text, word.value)
                return word
        known = [word.value for word in words]
        hint = suggest(text, known)
        what = f"{quote(text)} is not known here{hint or f'; expected {enumerate_words(known)}'}"
        raise UnreadableError(what)

    def items(self, key: str) -> tuple[tuple[str, Node], ...]:
        """Return the address and node of each item; a value that is no list counts as its one."""
        node = self.find(key)
        if not isinstance(node, SequenceNode):
            return ((self.address(key), node),) if node else ()
        return tuple((f"{self.address(key)}[{number}]", item) for number, item in enumerate(node.items))

    def texts(self, key: str) -> tuple[str, ...]:
        """Return the texts of a list, or of a text with commas; empty ones are left out."""
        node = self.find(key)
        found = [join_lines(read_text(item, address, self.context)) for address, item in self.items(key)]
        if isinstance(node, ScalarNode):
            found = [part.strip() for text in found for part in text.split(",")]
        return tuple(text for text in found if text)

    def enter(self, key: str, vocabulary: Vocabulary) -> Fields:
        """Return the mapping of a key; an empty one where there is none or it is something else."""
        node = self.find(key)
        if node is not None and not isinstance(node, MappingNode):
            example = f"'{vocabulary.keys[0]}: …' below it"
            self.error(key, f"expected {vocabulary.noun} with its keys, such as {example}")
        spot = self.spot(key)
        inner = node if isinstance(node, MappingNode) else MappingNode((), spot.line, spot.column)
        return Fields(inner, vocabulary, self.address(key), self.context)


def read_text(node: Node, address: str, context: Context) -> str:
    """Return the clean text of a node; empty, and told, where it is a list or a mapping."""
    if not isinstance(node, ScalarNode):
        kind = "a list" if isinstance(node, SequenceNode) else "keys and values"
        what = f"expected text, not {kind}; if it is text, put it between quotation marks"
        context.report.error(node, address, what)
        return ""
    if found := find_invisible(node.text):
        context.report.warn(node, address, f"holds invisible characters, {found}; they are left out")
    return "" if node.is_absent else clean_text(node.text)


def check_glued(node: ScalarNode, address: str, vocabulary: Vocabulary, context: Context) -> bool:
    """Tell whether a text was meant to be a key of a vocabulary and its value, and say so."""
    fault = find_glued(0, node.text)
    if not fault or not vocabulary.find(fault.field):
        return False
    context.report.error(node, address, fault.what)
    return True


def _is_absent(node: Node) -> bool:
    return isinstance(node, ScalarNode) and node.is_absent
