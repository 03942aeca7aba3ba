"""One person's lasting facts: ``people/<id>.yml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..model.consent import Consent
from ..model.identity import build_id
from ..model.person import Person
from ..model.visibility import Visibility
from .fields import Fields
from .mapping_file import open_mapping
from .permissions import find_visibility_place, note_private, read_consent, read_visibility
from .person_facts import parse_id, read_ids, read_name, read_profiles
from .pictures import read_picture
from .spellings import PERSON

if TYPE_CHECKING:
    from .files import SourceFile


_EXPECTED = "expected 'name: …' and other keys of one person"


def load_person(file: SourceFile) -> tuple[Person, tuple[Problem, ...]]:
    """Return the person of a file, and everything that is wrong with it.

    Of a file that cannot be read, nothing is shown but a number.
    """
    place = Place(file.source, 1)
    nobody = Person(
        id=file.id,
        place=place,
        name=file.id,
        visibility=Visibility.COUNTED,
        consent=Consent(is_readable=False),
        path=file.inner_path,
    )
    fields, report = open_mapping(file, PERSON, _EXPECTED)
    return _read_facts(fields, file, place) if fields else nobody, report.problems


def _read_facts(fields: Fields, file: SourceFile, place: Place) -> Person:
    name = read_name(fields)
    if not name:
        fields.error("name", "the person has no name; add 'name: …'")
    identifier = fields.read("id", parse_id)
    if identifier and identifier != file.id:
        what = f"the id is '{identifier}', the file's name says '{file.id}'; make them the same"
        fields.error("id", what)
    note_private(fields)
    handle_id = build_id(fields.text("handle"))
    names = (*read_ids(fields, "aliases"), handle_id)
    return Person(
        id=file.id,
        place=place,
        name=name or file.id,
        bio=fields.markdown("bio"),
        org=fields.text("org"),
        job_title=fields.text("job_title"),
        url=fields.url("url"),
        profiles=read_profiles(fields),
        photo=read_picture(fields, "photo"),
        visibility=read_visibility(fields),
        consent=read_consent(fields),
        aliases=tuple(alias for alias in dict.fromkeys(names) if alias not in {"", file.id}),
        moved_from=tuple(old for old in read_ids(fields, "moved_from") if old != file.id),
        path=file.inner_path,
        visibility_place=find_visibility_place(fields),
    )
