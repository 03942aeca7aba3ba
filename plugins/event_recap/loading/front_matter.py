"""Parts the front matter of a recap from its text, in either of the two forms.

YAML stands between ``---`` lines; the other form is that of Python-Markdown's ``meta``
extension, which Pelican reads: ``Key: value`` up to the first blank line.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from .metadata import KNOWN_KEYS, LIST_KEYS, SINGLE_KEYS
from .nodes import MappingNode, Node, ScalarNode, SequenceNode, Style
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from .report import Report

_OPENING = re.compile(r"---\s*")
_CLOSING = re.compile(r"(?:---|\.\.\.)\s*")
_YAML_LINE = re.compile(r"\s+\S|[#-]|[^\s:]+\s*:")
"""What may stand between the keys; a line of text looks otherwise."""
_KEY_LINE = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_MORE_LINE = re.compile(r" {4,}(?P<value>.*)")
_META_CLOSING = re.compile(r"(?:-{3}|\.{3})(?:\s.*)?")
_JOINTS = {**dict.fromkeys(SINGLE_KEYS, " "), **dict.fromkeys(LIST_KEYS, ", "), "summary": "\n"}
"""What stands between the lines of a key that has several."""
EXPECTED = (
    "no front matter; begin the file with '---', then lines such as 'title: …' and 'date: …', "
    "then '---'; or with 'Title: …' and 'Date: …' and a blank line"
)
PROSE = ("title", "summary")
"""Keys of front matter whose value is a sentence, in which French has colons: ``Soirée : le retour``."""


@dataclass(frozen=True, slots=True)
class Head:
    """The front matter of a recap, and where its text begins."""

    node: MappingNode | None
    """Keys and values; None where they cannot be read, which is told."""
    line: int
    """First line of the front matter, from 1."""
    body_line: int
    """Line on which the text begins, from 1."""


def split_front_matter(lines: list[str], report: Report) -> Head:
    """Return the front matter of a file; what is wrong with it is in the report.

    Args:
        lines: The lines of the file, without their ends.
        report: Where problems are told.
    """
    start = next((number for number, line in enumerate(lines) if line.strip()), 0)
    if _OPENING.fullmatch(lines[start]):
        return _read_yaml(lines, start, report)
    if _KEY_LINE.match(lines[start]):
        return _read_key_lines(lines, start, report)
    report.error(ScalarNode("", start + 1, 1), "", EXPECTED)
    return Head(None, start + 1, start + 1)


def _read_yaml(lines: list[str], start: int, report: Report) -> Head:
    inner = range(start + 1, len(lines))
    end = next((number for number in inner if _CLOSING.fullmatch(lines[number])), None)
    if end is None:
        end = after = next((number for number in inner if not _YAML_LINE.match(lines[number])), len(lines))
        what = (
            f"the front matter that '---' opens here is never closed; put '---' "
            f"on a line of its own after line {end}"
        )
        report.error(ScalarNode("", start + 1, 1), "", what)
    else:
        after = end + 1
    text = "\n".join(lines[start + 1 : end])
    node = parse_yaml(text, report, first_line=start + 2, prose=PROSE)
    if isinstance(node, ScalarNode) and node.is_absent:
        node = MappingNode((), start + 1, 1)
    elif node and not isinstance(node, MappingNode):
        report.error(node, "", "expected keys and values such as 'title: …'")
    return Head(node if isinstance(node, MappingNode) else None, start + 1, after + 1)


def _read_key_lines(lines: list[str], start: int, report: Report) -> Head:
    found: dict[str, tuple[ScalarNode, list[ScalarNode]]] = {}
    key = ""
    number = start
    for number, line in enumerate(lines[start:], start):
        if not line.strip():
            number += 1  # noqa: PLW2901 (the blank line belongs to neither)
            break
        is_key, more = _KEY_LINE.match(line), _MORE_LINE.match(line)
        if is_key:
            key = is_key["key"].lower()
            node = ScalarNode(key, number + 1, is_key.start("key") + 1)
            if key in found and key in KNOWN_KEYS:
                what = f"key given twice, first on line {found[key][0].line}; keep one"
                report.error(node, key, what)
            found.setdefault(key, (node, []))
        elif not more:
            number = _end_early(number, line, report)  # noqa: PLW2901
            break
        value = is_key or more
        text = value["value"].strip() if value else ""
        column = value.start("value") + 1 if value else 1
        found[key][1].append(ScalarNode(text, number + 1, column, Style.QUOTED))
    else:
        number += 1
    entries = tuple((node, _build_value(node.text, values)) for node, values in found.values())
    return Head(MappingNode(entries, start + 1, 1), start + 1, number + 1)


def _end_early(number: int, line: str, report: Report) -> int:
    """Return the line on which the text begins where no blank line parts it from the keys."""
    place = ScalarNode("", number + 1, 1)
    if _META_CLOSING.fullmatch(line):
        return number + 1
    if line.startswith("\t"):
        report.error(place, "", "the line begins with a tab; begin it with four spaces")
    else:
        what = "the front matter ends above this line, which has no 'Key: '; put a blank line there"
        report.warn(place, "", what)
    return number


def _build_value(key: str, values: list[ScalarNode]) -> Node:
    """Return the one value of a key; of several lines, a list for other plugins' keys."""
    joint = _JOINTS.get(key)
    if len(values) == 1 or joint:
        text = (joint or "").join(value.text for value in values)
        return replace(values[0], text=text)
    return SequenceNode(tuple(values), values[0].line, values[0].column)
