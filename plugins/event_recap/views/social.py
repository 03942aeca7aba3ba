"""What a social image shows of a recap, an event, a person or the site: nobody who may not be on it.

A drawing cannot be searched for names. Hence whoever may be drawn is decided here, before there is one: only
people who are public, and who did not ask search engines to stay away, since a social image is kept by every
network that it was shown on.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from ..model.identity import build_monogram
from ..model.visibility import Visibility
from .people import FACES, pick_hue

if TYPE_CHECKING:
    from ..model.event import Event
    from ..model.person import Picture
    from ..model.registry import PublicPerson, Registry
    from ..model.shown import ShownPerson
    from .address import Addresses
    from .values import DateBlock, EventView, PersonView, RecapView

SITE_HUE = -1
"""Stands for the colour of the site, where a card has none of its own."""


@dataclass(frozen=True, slots=True)
class SocialFace:
    """Somebody who agreed to be seen."""

    monogram: str
    """One or two capitals, for where there is no photo."""
    hue: int
    """0 to 23: which of the site's person colours."""
    src: str = ""
    """Path of the photo from the content folder; empty where there is none that may be shown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SocialCard:
    """Everything that one social image shows; plain text, already permitted and in words of a language."""

    lang: str
    """BCP 47 tag of the page."""
    hue: int
    """0 to 23: which of the site's colours; ``SITE_HUE`` for its own."""
    title: str
    kicker: str = ""
    """A line above the title, or empty."""
    facts: tuple[str, ...] = ()
    """Lines below the title, such as day and place."""
    date_block: DateBlock | None = None
    faces: tuple[SocialFace, ...] = ()
    total_text: str = ""
    """``30 personnes``, beside the faces; or empty."""
    portrait: SocialFace | None = None
    """Of whom the page is; None on every other page."""
    picture: str = ""
    """Path of the cover from the content folder; empty where there is none that may be shown."""

    @property
    def words(self) -> str:
        """What the image says, for whoever does not see it.

        >>> SocialCard(lang="fr", hue=0, title="Focus 20", facts=("2 février 2010", "Drummondville")).words
        'Focus 20 · 2 février 2010 · Drummondville'
        """
        return " · ".join(filter(None, (self.title, self.kicker, *self.facts)))


def view_recap_card(
    recap: RecapView, event: Event | None, cover: Picture | None, registry: Registry, addresses: Addresses
) -> SocialCard:
    """Return what the image of a recap shows.

    Args:
        recap: The recap as its page shows it.
        event: What it is about, or None.
        cover: The picture beside its title, or None; it is drawn as far as it may be shown.
        registry: Whom may be shown.
        addresses: The way to pictures.
    """
    facts = recap.event
    return SocialCard(
        lang=recap.lang,
        hue=facts.hue if facts else SITE_HUE,
        kicker=facts.name if facts and facts.name != recap.title else "",
        title=recap.title,
        facts=_list_facts(facts) if facts else (recap.date,),
        date_block=facts.date_block if facts else None,
        faces=_view_faces(event, registry, addresses),
        total_text=facts.total_text if facts else "",
        picture=_find_src(cover, addresses),
    )


def view_event_card(
    view: EventView, event: Event, registry: Registry, addresses: Addresses, lang: str
) -> SocialCard:
    """Return what the image of an event shows."""
    return SocialCard(
        lang=lang,
        hue=view.hue,
        kicker=view.edition,
        title=view.name,
        facts=_list_facts(view),
        date_block=view.date_block,
        faces=_view_faces(event, registry, addresses),
        total_text=view.total_text,
        picture=_find_src(event.cover, addresses),
    )


def view_person_card(
    view: PersonView, public: PublicPerson, addresses: Addresses, lang: str
) -> SocialCard | None:
    """Return what the image of a person shows; None for one who asked search engines to stay away."""
    if not public.person.may_be_indexed:
        return None
    return SocialCard(
        lang=lang,
        hue=view.hue,
        title=view.name,
        facts=tuple(filter(None, (view.job_title, view.org, view.events_text))),
        portrait=_view_face(public.person, addresses),
    )


def view_site_card(name: str, subtitle: str, lang: str) -> SocialCard:
    """Return what the image of every other page shows."""
    return SocialCard(lang=lang, hue=SITE_HUE, title=name, facts=(subtitle,) if subtitle else ())


def _list_facts(event: EventView) -> tuple[str, ...]:
    return tuple(filter(None, (event.status, event.when, event.place)))


def _view_faces(event: Event | None, registry: Registry, addresses: Addresses) -> tuple[SocialFace, ...]:
    if event is None:
        return ()
    public = registry.find_turnout(event).at_level(Visibility.PUBLIC)
    agreed = [person for person in public if registry.may_be_found(person.id)]
    return tuple(_view_face(person, addresses) for person in agreed[:FACES])


def _view_face(person: ShownPerson, addresses: Addresses) -> SocialFace:
    return SocialFace(build_monogram(person.text), pick_hue(person.id), _find_src(person.photo, addresses))


def _find_src(picture: Picture | None, addresses: Addresses) -> str:
    """Return where a picture is that may be shown, or an empty string."""
    shown = addresses.show_picture(picture)
    return shown.src if shown else ""
