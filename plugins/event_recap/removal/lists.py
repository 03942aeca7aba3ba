"""Takes somebody out of lists, people's files and front matter; comments and order stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from ..loading.spellings import ATTENDEE, EVENT, LIST_FILE, PICTURE
from ..loading.vocabulary import fold_key
from ..loading.yaml_edit import CommentedMap, CommentedSeq, YamlText, read_yaml_text
from ..model.identity import build_id
from .texts import find_places, find_target

if TYPE_CHECKING:
    from collections.abc import Iterator

    from .subject import Subject
    from .texts import Setting

COUNTED = "visibility: counted"
"""What stands in a list for somebody who was there and asked to be forgotten."""
_PEOPLE_KEYS = frozenset({"people", "guests", "guest", "authors", "author"})
_PICTURE_KEYS = frozenset({"photo", "cover"})


def rewrite_list(text: str, setting: Setting) -> str:
    """Return a list in which the person is one more in the number of people.

    Raises:
        UnreadableError: It is no YAML.
    """
    return rewrite_yaml(_count_entries(text, setting.subject), setting)


def rewrite_yaml(text: str, setting: Setting) -> str:
    """Return a YAML text without the person's id among others, and without the pictures that go.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    _prune(edit.root, edit, setting)
    return edit.render()


def find_pictures_of(text: str, subject: Subject) -> Iterator[str]:
    """Yield the ``src`` of each picture in a YAML text that says the person is on it.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    for mapping in _walk(edit.root):
        src = next(
            (edit.plain(value) for key, value in mapping.items() if PICTURE.find(str(key)) == "src"), ""
        )
        if src and any(is_person(one, edit, subject) for one in _find_sitters(mapping)):
            yield src


def is_person(value: Any, edit: YamlText, subject: Subject) -> bool:  # noqa: ANN401 (ruamel.yaml has no types)
    """Tell whether an entry, an id or a name in a YAML text is the person's; a typed id decides."""
    if isinstance(value, CommentedMap):
        facts = {ATTENDEE.find(str(key)): edit.plain(typed) for key, typed in value.items()}
        if facts.get("id"):
            return build_id(facts["id"]) in subject.ids
        whole = f"{facts.get('first_name', '')} {facts.get('last_name') or facts.get('name', '')}".strip()
        handle = facts.get("handle", "")
        names = filter(None, (handle, facts.get("name", ""), whole))
        return any(build_id(one) in subject.ids or subject.is_called(one) for one in names)
    text = edit.plain(value)
    return bool(text) and (build_id(text) in subject.ids or subject.is_called(text))


def _count_entries(text: str, subject: Subject) -> str:
    edit = read_yaml_text(text)
    entries = _find_entries(edit.root)
    if isinstance(entries, CommentedMap):
        for key in [key for key, value in entries.items() if _is_filed(key, value, edit, subject)]:
            del entries[key]
        return edit.render()
    if not isinstance(entries, CommentedSeq):
        return text
    theirs = [number for number, entry in enumerate(entries) if is_person(entry, edit, subject)]
    if entries.fa.flow_style():
        for number in theirs:
            entries[number] = CommentedMap({"visibility": "counted"})
            entries[number].fa.set_flow_style()
        return edit.render()
    lines = text.split("\n")
    for number in reversed(theirs):
        start, end = _find_lines(lines, entries.lc.item(number)[0], entries.lc.col)
        newline = "\r" if lines[start].endswith("\r") else ""
        lines[start:end] = [f"{' ' * entries.lc.col}- {COUNTED}{newline}"]
    return "\n".join(lines)


def _find_entries(root: Any) -> Any:  # noqa: ANN401
    if not isinstance(root, CommentedMap):
        return root
    return next((value for key, value in root.items() if LIST_FILE.find(str(key)) == "attendees"), None)


def _is_filed(key: Any, value: Any, edit: YamlText, subject: Subject) -> bool:  # noqa: ANN401
    """Tell whether an entry of a mapping of ids is the person's."""
    has_id = isinstance(value, CommentedMap) and any(ATTENDEE.find(str(one)) == "id" for one in value)
    return is_person(value, edit, subject) if has_id else is_person(key, edit, subject)


def _find_lines(lines: list[str], line: int, column: int) -> tuple[int, int]:
    """Return the lines of an entry whose dash stands in a column: from the first, to before the last.

    Comments and blank lines below it stay, unless they stand further in.
    """
    start = line
    while start and not re.match(rf" {{{column}}}-(?:\s|$)", lines[start]):
        start -= 1
    end = start + 1
    while end < len(lines) and (
        not lines[end].strip() or _indent(lines[end]) > column or _is_comment(lines[end])
    ):
        end += 1
    while end > start + 1 and (
        not lines[end - 1].strip() or (_is_comment(lines[end - 1]) and _indent(lines[end - 1]) <= column)
    ):
        end -= 1
    return start, end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _is_comment(line: str) -> bool:
    return line.lstrip().startswith("#")


def _prune(node: Any, edit: YamlText, setting: Setting) -> None:  # noqa: ANN401
    """Take out what is the person's, however deep it stands."""
    if isinstance(node, CommentedMap):
        for key in list(node):
            if _is_gone(str(key), node[key], edit, setting):
                del node[key]
            else:
                _prune(node[key], edit, setting)
    elif isinstance(node, CommentedSeq):
        for number in range(len(node) - 1, -1, -1):
            if _is_addressed(node[number], edit, setting) or _is_picture(node[number], edit, setting):
                del node[number]
            else:
                _prune(node[number], edit, setting)


def _is_gone(key: str, value: Any, edit: YamlText, setting: Setting) -> bool:  # noqa: ANN401
    """Tell whether a key goes as a whole; where it lists others as well, take the person out of the list."""
    if _is_picture(value, edit, setting):
        return True
    text = edit.plain(value)
    if ATTENDEE.find(key) == "photo" or fold_key(key) in _PICTURE_KEYS:
        return bool(text) and _is_doomed(text, setting)
    if "://" in text and " " not in text and find_places(text, setting.subject):
        return True
    is_list = (
        fold_key(key) in _PEOPLE_KEYS or ATTENDEE.find(key) == "met_with" or EVENT.find(key) == "organizers"
    )
    if not is_list:
        return False
    if not isinstance(value, CommentedSeq):
        return is_person(value, edit, setting.subject)
    before = len(value)
    for number in range(before - 1, -1, -1):
        if is_person(value[number], edit, setting.subject):
            del value[number]
    return bool(before) and not value


def _is_addressed(value: Any, edit: YamlText, setting: Setting) -> bool:  # noqa: ANN401
    """Tell whether an item is nothing without its address, which is the person's: coverage, a profile."""
    if not isinstance(value, CommentedMap) or "type" not in value:
        return False
    return any(
        "://" in edit.plain(one) and find_places(edit.plain(one), setting.subject) for one in value.values()
    )


def _is_picture(value: Any, edit: YamlText, setting: Setting) -> bool:  # noqa: ANN401
    if not isinstance(value, CommentedMap):
        return False
    src = next((edit.plain(one) for key, one in value.items() if PICTURE.find(str(key)) == "src"), "")
    return bool(src) and (
        _is_doomed(src, setting) or any(is_person(one, edit, setting.subject) for one in _find_sitters(value))
    )


def _is_doomed(src: str, setting: Setting) -> bool:
    return any(path in setting.pictures for path in find_target(src, setting.folder))


def _find_sitters(picture: CommentedMap) -> Iterator[Any]:
    """Yield who is on a picture, as ``people`` says: ids, or ids with a region."""
    people = next((value for key, value in picture.items() if fold_key(str(key)) == "people"), None)
    if isinstance(people, CommentedMap | CommentedSeq):
        yield from people
    elif people:
        yield people


def _walk(node: Any) -> Iterator[CommentedMap]:  # noqa: ANN401
    if isinstance(node, CommentedMap):
        yield node
    for inner in (
        node.values() if isinstance(node, CommentedMap) else node if isinstance(node, CommentedSeq) else ()
    ):
        yield from _walk(inner)
