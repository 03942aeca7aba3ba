"""``thread EVENT``: posts that thank those who agreed to be named, ready to paste."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from ..errors import EventRecapError, Place, Problem
from ..model.handle import find_handles
from ..model.placeholders import fill_in, find_unknown_places
from ..model.thanks import LeftOut, Reason, find_thanked
from ..setting_checks import THREAD_PLACES
from ..share.thread import THREAD_LIMITS, NoRoomError, Opening, Thread, write_mention, write_thread
from ..translation import translate
from ..wording.speech import word
from .opening import find_event
from .published import find_recaps

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.event import Event
    from .opening import OpenSite
    from .published import PublishedRecap


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """What an author asks for."""

    event_id: str
    network: str
    lang: str = ""
    """BCP 47 tag; empty for that of the recap."""
    text: str | None = None
    """Words of thanks; None for those of the settings."""
    url: str = ""
    """Address of the recap; empty for the one that the site gives it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thanks:
    """A thread, and what its author should know of it."""

    thread: Thread
    network: str
    left_out: tuple[LeftOut, ...]
    notes: tuple[str, ...]


def plan_thread(site: OpenSite, wish: Wish) -> Thanks:
    """Return the posts, and whom they leave out.

    Raises:
        EventRecapError: There is no such event, no address to link to, or no room for the words.
    """
    event = find_event(site.registry, wish.event_id)
    links = find_recaps(site, event.id)
    link = next((one for one in links if one.lang == wish.lang), links[0] if links else None)
    lang = wish.lang or (link.lang if link else str(site.urls["DEFAULT_LANG"]))
    url = wish.url or _find_url(link)
    opening = Opening(text=_find_text(site, event, wish, lang), url=url, also=translate("And", lang))
    thanked, left_out = find_thanked(site.registry, event, wish.network)
    named = {handle.name.casefold() for handle in find_handles(opening.text)}
    people = [one for one in thanked if one.handle.casefold() not in named]
    words = [write_mention(wish.network, one.handle, one.name) for one in people]
    try:
        thread = write_thread(opening, words, wish.network)
    except NoRoomError as error:
        raise EventRecapError([Problem(Place("--text"), "", f"{error}; write less")]) from None
    too_long = (
        LeftOut(Reason.TOO_LONG, one.person_id)
        for one, mention in zip(people, words, strict=True)
        if mention in thread.too_long
    )
    notes = {
        "no recap of this event is published yet, so the posts have no link": not url,
        "nobody of this list can be thanked there; below, you read why": not words,
    }
    return Thanks(
        thread=thread,
        network=wish.network,
        left_out=(*left_out, *too_long),
        notes=tuple(note for note, is_so in notes.items() if is_so),
    )


def write_text(thanks: Thanks) -> str:
    """Return the posts for a terminal, each below a line that says how long it is."""
    limit = THREAD_LIMITS[thanks.network]
    total = len(thanks.thread.posts)
    heads = (
        word(f"----- post {number} of {total}, {limit.count(post)} of {limit.length_max} -----")
        + f"\n{post}\n"
        for number, post in enumerate(thanks.thread.posts, 1)
    )
    return "\n".join(heads)


def write_json(thanks: Thanks) -> str:
    """Return the posts, their lengths and whom they leave out, as JSON."""
    limit = THREAD_LIMITS[thanks.network]
    answer: dict[str, Any] = {
        "network": thanks.network,
        "limit": limit.length_max,
        "posts": [{"text": post, "length": limit.count(post)} for post in thanks.thread.posts],
        "left_out": [
            {"reason": reason.value, "people": people, "others": others}
            for reason, people, others in _count_reasons(thanks.left_out)
        ],
        "notes": list(thanks.notes),
    }
    return json.dumps(answer, ensure_ascii=False, indent=2) + "\n"


def tell_left_out(thanks: Thanks) -> Iterator[str]:
    """Yield a line for each reason for which somebody is not thanked; ids only of those who may be named."""
    yield from thanks.notes
    for reason, people, others in _count_reasons(thanks.left_out):
        more = f"{others} who may not be named" if others else ""
        yield f"left out, {reason.value}: {', '.join(filter(None, (*people, more)))}"


def _count_reasons(left_out: Iterable[LeftOut]) -> Iterator[tuple[Reason, list[str], int]]:
    """Yield each reason with the ids of those who may be named, and the number of the others."""
    found = tuple(left_out)
    for reason in Counter(one.reason for one in found):
        ids = [one.person_id for one in found if one.reason is reason]
        yield reason, sorted(filter(None, ids)), ids.count("")


def _find_url(link: PublishedRecap | None) -> str:
    """Return the address of a recap.

    Raises:
        EventRecapError: The settings do not say where the site is.
    """
    if link and not link.url:
        what = "empty, so the recap has no address; name publishconf.py with --settings, or write --url"
        raise EventRecapError([Problem(Place("SITEURL"), "", what)])
    return link.url if link else ""


def _find_text(site: OpenSite, event: Event, wish: Wish, lang: str) -> str:
    """Return the words of thanks: those asked for, those of the settings, else ours.

    Raises:
        EventRecapError: There are braces in the words asked for that nothing can fill.
    """
    texts = site.settings.thread_texts
    text = texts.get(lang, texts.get(lang.partition("-")[0], "")) if wish.text is None else wish.text
    if wish.text is None and not text:
        text = translate("{event}: thank you!", lang)
    if unknown := [Problem(Place("--text"), "", what) for what in find_unknown_places(text, THREAD_PLACES)]:
        raise EventRecapError(unknown)
    return fill_in(text, {"event": event.name or event.id})
