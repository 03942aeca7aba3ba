"""The file of ids as a build writes it: one line for each post, so that ten thousand are read at once."""

from __future__ import annotations

import json
import re
from datetime import date
from types import MappingProxyType
from uuid import UUID

from ..model.ids import EventRecord, Ids, PostRecord, WithdrawnId, is_opaque
from .report import UnreadableError
from .uris import parse_uri
from .yaml_text import NO_TEXT

HEADING = """\
# The ids by which feed readers know the posts of this site; a build writes them here.
# Keep this file with your texts and commit it: without it, old posts may be shown as new.
"""
_PLAIN = re.compile(r"\w[\w.:/-]*[\w/-]|\w", re.ASCII)
_TEXT = r"""("(?:[^"\\\n]|\\.)*"|[\w.:/-]+)"""
_WORD = r"""(?:"(?:[^"\\\n]|\\.)*"|[\w.:/-]+)"""
_FORMER = rf"(?:, former: \[({_WORD}(?:, {_WORD})*)\])?"
_SITE = re.compile(r"^site: ([0-9a-f-]{36})$", re.MULTILINE)
_POST = re.compile(
    rf"^  {_TEXT}: \{{id: {_TEXT}, slug: {_TEXT}(?:, lang: {_TEXT})?"
    rf"(?:, withdrawn: ([\d-]{{10}}))?{_FORMER}\}}$",
    re.ASCII | re.MULTILINE,
)
_EVENT = re.compile(rf"^  {_TEXT}: \{{start: {_TEXT}{_FORMER}\}}$", re.ASCII | re.MULTILINE)
_WITHDRAWN = re.compile(rf"^  - \{{(id|trace): {_TEXT}, on: ([\d-]{{10}})\}}$", re.ASCII | re.MULTILINE)


def render_ids(ids: Ids) -> str:
    """Return the text of the file; the same for the same ids."""
    posts = "".join(f"  {_render(path)}: {_render_post(record)}\n" for path, record in ids.posts.items())
    withdrawn = "".join(
        f"  - {{{'trace' if one.is_obscured else 'id'}: {_render(one.id)}, on: {one.on}}}\n"
        for one in ids.withdrawn
    )
    events = "".join(f"  {_render(key)}: {_render_event(record)}\n" for key, record in ids.events.items())
    parts = [f"posts:\n{posts}"] if posts else []
    parts += [f"events:\n{events}"] if events else []
    parts += [f"withdrawn:\n{withdrawn}"] if withdrawn else []
    return f"{HEADING}site: {ids.site}\n{''.join(parts)}"


def read_rendered(text: str) -> Ids | None:
    """Return the ids of a text that ``render_ids`` made; None for any other text or where an id is none."""
    try:
        ids = _read_lines(text)
        for identifier in (record.id for record in ids.posts.values()):
            parse_uri(identifier)
    except (ValueError, UnreadableError):
        return None
    used = [record.id for record in ids.posts.values()] + [one.id for one in ids.withdrawn]
    is_sound = len(set(used)) == len(used) and all(is_opaque(one.id) for one in ids.withdrawn)
    return ids if is_sound and render_ids(ids) == text else None


def _read_lines(text: str) -> Ids:
    """Return what the lines of the known forms say; the others are passed over.

    Raises:
        ValueError: A date or the site's id is none.
    """
    posts = {}
    for path, identifier, slug, lang, withdrawn, former in _POST.findall(text):
        posts[_unquote(path)] = PostRecord(
            id=_unquote(identifier),
            slug=_unquote(slug),
            lang=_unquote(lang),
            withdrawn=date.fromisoformat(withdrawn) if withdrawn else None,
            former=_split(former),
        )
    events = {
        _unquote(key): EventRecord(start=_unquote(start), former=_split(former))
        for key, start, former in _EVENT.findall(text)
    }
    gone = tuple(
        WithdrawnId(id=_unquote(identifier), on=date.fromisoformat(on), is_obscured=key == "trace")
        for key, identifier, on in _WITHDRAWN.findall(text)
    )
    site = _SITE.search(text)
    return Ids(
        site=UUID(site[1] if site else ""),
        posts=MappingProxyType(posts),
        events=MappingProxyType(events),
        withdrawn=gone,
    )


def _unquote(text: str) -> str:
    return str(json.loads(text)) if text.startswith('"') else text


def _render_post(record: PostRecord) -> str:
    facts = {"id": _render(record.id), "slug": _render(record.slug)}
    if record.lang:
        facts["lang"] = _render(record.lang)
    if record.withdrawn:
        facts["withdrawn"] = str(record.withdrawn)
    return _render_facts(facts, record.former)


def _render_event(record: EventRecord) -> str:
    return _render_facts({"start": _render(record.start)}, record.former)


def _render_facts(facts: dict[str, str], former: tuple[str, ...]) -> str:
    if former:
        facts["former"] = f"[{', '.join(map(_render, former))}]"
    return "{" + ", ".join(f"{key}: {value}" for key, value in facts.items()) + "}"


def _split(texts: str) -> tuple[str, ...]:
    """Return the texts of a list that ``_render_facts`` made."""
    return tuple(_unquote(found) for found in re.findall(_WORD, texts, re.ASCII))


def _render(text: str) -> str:
    """Return a text as YAML, without quotation marks where it needs none."""
    if _PLAIN.fullmatch(text) and not text.isdecimal() and text.lower() not in NO_TEXT:
        return text
    return json.dumps(text, ensure_ascii=not text.isprintable())
