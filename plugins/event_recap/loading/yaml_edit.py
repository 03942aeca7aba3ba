"""Changes YAML files that people type: what is not changed keeps its bytes, comments and order.

Nothing is resolved, as in ``yaml_tree``: every value is a text, and ``@handle`` may begin one.
"""

from __future__ import annotations

import difflib
import io
import re
from dataclasses import dataclass
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.emitter import Emitter
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString

from .report import UnreadableError
from .yaml_text import MARKUP, STAND_INS

__all__ = ["CommentedMap", "CommentedSeq", "YamlText", "build_block", "read_yaml_text"]

_FIRST_ITEM = re.compile(
    r"^( *)\S[^\n]*:[ \t]*(?:#[^\n]*)?\n(?:[ \t]*(?:#[^\n]*)?\n)*( *)-( +)\S", re.MULTILINE
)
_ROOT_ITEM = re.compile(r"\A(?:[ \t]*(?:#[^\n]*)?\n|---[^\n]*\n)*( *)-( +)\S")
"""The first item of a text that is a list as a whole."""
_WIDTH = 1_000_000
"""Columns after which a line would be folded: none is."""
_SIGNS_BETWEEN_BRACES = frozenset("?,[]{}")
_NOTHING = [("tag:yaml.org,2002:null", re.compile("^$"))]


class _Resolver(VersionedResolver):
    """Takes every plain value for a text, but an empty one for nothing."""

    @property
    def versioned_resolver(self) -> dict[str, Any]:
        return {"": _NOTHING}


class _Emitter(Emitter):
    """Puts what other readers of YAML take for a sign between braces into quotation marks there."""

    def analyze_scalar(self, scalar: str) -> Any:  # noqa: ANN401 (ruamel.yaml has no types)
        analysis = super().analyze_scalar(scalar)
        if _SIGNS_BETWEEN_BRACES.intersection(scalar) or scalar.startswith(":") or scalar.endswith(":"):
            analysis.allow_flow_plain = False
        return analysis


@dataclass(slots=True)
class YamlText:
    """A YAML text as lists and mappings that remember their comments; change ``root``, then render."""

    root: Any
    """A ``CommentedMap`` or ``CommentedSeq`` of texts, lists and mappings; None for an empty text."""
    _original: str
    """With line feeds only, and without a byte order mark."""
    _frame: tuple[str, str]
    """What stood before the text, and how its lines end."""
    _signs: dict[int, str]
    """What stands in for signs that YAML keeps for itself."""
    _before: str = ""
    """The text as the library writes it, before any change."""

    def __post_init__(self) -> None:
        """Remember how the library writes it."""
        self._before = self._dump()

    def render(self) -> str:
        """Return the text with the changes; lines that say the same as before keep their bytes."""
        after = self._dump()
        text = self._original if after == self._before else _merge(self._before, after, self._original)
        if after != self._before and not _says(text, self.root):
            text = after
        mark, newline = self._frame
        return mark + text.replace("\n", newline)

    def _dump(self) -> str:
        stream = io.StringIO()
        if self.root is None:
            return self._original
        _build_yaml(self._original).dump(self.root, stream)
        return stream.getvalue().translate(self._signs)

    def plain(self, value: Any) -> str:  # noqa: ANN401 (ruamel.yaml has no types)
        """Return a scalar of the tree as its author typed it; empty where it is none."""
        return value.translate(self._signs) if isinstance(value, str) else ""


def read_yaml_text(text: str) -> YamlText:
    r"""Return a YAML text, ready to be changed.

    Args:
        text: As in the file, with its own line ends and byte order mark.

    Raises:
        UnreadableError: It is no YAML.

    >>> edit = read_yaml_text("met:   [anne, bob]   # both\nid: 007\n")
    >>> edit.root["met"].remove("anne")
    >>> edit.render()
    'met: [bob] # both\nid: 007\n'
    """
    mark = "\ufeff" if text.startswith("\ufeff") else ""
    newline = "\r\n" if "\r\n" in text else "\n"
    original = text.removeprefix(mark).replace("\r\n", "\n")
    used = set(original)
    free = (chr(code) for code in STAND_INS if chr(code) not in used)
    stand_ins = dict(zip("@`*%", free, strict=False))
    safe = MARKUP.sub(lambda found: "".join(stand_ins[sign] for sign in found[0]), original)
    signs = {ord(stand_in): sign for sign, stand_in in stand_ins.items()}
    try:
        root = _build_yaml(original).load(safe)
    except (YAMLError, ValueError) as error:
        what = "no YAML that can be changed; build the site to see what is wrong"
        raise UnreadableError(what) from error
    return YamlText(root, original, (mark, newline), signs)


def build_block(text: str) -> Any:  # noqa: ANN401
    """Return a text of several lines as people type it, each on a line of its own below ``|-``.

    Between braces, where YAML has no such form, it is written in quotation marks.
    """
    return LiteralScalarString(text.rstrip("\n"))


def _build_yaml(text: str) -> YAML:
    """Return a reader and writer that indents lists as the text does."""
    yaml = YAML()
    yaml.Resolver = _Resolver
    yaml.Emitter = _Emitter
    yaml.preserve_quotes = True
    yaml.width = _WIDTH
    found = _FIRST_ITEM.search(text)
    offset = max(0, len(found[2]) - len(found[1])) if found else 2
    dash = 1 + len(found[3]) if found else 2
    if root := _ROOT_ITEM.match(text):
        offset, dash = len(root[1]), 1 + len(root[2])
    yaml.indent(mapping=2, sequence=offset + dash, offset=offset)
    return yaml


def _says(text: str, root: Any) -> bool:  # noqa: ANN401
    try:
        other = read_yaml_text(text)
    except UnreadableError:
        return False
    return bool(other.root == root)


def _merge(before: str, after: str, original: str) -> str:
    """Return the original's lines where ``after`` has those of ``before``, else the lines of ``after``."""
    ours, theirs, typed = (text.splitlines(keepends=True) for text in (before, after, original))
    typed_lines = _align(ours, typed)
    merged: list[str] = []
    done = 0
    for tag, start, end, first, last in difflib.SequenceMatcher(
        None, ours, theirs, autojunk=False
    ).get_opcodes():
        if tag != "equal":
            merged += theirs[first:last]
            done = typed_lines[end] if end > start else done
            continue
        merged += typed[max(done, typed_lines[start]) : typed_lines[end]]
        done = typed_lines[end]
    return "".join(merged)


def _align(ours: list[str], typed: list[str]) -> list[int]:
    """Return for each line of the library's text the line of the original with which it begins."""
    bare = ["".join(line.split()) for line in ours], ["".join(line.split()) for line in typed]
    lines: list[int] = []
    for tag, start, end, first, last in difflib.SequenceMatcher(None, *bare, autojunk=False).get_opcodes():
        is_kept = tag in {"equal", "replace"}
        lines += [min(first + number - start, last) if is_kept else first for number in range(start, end)]
    return [*lines, len(typed)]
