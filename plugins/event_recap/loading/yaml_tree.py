"""Reads YAML by the parser's events into nodes, and refuses what an author cannot have meant.

Nothing is resolved: ``no``, ``007``, ``18:30`` and ``2010-02-30`` stay text. Nothing recurses
on the input, and depth is checked event by event, so that no file can exhaust the parser.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import yaml

from .nodes import MappingNode, Node, ScalarNode, SequenceNode, Style
from .report import shorten
from .yaml_faults import QUOTE_IT, Fault, find_fault, find_silent_fault, is_private
from .yaml_text import GuardedText, guard_text

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from .report import Report

DEPTH_LIMIT = 12
"""Lists and mappings inside each other; a list of people needs five."""
SIZE_LIMIT = 2_000_000
"""Characters; some 10,000 people with all their facts."""

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PROSE = re.compile(r"""(\w+):[ ]+(?=[^\s"'\[{&*!|>%@`#-])""")
"""A key at the beginning of a line, before a text without quotation marks."""
_MESSAGES = {
    "&": "a value that begins with '&' goes between quotation marks (YAML anchors are not read)",
    "*": "a value that begins with '*' goes between quotation marks (YAML aliases are not read)",
    "!": "a value that begins with '!' goes between quotation marks (YAML tags are not read)",
}


_WHOLE = (yaml.ScalarEvent, yaml.AliasEvent)
_BEGINNINGS = (yaml.SequenceStartEvent, yaml.MappingStartEvent)
_ENDS = (yaml.SequenceEndEvent, yaml.MappingEndEvent)
_STYLES = {None: Style.PLAIN, "": Style.PLAIN, "|": Style.BLOCK, ">": Style.BLOCK}


class _StopError(Exception):
    """The rest of the file cannot be read; the reason is in the report."""


def parse_yaml(text: str, report: Report, *, first_line: int = 1, prose: Collection[str] = ()) -> Node | None:
    """Return the one document of a text, or None if it cannot be read; why is in the report.

    Args:
        text: YAML, without a byte order mark.
        report: Where problems are told.
        first_line: Line of the file on which the text begins, from 1.
        prose: Keys whose value may hold a colon and a space, as titles in French do. YAML takes no such
            value, so that nothing else can be meant; of people this would be a guess about who is shown.

    Returns:
        An absent scalar where the text holds nothing but comments.
    """
    start = ScalarNode("", first_line, 1)
    if len(text) > SIZE_LIMIT:
        report.error(start, "", f"too long: {len(text)} characters; expected {SIZE_LIMIT} at most")
        return None
    prose_lines: dict[int, int] = {}
    while True:
        guarded = guard_text(text, prose_lines)
        builder = _Builder(report, text.split("\n"), first_line, guarded)
        try:
            builder.add_all(yaml.parse(guarded.text, Loader=_Loader))
        except _StopError:
            return None
        except yaml.YAMLError as error:
            marks = _find_marks(error)
            found = _find_prose(builder.lines, prose, *marks[0]) if prose and marks else None
            if found is None or found in prose_lines.items():
                builder.tell(find_fault(builder.lines, *marks))
                return None
            prose_lines.update([found])
        else:
            return builder.root or start


def _find_prose(lines: list[str], prose: Collection[str], number: int, column: int) -> tuple[int, int] | None:
    """Return the line of a colon in a sentence, and where that begins; None where it may end a key."""
    line = lines[number] if number < len(lines) else ""
    key = _PROSE.match(line)
    if key is None or key[1].lower() not in prose:
        return None
    is_in_text = column >= key.end() and line[column : column + 1] == ":"
    return (number, key.end()) if is_in_text else None


def _find_marks(error: yaml.YAMLError) -> tuple[tuple[int, int], ...]:
    """Return where the parser stopped, then where it had begun: line and column from 0."""
    marks = (getattr(error, "problem_mark", None), getattr(error, "context_mark", None))
    return tuple((mark.line, mark.column) for mark in marks if mark is not None)


@dataclass(slots=True)
class _Frame:
    """A list or a mapping that is still open."""

    event: Any
    nodes: list[Node] = field(default_factory=list)
    """Items; in a mapping, keys and values by turns."""

    @property
    def is_mapping(self) -> bool:
        return isinstance(self.event, yaml.MappingStartEvent)


@dataclass(slots=True)
class _Builder:
    report: Report
    lines: list[str]
    first_line: int
    guarded: GuardedText
    root: Node | None = None
    frames: list[_Frame] = field(default_factory=list)

    def add_all(self, events: Iterable[Any]) -> None:
        """Take every event of the stream."""
        for event in events:
            if isinstance(event, _WHOLE):
                self._check_properties(event)
                self._close(self._build_scalar(event))
            elif isinstance(event, _BEGINNINGS):
                self._check_properties(event)
                self._open(event)
            elif isinstance(event, _ENDS):
                self._close(self._build_collection(self.frames.pop()))
            elif isinstance(event, yaml.DocumentStartEvent) and self.root:
                what = "a second '---' in the file; expected one document"
                self.report.error(self._place(event), "", what)
                raise _StopError

    def tell(self, fault: Fault) -> None:
        """Report a fault that was found in the lines."""
        place = ScalarNode("", self.first_line + fault.line, fault.column + 1)
        field, what = fault.field, fault.what
        if is_private(self.lines, fault.line):
            field, what = "", f"YAML cannot read this line as it is meant; {QUOTE_IT}"
        (self.report.error if fault.is_error else self.report.warn)(place, field, what)

    def _place(self, event: Any) -> ScalarNode:  # noqa: ANN401 (PyYAML's events have no types)
        mark = event.start_mark
        return ScalarNode("", self.first_line + mark.line, mark.column + 1)

    def _check_properties(self, event: Any) -> None:  # noqa: ANN401
        is_alias = isinstance(event, yaml.AliasEvent)
        if is_alias or event.anchor:
            self.report.error(self._place(event), "", _MESSAGES["*" if is_alias else "&"])
        elif event.tag:
            self.report.error(self._place(event), "", _MESSAGES["!"])

    def _open(self, event: Any) -> None:  # noqa: ANN401
        if len(self.frames) == DEPTH_LIMIT:
            what = f"lists inside lists, more than {DEPTH_LIMIT} deep; look for a stray bracket"
            self.report.error(self._place(event), "", what)
            raise _StopError
        self.frames.append(_Frame(event))

    def _close(self, node: Node) -> None:
        if self.frames:
            self.frames[-1].nodes.append(node)
        else:
            self.root = node

    def _build_scalar(self, event: Any) -> ScalarNode:  # noqa: ANN401
        if isinstance(event, yaml.AliasEvent):
            return self._place(event)
        mark = event.start_mark
        style = _STYLES.get(event.style, Style.QUOTED)
        if style is Style.PLAIN:
            end = event.end_mark
            fault = find_silent_fault(self.lines, mark.line, end.line, end.column if event.value else -1)
            if fault:
                self.tell(fault)
        text = self.guarded.restore(event.value, event.style)
        return ScalarNode(text, self.first_line + mark.line, mark.column + 1, style)

    def _build_collection(self, frame: _Frame) -> Node:
        place = self._place(frame.event)
        if not frame.is_mapping:
            return SequenceNode(tuple(frame.nodes), place.line, place.column)
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        for key, value in zip(frame.nodes[::2], frame.nodes[1::2], strict=True):
            self._add_entry(entries, key, value)
        return MappingNode(tuple(entries.values()), place.line, place.column)

    def _add_entry(self, entries: dict[str, tuple[ScalarNode, Node]], key: Node, value: Node) -> None:
        if not isinstance(key, ScalarNode) or key.is_absent:
            what = "a key is one word of text before a colon, without brackets"
            self.report.error(key, "", what)
        elif key.text == "<<" and key.style is Style.PLAIN:
            self.report.error(key, "<<", "mappings cannot be merged; repeat the keys")
        elif key.text.startswith("\u00a0"):
            what = "the line begins with a no-break space; use ordinary spaces"
            self.report.error(key, "", what)
        else:
            self._add_named(entries, self._strip_key(key), value)

    def _add_named(self, entries: dict[str, tuple[ScalarNode, Node]], key: ScalarNode, value: Node) -> None:
        if key.text in entries:
            what = f"key given twice, first on line {entries[key.text][0].line}; keep one"
            self.report.error(key, shorten(key.text), what)
        else:
            entries[key.text] = (key, value)

    def _strip_key(self, key: ScalarNode) -> ScalarNode:
        """Return a key without the no-break space that French keyboards put before a colon."""
        bare = key.text.rstrip("\u00a0 ")
        if key.text.endswith("\u00a0"):
            what = f"a no-break space stands before the colon; write '{bare}:'"
            self.report.error(key, bare, what)
        return key if bare == key.text else replace(key, text=bare)
