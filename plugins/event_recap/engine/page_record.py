"""What each page of the last build read, on disk: names, questions, and digests of the answers."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from .digests import combine
from .own_file import open_sealed, read_own_file, replace_own_file, seal
from .record import find_path, is_as_it_was

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Mapping, Sequence
    from pathlib import Path

    from .reading import Asked, Names, Reading


FORM = "event-recap page record 4"


@dataclass(frozen=True, slots=True)
class PageRecord:
    """What one page read."""

    template: str
    """Name of its template."""
    shared: Names
    """What it read of what stands for the same on every page."""
    own: Names
    """What it read of what it was given."""
    things: tuple[Asked, ...]
    """What it asked things, in that order."""
    state: str = ""
    """Size, time and number of its file, as ``record`` has them; empty until the site is in its place."""

    @classmethod
    def of(cls, reading: Reading, template: str) -> PageRecord:
        """Return the record of a page that was made."""
        names = sorted((name, value.hex()) for name, value in reading.roots.items())
        things = tuple(
            (name, tuple(answers), combine(answers.values()).hex())
            for name, answers in reading.answers.items()
        )
        shared = tuple(row for row in names if row[0] not in reading.given)
        return cls(template, shared, tuple(row for row in names if row[0] in reading.given), things)

    @classmethod
    def read(cls, row: Sequence[Any]) -> PageRecord:
        """Return the record that ``astuple`` and JSON made a list of."""
        template, shared, own, things, state = row
        return cls(
            template,
            tuple((name, digest) for name, digest in shared),
            tuple((name, digest) for name, digest in own),
            tuple((name, tuple(questions), digest) for name, questions, digest in things),
            state,
        )

    def find_change(self, reading: Reading) -> str:
        """Return what the page would read otherwise in this build; empty for nothing."""
        changed = reading.find_shared_change(self.shared) or reading.find_change(self.own)
        if changed is not None:
            return tell_change(changed)
        for row in self.things:
            if not reading.answers_the_same(row):
                return f"something of {row[0]} changed, of {', '.join(row[1])}"
        return reading.obstacle


@dataclass(frozen=True, slots=True)
class PageRecords:
    """The pages of one build, and what all of them depend on."""

    circumstances: str = ""
    """Digest of the settings and the versions."""
    files: tuple[str, ...] = ()
    """Lines, as ``record`` has them, of code and of all else that was read but texts, and files of themes."""
    pages: Mapping[str, PageRecord] | None = None
    """By path below the output folder; None where there is no record."""
    proved: str = ""
    """Digest of what was searched for in all files of the site and stands nowhere; empty for nothing."""
    templates: Mapping[str, str] = field(default_factory=dict)
    """Digests of the templates, by name; empty where they cannot be told from other files."""

    def find_change(self, circumstances: str) -> str:
        """Return why no page may be taken from the last site; empty where pages are to be looked at."""
        if self.pages is None:
            return "there is no record of the pages"
        if circumstances != self.circumstances:
            return "settings, versions or how the build was called"
        return next((find_path(line) for line in self.files if not is_as_it_was(line)), "")


def tell_change(name: str) -> str:
    """Return that a page reads a name of its context that stands for something else, in words."""
    return f"{name} changed, which its template reads"


def find_page_records(output: Path) -> Path:
    """Return the file beside the output folder that holds the records."""
    return output.parent / f".{output.name}.pages"


def write_records(place: Path, records: PageRecords) -> None:
    """Replace the records of the last build, whole or not at all."""
    names, shared, questions, things = _Table(), _Table(), _Table(), _Table()
    pages = {
        name: [
            page.template,
            shared.place(page.shared),
            names.place_all(page.own),
            things.place_all((thing, questions.place(asked), digest) for thing, asked, digest in page.things),
            page.state,
        ]
        for name, page in (records.pages or {}).items()
    }
    content = {
        "form": FORM,
        "circumstances": records.circumstances,
        "files": records.files,
        "proved": records.proved,
        "templates": dict(records.templates),
        "shared": list(map(names.place_all, shared.rows)),
        "names": names.rows,
        "questions": questions.rows,
        "things": things.rows,
        "pages": pages,
    }
    data = json.dumps(content, separators=(",", ":")).encode("utf-8", "surrogateescape")
    replace_own_file(place, seal(data))


def read_records(place: Path) -> PageRecords:
    """Return the records of the last build; none where the file is missing, damaged or of another form.

    Nor where somebody else may have written it.
    """
    try:
        content = json.loads(open_sealed(read_own_file(place)).decode("utf-8", "surrogateescape"))
        if content["form"] != FORM:
            return PageRecords()
        names = [(name, digest) for name, digest in content["names"]]
        questions = [tuple(row) for row in content["questions"]]
        shared = [tuple(names[row] for row in rows) for rows in content["shared"]]
        things = [(thing, questions[asked], digest) for thing, asked, digest in content["things"]]
        pages = {
            str(name): PageRecord(
                template, shared[row], tuple(names[i] for i in own), tuple(things[i] for i in met), state
            )
            for name, (template, row, own, met, state) in content["pages"].items()
        }
        templates = {str(name): str(digest) for name, digest in content["templates"].items()}
        files = tuple(content["files"])
        return PageRecords(content["circumstances"], files, pages, content["proved"], templates)
    except (ValueError, KeyError, TypeError, IndexError, AttributeError, RecursionError):
        return PageRecords()


class _Table:
    """Rows that many pages have in common, each told once."""

    def __init__(self) -> None:
        self.rows: list[Any] = []
        self._places: dict[Any, int] = {}

    def place(self, row: Hashable) -> int:
        """Return the number of a row."""
        if row not in self._places:
            self._places[row] = len(self.rows)
            self.rows.append(row)
        return self._places[row]

    def place_all(self, rows: Iterable[Hashable]) -> list[int]:
        """Return the numbers of some rows."""
        return [self.place(row) for row in rows]
