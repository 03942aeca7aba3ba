"""Pictures of the content folder: there, readable, and of a kind that browsers show."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path
from typing import TYPE_CHECKING

import imagesize

from ..errors import suggest
from ..model.license import build_license
from ..model.person import Picture
from .files import is_inside
from .nodes import MappingNode
from .report import UnreadableError, enumerate_words, quote
from .sitters import load_picture_file, read_sitters
from .spellings import PICTURE

if TYPE_CHECKING:
    from ..model.photograph import Sitter
    from .fields import Fields

PICTURE_SUFFIXES = (".jpg", ".jpeg", ".png", ".webp", ".gif", ".avif")
_HEIC_BRANDS = {b"heic", b"heix", b"heim", b"heis", b"hevc"}
"""How telephones mark a photo in the format that browsers do not read."""
_PREFIX = re.compile(r"\{(?:static|attach|photo|image)\}", re.IGNORECASE)


def read_picture(fields: Fields, key: str) -> Picture | None:
    """Return the picture of a key: a path, or ``{src, alt, credit}``; None where there is none."""
    node = fields.find(key)
    if not isinstance(node, MappingNode):
        src = _read_src(fields, key)
        alt = credit = caption = rights = ""
        people: tuple[Sitter, ...] = ()
    else:
        parts = fields.enter(key, PICTURE)
        src, alt, credit = _read_src(parts, "src"), parts.text("alt"), parts.text("credit")
        caption, rights, people = parts.text("caption"), parts.text("license"), read_sitters(parts)
        if not parts.has("src"):
            fields.error(key, "the path of the picture is missing; add 'src: images/…'")
    if not src:
        return None
    if not alt and not load_picture_file(fields.context.content / src, fields.context.content).alt:
        what = f"no text stands for the picture {src}; add 'alt: …' with what it shows"
        fields.warn(key, what)
    width, height = measure_picture(fields.context.content / src)
    return Picture(src, alt, credit, width, height, people, caption, build_license(rights))


def measure_picture(path: Path) -> tuple[int, int]:
    """Return width and height in pixels as the file's header says; zeros where it does not."""
    try:
        width, height = imagesize.get(path)
    except (OSError, ValueError):
        return 0, 0
    if path.suffix.lower() == ".gif" and min(width, height) < -1:
        width, height = width % 2**16, height % 2**16  # read as numbers with a sign
    return (int(width), int(height)) if width > 0 and height > 0 else (0, 0)


def _read_src(fields: Fields, key: str) -> str:
    context = fields.context
    return fields.read(key, lambda text: find_picture(text, context.content, context.folder)) or ""


def find_picture(text: str, content: Path, folder: Path) -> str:
    """Return the path of a picture from the content folder.

    Args:
        text: Path as typed: from the content folder, or from the folder of the file itself.
        content: The content folder.
        folder: Folder of the file in which the path stands.

    Returns:
        Empty where the author says that there is none.

    Raises:
        UnreadableError: There is no such picture inside the content folder.
    """
    if text.casefold() in {"", "none", "false", "no"}:
        return ""
    if re.match(r"(?:[a-z]+:)?//|www\.|data:", text, re.IGNORECASE):
        what = "pictures are kept in the content folder; expected a path such as images/anne.jpg"
        raise UnreadableError(what)
    inner = _PREFIX.sub("", text).lstrip("/")
    if "\\" in inner:
        what = f"{quote(text)} holds a backslash; write / between folders"
        raise UnreadableError(what)
    candidates = [
        Path(os.path.normpath(root / unicodedata.normalize(form, inner)))
        for root in (content.absolute(), folder.absolute())
        for form in ("NFC", "NFD")
    ]
    inside = [path for path in candidates if path.is_relative_to(content.absolute())]
    if not inside:
        raise UnreadableError(_leaves(text))
    found = next((path for path in inside if _exists(path)), None)
    if found is None:
        what = f"there is no picture {quote(text)} in the content folder{_find_near(inside, content)}"
        raise UnreadableError(what)
    _check_picture(found, text, content)
    return found.relative_to(content.absolute()).as_posix()


def _check_picture(path: Path, text: str, content: Path) -> None:
    if path.is_symlink() and not is_inside(path, content):
        raise UnreadableError(_leaves(text))
    if not path.is_file():
        what = f"{quote(text)} is not a regular file; expected a picture"
        raise UnreadableError(what)
    if not is_inside(path, content):
        raise UnreadableError(_leaves(text))
    if path.name.startswith("."):
        what = f"{quote(text)} begins with a full stop, and such files are never published; rename it"
        raise UnreadableError(what)
    # Of a link to a file, both names count: a list called a picture is still a list.
    if not {path.suffix.lower(), path.resolve().suffix.lower()} <= set(PICTURE_SUFFIXES):
        what = f"{quote(text)} is no picture for the web; expected a file in {_kinds()}"
        raise UnreadableError(what)
    if fault := _find_fault(path):
        what = f"{quote(text)} {fault}"
        raise UnreadableError(what)


def _find_fault(path: Path) -> str:
    """Return why a file is no picture for the web although its name says so; empty where it may be one."""
    try:
        with path.open("rb") as stream:
            head = stream.read(12)
    except OSError:
        return "cannot be opened; look who may read it"
    if not head:
        return "is empty; copy the picture again"
    if head[4:8] == b"ftyp" and head[8:] in _HEIC_BRANDS:
        return "is a HEIC picture by another name, and few browsers show it; save it as JPEG"
    return ""


def _exists(path: Path) -> bool:
    try:
        return path.is_symlink() or path.exists()
    except OSError:  # a name longer than any file's
        return False


def _find_near(candidates: list[Path], content: Path) -> str:
    """Name the picture of the same name in another folder, else the nearest where it was looked for."""
    root = content.absolute()
    wanted = candidates[0]
    same_name = [path for path in sorted(root.rglob("*")) if _is_same_name(path, wanted)]
    if same_name:
        return f"; did you mean {same_name[0].relative_to(root).as_posix()!r}?"
    folders = dict.fromkeys(path.parent for path in candidates if path.parent.is_dir())
    pictures = [
        one.relative_to(root).as_posix()
        for folder in folders
        for one in folder.iterdir()
        if one.suffix.lower() in PICTURE_SUFFIXES
    ]
    return suggest(wanted.relative_to(root).as_posix(), pictures)


def _is_same_name(path: Path, wanted: Path) -> bool:
    return path.name.casefold() == wanted.name.casefold() and path.suffix.lower() in PICTURE_SUFFIXES


def _leaves(text: str) -> str:
    return f"{quote(text)} leaves the content folder; copy the picture into it"


def _kinds() -> str:
    return enumerate_words(PICTURE_SUFFIXES)
