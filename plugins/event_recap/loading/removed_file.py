"""The file of people who asked to be forgotten, ``removed.yml``, and the key that reads it."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from ..errors import Place, Problem
from ..model.removal import HASH_LENGTH, SHORTEST_KEY, Removed, SiteKey
from .files import SourceFile, display_path, is_regular
from .nodes import MappingNode, Node, ScalarNode, SequenceNode
from .report import Report, UnreadableError, quote
from .yaml_tree import parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

REMOVED_NAME = "removed.yml"
"""Name of the file, in the content folder."""
KEY_NAME = "event-recap.key"
"""Name of the key's file, beside the content folder; git ignores it."""
KEY_VARIABLE = "EVENT_RECAP_KEY"
"""Environment variable that holds the key where there is no file, as on a build server."""
HEADING = """\
# People who asked to be forgotten, as keyed hashes: without the key, nobody can tell who they are.
# `event-recap forget` writes this file. Keep it with your texts and commit it.
"""
_HASH = re.compile(rf"[0-9a-f]{{{HASH_LENGTH}}}")
_ADVICE = "take the file from an older version of your site"
_BRING = f"set {KEY_VARIABLE}, or put the site's {KEY_NAME} beside the content folder"


def find_key(content: Path, environment: Mapping[str, str]) -> SiteKey | None:
    """Return the key of a site: from the environment, else from its file; None where there is none.

    Raises:
        UnreadableError: It is too short, cannot be read, or lies where it would be published.
    """
    if (content / KEY_NAME).exists():
        what = f"the key lies in the content folder, {display_path(content)}; move it out, beside the folder"
        raise UnreadableError(what)
    secret = environment.get(KEY_VARIABLE, "").strip()
    path = find_key_file(content)
    if not secret and os.path.lexists(path):
        try:
            secret = path.read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError):
            what = f"{display_path(path)} cannot be read as a key; expected one line of letters and digits"
            raise UnreadableError(what) from None
        if not secret:
            what = f"{display_path(path)} is empty; {_BRING}"
            raise UnreadableError(what)
    if secret and len(secret) < SHORTEST_KEY:
        what = f"the site key has {len(secret)} characters; expected {SHORTEST_KEY} at least"
        raise UnreadableError(what)
    return SiteKey(secret) if secret else None


def find_key_file(content: Path) -> Path:
    """Return where the key of a site is kept: beside the content folder."""
    return content.absolute().parent / KEY_NAME


def load_removed(content: Path, environment: Mapping[str, str]) -> tuple[Removed, tuple[Problem, ...]]:
    """Return who was forgotten, and what is wrong; where anything is, the build must not go on."""
    path = content / REMOVED_NAME
    file = SourceFile("removed", path, display_path(path), content)
    report = Report(file.source)
    if not os.path.lexists(path):
        return Removed(), ()
    if not is_regular(path, content):
        what = "not a regular file inside the content folder; put a file here"
        return Removed(), (Problem(Place(file.source), "", what),)
    try:
        text = file.read_text()
    except UnreadableError as error:
        report.error(error, "", str(error))
        return Removed(), report.problems
    root = parse_yaml(text, report)
    check, hashes = _read_root(root, report) if root else (None, frozenset())
    if report.error_count or not hashes or check is None:
        return Removed(), report.problems
    return _unlock(hashes, check, content, environment, report), report.problems


def render_removed(removed: Removed) -> str:
    """Return the text of the file; the same for the same people, in whatever order they asked.

    >>> print(render_removed(Removed()), end="")
    """
    if not removed.hashes or removed.key is None:
        return ""
    lines = "".join(f'  - "{one}"\n' for one in sorted(removed.hashes))
    return f'{HEADING}check: "{removed.key.check}"\nremoved:\n{lines}'


def _unlock(
    hashes: frozenset[str],
    check: ScalarNode,
    content: Path,
    environment: Mapping[str, str],
    report: Report,
) -> Removed:
    try:
        key = find_key(content, environment)
    except UnreadableError as error:
        report.error(check, "check", str(error))
        return Removed()
    if key is None:
        what = f"the site key is missing, and people who asked to be forgotten would come back; {_BRING}"
        report.error(check, "check", what)
        return Removed()
    if key.check != check.text:
        what = f"the site key is not the one with which this file was written; {_BRING}"
        report.error(check, "check", what)
        return Removed()
    return Removed(hashes, key)


def _read_root(root: Node, report: Report) -> tuple[ScalarNode | None, frozenset[str]]:
    """Return the line that checks the key, and the hashes."""
    if not isinstance(root, MappingNode):
        is_empty = isinstance(root, ScalarNode) and root.is_absent
        report.error(root, "", f"{'the file is empty' if is_empty else 'the file has no keys'}; {_ADVICE}")
        return None, frozenset()
    values = {key.text: value for key, value in root.entries}
    for key, _ in root.entries:
        if key.text not in {"check", "removed"}:
            report.error(key, "", f"{quote(key.text)} is no key of this file; {_ADVICE}")
    check = values.get("check")
    if not isinstance(check, ScalarNode) or not _HASH.fullmatch(check.text):
        report.error(check or root, "check", f"the line that checks the key is missing or damaged; {_ADVICE}")
        check = None
    return check, frozenset(_read_hashes(values.get("removed"), root, report))


def _read_hashes(node: Node | None, root: Node, report: Report) -> Iterator[str]:
    if not isinstance(node, SequenceNode):
        report.error(node or root, "removed", f"the list of hashes is missing; {_ADVICE}")
        return
    for number, item in enumerate(node.items):
        if isinstance(item, ScalarNode) and _HASH.fullmatch(item.text):
            yield item.text
        else:
            # What was typed is not repeated: it may be the name of somebody who asked not to be named.
            what = f"no hash; use 'event-recap forget' to write this file, or {_ADVICE}"
            report.error(item, f"removed[{number}]", what)
