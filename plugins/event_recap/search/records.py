"""What can be found: recaps, events and people, by what their pages show."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from markupsafe import escape

from ..model.shown import ShownPerson
from ..model.visibility import Visibility
from ..page_generator import find_event
from ..rendering import strip_html
from ..run import QUOTED_POSTS_KEY, TEXT_KEY

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from ..model.event import Event
    from ..model.person import Person
    from ..model.profile import Profile
    from ..model.registry import PublicPerson, Registry
    from ..run import AnyArticle, Run
    from ..views.values import EventView, PersonView

SUMMARY = 180
"""Characters of a summary in the list of what was found."""


@dataclass(frozen=True, slots=True)
class SearchRecord:
    """One page that can be found; whoever is not public, or asked not to be indexed, is not in it."""

    kind: str
    """``recap``, ``event`` or ``person``."""
    title: str
    url: str
    """Path below ``SITEURL``."""
    lang: str
    when: str = ""
    """Day in words, in the language of the page."""
    summary: str = ""
    year: str = ""
    series: str = ""
    place: str = ""
    people: tuple[str, ...] = ()
    """Names of those who were there."""
    text: str = ""
    """All else by which the page is found: plain words."""
    unsaid: tuple[str, ...] = ()
    """Names and handles that the page says, and by which nobody may be found."""


def record_recap(article: AnyArticle, run: Run) -> SearchRecord:
    """Return what a published recap shows."""
    view, event = article.event_recap, find_event(article, run)
    record = SearchRecord(
        kind="recap",
        title=view.title,
        url=article.url,
        lang=article.lang,
        when=view.date,
        summary=_shorten(view.summary),
        year=(event.start_date if event and event.start_date else article.date).strftime("%Y"),
        unsaid=tuple(_list_unsaid(article, run.registry)),
        text=" ".join([getattr(article, TEXT_KEY, ""), *(tag.name for tag in getattr(article, "tags", ()))]),
    )
    return _place(record, view.event, event, run.registry)


def record_event(view: EventView, event: Event, run: Run) -> SearchRecord:
    """Return what the page of an event shows."""
    words = [view.name, view.place, view.hashtag, view.edition]
    record = SearchRecord(
        kind="event",
        title=view.name,
        url=view.url,
        lang=run.lang,
        when=view.when,
        summary=view.place,
        year=event.start_date.strftime("%Y") if event.start_date else "",
        text=" ".join(words),
    )
    return _place(record, view, event, run.registry)


def record_person(view: PersonView, public: PublicPerson, run: Run) -> SearchRecord:
    """Return what the page of a person who agreed to be found shows."""
    bio = strip_html(view.bio)
    work = ", ".join(filter(None, (view.job_title, view.org)))
    events = " ".join(attendance.event.name for attendance in view.attendances)
    return SearchRecord(
        kind="person",
        title=view.name,
        url=view.url,
        lang=run.lang,
        summary=_shorten(work or bio),
        people=(public.person.text,),
        text=f"{work} {bio} {events}",
    )


def find_unsearchable(run: Run, records: Iterable[SearchRecord] = ()) -> set[str]:
    """Return the words that stand on pages and by which nobody may be found.

    These are names of people who are shown by name only, and names, handles and ids of those who are not to
    be indexed; the latter with the ``@`` of a mention.
    """
    registry = run.registry
    names = {name for record in records for name in record.unsaid}
    shown = [person for event in registry.events.values() for person in registry.find_turnout(event).people]
    shown += [public.person for public in registry.public_people.values()]
    for person in shown:
        is_found = person.may_be_indexed and registry.may_be_found(person.id)
        if person.level >= Visibility.NAME_ONLY and not is_found:
            names |= {person.text, *_list_handles(person.id, person.profiles, registry)}
    for file in registry.people.values():
        if file.id not in registry.public_people and not _is_found_without_page(file, registry):
            names |= {file.name, *_list_handles(file.id, file.profiles, registry)}
    for post in run.quoted_posts.posts.values():
        if post.author.consent and not post.author.consent.index:
            names |= {post.author.name, f"@{post.handle}"}
    return names - {"", "@"}


def _list_handles(person_id: str, profiles: Iterable[Profile], registry: Registry) -> Iterator[str]:
    """Yield by what somebody may be mentioned."""
    yield from (f"@{profile.handle}" for profile in profiles)
    file = registry.people.get(person_id)
    yield from (f"@{word}" for word in (person_id, *((*file.aliases, *file.moved_from) if file else ())))


def _is_found_without_page(person: Person, registry: Registry) -> bool:
    """Tell whether a text that names somebody who is in no list may be found by it, or does not name them."""
    shown = registry.directory.show(person.id, None)
    if not isinstance(shown, ShownPerson) or shown.level < Visibility.NAME_ONLY:
        return True
    return shown.level is Visibility.PUBLIC and (person.consent is None or person.consent.index)


def _list_unsaid(article: AnyArticle, registry: Registry) -> Iterator[str]:
    """Yield name and handle of each author of a quoted post who may not be found."""
    for post in getattr(article, QUOTED_POSTS_KEY, ()):
        words = [word for word in (post.name, post.handle) if word]
        known = {one for word in words for one in registry.directory.find_by_name(word)}
        if post.name_html != escape(post.name) or not all(map(registry.may_be_found, known)):
            yield from words


def _place(
    record: SearchRecord, view: EventView | None, event: Event | None, registry: Registry
) -> SearchRecord:
    """Return a record with what it takes from its event: by this it can be narrowed down."""
    if view is None or event is None:
        return record
    public = registry.find_turnout(event).at_level(Visibility.PUBLIC)
    names = dict.fromkeys(person.text for person in public if registry.may_be_found(person.id))
    return replace(
        record, series=view.series_name, place=view.locality or view.place_name, people=tuple(names)
    )


def _shorten(text: str) -> str:
    """Return the beginning of a text on one line, whole words only."""
    words = " ".join(text.split())
    if len(words) <= SUMMARY:
        return words
    return words[:SUMMARY].rpartition(" ")[0].rstrip(",;:. ") + " …"
