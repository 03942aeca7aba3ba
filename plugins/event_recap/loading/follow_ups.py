"""Private notes on people: a file of them beside the lists, which no build opens, and a key of an entry.

No message repeats a byte of a note: file, line and key are enough for whoever wrote it.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..model.follow_up import FollowUp
from ..model.identity import build_id
from .dates import parse_day
from .event_list import list_entries
from .fields import Context, Fields
from .files import SourceFile, display_path, find_source_files, is_regular
from .nodes import MappingNode, Node, ScalarNode, SequenceNode
from .person_facts import read_name
from .report import Report, UnreadableError
from .spellings import ATTENDEE, FOLLOW_UP, PERSON
from .text import clean_text, join_lines
from .yaml_faults import TAB
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from .report import Spot

NOTEBOOK_NAME = ".follow-ups.yml"
"""Name of the file, in the folder of the lists; no list can be called so, and Pelican passes it over."""
EXPECTED = "expected the id of an event, and below it lines such as '- {person: …, do: …}'"


@dataclass(slots=True)
class _Reading:
    """One file while it is read."""

    file: SourceFile
    problems: list[Problem] = field(default_factory=list)
    notes: list[FollowUp] = field(default_factory=list)

    def tell(self, spot: Spot, key: str, what: str) -> None:
        """Tell what is wrong; ``what`` is ours, never the author's."""
        self.problems.append(Problem(Place(self.file.source, spot.line, spot.column), key, what))

    def keep(self, person_id: str, event_id: str, node: Node) -> None:
        """Take in a note as it stands: a text, or what is to do with its days."""
        place = Place(self.file.source, node.line, node.column)
        parts = _find_parts(node)
        text, number = _read_words(parts.get("do")), len(self.notes)
        self.notes.append(
            FollowUp(
                person_id=person_id,
                event_id=event_id,
                text=text,
                place=place,
                number=number,
                path=self.file.inner_path,
                by=self._read_day(parts, "by"),
                done=self._read_day(parts, "done"),
            )
        )
        if not text:
            self.tell(node, "do", "says nothing; write what is to be done")

    def _read_day(self, parts: dict[str, Node], key: str) -> date | None:
        text = _read_words(parts.get(key))
        try:
            return parse_day(text) if text else None
        except UnreadableError:
            self.tell(parts[key], key, "no date; expected one such as 2010-02-05")
            return None


def find_notebook(content: Path, attendees_path: str) -> Path:
    """Return where the file of private notes lies: beside the lists."""
    return content / attendees_path / NOTEBOOK_NAME


def load_follow_ups(
    content: Path, *, attendees_path: str, people_path: str
) -> tuple[tuple[FollowUp, ...], tuple[Problem, ...]]:
    """Return every private note of a site, and what is wrong in the file of them.

    Args:
        content: The content folder.
        attendees_path: Folder of the lists, below it.
        people_path: Folder of the people's files, below it.
    """
    lists, _ = find_source_files(content / attendees_path, content)
    people, _ = find_source_files(content / people_path, content)
    readings = [
        *_read_notebook(find_notebook(content, attendees_path), content),
        *map(_read_list, lists),
        *map(_read_person, people),
    ]
    notes = [note for reading in readings for note in reading.notes]
    problems = [problem for reading in readings for problem in reading.problems]
    return tuple(notes), tuple(sorted(problems, key=lambda problem: problem.sort_key))


def _read_notebook(path: Path, content: Path) -> Iterator[_Reading]:
    file = SourceFile("", path, display_path(path), content)
    reading = _Reading(file)
    if not path.exists() and not path.is_symlink():
        return
    yield reading
    if not is_regular(path, content):
        what = "not a regular file inside the content folder; put a file here"
        reading.tell(ScalarNode("", 0, 0), "", what)
        return
    root = _parse(reading)
    if isinstance(root, MappingNode):
        for key, value in root.entries:
            _read_event(key, value, reading)
    elif root and not (isinstance(root, ScalarNode) and root.is_absent):
        reading.tell(root, "", f"the file has no events; {EXPECTED}")


def _parse(reading: _Reading) -> Node | None:
    """Return the tree of a file; of what the parser tells, only the lines are repeated."""
    report = Report(reading.file.source)
    try:
        root = parse_yaml(reading.file.read_text(), report)
    except UnreadableError as error:
        reading.tell(ScalarNode("", error.line, error.column), "", "cannot be read as UTF-8 text")
        return None
    for problem in report.problems:
        place = problem.place
        what = "YAML cannot read this line as it is meant; put the words between quotation marks"
        what = problem.what if problem.what == TAB else what
        reading.tell(ScalarNode("", place.line, place.column), "", what)
    return root


def _read_event(key: ScalarNode, value: Node, reading: _Reading) -> None:
    if isinstance(value, ScalarNode) and value.is_absent:
        return
    if not isinstance(value, SequenceNode):
        reading.tell(value, "", f"this is no list of notes; {EXPECTED}")
        return
    for item in value.items:
        parts = _find_parts(item)
        person_id = build_id(_read_words(parts.get("person")))
        if not isinstance(item, MappingNode) or not person_id:
            reading.tell(item, "person", "nobody is named; expected a line such as '- {person: …, do: …}'")
            person_id = ""
        for name, _ in item.entries if isinstance(item, MappingNode) else ():
            if not FOLLOW_UP.find(name.text):
                what = f"a key that is not known here; expected {', '.join(FOLLOW_UP.keys)}"
                reading.tell(name, "", what)
        reading.keep(person_id, key.text, item)


def _read_list(file: SourceFile) -> _Reading:
    reading = _Reading(file)
    context = Context(Report(file.source), file.content, file.path.parent)
    root = _parse_known(file)
    for _, node in list_entries(root, context) if root else ():
        if isinstance(node, MappingNode):
            fields = Fields(node, ATTENDEE, "", context)
            name, handle = read_name(fields), fields.text("handle")
            person_id = fields.text("id") or build_id(handle) or build_id(name)
            _keep_all(reading, person_id, file.id, fields.find("follow_up"))
    return reading


def _read_person(file: SourceFile) -> _Reading:
    reading = _Reading(file)
    root = _parse_known(file)
    if isinstance(root, MappingNode):
        context = Context(Report(file.source), file.content, file.path.parent)
        _keep_all(reading, file.id, "", Fields(root, PERSON, "", context).find("follow_up"))
    return reading


def _parse_known(file: SourceFile) -> Node | None:
    """Return the tree of a list or a person's file, of whose mistakes the loader of the site tells."""
    try:
        return parse_yaml(file.read_text(), Report(file.source))
    except UnreadableError:
        return None


def _keep_all(reading: _Reading, person_id: str, event_id: str, node: Node | None) -> None:
    nodes: Iterable[Node | None] = node.items if isinstance(node, SequenceNode) else (node,)
    for one in nodes:
        if one is not None:
            reading.keep(person_id, event_id, one)


def _find_parts(node: Node) -> dict[str, Node]:
    """Return what a note says by its standard words; a bare text is what is to be done."""
    if isinstance(node, MappingNode):
        return {FOLLOW_UP.find(key.text): value for key, value in node.entries}
    return {"do": node} if isinstance(node, ScalarNode) else {}


def _read_words(node: Node | None) -> str:
    is_text = isinstance(node, ScalarNode) and not node.is_absent
    return join_lines(clean_text(node.text)) if is_text and isinstance(node, ScalarNode) else ""
