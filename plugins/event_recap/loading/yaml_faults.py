"""Looks at the lines an author typed to say in words why YAML cannot read them.

The messages of the YAML parsers differ from each other and speak of tokens; the lines do not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .report import quote

if TYPE_CHECKING:
    from collections.abc import Iterator

_LINE = re.compile(
    r"""\s*(?:-\s+)*
        (?:(?P<key>[^\s:#'"\[\]{},&*!|>%@`-][^:#]*?)[^\S\n]*:(?:[ ]+|$))?
        (?P<value>.*?)\s*$""",
    re.VERBOSE,
)
NO_BREAK_SPACES = "\u00a0\u2007\u202f"
_GLUED = re.compile(
    rf"""\s*(?:-\s+)*(?P<key>[^\W\d][\w-]*)
        (?:(?P<before>[{NO_BREAK_SPACES}]*):(?P<next>(?!//)\S|[{NO_BREAK_SPACES}])
        |[ ]+:[{NO_BREAK_SPACES}])""",
    re.VERBOSE,
)
_GLUED_DASH = re.compile(rf"[ ]*-[{NO_BREAK_SPACES}]")
_PRIVATE = re.compile(r"[\s{,-](?:follow[\W_]?ups?|todo|suivi|relance)\s*:", re.IGNORECASE)
"""A key of an entry whose words no message repeats."""
_QUOTED = re.compile(r"""\"(?:[^"\\]|\\.)*\"|'(?:[^']|'')*'""")
_BAD_ESCAPE = re.compile(
    r"""(?<!\\)(?:\\\\)*\\(?:[^\\abtnvfre0xuULPN_ "/]
        |x(?![0-9A-Fa-f]{2})|u(?![0-9A-Fa-f]{4})|U(?![0-9A-Fa-f]{8}))""",
    re.VERBOSE,
)
_COMMENT = re.compile(r"\s+(?P<lost>#[^\s#]\S*)")
_LIST_LINE = re.compile(r"\s*-\s")
_INNER_QUOTE = re.compile(r"""[\[{,:]\s*(?P<sign>["'])""")
_INNER_HASH = re.compile(r"[\[{,\s](?P<lost>#[^\s#,\]}]+)")
QUOTE_IT = "put the value between quotation marks"
TAB = "the line begins with a tab; use spaces"


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong in the lines; line and column are counted from 0."""

    line: int
    column: int
    field: str
    what: str
    is_error: bool = True


def find_fault(lines: list[str], *marks: tuple[int, int]) -> Fault:
    """Return why the parser stopped.

    Args:
        lines: The text.
        *marks: Where the parser stopped, then where it had begun what it could not finish.
    """
    last = len(lines) - 1
    stopped = min(marks[0][0], last) if marks else 0
    begun = min(marks[-1][0], last) if marks else 0
    for number in dict.fromkeys((stopped, begun, max(stopped - 1, 0))):
        fault = next(_find_line_faults(number, lines[number]), None)
        if fault:
            return fault
    what = "this line does not fit the lines above it; compare the spaces at their beginnings"
    return Fault(stopped, len(lines[stopped]) - len(lines[stopped].lstrip()), "", what)


def is_private(lines: list[str], number: int) -> bool:
    """Tell whether a line, from 0, is of a private note: it has its key, or stands further in than that."""
    inside = len(lines[number]) if number < len(lines) else 0
    for line in reversed(lines[: number + 1]):
        margin = len(line) - len(line.lstrip())
        if line.strip() and (margin < inside or inside == len(lines[number])):
            if _PRIVATE.search(f" {line}"):
                return True
            inside = margin
    return False


def find_silent_fault(lines: list[str], first: int, last: int, end: int) -> Fault | None:
    """Return what a plain value loses or swallows without YAML saying so.

    Args:
        lines: The text.
        first: Line on which the value begins, from 0.
        last: Line on which it ends.
        end: Column after its last character, or -1 where the value is empty.
    """
    for number in range(first + 1, min(last + 1, len(lines))):
        if _LIST_LINE.match(lines[number]):
            column = lines[number].index("-")
            what = "read as part of the line above; begin both lines with as many spaces"
            return Fault(number, column, "", what)
    line = lines[last] if last < len(lines) else ""
    if "#" not in line:
        return None
    lost = _COMMENT.match(line, end) if end >= 0 else re.search(r":\s+(?P<lost>#[^\s#]\S*)", line)
    if lost:
        key = _LINE.match(line)
        what = f"{quote(lost['lost'])} is left out, as a comment; {QUOTE_IT}"
        return Fault(last, lost.start("lost"), key["key"] or "" if key else "", what, is_error=False)
    return None


def _find_line_faults(number: int, line: str) -> Iterator[Fault]:
    """Give every reason, the likeliest first."""
    margin = line[: len(line) - len(line.lstrip())]
    if "\t" in margin:
        yield Fault(number, margin.index("\t"), "", TAB)
    if stray := set(margin) & set(NO_BREAK_SPACES):
        what = "the line begins with a no-break space; use ordinary spaces"
        yield Fault(number, min(map(margin.index, stray)), "", what)
    if dash := _GLUED_DASH.match(line):
        yield Fault(number, dash.end() - 1, "", "a no-break space follows '-'; type an ordinary space")
    glued = _GLUED.match(line)
    if glued:
        yield _explain_glued(number, glued)
    parts = _LINE.match(line)
    if parts and parts["value"]:
        what = _explain_value(
            parts["value"], has_key=bool(parts["key"]), is_item=bool(_LIST_LINE.match(line))
        )
        if what:
            yield Fault(number, parts.start("value"), parts["key"] or "", what)


def _explain_glued(number: int, glued: re.Match[str]) -> Fault:
    """Return the fault of a key that no ordinary space parts from its value."""
    key = glued["key"]
    if glued["before"]:
        what = f"a no-break space stands before the colon; write '{key}:'"
        return Fault(number, glued.start("before"), key, what)
    if (glued["next"] or NO_BREAK_SPACES) in NO_BREAK_SPACES:
        what = f"a no-break space follows '{key}:'; type an ordinary space"
    else:
        what = f"a space is missing after '{key}:'"
    return Fault(number, glued.end("key") + 1, key, what)


def find_glued(number: int, line: str) -> Fault | None:
    """Return the fault of a text that was meant to be a key and its value, or None.

    >>> find_glued(0, "name:Anne").what, find_glued(0, "https://a.example")
    ("a space is missing after 'name:'", None)
    """
    glued = _GLUED.match(line)
    return _explain_glued(number, glued) if glued else None


def _explain_value(value: str, *, has_key: bool, is_item: bool) -> str:
    """Return why a value cannot be read as it is typed; empty where it may be all right."""
    first = value[0]
    if first in "'\"":
        return _explain_quoted(value)
    if first in "[{":
        return _explain_bracket(value)
    if first in "&*!|>%?]}," or value.startswith("- "):
        is_bullet = value.startswith("* ") and not has_key
        better = "begin each entry with '- ', not with '*'"
        return better if is_bullet else f"a value that begins with '{first}' goes between quotation marks"
    if has_key and re.search(r":(\s|$)", value):
        return f"the value holds ': '; {QUOTE_IT}"
    if not has_key and ":" not in value and not is_item:
        return "a key and a colon are missing; expected a line such as 'name: Anne'"
    return ""


def _explain_bracket(value: str) -> str:
    rest = _QUOTED.sub("", value)
    if open_quote := _INNER_QUOTE.search(rest):
        return f"the quotation mark {open_quote['sign']} is never closed; close it before the bracket"
    if hashed := _INNER_HASH.search(rest):
        lost = hashed["lost"]
        return f"'#' begins a comment, also in brackets; write {lost[1:]} without it, or \"{lost}\""
    if rest.endswith(("]", "}")) and all(rest.count(one) == rest.count(other) for one, other in ("[]", "{}")):
        return ""
    return f"a bracket that opens a value closes at its end; close it, or {QUOTE_IT}"


def _explain_quoted(value: str) -> str:
    closed = _QUOTED.match(value)
    if not closed:
        return f"the quotation mark {value[0]} is never closed; close it, or use the other kind"
    if value[0] == '"' and _BAD_ESCAPE.search(closed[0]):
        return "a backslash means more between these quotation marks; put ' around the value"
    if value[closed.end() :].strip() and not value[closed.end() :].lstrip().startswith("#"):
        other = "'" if value[0] == '"' else '"'
        return f"text follows the closing quotation mark; put {other} around the whole value"
    return ""
