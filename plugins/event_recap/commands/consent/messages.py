"""``ask EVENT``: a message to each person, with what each level would show, for the author to send."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import EventRecapError, Place, Problem
from ...loading.git import is_ignored, is_in_repository
from ...model.standing import explain_standings
from ...model.visibility import Visibility
from ...rendering import read_text
from ...translation import translate, word_date
from ...views.events import name_event
from ..opening import find_name
from ..published import find_address, find_recaps
from .preview import Previewer

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from ...model.event import Event
    from ...model.registry import Registry
    from ..opening import OpenSite
    from .preview import Preview

INDENT = "    "


def choose_people(registry: Registry, event: Event, *, is_everybody: bool) -> tuple[str, ...]:
    """Return whom to ask, in the order of the list: those of whom no answer is recorded that still holds."""
    entries = [registry.resolve_id(one.id) for one in event.attendees if not one.is_nameless]
    today, strict = registry.policy.today, registry.policy.strict
    answered = {
        standing.person_id
        for standing in explain_standings(registry)
        if standing.event_id == event.id
        and any(
            record.given and record.is_readable and not record.ends_before(today, strict=strict)
            for record in standing.records
        )
    }
    return tuple(one for one in dict.fromkeys(entries) if is_everybody or one not in answered)


def check_folder(site: OpenSite, folder: Path) -> None:
    """Stop where messages would be published, or kept by git: each holds what is known of somebody.

    Raises:
        EventRecapError: The folder lies in the content or the output, or in a repository; or it is a file.
    """
    place = folder.absolute().resolve()
    if place.exists() and not place.is_dir():
        raise EventRecapError([Problem(Place("--out"), "", "a file is called so; name a folder")])
    for owned, name in ((site.content, "content"), (site.output, "output")):
        if place.is_relative_to(owned.resolve()):
            what = f"this lies in the {name} folder, of which pages are made; name another"
            raise EventRecapError([Problem(Place("--out"), "", what)])
    known = next(one for one in (place, *place.parents) if one.is_dir())
    if is_in_repository(known) and not is_ignored(place / "message.txt"):
        what = "git would keep these messages; name a folder outside of the repository"
        raise EventRecapError([Problem(Place("--out"), "", what)])


class Kit:
    """Writes the messages of one event in one language."""

    def __init__(self, site: OpenSite, event: Event, lang: str) -> None:
        """Find the recap, and open the templates, once for everybody."""
        recaps = find_recaps(site, event.id)
        self._recap = next((one for one in recaps if one.lang == lang), next(iter(recaps), None))
        self._site, self._event = site, event
        self._lang = lang or (self._recap.lang if self._recap else str(site.urls["DEFAULT_LANG"]))
        self._previewer = Previewer(site, event, self._lang)

    def write(self, person_id: str) -> str:
        """Return the message to one person."""
        return "\n".join(self._write_lines(person_id)) + "\n"

    def _write_lines(self, person_id: str) -> Iterator[str]:
        lang = self._lang
        levels = {level: self._previewer.show(person_id, level) for level in reversed(Visibility)}
        yield translate("Hello {name},", lang).format(name=find_name(self._site.registry, person_id))
        yield ""
        yield from self._introduce()
        yield ""
        yield translate("This is what it shows of you there today:", lang)
        yield from self._describe(self._previewer.show(person_id))
        yield ""
        yield translate("You decide. These are the five ways, each as the page would have it:", lang)
        headings = _word_levels(lang)
        for number, (level, preview) in enumerate(levels.items(), 1):
            yield ""
            yield f"{number}. {headings[level]} ({level.word})"
            yield from self._describe(preview)
        yield ""
        yield translate("To answer, send me one of the five numbers.", lang)
        if levels[Visibility.PUBLIC].has_photo:
            yield translate("Say yes or no to the photo as well: the card can do without.", lang)
        yield from self._close(person_id)

    def _introduce(self) -> Iterator[str]:
        """Yield what this is about."""
        day, lang = self._event.start_date, self._lang
        home = str(self._site.urls["SITEURL"] or "")
        yield translate("You are in the list of {event} on {site}.", lang).format(
            event=name_event(self._event) + (f" ({word_date(day, lang)})" if day else ""),
            site=read_text(self._site.urls, "SITENAME") + (f" <{home}>" if home else ""),
        )
        if self._recap and self._recap.url:
            yield translate("What I wrote about it: {link}", lang).format(link=self._recap.url)

    def _close(self, person_id: str) -> Iterator[str]:
        lang = self._lang
        yield translate("Until then, nothing changes; and you may change your mind at any time.", lang)
        page = str(self._site.urls["PRIVACY_URL"] or "")
        if link := find_address(self._site, f"{page}?person={person_id}" if page else ""):
            words = translate("What is kept, why, and how to have it changed: {link}", lang)
            yield words.format(link=link)
        if contact := self._site.settings.privacy_contact.removeprefix("mailto:"):
            yield translate("You can also write to {contact}.", lang).format(contact=contact)
        if author := read_text(self._site.urls, "AUTHOR"):
            yield ""
            yield author

    def _describe(self, preview: Preview) -> Iterator[str]:
        """Yield the lines of one level."""
        lang = self._lang
        facts = {
            translate("In feeds: {words}", lang): " — ".join(preview.feed.splitlines()),
            translate("Your own page: {words}", lang): preview.page,
            translate("For address books: {words}", lang): preview.contact_card,
            translate("Cards that say they met you: {words}", lang): ", ".join(preview.met),
        }
        lines = [
            *preview.card.splitlines(),
            *(text.format(words=words) for text, words in facts.items() if words),
            *([translate("You are named among those who invited.", lang)] if preview.is_organizer else []),
        ]
        yield from (f"{INDENT}{line}" for line in lines or [translate("nothing", lang)])


def _word_levels(lang: str) -> dict[Visibility, str]:
    return {
        Visibility.PUBLIC: translate("A card and a page", lang),
        Visibility.NAME_ONLY: translate("Your name alone", lang),
        Visibility.INITIALS: translate("Your initials", lang),
        Visibility.COUNTED: translate("One more in a number, without a name, from three people on", lang),
        Visibility.HIDDEN: translate("Nothing, not even in a number", lang),
    }
