"""One recap: its front matter, checked, and its text."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..errors import Place, Problem, suggest
from ..model.profile import build_profile
from ..model.recap import Guest, Recap, ShareText
from .fields import Context, Fields, read_text
from .front_matter import Head, split_front_matter
from .metadata import OWN_KEYS, read_metadata
from .nodes import MappingNode, Node, ScalarNode
from .permissions import parse_flag
from .person_facts import parse_id, read_name
from .pictures import read_picture
from .report import Report, UnreadableError, enumerate_words, quote
from .site_path import parse_site_path
from .spellings import COMMENTS_STATES, GUEST, SHARE
from .text import INVISIBLE, decode_text, find_invisible, has_email, join_lines
from .uris import parse_uri
from .urls import parse_url
from .vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from pathlib import Path

SIZE_LIMIT = 10_000_000
"""Bytes of a recap; the longest real one has 300,000."""
_OWN = Vocabulary("a recap", OWN_KEYS)


@dataclass(frozen=True, slots=True, kw_only=True)
class ParsedRecap:
    """What the file of a recap says; where it cannot be read, as much as can."""

    metadata: dict[str, str | list[str]]
    """Pelican's own keys and those of other plugins, in lower case; texts as typed."""
    recap: Recap
    """What our keys say: ``event``, ``guests``, ``cover``, ``share``, ``id``, ``toc``."""
    body: str
    """Markdown after the front matter, without control characters."""
    body_line: int
    """Line of the file on which the body begins, from 1."""
    lines: dict[str, int] = field(default_factory=dict)
    """Line of each key of the metadata, from 1."""
    problems: tuple[Problem, ...] = ()
    """In the order of lines."""


def parse_recap(  # noqa: PLR0913 (all but the first say where and for which site)
    data: bytes,
    *,
    source: str,
    path: Path,
    content: Path,
    reserved: Collection[str],
    share_networks: Collection[str],
) -> ParsedRecap:
    """Return what a recap says, and everything that is wrong with it; never raises.

    Args:
        data: The file.
        source: Path of the file as the author would type it.
        path: Path of the file, beside which its pictures may lie.
        content: The content folder.
        reserved: Keys that would overwrite attributes of Pelican's, in lower case.
        share_networks: Networks that ``share.networks`` may name.
    """
    report = Report(source)
    try:
        if len(data) > SIZE_LIMIT:
            what = f"too long: more than {SIZE_LIMIT // 1_000_000} MB; split it"
            raise UnreadableError(what)  # noqa: TRY301 (told as the other reasons are)
        lines = decode_text(data).split("\n")
    except UnreadableError as error:
        report.error(error, "", str(error))
        nothing = Recap(place=Place(source, 1))
        return ParsedRecap(metadata={}, recap=nothing, body="", body_line=1, problems=report.problems)
    head = split_front_matter(lines, report)
    node = head.node or MappingNode((), head.line, 1)
    metadata, key_lines = read_metadata(node, reserved, report) if head.node else ({}, {})
    context = Context(report, content, path.parent)
    return ParsedRecap(
        metadata=metadata,
        recap=_read_recap(_keep_own(node), head, context, share_networks),
        body=_clean_body(lines, head.body_line, report),
        body_line=head.body_line,
        lines=key_lines,
        problems=report.problems,
    )


def _keep_own(node: MappingNode) -> MappingNode:
    own: dict[str, tuple[ScalarNode, Node]] = {}
    for key, value in node.entries:
        name = key.text.strip().lower()
        if name in OWN_KEYS:
            own.setdefault(name, (ScalarNode(name, key.line, key.column), value))
    return MappingNode(tuple(own.values()), node.line, node.column)


def _read_recap(node: MappingNode, head: Head, context: Context, share_networks: Collection[str]) -> Recap:
    fields = Fields(node, _OWN, "", context)
    event_id = fields.read("event", _parse_event)
    entry_id = fields.read("id", parse_uri)
    if has_email(entry_id or ""):
        fields.warn("id", "holds an e-mail address, which will be published; take it out, unless it is meant")
    return Recap(
        place=Place(context.report.source, head.line),
        event_id=event_id or "",
        event_place=context.report.place(fields.spot("event")) if event_id else None,
        guests=_read_guests(fields),
        cover=read_picture(fields, "cover"),
        share=_read_share(fields, share_networks),
        toc=fields.read("toc", parse_flag),
        entry_id=entry_id or "",
        entry_id_place=context.report.place(fields.spot("id")) if entry_id else None,
        comments=fields.word("comments", COMMENTS_STATES),
        syndication=_read_each(fields, "syndication", parse_url),
        redirect_from=_read_each(fields, "redirect_from", parse_site_path),
        redirect_from_place=_find_place(fields, "redirect_from"),
    )


def _find_place(fields: Fields, key: str) -> Place | None:
    return fields.context.report.place(fields.spot(key)) if fields.has(key) else None


def _parse_event(text: str) -> str:
    """Return the id of a list, also where its file was named."""
    name = text.rpartition("/")[2]
    return parse_id(name.removesuffix(".yml").removesuffix(".yaml"))


def _read_guests(fields: Fields) -> tuple[Guest, ...]:
    node = fields.find("guests")
    if isinstance(node, ScalarNode):
        return tuple(Guest(name=name) for name in fields.texts("guests"))
    guests = [_read_guest(item, address, fields) for address, item in fields.items("guests")]
    return tuple(guest for guest in guests if guest)


def _read_guest(node: Node, address: str, fields: Fields) -> Guest | None:
    if not isinstance(node, MappingNode):
        name = join_lines(read_text(node, address, fields.context))
        return Guest(name=name) if name else None
    parts = Fields(node, GUEST, address, fields.context)
    name = read_name(parts)
    if not name:
        parts.error("name", "the guest has no name; add 'name: …'")
        return None
    return Guest(name=name, role=parts.text("role"), org=parts.text("org"), url=parts.url("url"))


def _read_share(fields: Fields, share_networks: Collection[str]) -> ShareText:
    if isinstance(fields.find("share"), ScalarNode):
        return ShareText(text=fields.text("share"))
    if not fields.has("share"):
        return ShareText()
    parts = fields.enter("share", SHARE)
    return ShareText(
        text=parts.text("text"),
        texts=_read_texts(parts, share_networks),
        via=parts.read("via", _parse_via) or "",
        hashtags=tuple(tag.lstrip("#") for tag in parts.texts("hashtags") if tag.strip("#")),
        networks=_read_networks(parts, share_networks) if parts.has("networks") else None,
    )


def _read_texts(parts: Fields, known: Collection[str]) -> dict[str, str]:
    """Return the words for some of the networks."""
    if not parts.has("texts"):
        return {}
    networks = Vocabulary("a text for each network", tuple(sorted(known)))
    texts = parts.enter("texts", networks)
    return {network: text for network in known if (text := texts.text(network))}


def _parse_via(text: str) -> str:
    profile = build_profile("x", text)
    if profile is None:
        what = f"{quote(text)} is no handle on X; expected letters, digits and _ such as monblog"
        raise UnreadableError(what)
    return profile.handle


def _read_networks(parts: Fields, known: Collection[str]) -> tuple[str, ...]:
    networks = dict.fromkeys(text.lower() for text in parts.texts("networks"))
    for network in networks:
        if network not in known:
            hint = suggest(network, known) or f"; expected {enumerate_words(sorted(known))}"
            parts.error("networks", f"{quote(network)} is no network to share on{hint}")
    return tuple(network for network in networks if network in known)


def _read_each(fields: Fields, key: str, parse: Callable[[str], str]) -> tuple[str, ...]:
    """Return the addresses of a list, each once; what is none is told."""
    found: dict[str, None] = {}
    for text in fields.texts(key):
        try:
            found[parse(text)] = None
        except UnreadableError as error:
            fields.error(key, str(error))
    return tuple(found)


def _clean_body(lines: list[str], body_line: int, report: Report) -> str:
    """Return the text, and tell once where characters are left out of it."""
    body = "\n".join(lines[body_line - 1 :])
    if found := find_invisible(body):
        dirty = [number for number, line in enumerate(lines[body_line - 1 :]) if INVISIBLE.search(line)]
        first = body_line + dirty[0]
        column = INVISIBLE.search(lines[first - 1])
        also = f" ({len(dirty)} lines, the first here)" if len(dirty) > 1 else ""
        place = ScalarNode("", first, column.start() + 1 if column else 0)
        report.warn(place, "", f"invisible characters are left out: {found}{also}")
    return INVISIBLE.sub("", body)
