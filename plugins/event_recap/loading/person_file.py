"""One person's lasting facts: ``people/<id>.yml``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..model.consent import Consent
from ..model.identity import build_id
from ..model.person import Person
from ..model.visibility import Visibility
from .fields import Context, Fields, check_glued
from .nodes import MappingNode, Node, ScalarNode
from .permissions import find_visibility_place, read_consent, read_visibility
from .person_facts import parse_id, read_ids, read_name, read_profiles
from .pictures import read_picture
from .report import Report, UnreadableError, quote
from .spellings import PERSON
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from .files import SourceFile


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
    report = Report(file.source)
    try:
        text = file.read_text()
    except UnreadableError as error:
        report.error(error, "", str(error))
        return nobody, report.problems
    root = parse_yaml(text, report)
    context = Context(report, file.content, file.path.parent)
    if isinstance(root, MappingNode):
        return _read_facts(Fields(root, PERSON, "", context), file, place), report.problems
    if root:
        _tell_shape(root, context)
    return nobody, report.problems


def _read_facts(fields: Fields, file: SourceFile, place: Place) -> Person:
    name = read_name(fields)
    if not name:
        fields.error("name", "the person has no name; add 'name: …'")
    identifier = fields.read("id", parse_id)
    if identifier and identifier != file.id:
        what = f"the id is '{identifier}', the file's name says '{file.id}'; make them the same"
        fields.error("id", what)
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


def _tell_shape(root: Node, context: Context) -> None:
    if isinstance(root, ScalarNode):
        if check_glued(root, "", PERSON, context):
            return
        what = "the file is empty" if root.is_absent else f"the file is one text, {quote(root.text)}"
    else:
        what = "the file is a list"
    context.report.error(root, "", f"{what}; expected 'name: …' and other keys of one person")
