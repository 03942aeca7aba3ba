"""The values that templates show. Text is plain unless typed ``Markup``; addresses are ready to use.

``url`` of a page of this site is its path below ``SITEURL`` without a leading slash, so that a
template writes ``{{ SITEURL }}/{{ view.url }}``; ``href`` may stand in an attribute as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from markupsafe import Markup

from .comment_values import CommentsView
from .picture_values import PictureView


@dataclass(frozen=True, slots=True)
class LinkView:
    """A link to another site."""

    text: str
    """What is shown, such as ``LinkedIn`` or ``cafe-lune.example``."""
    href: str
    """Absolute URL, http or https."""
    label: str = ""
    """Name for a screen reader: ``Bruno Larivage sur LinkedIn``; empty where ``text`` says enough."""
    kind: str = ""
    """Key of the network, or type of the coverage: the name of an icon."""


@dataclass(frozen=True, slots=True)
class PersonLink:
    """A name, and its page where it has one."""

    text: str
    url: str = ""
    """Path below ``SITEURL`` of the person's page, or empty."""
    href: str = ""
    """Ready for an attribute: an absolute URL elsewhere, or a link for use inside content; or empty."""
    monogram: str = ""
    """One or two capitals that stand in the place of a photo."""
    hue: int = 0
    """0 to 23: which of the site's person colours."""
    photo: PictureView | None = None
    is_person: bool = True
    """False for an organiser who may be an organisation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """One attendee's card at one event."""

    name: str
    monogram: str
    hue: int
    id: str = ""
    """Id of the person for an anchor; empty where the person has no page."""
    href: str = ""
    """Link to the person's page for use inside content; empty where there is none."""
    url: str = ""
    """Path below ``SITEURL`` of the person's page; empty where there is none."""
    roles: tuple[str, ...] = ()
    """In words of the page's language; a plain attendee has none."""
    org: str = ""
    job_title: str = ""
    note: Markup = Markup("")
    """HTML, safe."""
    known_since: str = ""
    """A sentence such as ``En contact en ligne depuis le 2 février 2009``, or empty."""
    met: tuple[PersonLink, ...] = ()
    links: tuple[LinkView, ...] = ()
    photo: PictureView | None = None
    privacy: LinkView | None = None
    """The way to change or remove the card, for use inside content; None where there is none."""


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Cards under one heading."""

    heading: str
    """Plain text; empty for cards without a group."""
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True)
class AttendeesView:
    """Who was there."""

    title: str = ""
    """``Qui était là``, or ``Qui vient`` where the event is still to come."""
    groups: tuple[CardGroup, ...] = ()
    """Cards without a group first, then groups as in the list; a name-only card has a name alone."""
    initials: tuple[str, ...] = ()
    """People by initials, sorted."""
    others_text: str = ""
    """``et 12 autres personnes``; empty where nothing may be said."""
    total_text: str = ""
    """``30 personnes``; empty where nobody is shown."""
    faces: tuple[PersonLink, ...] = ()
    """The first few people with a page, for a row of faces."""
    privacy: LinkView | None = None
    """The same for everybody in the list, without a card; None where there is none."""

    def __bool__(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(self.groups or self.initials or self.others_text)


@dataclass(frozen=True, slots=True)
class DateBlock:
    """A day as on an invitation."""

    day: str
    """``2``."""
    month: str
    """``févr.``."""
    year: str
    """``2010``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferView:
    """One kind of ticket to an event that is to come."""

    name: str = ""
    """What tells it from the others, or empty."""
    text: str = ""
    """``12 $``, or the word for free; empty where unknown."""
    note: str = ""
    """``Complet``, or from when on it is sold; empty where one can have it."""
    href: str = ""
    """Absolute URL of where one signs up; empty where there is none, or nothing is left."""
    link_text: str = ""
    """Words of the link to ``href``."""
    label: str = ""
    """The same with the name, for those who hear the link alone."""
    price: str = ""
    """For machines, with a decimal point; empty where unknown."""
    currency: str = ""
    availability_key: str = ""
    """The author's own word, such as ``sold-out``; empty where silent."""
    start_iso: str = ""
    """Since when it is sold, for machines; or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EventView:
    """An event's facts in the words of a page."""

    id: str
    name: str
    url: str
    """Path below ``SITEURL`` of the event's page."""
    hue: int = 0
    """0 to 23: which of the site's colours is the event's own."""
    when: str = ""
    """``mardi 2 février 2010, de 18 h à 21 h``; empty where unknown."""
    start_iso: str = ""
    """For ``<time datetime>`` and ``dt-start``; a date or a datetime with its offset."""
    end_iso: str = ""
    date_block: DateBlock | None = None
    status: str = ""
    """In words, only where it is not plain: ``Annulé``; empty for held and scheduled."""
    status_key: str = ""
    """The author's own word, such as ``cancelled``; empty where silent."""
    previous_when: str = ""
    """What it was put off from, in words: ``au lieu du mardi 2 février 2010, à 18 h``; or empty."""
    previous_iso: str = ""
    is_upcoming: bool = False
    """Whether it begins after the day of the build."""
    place_name: str = ""
    place: str = ""
    """Name, town, region, country on one line; empty where unknown."""
    locality: str = ""
    region: str = ""
    country: str = ""
    place_href: str = ""
    latitude: str = ""
    longitude: str = ""
    organizers: tuple[PersonLink, ...] = ()
    organizer_joints: tuple[str, ...] = ()
    """What stands after each of them in a list in words: a comma, an "and", nothing."""
    performers: tuple[PersonLink, ...] = ()
    """Public people who spoke, and did not ask search engines to stay away."""
    series: str = ""
    """Id of the series, or empty."""
    series_name: str = ""
    """The same in words: ``Lanterne``."""
    edition: str = ""
    """In words: ``1re édition`` or ``édition 2010``; empty where there is none."""
    hashtag: str = ""
    """Without ``#``."""
    href: str = ""
    """Absolute URL of the event's own site, or empty."""
    offers: tuple[OfferView, ...] = ()
    """What it costs to come; empty where nobody can any more."""
    coverage: tuple[LinkView, ...] = ()
    cover: PictureView | None = None
    total_text: str = ""
    """``30 personnes``, or empty."""
    faces: tuple[PersonLink, ...] = ()
    calendar_url: str = ""
    """Path below ``SITEURL`` of the event as iCalendar; empty where there is none."""
    vcard_url: str = ""
    """Path below ``SITEURL`` of its public people as contact cards; empty where there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Byline:
    """Who wrote a recap."""

    name: str
    url: str = ""
    """Path below ``SITEURL`` of an author's page; empty for a guest."""
    role: str = ""
    org: str = ""
    href: str = ""
    """Absolute URL of a guest, or empty."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecapView:
    """Everything a recap's page shows beyond Pelican's article: ``article.event_recap``."""

    title: str
    """Plain text as typed; Pelican's own ``article.title`` is HTML."""
    lang: str
    bylines: tuple[Byline, ...]
    """Authors first, then guests."""
    date: str
    """Day of publication in words."""
    date_iso: str
    modified: str = ""
    """In words; empty where the recap was not changed."""
    modified_iso: str = ""
    summary: str = ""
    """Plain text."""
    event: EventView | None = None
    attendees: AttendeesView = AttendeesView()
    editions: tuple[EventView, ...] = ()
    """The editions before and after, oldest first."""
    cover: PictureView | None = None
    comments: CommentsView = field(default_factory=CommentsView)
    """What readers answered; false where there is nothing to show."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AttendanceView:
    """One event on a person's page."""

    event: EventView
    roles: tuple[str, ...] = ()
    note: Markup = Markup("")
    """HTML, safe."""
    known_since: str = ""
    met: tuple[PersonLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonView:
    """A person's page: ``person.event_recap``."""

    id: str
    name: str
    url: str
    monogram: str
    hue: int
    org: str = ""
    job_title: str = ""
    bio: Markup = Markup("")
    """HTML, safe."""
    card_bio: Markup = Markup("")
    """The same for contact cards and descriptions: a mention in it is of somebody public everywhere."""
    links: tuple[LinkView, ...] = ()
    photo: PictureView | None = None
    attendances: tuple[AttendanceView, ...] = ()
    """Newest first."""
    events_text: str = ""
    """``3 soirées`` in words of the page: how many events."""
    may_be_indexed: bool = True
    vcard_url: str = ""
    """Path below ``SITEURL`` of the person's contact card; empty where there is none."""
    privacy_url: str = ""
    """Path below ``SITEURL`` of the page that says how to change or remove this one; or empty."""
