"""The values of templates that say who met whom. As in ``values``: plain text, addresses ready to use."""

from __future__ import annotations

from dataclasses import dataclass

from .values import EventView, PersonLink


@dataclass(frozen=True, slots=True)
class MomentView:
    """An event as a moment in the lives of people."""

    name: str
    url: str
    """Path below ``SITEURL`` of the event's page."""
    date: str = ""
    """``2 février 2010``; empty where unknown."""
    date_iso: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MetView:
    """Somebody whom a person met, or was often with."""

    person: PersonLink
    times_text: str
    """``3 événements``: how many both were at."""
    first: MomentView
    """The first of them."""
    last: MomentView | None = None
    """The last of them; None where there was one only."""
    url: str = ""
    """Path below ``SITEURL`` of the page of the pair; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingsView:
    """Whom a person met: ``person.meetings``."""

    met: tuple[MetView, ...] = ()
    """People met, the most frequent first."""
    companions: tuple[MetView, ...] = ()
    """People who were at several of the same events, of whom no meeting is known; a few at the most."""
    introduction: str = ""
    """``En contact en ligne depuis le …, rencontre en personne le …``, without a full stop; or empty."""
    introduced_at: MomentView | None = None
    """Where that was; None where ``introduction`` is empty."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.met or self.companions or self.introduction)


@dataclass(frozen=True, slots=True)
class ReturnView:
    """Somebody who was at an earlier edition, too: one of ``event.returned``."""

    person: PersonLink
    times_text: str
    """``2 éditions avant celle-ci``."""


@dataclass(frozen=True, slots=True)
class SharedEventView:
    """An event at which both people of a pair were."""

    event: EventView
    has_met: bool
    """Whether they are known to have met there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """The page of two people: ``pair``."""

    title: str
    """``Anne Roy et Bruno Larivage``."""
    url: str
    """Path below ``SITEURL``."""
    people: tuple[PersonLink, PersonLink]
    """In the order of their ids."""
    summary: str
    """``Ensemble à 3 événements, du … au …``, without a full stop."""
    events: tuple[SharedEventView, ...]
    """Oldest first; never empty."""
    may_be_indexed: bool = True
    """False where one of the two asked search engines to stay away."""


@dataclass(frozen=True, slots=True)
class TiesView:
    """Lines of a picture that look alike."""

    weight: int
    """1 to 4: at how many events both people of each line were, 4 for four and more."""
    has_met: bool
    """False for people who were only at the same events."""
    path: str
    """Value of ``d`` in an SVG ``path``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NodeView:
    """A person in a picture; every number is in whole units of the picture."""

    text: str
    """Name."""
    label: str
    """Name for a screen reader: ``Anne Roy, 5 personnes``."""
    url: str
    """Path below ``SITEURL`` of the person's page."""
    monogram: str
    hue: int
    """0 to 23: which of the site's person colours."""
    x: int
    y: int
    radius: int
    lines: tuple[str, ...]
    """The name, in two lines where that finds room."""
    text_x: int
    text_y: int
    """Where the base line of the first line begins, ends or has its middle."""
    anchor: str
    """``start``, ``end`` or ``middle``, for ``text-anchor``."""
    is_named: bool
    """Whether there is room for the name; else it is shown when the person is pointed at."""
    path: str
    """Value of ``d`` for the person's own lines, shown when the person is pointed at."""


@dataclass(frozen=True, slots=True)
class TiedView:
    """One name in a row of the table."""

    text: str
    times: int
    """At how many events of the picture both were."""
    url: str = ""
    """Path below ``SITEURL`` of the page of the pair; empty where there is none."""


@dataclass(frozen=True, slots=True)
class NetworkRow:
    """One person in the table that says the same as the picture."""

    person: PersonLink
    people: tuple[TiedView, ...]
    """Whom the person is tied to, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NetworkView:
    """A picture of who met whom, and the same as a table."""

    title: str
    """Of the page or the picture."""
    url: str = ""
    """Path below ``SITEURL`` of its page; empty for the picture of one event."""
    summary: str
    """``30 personnes, 45 liens``."""
    size: str
    """``small``, ``medium`` or ``large``: how much room it wants."""
    width: int
    height: int
    ties: tuple[TiesView, ...]
    """The lightest first."""
    nodes: tuple[NodeView, ...]
    """By name, which is the order of the keyboard."""
    rows: tuple[NetworkRow, ...]
    """By name; also those who found no place in a picture of very many."""
    left_out_text: str = ""
    """Says that the picture shows the most connected people only; else empty."""
    has_companions: bool = False
    """Whether some lines join people who were only at the same events."""
