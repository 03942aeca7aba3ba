"""Write contact cards beside the pages of people and events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from pelican.generators import Generator
from pelican.plugins import signals

from ..documents import write_again
from ..errors import Place
from ..loading.files import display_path
from ..model.visibility import Visibility
from ..run import Run, find_run
from .person import write_person

if TYPE_CHECKING:
    from pelican.writers import Writer


ADDRESSES = ("PERSON_VCARD_SAVE_AS", "EVENT_VCARD_SAVE_AS")
"""Settings that say where cards are; where both are empty, none is made."""


class ContactsGenerator(Generator):
    """Writes contact cards; does nothing where the plugin sleeps."""

    documents: dict[str, str]
    """What will be written, by path below the output folder."""

    def generate_context(self) -> None:
        """Make every card, and claim its file; events and people are in the context already."""
        run = find_run(self.context)
        self.documents = {}
        if run is None or not any(self.settings[name] for name in ADDRESSES):
            return
        cards = self._write_people(run)
        for event in self.context["events"]:
            public = run.registry.find_turnout(run.registry.events[event.id]).at_level(Visibility.PUBLIC)
            self._plan(run, f"@event/{event.id}", event.vcard_url, "".join(cards[each.id] for each in public))

    def generate_output(self, writer: Writer) -> None:
        """Write every file."""
        for save_as, text in self.documents.items():
            write_again(writer, save_as, text.encode())

    def _write_people(self, run: Run) -> dict[str, str]:
        """Return the card of everybody who has a page, by id."""
        cards = {}
        for person in self.context["people"]:
            uid = run.ids.find_uid("person", person.id)
            card = write_person(person, uid=uid, lang=run.lang, site_url=self.settings["SITEURL"])
            cards[person.id] = card
            self._plan(run, f"@person/{person.id}", person.vcard_url, card)
        return cards

    def _plan(self, run: Run, key: str, save_as: str, text: str) -> None:
        """Keep a file to write, and say whose it is; one without an address is not written."""
        if save_as and text:
            content = self.context["generated_content"][key]
            run.plan(save_as, Place(display_path(str(content.source_path))))
            self.documents[save_as] = text


def offer_generator(_pelican: object) -> type[ContactsGenerator]:
    """Tell Pelican about our generator."""
    return ContactsGenerator


def register() -> None:
    """Connect the receiver to Pelican's signal."""
    signals.get_generators.connect(offer_generator)
