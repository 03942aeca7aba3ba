"""Make a page for every public person."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

from pelican.plugins import signals

from ..characters import fold_name
from ..page_generator import PageGenerator, group_by_event
from ..run import AnyArticle, Run, find_run
from ..views.pages import view_person
from .content import Person
from .redirects import Redirect, find_redirects

if TYPE_CHECKING:
    from pelican.writers import Writer

    from ..model.registry import PublicPerson
    from ..views.values import PersonView


class PeopleGenerator(PageGenerator):
    """Makes the pages of people; does nothing where the plugin sleeps."""

    kind, listing = "person", "people"
    _redirects: tuple[Redirect, ...] = ()

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
        self._redirects = tuple(find_redirects(run.registry))
        for redirect in self._redirects:
            run.plan(self._save_former(redirect), redirect.place)

    def generate_output(self, writer: Writer) -> None:
        """Write every page, the list, and what leads from former addresses to those of today."""
        super().generate_output(writer)
        for redirect in self._redirects:
            person = self.context["generated_content"][f"@person/{redirect.person_id}"].event_recap
            former_url = self.settings["PERSON_URL"].format(slug=redirect.former_id)
            self._write(
                writer, self._save_former(redirect), "event_recap/redirect", former_url, person=person
            )

    def _save_former(self, redirect: Redirect) -> str:
        """Return where the page at a former address is written, below the output folder."""
        return str(self.settings["PERSON_SAVE_AS"].format(slug=redirect.former_id))

    def _build(self, public: PublicPerson, recaps: dict[str, list[AnyArticle]], run: Run) -> Person:
        view = view_person(run.registry, public, run.addresses, run.lang)
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
