"""Which pictures go with somebody: portraits, those that say so or are called so, and copies."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from ..loading.files import SIDE_FILE
from ..loading.pictures import PICTURE_SUFFIXES
from ..loading.report import UnreadableError
from ..loading.yaml_edit import CommentedMap, read_yaml_text
from .front_matter import find_head
from .kinds import is_yaml
from .lists import find_pictures_of, is_person
from .subject import SHORTEST_BARE_HANDLE
from .texts import find_places, find_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .material import Material
    from .subject import Subject

_PARTS = re.compile(r"[-_. ]+")
_NUMBER = re.compile(r"[-_ .]*\d+$")


def find_pictures(read: Material, subject: Subject) -> frozenset[str]:
    """Return the pictures that go, by their paths; a picture that is also somebody else's portrait stays."""
    found = set(subject.photos) | set(_find_told(read, subject))
    found |= {path for path in read.others if is_called_so(path, subject)}
    copies = {copy for path in found for copy in read.find_copies(path)} - subject.others_photos
    return frozenset(found | copies)


def is_called_so(path: str, subject: Subject) -> bool:
    """Tell whether the name of a file is somebody's: a name, an id, an alias or a handle."""
    name = PurePosixPath(path).name
    stem = name.partition(".")[0]
    if find_places(name, subject) or subject.is_word_of(stem) or subject.is_word_of(_NUMBER.sub("", stem)):
        return True
    parts = (_NUMBER.sub("", part) or part for part in _PARTS.split(stem))
    return any(subject.is_word_of(part) and _is_telling(part, subject) for part in parts)


def may_be_called_so(path: str, subject: Subject) -> bool:
    """Tell whether a word in the name of a picture may be a part of somebody's name."""
    pure = PurePosixPath(path)
    if pure.suffix.lower() not in PICTURE_SUFFIXES:
        return False
    parts = [_NUMBER.sub("", part) for part in _PARTS.split(pure.name.partition(".")[0].casefold())]
    return any(part in subject.given_names or subject.is_word_of(part) for part in parts)


def _is_telling(word: str, subject: Subject) -> bool:
    """Tell whether a word is hardly one of a language, nor only a first name."""
    is_alias = word in subject.ids and word not in subject.given_names
    return is_alias or len(word) >= SHORTEST_BARE_HANDLE or not word.isalpha()


def _find_told(read: Material, subject: Subject) -> Iterator[str]:
    """Yield each picture on which somebody is said to be: where it is used, or in the file beside it."""
    for path, saved in read.texts.items():
        pure = PurePosixPath(path)
        text = saved.text if is_yaml(pure) else find_head(saved.text)
        try:
            for src in find_pictures_of(text, subject) if text else ():
                yield from (one for one in find_target(src, pure.parent.as_posix()) if one in read.others)
            if SIDE_FILE.fullmatch(pure.name) and _names_sitter(saved.text, subject):
                yield path.removesuffix(pure.suffix)
        except UnreadableError:
            continue


def _names_sitter(text: str, subject: Subject) -> bool:
    edit = read_yaml_text(text)
    if not isinstance(edit.root, CommentedMap):
        return False
    sitters = edit.root.get("people") or ()
    return any(is_person(one, edit, subject) for one in ([sitters] if isinstance(sitters, str) else sitters))
