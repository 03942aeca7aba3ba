"""Two people become one in the front matter of texts, and in files such as comments; all other bytes stay."""

from __future__ import annotations

import re
from functools import partial
from typing import TYPE_CHECKING, Any

from ...loading.report import UnreadableError
from ...loading.vocabulary import fold_key
from ...loading.yaml_edit import CommentedMap, CommentedSeq, YamlText, read_yaml_text

if TYPE_CHECKING:
    from .lists import Merging

ID_KEYS = frozenset(
    "people person guest guests author authors organizer organizers metwith attendees speakers".split()  # noqa: SIM905
)
"""Keys, folded, that hold ids of people; a name among them stays."""
TEXT_KEYS = frozenset(
    "summary text share alt credit caption description quote note bio".split()  # noqa: SIM905
)
"""Keys, folded, that hold a text in which somebody may be mentioned; of a title, the address is made."""
_HEAD = re.compile(
    r"\A(\ufeff?\s*---[ \t]*\r?\n)(.*?)(^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z))", re.DOTALL | re.MULTILINE
)
_PROSE = re.compile(
    r"""^((?:title|summary)[ \t]*:[ \t]+)([^\s"'\[{&*!|>%@`#-][^\r\n]*)""", re.IGNORECASE | re.MULTILINE
)
"""A sentence, in which French has colons that YAML would not take."""
_LINES = re.compile(r"\A\ufeff?(?:[A-Za-z0-9_-]+:[^\n]*\n|[ \t]+[^\n]*\S[^\n]*\n)+")
"""Front matter in Pelican's own form, up to the first blank line."""
_LINE = re.compile(r"^([A-Za-z0-9_-]+)(:[ \t]*)([^\r\n]*)", re.MULTILINE)
_WORD = re.compile(r"[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?")


def merge_head(text: str, merging: Merging) -> str:
    """Return a text whose front matter has one person for two; one that is no YAML is read line by line."""
    found = _HEAD.match(text)
    if found is None:
        lines = _LINES.match(text)
        end = lines.end() if lines else 0
        return _merge_lines(text[:end], merging) + text[end:]
    if not _concerns(found[2], merging):
        return text
    typed: list[str] = []

    def hide(prose: re.Match[str]) -> str:
        typed.append(_rename_text(prose[2], prose[1].partition(":")[0].strip().casefold(), merging))
        return f"{prose[1]}\ue000{len(typed) - 1}\ue001"

    try:
        head = merge_yaml(_PROSE.sub(hide, found[2]), merging)
    except UnreadableError:
        head = _merge_lines(found[2], merging)
    head = re.sub(r"\ue000(\d+)\ue001", lambda number: typed[int(number[1])], head)
    return found[1] + head + found[3] + text[found.end() :]


def merge_yaml(text: str, merging: Merging) -> str:
    """Return a YAML text of any keys in which one person stands for two.

    Raises:
        UnreadableError: It is no YAML.
    """
    if not _concerns(text, merging):
        return text
    edit = read_yaml_text(text)
    _rename(edit, edit.root, "", merging)
    return edit.render()


def _concerns(text: str, merging: Merging) -> bool:
    """Tell whether a text may have an id or a mention of the person who goes; most have none."""
    return merging.rename_mentions(text) != text or any(map(merging.is_former, _WORD.findall(text)))


def _rename(edit: YamlText, node: Any, holder: str, merging: Merging) -> None:  # noqa: ANN401 -- a tree
    """Rename what stands in a mapping or a list; ``holder`` is the key, folded, that holds it."""
    if isinstance(node, CommentedMap):
        for key, value in node.items():
            inner = "text" if holder == "texts" else fold_key(str(key))
            # The id of a mapping is that of a person only where the mapping is one.
            _put(edit, node, key, holder if inner == "id" and holder in ID_KEYS else inner, merging)
            _rename(edit, value, inner, merging)
    elif isinstance(node, CommentedSeq):
        for number, value in enumerate(node):
            _put(edit, node, number, holder, merging)
            _rename(edit, value, holder, merging)
        _drop_second(edit, node, holder, merging)


def _put(edit: YamlText, node: Any, at: Any, holder: str, merging: Merging) -> None:  # noqa: ANN401
    """Write one value anew where it names the person who goes."""
    value = node[at]
    if isinstance(value, str):
        typed = edit.plain(value)
        renamed = _rename_text(typed, holder, merging)
        if renamed != typed:
            node[at] = type(value)(renamed)


def _drop_second(edit: YamlText, node: CommentedSeq, holder: str, merging: Merging) -> None:
    """Leave the one who stays once in a list of ids."""
    if holder in ID_KEYS:
        same = [number for number, item in enumerate(node) if edit.plain(item) == merging.kept_id]
        for number in reversed(same[1:]):
            del node[number]


def _rename_text(typed: str, holder: str, merging: Merging) -> str:
    if holder in TEXT_KEYS:
        return merging.rename_mentions(typed)
    if holder not in ID_KEYS:
        return typed
    mark = ";" if ";" in typed else ","
    parts = [part.strip() for part in typed.split(mark)]
    # An id only: the name under which somebody writes is also that of a page of theirs.
    if not any(_WORD.fullmatch(part) and merging.is_former(part) for part in parts):
        return typed
    return f"{mark} ".join(dict.fromkeys(map(merging.rename, parts)))


def _merge_lines(head: str, merging: Merging) -> str:
    return _LINE.sub(partial(_rename_line, merging=merging), head)


def _rename_line(line: re.Match[str], merging: Merging) -> str:
    whole = line[3].rstrip()
    is_list = whole.startswith("[") and whole.endswith("]")
    text = _rename_text(whole[1:-1] if is_list else line[3], fold_key(line[1]), merging)
    return line[1] + line[2] + (f"[{text}]" if is_list else text)
