"""Make a page for every public person."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..characters import fold_name
from ..page_generator import PageGenerator, group_by_event
from ..run import AnyArticle, Redirect, Run, find_run
from ..views.pages import view_person
from .content import Person
from .redirects import find_redirects

if TYPE_CHECKING:
    from ..model.registry import PublicPerson
    from ..views.values import PersonView


class PeopleGenerator(PageGenerator):
    """Makes the pages of people; does nothing where the plugin sleeps."""

    kind, listing = "person", "people"

    def generate_context(self) -> None:
        """Put a ``Person`` for everybody who is public into the context, for links and templates."""
        run = find_run(self.context)
        if run is None:
            return
        recaps = group_by_event(self.context["articles"])
        generated = self.context["generated_content"]
        self.contents = []
        for public in run.registry.public_people.values():
            person = self._build(public, recaps, run)
            self.contents.append(person)
            generated[f"@person/{person.slug}"] = person
            photos = (public.person.photo, *(attendance.person.photo for attendance in public.attendances))
            self.context["static_links"] |= {photo.src for photo in photos if photo}
        for file in run.registry.people.values():
            # None keeps Pelican from publishing the file itself, linked or not.
            generated[file.path] = generated.get(f"@person/{file.id}")
        people = sorted((person.event_recap for person in self.contents), key=_sort_key)
        self.context["people"] = tuple(people)
        self.context["person_groups"] = tuple(
            (key, tuple(group)) for key, group in groupby(people, _find_letter)
        )
        self._redirect(run)

    def _redirect(self, run: Run) -> None:
        """Let the former address of each person lead to their page of today."""
        for former in find_redirects(run.registry):
            person = self.context["generated_content"][f"@person/{former.person_id}"].event_recap
            run.redirect(
                Redirect(
                    save_as=str(self.settings["PERSON_SAVE_AS"].format(slug=former.former_id)),
                    url=run.addresses.find_person(former.former_id),
                    target=person.url,
                    title=person.name,
                    place=former.place,
                )
            )

    def _build(self, public: PublicPerson, recaps: dict[str, list[AnyArticle]], run: Run) -> Person:
        view = view_person(run.registry, public, run.addresses, run.lang, run.events)
        file = run.registry.people.get(view.id)
        person = Person(
            str(view.bio),
            metadata={"title": view.name, "slug": view.id, "lang": run.lang.lower()},
            settings=self.settings,
            source_path=str(Path(self.path, file.path if file else public.attendances[0].event.path)),
            context=self.context,
        )
        person.event_recap = view
        told = (article for found in view.attendances for article in recaps.get(found.event.id, []))
        person.recaps = sorted(
            told, key=lambda article: (article.date, article.lang, article.slug), reverse=True
        )
        return person


def _sort_key(person: PersonView) -> tuple[str, str]:
    """Order names as a reader looks for them: without accents and case."""
    return (fold_name(person.name), person.id)


def _find_letter(person: PersonView) -> str:
    """Return the letter under which a name stands; ``#`` for what is no letter."""
    first = fold_name(person.name)[:1].upper()
    return first if first.isalpha() else "#"


def offer_generator(_pelican: object) -> type[PeopleGenerator]:
    """Tell Pelican about our generator."""
    return PeopleGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
