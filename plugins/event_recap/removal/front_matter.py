"""Takes somebody out of the front matter of a recap: guests, authors, pictures."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..loading.report import UnreadableError
from .lists import rewrite_yaml
from .texts import find_places, find_target

if TYPE_CHECKING:
    from collections.abc import Callable

    from .texts import Setting

_YAML = re.compile(
    r"\A(\ufeff?\s*---[ \t]*\r?\n)(.*?)(^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z))", re.DOTALL | re.MULTILINE
)
_PROSE = re.compile(
    r"""^((?:title|summary)[ \t]*:[ \t]+)([^\s"'\[{&*!|>%@`#-][^\r\n]*)""", re.IGNORECASE | re.MULTILINE
)
"""A sentence, in which French has colons that YAML would not take."""
_PICTURE_LINE = re.compile(
    r"^(?:cover|photo|image)[ \t]*:[ \t]*(\S+)[ \t]*\r?\n", re.IGNORECASE | re.MULTILINE
)
_PEOPLE_LINE = re.compile(
    r"^((?:authors?|guests?)[ \t]*:[ \t]*)([^\r\n\[{]+)(\r?\n)", re.IGNORECASE | re.MULTILINE
)


def find_head(text: str) -> str:
    """Return the YAML at the beginning of a recap; empty where there is none."""
    found = _YAML.match(text)
    return found[2] if found else ""


def rewrite_recap(text: str, setting: Setting) -> str:
    """Return a recap whose front matter has neither the person nor the pictures that go.

    What cannot be read as YAML keeps its form; words in it are changed as those of the text are.
    """
    found = _YAML.match(text)
    if not found:
        head, blank, body = text.partition("\n\n") if "\r\n\r\n" not in text else text.partition("\r\n\r\n")
        is_head = re.match(r"\ufeff?[A-Za-z0-9_-]+:", head)
        return _rewrite_lines(head + blank[:1], setting) + blank[1:] + body if is_head and blank else text
    head = _rewrite_lines(found[2], setting)
    typed: list[str] = []

    def hide(prose: re.Match[str]) -> str:
        typed.append(prose[2])
        return f"{prose[1]}\ue000{len(typed) - 1}\ue001"

    try:
        head = rewrite_yaml(_PROSE.sub(hide, head), setting)
    except UnreadableError:
        return found[1] + _rewrite_lines(found[2], setting) + found[3] + text[found.end() :]
    head = re.sub(r"\ue000(\d+)\ue001", _show(typed), head)
    return found[1] + head + found[3] + text[found.end() :]


def _show(typed: list[str]) -> Callable[[re.Match[str]], str]:
    return lambda found: typed[int(found[1])]


def _join_parted(names: list[str], setting: Setting) -> list[str]:
    """Return names, the person's as one where it was typed family name first and parted at its comma."""
    joined: list[str] = []
    for name in names:
        if joined and setting.subject.is_called(f"{joined[-1]} {name}"):
            joined[-1] = f"{joined[-1]} {name}"
        else:
            joined.append(name)
    return joined


def _rewrite_lines(head: str, setting: Setting) -> str:
    """Return the lines of front matter without the pictures that go, and without the person as an author."""

    def drop_picture(line: re.Match[str]) -> str:
        return (
            "" if any(path in setting.pictures for path in find_target(line[1], setting.folder)) else line[0]
        )

    def drop_person(line: re.Match[str]) -> str:
        mark = ";" if ";" in line[2] else ","
        names = _join_parted([name.strip() for name in line[2].split(mark)], setting)
        kept = [name for name in names if not find_places(name, setting.subject)]
        if kept == names:
            return line[0]
        return f"{line[1]}{f'{mark} '.join(kept)}{line[3]}" if kept else ""

    return _PEOPLE_LINE.sub(drop_person, _PICTURE_LINE.sub(drop_picture, head))
