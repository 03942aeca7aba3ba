"""One attendee list: ``attendees/<id>.yml``."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..model.event import Event
from .attendee_entry import read_attendees
from .event_facts import NamedId, read_event
from .fields import Context, Fields, check_glued
from .nodes import MappingNode, Node, ScalarNode, SequenceNode
from .report import Report, UnreadableError
from .spellings import EVENT, LIST_FILE
from .vocabulary import fold_key
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from .files import SourceFile

EXPECTED = "expected 'event:' and 'attendees:', or a list of names that begin with '- '"


@dataclass(frozen=True, slots=True)
class LoadedEvent:
    """What one file gave."""

    event: Event
    """Without facts where the file cannot be read, so that recaps still find it."""
    named: tuple[NamedId, ...] = ()
    """Organisers named by id."""
    problems: tuple[Problem, ...] = ()


def load_event(file: SourceFile, zone: ZoneInfo) -> LoadedEvent:
    """Return the event of a list, and everything that is wrong with the file."""
    nobody = Event(id=file.id, place=Place(file.source, 1), path=file.inner_path)
    report = Report(file.source)
    try:
        text = file.read_text()
    except UnreadableError as error:
        report.error(error, "", str(error))
        return LoadedEvent(nobody, problems=report.problems)
    context = Context(report, file.content, file.path.parent, zone)
    root = parse_yaml(text, report)
    event, named = _read_root(root, file, context) if root else (nobody, ())
    return LoadedEvent(replace(event, place=nobody.place), named, report.problems)


def _read_root(root: Node, file: SourceFile, context: Context) -> tuple[Event, tuple[NamedId, ...]]:
    parts = Fields(_find_parts(root, context), LIST_FILE, "", context)
    event, named = read_event(parts.enter("event", EVENT), file)
    return replace(event, attendees=read_attendees(_list_items(root, parts), context)), named


def list_entries(root: Node, context: Context) -> tuple[tuple[str, Node], ...]:
    """Return the address and node of each entry of a list, as it was parsed."""
    return _list_items(root, Fields(_find_parts(root, context), LIST_FILE, "", context))


def _list_items(root: Node, parts: Fields) -> tuple[tuple[str, Node], ...]:
    if isinstance(root, SequenceNode):
        return tuple((f"attendees[{number}]", item) for number, item in enumerate(root.items))
    return _find_entries(parts)


def _find_parts(root: Node, context: Context) -> MappingNode:
    """Return the mapping with ``event`` and ``attendees``; an empty one for a bare list."""
    nothing = MappingNode((), root.line, root.column)
    if isinstance(root, ScalarNode):
        if not check_glued(root, "", LIST_FILE, context):
            what = "the file is empty" if root.is_absent else "the file is one text"
            context.report.error(root, "", f"{what}; {EXPECTED}")
        return nothing
    if isinstance(root, SequenceNode):
        return nothing
    kept = []
    for key, value in root.entries:
        if not LIST_FILE.find(key.text) and EVENT.find(key.text):
            what = "belongs to the event; put it below 'event:', two spaces in"
            context.report.error(key, key.text, what)
        else:
            kept.append((key, value))
    return MappingNode(tuple(kept), root.line, root.column)


def _find_entries(parts: Fields) -> tuple[tuple[str, Node], ...]:
    """Return the entries of ``attendees``: a list, or a mapping of ids to facts."""
    node = parts.find("attendees")
    if isinstance(node, MappingNode):
        parts.warn("attendees", "read as a list; begin each entry with '- id: …'")
        return tuple(
            (parts.address(f"attendees.{key.text}"), _put_id(key, value)) for key, value in node.entries
        )
    if isinstance(node, ScalarNode):
        parts.error("attendees", "expected a list; begin each name with '- ' on a line of its own")
        return ()
    return parts.items("attendees")


def _put_id(key: ScalarNode, value: Node) -> Node:
    """Return an entry with the id it was filed under, unless it has one of its own."""
    if not isinstance(value, MappingNode):
        return value if not isinstance(value, ScalarNode) or not value.is_absent else key
    if any(fold_key(name.text) == "id" for name, _ in value.entries):
        return value
    identifier = (ScalarNode("id", key.line, key.column), key)
    return MappingNode((identifier, *value.entries), value.line, value.column)
