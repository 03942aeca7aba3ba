"""Takes somebody out of comments: what they wrote goes, and answers to it stand by themselves."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any

from ..loading.spellings import COMMENT, COMMENTER
from ..loading.yaml_edit import CommentedMap, CommentedSeq, read_yaml_text
from ..model.identity import build_id
from .lists import rewrite_yaml

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from ..loading.yaml_edit import YamlText
    from .subject import Subject
    from .texts import Setting


def rewrite_comment(text: str, setting: Setting) -> str | None:
    """Return a comment without the person; None where they wrote it.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    author = find_value(edit.root, "author")
    if author is not None and is_author(author, edit, setting.subject):
        return None
    return rewrite_yaml(text, setting)


def unlink_answer(text: str, gone: Collection[str]) -> str:
    """Return a comment that answers none of those that are gone.

    Args:
        text: The file.
        gone: Names of the files beside it that go, without ending.

    Raises:
        UnreadableError: It is no YAML.
    """
    edit = read_yaml_text(text)
    root = edit.root
    keys = [key for key in root if COMMENT.find(str(key)) == "in_reply_to"] if _is_map(root) else []
    for key in keys:
        if PurePosixPath(edit.plain(root[key])).name.removesuffix(".yaml").removesuffix(".yml") in gone:
            del root[key]
    return edit.render()


def is_author(author: Any, edit: YamlText, subject: Subject) -> bool:  # noqa: ANN401 (ruamel.yaml has no types)
    """Tell whether an author is the person: by id, by name, by site or by a profile; a typed id decides."""
    if not _is_map(author):
        return subject.is_called(edit.plain(author))
    person = find_value(author, "person", COMMENTER.find)
    if person is not None and edit.plain(person):
        return build_id(edit.plain(person)) in subject.ids
    return any(subject.is_called(edit.plain(value)) for value in _list_texts(author))


def _list_texts(node: Any) -> Iterator[Any]:  # noqa: ANN401
    """Yield every text, however deep it stands."""
    if isinstance(node, CommentedMap | CommentedSeq):
        for inner in node.values() if isinstance(node, CommentedMap) else node:
            yield from _list_texts(inner)
    elif node is not None:
        yield node


def find_value(root: Any, standard: str, find_key: Any = COMMENT.find) -> Any:  # noqa: ANN401
    """Return the value of a key, however it is spelt; None where there is none, or no mapping."""
    if not _is_map(root):
        return None
    return next((value for key, value in root.items() if find_key(str(key)) == standard), None)


def _is_map(node: Any) -> bool:  # noqa: ANN401
    return isinstance(node, CommentedMap)
