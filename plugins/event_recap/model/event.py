"""An evening: its facts, and who was there as the list tells it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import Enum

from ..errors import Place
from .consent import Consent
from .offer import Offer
from .person import Picture
from .profile import Profile
from .visibility import Visibility

NAMELESS = ":"
"""With this begins the id of an entry that counts somebody without naming them; no id that is typed does."""


class EventStatus(Enum):
    """schema.org EventStatusType in the words an author types; ``held`` is over and took place."""

    SCHEDULED = "scheduled"
    HELD = "held"
    CANCELLED = "cancelled"
    POSTPONED = "postponed"
    RESCHEDULED = "rescheduled"
    MOVED_ONLINE = "moved-online"


class Role(Enum):
    """What somebody did at an event."""

    ORGANIZER = "organizer"
    HOST = "host"
    SPEAKER = "speaker"
    SPONSOR = "sponsor"
    VOLUNTEER = "volunteer"
    PRESS = "press"
    ATTENDEE = "attendee"


class CoverageType(Enum):
    """What others keep of an event."""

    VIDEO = "video"
    SLIDES = "slides"
    PHOTOS = "photos"
    WRITE_UP = "write-up"
    TRANSCRIPT = "transcript"
    CODE = "code"
    PRESS = "press"


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """schema.org Place; every part is plain text and may be empty."""

    name: str = ""
    locality: str = ""
    region: str = ""
    country: str = ""
    """ISO 3166-1 alpha-2 code in capitals, or a name in words."""
    latitude: float | None = None
    """Degrees north, -90 to 90; given together with the longitude."""
    longitude: float | None = None
    """Degrees east, -180 to 180."""
    url: str = ""
    """Absolute URL, http or https."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Organizer:
    """Who invited: a person by id, or a name with an address."""

    person_id: str = ""
    """Id of a person; empty for an outside organiser."""
    name: str = ""
    """Plain text; empty for a person by id."""
    url: str = ""
    """Absolute URL, http or https, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Coverage:
    """Something that others published about the event."""

    type: CoverageType
    url: str
    """Absolute URL, http or https."""
    title: str = ""
    """Plain text; empty where the author gave none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attendee:
    """What a list says of one person at one event; it overrides the person's own file."""

    id: str
    """Join key, always set: given, or derived from the handle or the name."""
    name: str
    """Name as typed; empty where only an id was given."""
    place: Place
    """Where the entry stands."""
    roles: tuple[Role, ...] = ()
    org: str = ""
    job_title: str = ""
    url: str = ""
    profiles: tuple[Profile, ...] = ()
    photo: Picture | None = None
    note: str = ""
    """About this person at this event; Markdown."""
    group: str = ""
    """Heading under which the card is shown."""
    known_since: date | None = None
    """Day since which the author knew the person online."""
    met_with: tuple[str, ...] = ()
    """Ids of people met there."""
    visibility: Visibility | None = None
    consent: Consent | None = None
    visibility_place: Place | None = field(default=None, compare=False)
    """Where the level is typed; None where it is not."""

    @property
    def is_nameless(self) -> bool:
        """Whether the entry says only that somebody was there: ``- visibility: counted``."""
        return self.id.startswith(NAMELESS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event and its list, from ``attendees/<id>.yml``."""

    id: str
    """Name of the list's file without its ending."""
    place: Place
    """Where the facts stand."""
    name: str = ""
    """Plain text; empty where the list is names only."""
    start: datetime | date | None = None
    """Aware datetime, or a date for a whole day."""
    end: datetime | date | None = None
    """The same kind as the start; None where unknown."""
    status: EventStatus | None = None
    """None where the list is silent."""
    previous_start: datetime | date | None = None
    """When it was to begin before it was put off to ``start``."""
    location: Location | None = None
    organizers: tuple[Organizer, ...] = ()
    series: str = ""
    """Id that the editions of one series share; empty where there is none."""
    edition: str = ""
    """As typed, so that ``007`` and ``2010`` stay themselves."""
    hashtag: str = ""
    """Without ``#``."""
    url: str = ""
    """Absolute URL of the event's own site."""
    offers: tuple[Offer, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    attendees: tuple[Attendee, ...] = ()
    """In the order of the list."""
    cover: Picture | None = None
    moved_from: tuple[str, ...] = ()
    """Ids that it had before; their addresses lead to its page."""
    path: str = field(default="", compare=False)
    """Path of the list from the content folder."""

    @property
    def start_date(self) -> date | None:
        """Day on which the event begins, in its own zone."""
        return self.start.date() if isinstance(self.start, datetime) else self.start

    def is_upcoming(self, today: date) -> bool:
        """Tell whether it is still to come; an event of today is not, and one that was held never is."""
        return bool(self.start_date and self.start_date > today and self.status is not EventStatus.HELD)

    def is_open(self, today: date) -> bool:
        """Tell whether one may still come: it is not over, and takes place."""
        is_off = self.status in {EventStatus.HELD, EventStatus.CANCELLED, EventStatus.POSTPONED}
        return bool(self.start_date and self.start_date >= today and not is_off)
