"""The quoted posts of a site: ``quoted-posts/<id>.yml``."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..model.comment import Commenter
from ..model.profile import NETWORKS
from ..model.quoted_post import QuotedPost
from ..model.shown import merge_profiles
from .dates import parse_moment
from .fields import Fields
from .files import find_source_files
from .mapping_file import open_mapping
from .metadata import parse_language
from .nodes import ScalarNode
from .permissions import read_consent, read_visibility
from .person_facts import parse_id, read_name, read_profiles
from .profiles import find_network, parse_profile
from .report import UnreadableError, quote
from .spellings import PROFILES, QUOTED_AUTHOR, QUOTED_POST

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from zoneinfo import ZoneInfo

    from .files import SourceFile

_EXPECTED = "expected 'author:' and 'text:'"


@dataclass(frozen=True, slots=True)
class LoadedPosts:
    """Every quoted post of a site, and what is wrong in their files."""

    posts: Mapping[str, QuotedPost] = field(default_factory=dict)
    """By id, in the order of ids."""
    ids: tuple[str, ...] = ()
    """Of every file, also of those that cannot be read."""
    problems: tuple[Problem, ...] = ()


def load_quoted_posts(content: Path, posts_path: str, zone: ZoneInfo) -> LoadedPosts:
    """Return every quoted post of a content folder.

    Args:
        content: The content folder.
        posts_path: Folder of the posts, below it; it may be missing.
        zone: Zone of times that name none.
    """
    files, problems = find_source_files(content / posts_path, content)
    loaded = [_load_post(file, zone) for file in files]
    return LoadedPosts(
        posts={post.id: post for post, _ in loaded if post},
        ids=tuple(file.id for file in files),
        problems=(*problems, *(problem for _, told in loaded for problem in told)),
    )


def _load_post(file: SourceFile, zone: ZoneInfo) -> tuple[QuotedPost | None, tuple[Problem, ...]]:
    """Return the post of a file, or None where it cannot be read, and what is wrong."""
    fields, report = open_mapping(file, QUOTED_POST, _EXPECTED, zone)
    post = _read_post(fields, file) if fields else None
    # What is half read shows perhaps more of somebody than they want: a file with an error shows nothing.
    return None if report.error_count else post, report.problems


def _read_post(fields: Fields, file: SourceFile) -> QuotedPost | None:
    url = fields.url("url")
    network = fields.read("network", _parse_network) or (find_network(url) if url else "")
    network = "" if network == "website" else network
    author, handle = _read_author(fields, network)
    text = fields.markdown("text")
    if not fields.has("text"):
        fields.error("text", "the post has no words; add 'text: …'")
    return QuotedPost(
        id=file.id,
        place=Place(file.source, 1),
        author=author,
        text=text,
        handle=handle,
        network=network,
        moment=fields.read("date", lambda text: parse_moment(text, fields.context.zone)),
        url=url,
        archive_url=fields.url("archive_url"),
        lang=fields.read("lang", parse_language) or "",
        text_place=fields.context.report.place(fields.spot("text")),
    )


def _read_author(fields: Fields, network: str) -> tuple[Commenter, str]:
    """Return who wrote it, and their handle; a text alone is a name."""
    node = fields.find("author")
    if isinstance(node, ScalarNode):
        return Commenter(name=fields.text("author")), ""
    parts = fields.enter("author", QUOTED_AUTHOR)
    person_id = parts.read("person", parse_id) or ""
    # Without a network, a handle is one to be looked for, and leads nowhere.
    profile = parts.read("handle", partial(parse_profile, network)) if network else None
    handle = profile.handle if profile else "" if network else parts.text("handle").removeprefix("@")
    name = read_name(parts) or (f"@{handle}" if handle else "")
    if not name and not person_id:
        fields.error("author", "the post has no author; add 'author: …' with a name")
    author = Commenter(
        name=name,
        url=parts.url("url"),
        person_id=person_id,
        profiles=merge_profiles((profile,) if profile else (), read_profiles(parts)),
        visibility=read_visibility(parts),
        consent=read_consent(parts),
    )
    return author, handle


def _parse_network(text: str) -> str:
    network = PROFILES.find(text)
    if not network:
        what = f"{quote(text)} is no network known here; expected one of {', '.join(NETWORKS)}"
        raise UnreadableError(what)
    return network
