"""A file that is one mapping: a person, a comment, a quoted post."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .fields import Context, Fields, check_glued
from .nodes import MappingNode, ScalarNode
from .report import Report, UnreadableError
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from .files import SourceFile
    from .nodes import Node
    from .vocabulary import Vocabulary


def open_mapping(
    file: SourceFile, vocabulary: Vocabulary, expected: str, zone: ZoneInfo | None = None
) -> tuple[Fields | None, Report]:
    """Return the fields of a file, and the report that takes what is wrong with them.

    Args:
        file: What to read.
        vocabulary: Keys that it may have.
        expected: What is told where the file is no mapping, such as ``expected 'name: …'``.
        zone: Zone of the times that name none.

    Returns:
        No fields where the file cannot be read, or is no mapping; the report then says so.
    """
    report = Report(file.source)
    try:
        root = parse_yaml(file.read_text(), report)
    except UnreadableError as error:
        report.error(error, "", str(error))
        return None, report
    context = Context(report, file.content, file.path.parent, zone)
    if isinstance(root, MappingNode):
        return Fields(root, vocabulary, "", context), report
    if root:
        _tell_shape(root, vocabulary, expected, context)
    return None, report


def _tell_shape(root: Node, vocabulary: Vocabulary, expected: str, context: Context) -> None:
    if isinstance(root, ScalarNode):
        if check_glued(root, "", vocabulary, context):
            return
        what = "the file is empty" if root.is_absent else "the file is one text"
    else:
        what = "the file is a list"
    context.report.error(root, "", f"{what}; {expected}")
