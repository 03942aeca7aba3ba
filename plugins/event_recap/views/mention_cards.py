"""Links to people inside of a text, with the cards that they open."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup

from ..model.identity import build_monogram
from ..translation import translate, translate_count
from .address import link_person
from .mention_values import MentionCard
from .people import pick_hue

if TYPE_CHECKING:
    from jinja2 import Environment

    from ..model.registry import PublicPerson, Registry
    from .address import Addresses

LINK = re.compile(
    rf'<a class="mention" href="{re.escape(link_person(""))}([a-z0-9_-]+)">(.*?)</a>', re.DOTALL
)
"""A link to a person, as ``MentionWriter`` writes it."""


@dataclass(frozen=True, slots=True)
class CardStyle:
    """How the cards of a text are drawn."""

    environment: Environment
    """A generator's."""
    lang: str
    """BCP 47 tag of the text."""
    prefix: str = "mention"
    """Begins the ids of the cards, which no other text of the page may share."""


def render_mentions(html: str, registry: Registry, addresses: Addresses, style: CardStyle) -> str:
    """Return HTML in which each link that was a mention opens a card.

    The macro ``mention`` is ours in ``event_recap/mention.html``, a plain link; a theme may have its own.

    Args:
        html: With links as ``MentionWriter`` writes them.
        registry: Everybody of the site.
        addresses: Where the site's pages are.
        style: How the cards are drawn.
    """
    if not LINK.search(html):
        return html
    macro = style.environment.get_template("event_recap/mention.html").module.mention  # type: ignore[attr-defined]
    count = 0

    def render(link: re.Match[str]) -> str:
        nonlocal count
        public = registry.public_people.get(link[1])
        if public is None:
            return link[0]
        count += 1
        anchor = f"{style.prefix}-{count}"
        return str(macro(_view_card(public, Markup(link[2]), anchor, addresses, style.lang)))  # noqa: S704 -- escaped

    return LINK.sub(render, html)


def _view_card(
    public: PublicPerson, text: Markup, anchor: str, addresses: Addresses, lang: str
) -> MentionCard:
    person = public.person
    count = len(public.attendances)
    return MentionCard(
        id=anchor,
        href=link_person(person.id),
        text=text,
        name=person.text,
        label=translate("Who is {name}", lang).format(name=person.text),
        monogram=build_monogram(person.text),
        hue=pick_hue(person.id),
        org=person.org,
        job_title=person.job_title,
        events_text=translate_count("{count} event", "{count} events", count, lang),
        photo=addresses.view_portrait(person.photo),
    )
