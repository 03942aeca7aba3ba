"""One entry of an attendee list: a bare name or handle, or a mapping of facts."""

from __future__ import annotations

from dataclasses import fields as list_fields
from dataclasses import replace
from typing import TYPE_CHECKING

from ..errors import suggest
from ..model.consent import Consent
from ..model.event import NAMELESS, Attendee, Role
from ..model.identity import build_id
from ..model.visibility import Visibility
from .dates import parse_day
from .fields import Context, Fields, check_glued, read_text
from .nodes import MappingNode, Node, ScalarNode, SequenceNode
from .permissions import find_visibility_place, note_private, read_consent, read_visibility
from .person_facts import parse_id, read_ids, read_name, read_profiles
from .pictures import read_picture
from .report import UnreadableError, quote, shorten
from .spellings import ATTENDEE, ROLES
from .text import has_email, join_lines
from .urls import NO_EMAIL

if TYPE_CHECKING:
    from collections.abc import Iterable


def read_attendees(items: Iterable[tuple[str, Node]], context: Context) -> tuple[Attendee, ...]:
    """Return the people of a list, in its order, each id once.

    Args:
        items: Address and node of each entry.
        context: What a reader needs.
    """
    found: dict[str, Attendee] = {}
    for address, node in items:
        entry = _read_entry(node, address, context)
        if entry and entry.id in found:
            line = found[entry.id].place.line
            what = f"listed twice, first on line {line}; if they are two people, give one an 'id' of its own"
            context.report.warn(node, address, what)
            entry = _merge_entries(found[entry.id], entry)
        if entry:
            found[entry.id] = entry
    return tuple(found.values())


def _read_entry(node: Node, address: str, context: Context) -> Attendee | None:
    if isinstance(node, MappingNode):
        return None if _is_sentence(node, address, context) else _read_facts(node, address, context)
    if isinstance(node, SequenceNode) or check_glued(node, address, ATTENDEE, context):
        if isinstance(node, SequenceNode):
            what = "a list inside the list; expected a name, or 'name: …' and other keys"
            context.report.error(node, address, what)
        return None
    name = join_lines(read_text(node, address, context))
    if not name or has_email(name):
        what = NO_EMAIL if name else "the entry is empty; expected a name"
        context.report.error(node, address, what)
        return None
    identifier = build_id(name)
    if not identifier:
        what = f"no id can be made of {quote(name)}; write 'name: …' and 'id: …'"
        context.report.error(node, address, what)
        return None
    return Attendee(id=identifier, name=name, place=context.report.place(node))


def _is_sentence(node: MappingNode, address: str, context: Context) -> bool:
    """Tell whether an entry is a name with a colon, such as ``- Anne Roy: speaker``."""
    if len(node.entries) != 1:
        return False
    key, value = node.entries[0]
    if ATTENDEE.find(key.text) or ATTENDEE.is_private(key.text) or not isinstance(value, ScalarNode):
        return False
    if key.text.islower() and suggest(key.text, ATTENDEE.keys):
        return False
    shown = shorten(key.text)
    what = f"the colon makes a key of '{shown}'; write 'name: {shown}' and the rest below it"
    context.report.error(key, address, what)
    return True


def _read_facts(node: MappingNode, address: str, context: Context) -> Attendee | None:
    fields = Fields(node, ATTENDEE, address, context)
    name, handle = read_name(fields), fields.text("handle")
    identifier = fields.read("id", parse_id) or build_id(handle) or build_id(name)
    roles, job_title = _read_roles(fields)
    entry = Attendee(
        id=identifier,
        name=name or handle,
        place=context.report.place(node),
        roles=roles,
        org=fields.text("org"),
        job_title=fields.text("job_title") or job_title,
        url=fields.url("url"),
        profiles=read_profiles(fields),
        photo=read_picture(fields, "photo"),
        note=fields.markdown("note"),
        group=fields.text("group"),
        known_since=fields.read("known_since", parse_day),
        met_with=read_ids(fields, "met_with"),
        visibility=read_visibility(fields),
        consent=read_consent(fields),
        visibility_place=find_visibility_place(fields),
    )
    note_private(fields)
    if identifier:
        return entry
    if entry.visibility is Visibility.COUNTED and len(node.entries) == 1:
        return replace(entry, id=f"{NAMELESS}{entry.place}")
    if name or handle:
        fields.error("name", f"no id can be made of {quote(name or handle)}; add 'id: …'")
    elif not fields.has("id"):
        fields.error("", "nobody is named; add 'name: …'")
    return None


def _read_roles(fields: Fields) -> tuple[tuple[Role, ...], str]:
    """Return the known roles, each once, and what else was typed, which is a job."""
    roles: dict[Role, None] = {}
    others: list[str] = []
    for text in fields.texts("role"):
        try:
            roles[fields.find_word("role", text, ROLES)] = None
        except UnreadableError as error:
            if "did you mean" in str(error):
                fields.error("role", str(error))
            else:
                others.append(text)
    if others:
        told = quote(", ".join(others))
        if fields.has("job_title"):
            fields.warn("role", f"{told} is no role known here; left out, as 'job_title' is given")
        else:
            fields.warn("role", f"{told} is no role known here; read as 'job_title'")
    return tuple(roles), ", ".join(others)


def _merge_entries(first: Attendee, second: Attendee) -> Attendee:
    """Return one entry of two for one person: what the first leaves open, the second says.

    Roles are united, and the lower visibility and the stricter consent win.
    """
    values = {
        field.name: getattr(first, field.name) or getattr(second, field.name)
        for field in list_fields(Attendee)
    }
    levels = [(one.visibility, one.visibility_place) for one in (first, second) if one.visibility is not None]
    values["visibility"], values["visibility_place"] = min(
        levels, key=lambda level: level[0], default=(None, None)
    )
    values["roles"] = tuple(dict.fromkeys((*first.roles, *second.roles)))
    values["met_with"] = tuple(dict.fromkeys((*first.met_with, *second.met_with)))
    if first.consent and second.consent:
        values["consent"] = _merge_consents(first.consent, second.consent)
    return Attendee(**values)


def _merge_consents(first: Consent, second: Consent) -> Consent:
    both = (first, second)
    photos = [one.photo for one in both if one.photo is not None]
    return replace(
        first,
        given=min((one.given for one in both if one.given), default=None),
        until=min((one.until for one in both if one.until), default=None),
        method=first.method or second.method,
        photo=all(photos) if photos else None,
        index=all(one.index for one in both),
        graph=all(one.graph for one in both),
        is_readable=all(one.is_readable for one in both),
    )
