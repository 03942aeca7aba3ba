"""Who is on a picture: as it is typed with the picture, or in a file beside it for every use."""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..model.license import License, build_license
from ..model.photograph import Region, Sitter
from .fields import Context, Fields, read_text
from .files import SIDE_FILE, YAML_SUFFIXES, SourceFile, display_path, is_regular
from .nodes import MappingNode, Node, ScalarNode, SequenceNode
from .person_facts import parse_id
from .report import Report, UnreadableError, quote
from .spellings import PICTURE_FILE, SITTER
from .text import join_lines
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,6})?")
_NUMBERS = 4
_WHOLE = 100
REGION_FORM = "expected [x, y, width, height] in percent of the picture, such as [40, 10, 15, 20]"


@dataclass(frozen=True, slots=True)
class PictureFacts:
    """What a file beside a picture says of it."""

    people: tuple[Sitter, ...] = ()
    alt: str = ""
    """Words for the uses of the picture that give none."""
    credit: str = ""
    """The same for who made it."""
    caption: str = ""
    """The same for a sentence beside it."""
    license: License | None = None
    """The same for what others may do with it."""


def read_sitters(fields: Fields, key: str = "people") -> tuple[Sitter, ...]:
    """Return who is on a picture: ids, or mappings of ``id`` and ``region``."""
    found = (_read_sitter(node, address, fields.context) for address, node in fields.items(key))
    return tuple(sitter for sitter in found if sitter)


def is_side_file(path: Path) -> bool:
    """Tell whether a file is one that says who is on the picture beside it.

    >>> is_side_file(Path("images/hall.jpg.yml")), is_side_file(Path("people/anne.yml"))
    (True, False)
    """
    return SIDE_FILE.fullmatch(path.name) is not None


def load_picture_file(picture: Path, content: Path) -> PictureFacts:
    """Return what the file beside a picture says; nothing where there is none or it is wrong.

    ``load_picture_files`` tells what is wrong with it.
    """
    found = find_side_file(picture, content)
    return _load(found, content)[0] if found else PictureFacts()


def find_side_file(picture: Path, content: Path) -> Path | None:
    """Return the file beside a picture that says what is on it, or None."""
    endings = (*YAML_SUFFIXES, *map(str.upper, YAML_SUFFIXES))
    sides = (picture.with_name(f"{picture.name}{ending}") for ending in endings)
    return next((side for side in sides if is_regular(side, content)), None)


def load_picture_files(content: Path) -> tuple[dict[str, PictureFacts], tuple[Problem, ...]]:
    """Return what the files beside pictures say, by the path of each picture, and what is wrong with them."""
    found: dict[str, PictureFacts] = {}
    problems: list[Problem] = []
    for path in _find_side_files(content):
        picture = path.with_suffix("")
        if not is_regular(path, content) or not picture.exists():
            what = f"there is no picture {quote(picture.name)} beside it; give both one name"
            if not is_regular(path, content):
                what = "not a regular file inside the content folder; put a file here"
            problems.append(Problem(Place(display_path(path)), "", what))
            continue
        src = picture.relative_to(content).as_posix()
        if src in found:
            what = f"two files say who is on {quote(picture.name)}; keep one"
            problems.append(Problem(Place(display_path(path)), "", what))
        facts, told = _load(path, content)
        before = found.get(src, PictureFacts())
        found[src] = replace(facts, people=(*before.people, *facts.people))
        problems += told
    return found, tuple(problems)


def _find_side_files(content: Path) -> Iterator[Path]:
    for folder, folders, names in os.walk(content):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            path = Path(folder, name)
            if not name.startswith(".") and is_side_file(path):
                yield path


def _load(path: Path, content: Path) -> tuple[PictureFacts, tuple[Problem, ...]]:
    file = SourceFile(path.stem, path, display_path(path), content)
    report = Report(file.source)
    try:
        text = file.read_text()
    except UnreadableError as error:
        report.error(error, "", str(error))
        return PictureFacts(), report.problems
    root = parse_yaml(text, report)
    context = Context(report, content, path.parent)
    if isinstance(root, MappingNode):
        fields = Fields(root, PICTURE_FILE, "", context)
        return _read(fields), report.problems
    if root:
        report.error(root, "", "expected 'people: [...]' and other keys of the picture beside it")
    return PictureFacts(), report.problems


def _read(fields: Fields) -> PictureFacts:
    return PictureFacts(
        read_sitters(fields),
        fields.text("alt"),
        fields.text("credit"),
        fields.text("caption"),
        build_license(fields.text("license")),
    )


def _read_sitter(node: Node, address: str, context: Context) -> Sitter | None:
    place = context.report.place(node)
    if not isinstance(node, MappingNode):
        person_id = _parse(node, address, context)
        return Sitter(place=place, address=address, person_id=person_id) if person_id else None
    fields = Fields(node, SITTER, address, context)
    person_id = fields.read("id", parse_id) or ""
    told = context.report.error_count
    region = _read_region(fields)
    if not person_id and not fields.has("id") and region is None and told == context.report.error_count:
        fields.error("", "names nobody; add 'id: …', or 'region: …' for somebody to cover")
    return Sitter(place=place, address=address, person_id=person_id, region=region)


def _parse(node: Node, address: str, context: Context) -> str:
    text = join_lines(read_text(node, address, context))
    try:
        return parse_id(text) if text else ""
    except UnreadableError as error:
        context.report.error(node, address, str(error))
        return ""


def _read_region(fields: Fields) -> Region | None:
    node = fields.find("region")
    if node is None:
        return None
    items = node.items if isinstance(node, SequenceNode) else ()
    texts = [item.text.removesuffix("%").strip() for item in items if isinstance(item, ScalarNode)]
    if len(texts) != _NUMBERS or not all(_NUMBER.fullmatch(text) for text in texts):
        fields.error("region", REGION_FORM)
        return None
    x, y, width, height = map(float, texts)
    if not (width and height) or x + width > _WHOLE or y + height > _WHOLE:
        fields.error("region", f"leaves the picture, or is empty; {REGION_FORM}")
        return None
    return Region(x, y, width, height)
