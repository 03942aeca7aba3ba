"""The ids that a site gave to its posts, in a file beside the texts: ``ids.yml``.

A build writes it. Whoever edits it is told what is wrong: an id that is lost shows old posts as new.
"""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING
from uuid import UUID

from ..errors import Place, Problem
from ..model.ids import EventRecord, Ids, PostRecord, WithdrawnId, is_opaque, sort_withdrawn
from .dates import parse_day
from .fields import Context, Fields
from .files import SourceFile, display_path, is_regular
from .ids_lines import read_rendered
from .nodes import MappingNode, Node, ScalarNode
from .report import Report, UnreadableError, quote, shorten
from .uris import parse_uri
from .vocabulary import Vocabulary
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

IDS_NAME = "ids.yml"
"""Name of the file, in the content folder."""
_FILE = Vocabulary("the file of ids", ("site", "posts", "events", "withdrawn"))
_POST = Vocabulary("a post", ("id", "slug", "lang", "withdrawn", "former"))
_EVENT = Vocabulary("an event", ("start", "former"))
_WITHDRAWN = Vocabulary("a withdrawn id", ("id", "trace", "on"))
_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_MARK = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)
"""How git marks the lines that two versions of a file have different."""
_ADVICE = "take the file from an older version of your site"


def load_ids(content: Path) -> tuple[Ids, tuple[Problem, ...]]:
    """Return what a site remembers of its ids, and what is wrong in the file; nothing where there is none."""
    path = content / IDS_NAME
    file = SourceFile("ids", path, display_path(path), content)
    report = Report(file.source)
    if not path.exists() and not path.is_symlink():
        return Ids(), ()
    if not is_regular(path, content):
        what = "not a regular file inside the content folder; put a file here"
        return Ids(), (Problem(Place(file.source), "", what),)
    try:
        text = file.read_text()
    except UnreadableError as error:
        report.error(error, "", str(error))
        return Ids(), report.problems
    ids = read_rendered(text) or _read_typed(text, Context(report, content, content))
    return ids, report.problems


def _read_typed(text: str, context: Context) -> Ids:
    """Return what a file says that somebody edited, as far as it can be read."""
    if mark := _MARK.search(text):
        place = ScalarNode("", text.count("\n", 0, mark.start()) + 1, 1)
        context.report.error(
            place, "", "git left two versions here; keep the lines of both, and take its marks out"
        )
        return Ids()
    root = parse_yaml(text, context.report)
    if not isinstance(root, MappingNode):
        if root is not None:
            is_empty = isinstance(root, ScalarNode) and root.is_absent
            what = "the file is empty" if is_empty else "the file has no keys"
            context.report.error(root, "", f"{what}; {_ADVICE}")
        return Ids()
    fields = Fields(root, _FILE, "", context)
    if not fields.has("site"):
        fields.error("site", f"the id of the site is missing; {_ADVICE}")
    site = fields.read("site", _parse_uuid)
    bare = Ids(site=site) if site else Ids()
    lines: dict[str, int] = {}
    posts = dict(sorted(_read_posts(fields, lines)))
    withdrawn = sorted(_read_withdrawn(fields, lines, bare), key=sort_withdrawn)
    events = dict(sorted(_read_events(fields)))
    return Ids(
        site=bare.site,
        posts=MappingProxyType(posts),
        events=MappingProxyType(events),
        withdrawn=tuple(withdrawn),
    )


def _read_posts(fields: Fields, lines: dict[str, int]) -> Iterator[tuple[str, PostRecord]]:
    node = fields.find("posts")
    if node is not None and not isinstance(node, MappingNode):
        fields.error("posts", "expected the path of each post, such as 'recaps/focus-20.md: {id: …}'")
    for key, value in node.entries if isinstance(node, MappingNode) else ():
        parts = _enter(value, _POST, f"posts.{shorten(key.text)}", fields.context)
        if parts is None:
            continue
        identifier = _read_id(parts, "id", lines)
        if not identifier and not parts.is_typed("id"):
            parts.error("id", "the id is missing; write it, or take the entry out")
        if identifier:
            yield (
                key.text,
                PostRecord(
                    id=identifier,
                    slug=parts.read("slug", str) or "",
                    lang=parts.read("lang", str) or "",
                    withdrawn=parts.read("withdrawn", parse_day),
                    former=parts.texts("former"),
                ),
            )


def _read_events(fields: Fields) -> Iterator[tuple[str, EventRecord]]:
    node = fields.find("events")
    if node is not None and not isinstance(node, MappingNode):
        fields.error("events", "expected the id of each event, such as 'focus-20: {start: …}'")
    for key, value in node.entries if isinstance(node, MappingNode) else ():
        if parts := _enter(value, _EVENT, f"events.{shorten(key.text)}", fields.context):
            yield key.text, EventRecord(start=parts.text("start"), former=parts.texts("former"))


def _read_withdrawn(fields: Fields, lines: dict[str, int], ids: Ids) -> Iterator[WithdrawnId]:
    for address, node in fields.items("withdrawn"):
        parts = _enter(node, _WITHDRAWN, address, fields.context)
        if parts is None:
            continue
        trace = _read_id(parts, "trace", lines)
        identifier = trace or _read_id(parts, "id", lines)
        day = parts.read("on", parse_day)
        if not identifier and not parts.is_typed("trace") and not parts.is_typed("id"):
            parts.error("id", "the id is missing; write it, or take the entry out")
        if not parts.has("on"):
            parts.error("on", "the day is missing; expected one such as 2010-02-03")
        if identifier and day:
            yield WithdrawnId(
                id=ids.obscure(identifier), on=day, is_obscured=bool(trace) or not is_opaque(identifier)
            )


def _enter(node: Node, vocabulary: Vocabulary, address: str, context: Context) -> Fields | None:
    """Return the keys of an entry; None, and told, where it is something else."""
    if isinstance(node, MappingNode):
        return Fields(node, vocabulary, address, context)
    context.report.error(node, address, "expected keys and values such as '{id: …}'")
    return None


def _read_id(fields: Fields, key: str, lines: dict[str, int]) -> str:
    """Return an id that stands nowhere else in the file; empty where there is none."""
    identifier = fields.read(key, parse_uri) or ""
    line = fields.spot(key).line
    if identifier and lines.setdefault(identifier, line) != line:
        what = f"the same id as on line {lines[identifier]}; one id names one post, for ever"
        fields.error(key, what)
        return ""
    return identifier


def _parse_uuid(text: str) -> UUID:
    if not _UUID.fullmatch(text) or not UUID(text).int:
        what = f"{quote(text)} is no UUID; {_ADVICE}"
        raise UnreadableError(what)
    return UUID(text)
