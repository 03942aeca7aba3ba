"""The facts of an event, as the ``event:`` of a list tells them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.event import Coverage, Event, EventStatus, Location, Organizer
from ..model.identity import ID_PATTERN, build_id
from .dates import is_time, parse_end, parse_moment, parse_zone
from .fields import Fields, read_text
from .nodes import MappingNode, ScalarNode
from .offers import read_offers
from .person_facts import read_ids
from .pictures import read_picture
from .report import UnreadableError, quote
from .spellings import COVERAGE, COVERAGE_TYPES, LOCATION, ORGANIZER, STATUSES
from .text import join_lines

if TYPE_CHECKING:
    from datetime import date, datetime
    from zoneinfo import ZoneInfo

    from ..errors import Place
    from .files import SourceFile
    from .nodes import Node

LATITUDES, LONGITUDES = 90, 180


@dataclass(frozen=True, slots=True)
class NamedId:
    """An id that a list names, and where; checked once everybody is known."""

    id: str
    field: str
    """Address in the file, such as ``event.organizers[0]``."""
    place: Place


def read_event(fields: Fields, file: SourceFile) -> tuple[Event, tuple[NamedId, ...]]:
    """Return the event without its attendees, and the ids of its organisers."""
    zone = fields.read("timezone", parse_zone) or fields.context.zone
    start = fields.read("start", lambda text: parse_moment(text, zone))
    previous = _read_previous_start(fields, start, zone)
    organizers = [
        (_read_organizer(address, node, fields), address, node)
        for address, node in fields.items("organizers")
    ]
    event = Event(
        id=file.id,
        place=fields.context.report.place(fields.node),
        name=fields.text("name"),
        start=start,
        end=_read_end(fields, start, zone),
        status=fields.word("status", STATUSES) or (EventStatus.RESCHEDULED if previous else None),
        previous_start=previous,
        location=_read_location(fields),
        organizers=tuple(organizer for organizer, _, _ in organizers if organizer),
        series=fields.read("series", _parse_series) or "",
        edition=fields.text("edition"),
        hashtag=fields.read("hashtag", _parse_hashtag) or "",
        url=fields.url("url"),
        offers=read_offers(fields, zone),
        coverage=_read_coverage(fields),
        cover=read_picture(fields, "cover"),
        moved_from=tuple(old for old in read_ids(fields, "moved_from") if old != file.id),
        path=file.inner_path,
    )
    named = tuple(
        NamedId(organizer.person_id, address, fields.context.report.place(node))
        for organizer, address, node in organizers
        if organizer and organizer.person_id
    )
    return event, named


def _read_end(fields: Fields, start: datetime | date | None, zone: ZoneInfo | None) -> datetime | date | None:
    is_start_wrong = start is None and fields.has("start")

    def parse(text: str) -> datetime | date | None:
        # What a time alone means depends on a start that could not be read, which is told.
        return None if is_start_wrong and is_time(text) else parse_end(text, start, zone)

    return fields.read("end", parse)


def _read_previous_start(
    fields: Fields, start: datetime | date | None, zone: ZoneInfo | None
) -> datetime | date | None:
    """Return when an event was to begin before; the same day and hour as now is no other one."""
    previous = fields.read("previous_start", lambda text: parse_moment(text, zone))
    if previous is None:
        return None
    if start is None:
        fields.error("previous_start", "there is no start beside it; add the new day as 'start: …'")
        return None
    if previous == start:
        fields.error("previous_start", "is the start itself; say when the event was to begin before")
        return None
    return previous


def _parse_series(text: str) -> str:
    identifier = build_id(text)
    if not identifier:
        what = f"{quote(text)} is no id: lower case letters, digits and hyphens"
        raise UnreadableError(what)
    return identifier


def _parse_hashtag(text: str) -> str:
    hashtag = text.lstrip("#\uff03")
    if not hashtag or any(letter.isspace() for letter in hashtag):
        what = f"{quote(text)} is no hashtag; expected one word such as focus20"
        raise UnreadableError(what)
    return hashtag


def _read_location(fields: Fields) -> Location | None:
    node = fields.find("location")
    if isinstance(node, ScalarNode):
        return Location(name=fields.text("location"))
    if node is None:
        return None
    parts = fields.enter("location", LOCATION)
    latitude = parts.read("latitude", lambda text: parse_degrees(text, LATITUDES))
    longitude = parts.read("longitude", lambda text: parse_degrees(text, LONGITUDES))
    if parts.has("latitude") != parts.has("longitude"):
        given, missing = ("latitude", "longitude")[:: 1 if parts.has("latitude") else -1]
        parts.error(given, f"stands alone; add the {missing}")
    is_whole = latitude is not None and longitude is not None
    return Location(
        name=parts.text("name"),
        locality=parts.text("locality"),
        region=parts.text("region"),
        country=parts.text("country"),
        latitude=latitude if is_whole else None,
        longitude=longitude if is_whole else None,
        url=parts.url("url"),
    )


def parse_degrees(text: str, limit: int) -> float:
    """Return degrees of latitude or longitude.

    Raises:
        UnreadableError: It is no decimal number, or beyond the limit on either side.

    >>> parse_degrees("-72.48", 180)
    -72.48
    """
    try:
        degrees = float(text)
    except ValueError:
        degrees = float("nan")
    if not -limit <= degrees <= limit:
        what = f"{quote(text)} is no number of degrees; expected one from -{limit} to {limit}"
        raise UnreadableError(what)
    return degrees


def _read_organizer(address: str, node: Node, fields: Fields) -> Organizer | None:
    context = fields.context
    if not isinstance(node, MappingNode):
        text = join_lines(read_text(node, address, context))
        identifier = build_id(text)
        if text and text != identifier:
            context.report.note_word(node, address, text, identifier)
        return Organizer(person_id=identifier) if identifier else None
    parts = Fields(node, ORGANIZER, address, context)
    if parts.has("id"):
        identifier = parts.text("id")
        if ID_PATTERN.fullmatch(identifier):
            return Organizer(person_id=identifier)
        parts.error("id", f"{quote(identifier)} is no id: lower case letters, digits and hyphens")
        return None
    name, url = parts.text("name"), parts.url("url")
    if not name:
        parts.error("name", "the organiser has no name; add 'name: …', or write a person's id")
        return None
    return Organizer(name=name, url=url)


def _read_coverage(fields: Fields) -> tuple[Coverage, ...]:
    found = []
    for address, node in fields.items("coverage"):
        if not isinstance(node, MappingNode):
            what = "expected 'type: …' and 'url: …' in braces, as in {type: photos, url: https://…}"
            fields.context.report.error(node, address, what)
            continue
        parts = Fields(node, COVERAGE, address, fields.context)
        kind, url = parts.word("type", COVERAGE_TYPES), parts.url("url")
        for key in ("type", "url"):
            if not parts.has(key):
                parts.error(key, f"'{key}' is missing; expected a type and a url")
        if kind and url:
            found.append(Coverage(type=kind, url=url, title=parts.text("title")))
    return tuple(found)
