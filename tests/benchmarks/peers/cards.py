"""The least that stock Pelican needs for the same pages: cards on recaps, and a page for each person."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml
from pelican import signals
from pelican.generators import Generator


def load(folder: Path) -> dict[str, Any]:
    """Read every file of a folder by the fastest way there is, by its name."""
    return {
        path.stem: yaml.load(path.read_bytes(), Loader=yaml.CSafeLoader)  # noqa: TID251 -- what a small plugin would do
        for path in sorted(folder.glob("*.yml"))
    }


class PeopleGenerator(Generator):
    """Gives recaps their cards, and writes the pages of people."""

    def generate_context(self) -> None:
        """Join lists, people and recaps."""
        lists, files = load(Path(self.path, "attendees")), load(Path(self.path, "people"))
        self.people: dict[str, dict[str, Any]] = {}
        for article in self.context["articles"]:
            article.cards = []
            for entry in lists.get(article.slug, {}).get("attendees", ()):
                person = self.people.setdefault(
                    entry["id"], {**files.get(entry["id"], {}), **entry, "recaps": []}
                )
                person["recaps"].append(article)
                article.cards.append({**person, **entry})

    def generate_output(self, writer: Any) -> None:
        """Write the page of each person."""
        template = self.get_template("person")
        for number, person in self.people.items():
            writer.write_file(
                f"people/{number}/index.html", template, self.context, person=person, url=f"people/{number}/"
            )


def register() -> None:
    """Connect to Pelican."""
    signals.get_generators.connect(add)


def add(_pelican: object) -> type[PeopleGenerator]:
    """Tell Pelican of the generator."""
    return PeopleGenerator
