"""The comments of a site: ``comments/<slug of the recap>/<name>.yml``."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity, suggest
from ..model.comment import Comment, Commenter, CommentKind, CommentStatus
from .dates import parse_moment
from .fields import Fields
from .files import display_path, find_source_files, is_inside
from .mapping_file import open_mapping
from .metadata import parse_language
from .nodes import ScalarNode
from .permissions import read_consent, read_visibility
from .person_facts import parse_id, read_name, read_profiles
from .report import UnreadableError, quote
from .spellings import COMMENT, COMMENT_KINDS, COMMENT_STATUSES, COMMENTER

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from .files import SourceFile

LONGEST_KEY = 100
"""Characters of what feeds know a comment by."""
_KEY = re.compile(rf"[\w.:-]{{1,{LONGEST_KEY}}}", re.ASCII)
_EXPECTED = "expected 'author:', 'date:' and 'text:'"


@dataclass(frozen=True, slots=True)
class LoadedComments:
    """Every comment of a site, and what is wrong in their files."""

    comments: tuple[Comment, ...] = ()
    """By recap, the oldest first; of one moment, by the name of the file."""
    folders: tuple[tuple[str, Place], ...] = ()
    """The slug that each folder names, and where it is."""
    problems: tuple[Problem, ...] = ()


def load_comments(content: Path, comments_path: str, zone: ZoneInfo) -> LoadedComments:
    """Return every comment of a content folder.

    Args:
        content: The content folder.
        comments_path: Folder of the comments, below it; it may be missing.
        zone: Zone of times that name none.
    """
    root = content / comments_path
    if not root.is_dir():
        return LoadedComments()
    if not is_inside(root, content):
        what = "not a folder inside the content folder; put a folder here"
        return LoadedComments(problems=(Problem(Place(display_path(root)), "", what),))
    comments: list[Comment] = []
    folders: list[tuple[str, Place]] = []
    problems: list[Problem] = []
    for path in sorted(path for path in root.iterdir() if not path.name.startswith(".")):
        if not path.is_dir():
            what = "no recap is named; put it into a folder that has the slug of the recap"
            problems.append(Problem(Place(display_path(path)), "", what, Severity.WARNING))
            continue
        files, told = find_source_files(path, content)
        folders.append((path.name, Place(display_path(path))))
        problems += told
        loaded = [_load_comment(file, path.name, zone) for file in files]
        found = [comment for comment, _ in loaded if comment]
        problems += [problem for _, said in loaded for problem in said]
        wrong = dict(_check_replies(found))
        problems += wrong.values()
        found = [replace(one, in_reply_to="") if one.name in wrong else one for one in found]
        comments += sorted(found, key=lambda comment: find_order(comment, zone))
    return LoadedComments(tuple(comments), tuple(folders), tuple(problems))


def find_order(comment: Comment, zone: ZoneInfo) -> tuple[datetime, str]:
    """Return the key that puts comments oldest first, those of one moment by name."""
    return (make_moment(comment.moment, zone), comment.name)


def make_moment(moment: datetime | date, zone: ZoneInfo) -> datetime:
    """Return an aware moment; of a day, its beginning."""
    if not isinstance(moment, datetime):
        return datetime.combine(moment, time(), zone)
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _load_comment(file: SourceFile, recap: str, zone: ZoneInfo) -> tuple[Comment | None, tuple[Problem, ...]]:
    """Return the comment of a file, or None where it cannot be read, and what is wrong."""
    fields, report = open_mapping(file, COMMENT, _EXPECTED, zone)
    return _read_comment(fields, file, recap) if fields else None, report.problems


def _read_comment(fields: Fields, file: SourceFile, recap: str) -> Comment | None:
    author = _read_author(fields)
    moment = fields.read("date", lambda text: parse_moment(text, fields.context.zone))
    if not fields.has("date"):
        fields.error("date", "the comment has no date; add 'date: …'")
    kind = fields.word("kind", COMMENT_KINDS) or CommentKind.REPLY
    text = fields.markdown("text")
    if kind is CommentKind.REPLY and not fields.has("text"):
        fields.error("text", "a reply has words; add 'text: …'")
    reply_to = fields.text("in_reply_to").removesuffix(".yaml").removesuffix(".yml")
    # What cannot be read is not let through.
    unread = CommentStatus.PENDING if fields.has("status") else CommentStatus.PUBLISHED
    status = fields.word("status", COMMENT_STATUSES) or unread
    if author is None or moment is None:
        return None
    return Comment(
        name=file.id,
        recap=recap,
        place=Place(file.source, 1),
        author=author,
        moment=moment,
        key=fields.read("id", _parse_key) or "",
        kind=kind,
        text=text,
        in_reply_to=reply_to,
        in_reply_to_place=fields.context.report.place(fields.spot("in_reply_to")) if reply_to else None,
        source=fields.url("source"),
        lang=fields.read("lang", parse_language) or "",
        status=status,
        path=file.inner_path,
    )


def _read_author(fields: Fields) -> Commenter | None:
    """Return who wrote it; a text alone is a name."""
    node = fields.find("author")
    if isinstance(node, ScalarNode):
        name = fields.text("author")
        return Commenter(name=name) if name else None
    parts = fields.enter("author", COMMENTER)
    person_id = parts.read("person", parse_id) or ""
    name = read_name(parts)
    if not name and not person_id:
        fields.error("author", "the comment has no author; add 'author: …' with a name")
        return None
    return Commenter(
        name=name,
        url=parts.url("url"),
        person_id=person_id,
        profiles=read_profiles(parts),
        visibility=read_visibility(parts),
        consent=read_consent(parts),
    )


def _parse_key(text: str) -> str:
    if not _KEY.fullmatch(text):
        what = f"{quote(text)} is no id of a comment; expected letters, digits, '-', '.', ':' and '_'"
        raise UnreadableError(what)
    return text


def _check_replies(comments: Iterable[Comment]) -> Iterator[tuple[str, Problem]]:
    """Yield the name of each comment that answers one that is not there, or itself, and the problem."""
    answered = {comment.name: comment.in_reply_to for comment in comments}
    for comment in comments:
        place = comment.in_reply_to_place
        if not comment.in_reply_to or place is None:
            continue
        if comment.in_reply_to not in answered:
            hint = suggest(comment.in_reply_to, answered) or "; expected the name of another"
            what = f"no comment {quote(comment.in_reply_to)} beside this file{hint}"
            yield comment.name, Problem(place, "in_reply_to", what)
        elif _leads_back(comment.name, answered):
            what = "answers itself; name the comment that was there before"
            yield comment.name, Problem(place, "in_reply_to", what)


def _leads_back(name: str, answered: dict[str, str]) -> bool:
    seen = {name}
    while name := answered.get(name, ""):
        if name in seen:
            return True
        seen.add(name)
    return False
