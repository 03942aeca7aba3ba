"""Every picture of a site: who is on it, whether it may be published, and the bytes that are published."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Place, Problem, Severity, suggest
from ..loading.files import display_path, is_regular
from ..loading.pictures import measure_picture
from ..loading.sitters import PictureFacts
from ..model.photograph import Decision, Sitter, decide_photograph
from .error import CUT_SHORT, PictureError
from .kept import Kept
from .kind import HEAD_LENGTH, Kind, find_kind, is_picture
from .paint import PIXELS_LIMIT, TOO_LARGE, cover_regions
from .rendered import RenderedPictures
from .sittings import Sittings
from .strip import strip_metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from ..model.person import Picture
    from ..model.photograph import Region
    from ..model.registry import Registry

KEPT_BYTES = 64 * 2**20
"""Pictures that are kept in memory at the most; others are made again where they are needed again."""

IS_COPY = "is a copy of a picture on which somebody may not be seen"
"""What is said of a picture that another plugin made of one that is not published."""


class Gallery:
    """The pictures of one build, each by its path from the content folder."""

    def __init__(
        self, content: Path, registry: Registry, facts: Mapping[str, PictureFacts], kept: Kept | None = None
    ) -> None:
        """Take in what lists, people's files and the files beside pictures say.

        Args:
            content: The content folder.
            registry: Whom may be shown.
            facts: What the files beside pictures say.
            kept: What earlier builds made of the pictures.
        """
        self.kept = kept or Kept()
        self._content = content
        self._registry = registry
        self._facts = facts
        self._sittings = Sittings(content, self._find_unseen, self.kept)
        self._decisions: dict[str, Decision] = {}
        self._faults: dict[str, str] = {}
        self._lengths: dict[str, int] = {}
        self._kept: dict[str, bytes] = {}
        self._wanted: set[str] = set()
        self._listed: set[str] = set()
        self.rendered = RenderedPictures(self)
        """The files that pictures become, in several widths and formats."""
        self.written: set[Path] = set()
        """Files of the output that are clean."""
        for src, fact in facts.items():
            self._add(src, fact.people)
        for event in registry.events.values():
            self.note(event.cover)
            for entry in event.attendees:
                self._note_portrait(entry.photo, entry.id, entry.place)
        for person in registry.people.values():
            self._note_portrait(person.photo, person.id, person.place)

    def note(self, picture: Picture | None) -> None:
        """Take in who is said to be on a picture where a text names it."""
        if picture:
            self._add(picture.src, picture.people)

    def show(self, picture: Picture | None) -> Picture | None:
        """Return a picture as a page may show it, or None: with words that name nobody who is not seen."""
        if picture is None or not self.is_published(picture.src):
            return None
        fact, decision = self.find_facts(picture.src), self.decide(picture.src)
        rights = picture.license or fact.license
        return replace(
            picture,
            alt=decision.permit(picture.alt or fact.alt),
            credit=decision.permit(picture.credit or fact.credit),
            caption=decision.permit(picture.caption or fact.caption),
            license=rights if rights and decision.may_stand(f"{rights.name} {rights.url}") else None,
        )

    def is_published(self, src: str) -> bool:
        """Tell whether a picture may be published and can be made clean; remember that somebody asked."""
        self._wanted.add(src)
        return self.decide(src).is_published and not self.find_fault(src)

    def list_picture(self, src: str) -> int:
        """Return the bytes of a picture that Pelican would copy, as it is published; 0 where it is not."""
        self._listed.add(src)
        is_published = self.decide(src).is_published and not self.find_fault(src)
        return self._lengths[src] if is_published else 0

    def decide(self, src: str) -> Decision:
        """Return who of those on a picture may not be seen, and what follows."""
        if src not in self._decisions:
            self._decisions[src] = decide_photograph(src, self._sittings.find(src), self._registry)
        return self._decisions[src]

    def say_facts(self, say: Callable[[str, PictureFacts], PictureFacts]) -> None:
        """Let the files beside pictures say other words: ``say`` is given each path and its facts."""
        self._facts = {src: say(src, facts) for src, facts in self._facts.items()}

    def find_alt(self, src: str) -> str:
        """Return the words that the file beside a picture gives for it."""
        return self.find_facts(src).alt

    def find_facts(self, src: str) -> PictureFacts:
        """Return what the file beside a picture says, also what may not stand beside it."""
        return self._facts.get(src, PictureFacts())

    def find_fault(self, src: str) -> str:
        """Return why a picture cannot be made clean, or an empty string."""
        if src not in self._faults:
            try:
                self._lengths[src] = len(self.read(src))
                self._faults[src] = ""
            except PictureError as error:
                self._faults[src] = str(error)
        return self._faults[src]

    def is_picture(self, src: str) -> bool:
        """Tell whether a file of the content folder is a picture, by its name or its first bytes."""
        path = self._content / src
        if not is_regular(path, self._content):
            return False
        with path.open("rb") as stream:
            return is_picture(stream.read(HEAD_LENGTH), path.name)

    def read(self, src: str) -> bytes:
        """Return a picture as it is published: faces covered, metadata gone.

        Raises:
            PictureError: It is damaged, too large, or of a kind that cannot be made clean.
        """
        if src not in self._kept:
            self._kept[src] = self._make(src)
            while len(self._kept) > 1 and sum(map(len, self._kept.values())) > KEPT_BYTES:
                self._kept.pop(next(iter(self._kept)))
        return self._kept[src]

    def clean_foreign(self, path: Path) -> bytes:
        """Return a picture that somebody else put into the site as it may be published.

        Raises:
            PictureError: It cannot be made clean, or is a copy of one that is not published.
        """
        decision = decide_photograph(path.name, self._sittings.find_on_file(path), self._registry)
        if not decision.is_published:
            raise PictureError(IS_COPY)
        return self._clean(path, decision.covered)

    def find_problems(self) -> Iterator[Problem]:
        """Yield what an author should know of the pictures that somebody asked for."""
        for src in sorted(self._wanted | self._listed):
            decision = self.decide(src)
            if fault := self.find_fault(src):
                what = f"{fault}; the picture is not published"
                yield Problem(Place(display_path(self._content / src)), "", what, Severity.WARNING)
            for sitter in decision.unseen:
                yield self._tell(src, sitter, decision)

    def find_unknown(self) -> Iterator[Problem]:
        """Yield a problem for each id of nobody who is in a list or has a file, on pictures that are used."""
        registry = self._registry
        used = sorted(self._wanted | self._listed)
        for sitter in (sitter for src in used for sitter in self._sittings.find_named(src)):
            person_id = registry.resolve_id(sitter.person_id)
            if person_id and person_id not in registry.people and not registry.find_entries(person_id):
                hint = suggest(person_id, registry.list_ids())
                what = f"no list and no file has a person '{person_id}'{hint}"
                yield Problem(sitter.place, sitter.address, what)

    def _make(self, src: str) -> bytes:
        decision = self.decide(src)
        return self._clean(self._content / src, decision.covered if decision.is_published else ())

    def _clean(self, path: Path, covered: tuple[Region, ...]) -> bytes:
        width, height = measure_picture(path)
        if width * height > PIXELS_LIMIT:
            raise PictureError(TOO_LARGE)
        try:
            data = path.read_bytes()
        except OSError as error:
            what = "cannot be opened; look who may read it"
            raise PictureError(what) from error
        if not data:
            raise PictureError(CUT_SHORT)
        is_tiff = find_kind(data[:HEAD_LENGTH], path.name) is Kind.TIFF
        if covered:
            whole = data if is_tiff else strip_metadata(data, path.name)
            return self.kept.make(f"cover {covered}", data, lambda: _cover(whole, covered, path.name))
        if is_tiff:  # painted anew too
            return self.kept.make("clean", data, lambda: strip_metadata(data, path.name))
        return strip_metadata(data, path.name)

    def _find_unseen(self, sitters: Iterable[Sitter]) -> tuple[Sitter, ...]:
        return decide_photograph("", sitters, self._registry).unseen

    def _add(self, src: str, sitters: Iterable[Sitter]) -> None:
        if told := tuple(sitters):
            self._sittings.add(src, told)
            for known in (self._decisions, self._faults, self._lengths, self._kept):
                known.clear()  # what was decided before everybody was named
            self.rendered.forget()

    def _note_portrait(self, photo: Picture | None, person_id: str, place: Place) -> None:
        """Take in that a photo shows the person whose photo it is."""
        if photo:
            portrait = Sitter(place=place, address="photo", person_id=person_id, is_portrait=True)
            self._add(photo.src, (*photo.people, portrait))

    def _tell(self, src: str, sitter: Sitter, decision: Decision) -> Problem:
        # Nobody is named: whoever may not be seen is known by file and line, and logs may be public.
        copied = (
            "" if sitter in self._sittings.find_named(src) else ", a copy of the picture that is named here,"
        )
        if decision.is_published:
            what = f"{src}{copied} is published with a block over somebody who may not be seen on it"
            return Problem(sitter.place, sitter.address, what, Severity.NOTE)
        needs_region = sitter.region is None and not sitter.is_portrait
        advice = "; add 'region: [x, y, width, height]' to cover them" if needs_region else ""
        if not advice and not decision.may_stand(src):
            advice = "; rename the file, whose name is theirs"
        what = f"{src}{copied} is not published, as somebody may not be seen on it{advice}"
        severity = Severity.WARNING if src in self._wanted else Severity.NOTE
        return Problem(sitter.place, sitter.address, what, severity)


def _cover(data: bytes, regions: tuple[Region, ...], name: str) -> bytes:
    return strip_metadata(cover_regions(data, regions), name)
