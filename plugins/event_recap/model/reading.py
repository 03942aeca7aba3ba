"""A text as its readers see it: without markup, escapes and invisible signs, and where each letter stands."""

from __future__ import annotations

import html
import re
import unicodedata
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING
from urllib.parse import unquote

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_INVISIBLE = (
    r"\u00ad\u061c\u115f\u1160\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    r"\ufe00-\ufe0f\ufeff"
)
"""Signs that nobody sees, inside of ``[]``: soft hyphens, joiners, directions, variants."""
_CODE = re.compile(
    rf"""(?P<hidden>[{_INVISIBLE}]+)
      | (?P<entity>&(?:\#[0-9]{{1,7}}|\#[xX][0-9A-Fa-f]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});)
      | (?P<url>(?:%[0-9A-Fa-f]{{2}})+)
      | (?P<escape>(?:\\(?:x[0-9A-Fa-f]{{2}}|u[0-9A-Fa-f]{{4}}|U[0-9A-Fa-f]{{8}}))+)
      | (?P<fold>\\\r?\n[ \t]*)
      | \\(?P<sign>[!-/:-@\[-`{{-~])
      | (?P<wide>[\uff01-\uff5e])""",
    re.VERBOSE,
)
_MARK = re.compile(
    r"""(?P<comment><!--.*?-->)
      | <(?P<slash>/?)(?P<tag>[A-Za-z][A-Za-z0-9-]*)(?=[\s/>])[^<>]*>
      | (?P<auto><(?:https?://|mailto:)[^<>\s]*>)
      | (?P<mention>\[\[(?:[^\[\]|\n]{1,80}\|)?)
      | (?P<end>\]\](?!\())
      | (?P<note>\[\^[^\]\n]{1,80}\])
      | (?P<open>!?\[)
      | (?P<close>\](?:\((?:[^()\n]|\([^()\n]*\))*\)|[ ]?\[[^\]\n]*\])?(?:\{[:]?[^{}\n]*\})?)
      | (?P<attributes>\{:?[ ]?[.#][^{}\n]*\})
      | (?P<line>(?<=\n)[ \t]*(?:(?:>|\#+)[ \t]*)*(?=[^\s>\#])|(?<=\n)[ \t]+)
      | (?P<signs>\*+|~~+|==+|`+|\^\^|(?<![^\W_])_+(?=\S)|(?<=\S)_+(?![^\W_]))""",
    re.VERBOSE | re.DOTALL,
)
_SPACING = frozenset({"br", "td", "th", "img", "hr"})
_INLINE = re.compile(
    "a|abbr|acronym|b|bdi|bdo|big|cite|code|data|del|dfn|em|font|i|ins|kbd|label|mark|nobr|q|rb|rp|rt|ruby|s|samp"
    "|small|span|strike|strong|sub|sup|time|tt|u|var|wbr"
)
"""Elements that part no words."""
INNER = re.compile(r'(?<=<!--)(?:(?!-->).)+|(?<==")[^"<>]+(?=")', re.DOTALL)
"""A comment of HTML or the value of an attribute, read by itself; inside a name, it is passed over."""
PARAGRAPH = re.compile(r"(?:[^\n]|\n(?![ \t\r]*\n))+")
"""What is read as one; no name goes on after a blank line."""
_LONGEST_BLOCK = 2_000_000
_STARTS = re.compile(rf"[{_INVISIBLE}&%\\<\[*~=`_^{{\uff01-\uff5e]|\n[ \t]*[>#\s]")
"""What a text without markup and escapes does not hold."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Markup that a reader does not see, as it stands in the text."""

    start: int
    end: int
    name: str
    """What it is of: a tag, a bracket, a sign."""
    partner: int = -1
    """Number of the mark that ends or begins what this one does; -1 where it stands alone."""


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of what is read: as it is typed, letter for letter, or in the place of something else."""

    read: int
    """Where it begins in what is read."""
    start: int
    """Where what it is read from begins in the text as typed, and where that ends."""
    end: int
    is_typed: bool


@dataclass(frozen=True)
class Reading:
    """What is read, and where it stands."""

    text: str
    pieces: tuple[_Piece, ...]
    marks: tuple[Mark, ...] = ()

    def find_span(self, start: int, end: int) -> tuple[int, int]:
        """Return where a part of what is read, of one letter at least, stands in the text as typed."""
        first, last = self.find_piece(start), self.find_piece(end - 1)
        return (
            first.start + start - first.read if first.is_typed else first.start,
            last.start + end - last.read if last.is_typed else last.end,
        )

    def is_typed(self, start: int, end: int) -> bool:
        """Tell whether a part of what is read, of one letter at least, stands in the text just so."""
        piece = self.find_piece(start)
        return piece.is_typed and piece is self.find_piece(end - 1)

    def find_piece(self, place: int) -> _Piece:
        """Return the piece in which a letter of what is read stands."""
        return self.pieces[bisect_right(self._read_starts, place) - 1]

    def find_end(self, piece: _Piece) -> int:
        """Return where a piece ends in what is read."""
        after = bisect_right(self._read_starts, piece.read)
        return self.pieces[after].read if after < len(self.pieces) else len(self.text)

    @cached_property
    def _read_starts(self) -> list[int]:
        return [piece.read for piece in self.pieces]

    def find_halves(self, start: int, end: int) -> list[tuple[int, int]]:
        """Return the marks outside a part of the text as typed that mean nothing once those in it are gone.

        Where what is gone ended one pair and began another of the same kind, the outer halves are a pair.
        """
        first = bisect_left(self._mark_starts, start)
        inside = self.marks[first : bisect_right(self._mark_starts, end - 1)]
        halves = {self.marks[mark.partner] for mark in inside if mark.partner >= 0} - set(inside)
        before = sorted((one for one in halves if one.start < start), key=lambda one: -one.start)
        after = sorted((one for one in halves if one.start >= end), key=lambda one: one.start)
        while before and after and before[0].name == after[0].name:
            before, after = before[1:], after[1:]
        return sorted((one.start, one.end) for one in (*before, *after))

    @cached_property
    def _mark_starts(self) -> list[int]:
        return [mark.start for mark in self.marks]


def list_readings(text: str, first: int = 0) -> Iterator[tuple[int, Reading]]:
    r"""Yield for each paragraph the readings in which more or something else can be read than is typed.

    Args:
        text: Markdown, HTML, YAML or any other text.
        first: Where the text begins.

    Yields:
        Where the paragraph begins, and a reading of it: first without escapes, then without markup as well.

    >>> text = "Ur&shy;sule\n\n[Zo&eacute;](https://a.example) **Roy**\n"
    >>> [one.text.strip() for _, one in list_readings(text)]
    ['Ursule', '[Zoé](https://a.example) **Roy**', 'Zoé Roy']
    """
    if not _STARTS.search(text):
        return
    for found in INNER.finditer(text):
        yield from list_readings(found[0], first + found.start())
    for block in PARAGRAPH.finditer(text):
        typed = block[0]
        if len(typed) > _LONGEST_BLOCK or not _STARTS.search(typed):
            continue
        decoded = read_escapes(typed)
        if decoded.text != typed:
            yield first + block.start(), decoded
        plain = read_markup(decoded)
        if plain.text != decoded.text:
            yield first + block.start(), plain


def read_escapes(text: str) -> Reading:
    r"""Return a text in which escapes stand for what they mean, of HTML, URLs, YAML, JSON and Markdown.

    >>> read_escapes(r"&Eacute;m\u0069le%20\x52oy \_").text
    'Émile Roy _'
    """
    writer, done = _Writer(), 0
    for found in _CODE.finditer(text):
        writer.copy(text[done : found.start()], done)
        writer.put(_decode(found), found.start(), found.end())
        done = found.end()
    writer.copy(text[done:], done)
    return writer.finish()


@dataclass(slots=True)
class _Writer:
    """Puts a reading together."""

    texts: list[str] = field(default_factory=list)
    pieces: list[_Piece] = field(default_factory=list)
    length: int = 0

    def copy(self, text: str, start: int) -> None:
        """Add what is read as it is typed."""
        self._add(text, _Piece(self.length, start, start + len(text), is_typed=True))

    def put(self, text: str, start: int, end: int) -> None:
        """Add what is read in the place of something else."""
        self._add(text, _Piece(self.length, start, end, is_typed=False))

    def copy_from(self, other: Reading, start: int, end: int) -> None:
        """Add a part of another reading, which may be empty."""
        while start < end:
            piece = other.find_piece(start)
            length = min(end, other.find_end(piece)) - start
            if piece.is_typed:
                self.copy(other.text[start : start + length], piece.start + start - piece.read)
            else:
                self.put(other.text[start : start + length], piece.start, piece.end)
            start += length

    def finish(self, marks: Iterable[Mark] = ()) -> Reading:
        """Return the reading."""
        return Reading("".join(self.texts), tuple(self.pieces), tuple(marks))

    def _add(self, text: str, piece: _Piece) -> None:
        if text:
            self.texts.append(text)
            self.pieces.append(piece)
            self.length += len(text)


def _decode(found: re.Match[str]) -> str:
    typed = found[0]
    if found["hidden"] or found["fold"]:
        return ""
    if found["entity"]:
        meant = html.unescape(typed)
    elif found["url"]:
        meant = unquote(typed, errors="replace")
    elif found["escape"]:
        meant = _decode_escape(typed)
    else:
        meant = found["sign"] or unicodedata.normalize("NFKC", typed)
    return typed if "\ufffd" in meant else re.sub(f"[{_INVISIBLE}]", "", meant)


def _decode_escape(typed: str) -> str:
    codes = re.findall(r"\\[xuU]([0-9A-Fa-f]+)", typed)
    try:
        halves = "".join(chr(int(code, 16)) for code in codes)
        return halves.encode("utf-16-le", "surrogatepass").decode("utf-16-le")
    except (ValueError, UnicodeError):
        return typed


def read_markup(reading: Reading) -> Reading:
    """Return a reading without the markup of Markdown and HTML.

    >>> read_markup(read_escapes("[Ursule](https://x.com/u) <em>Quille</em>")).text
    'Ursule Quille'
    """
    text, marks, writer, done = reading.text, list[Mark](), _Writer(), 0
    open_marks: list[tuple[str, int]] = []
    for found in _MARK.finditer(text):
        writer.copy_from(reading, done, found.start())
        done = found.end()
        if found.start() < found.end():
            start, end = reading.find_span(found.start(), found.end())
            writer.put(_find_gap(found), start, end)
            _pair(found, open_marks, marks, (start, end))
    writer.copy_from(reading, done, len(text))
    return writer.finish(marks)


def _find_gap(found: re.Match[str]) -> str:
    """Return what stands in the place of markup: nothing, a space, or what parts two paragraphs."""
    tag = (found["tag"] or "").lower()
    if (found["signs"] or "").startswith("_"):
        return " "  # it parts words where it is no emphasis
    return "" if not tag or _INLINE.fullmatch(tag) else " " if tag in _SPACING else "\n\n"


def _pair(
    found: re.Match[str], open_marks: list[tuple[str, int]], marks: list[Mark], span: tuple[int, int]
) -> None:
    """Add a mark; where it ends what another began, tell both so."""
    number, partner = len(marks), -1
    name, is_end, is_start = _name_mark(found)
    if is_end and (opened := next((one for one in reversed(open_marks) if one[0] == name), None)):
        partner = opened[1]
        del open_marks[open_marks.index(opened) :]
        marks[partner] = replace(marks[partner], partner=number)
    elif is_start:
        open_marks.append((name, number))
    marks.append(Mark(*span, name, partner))


def _name_mark(found: re.Match[str]) -> tuple[str, bool, bool]:
    """Return what a mark belongs to, and whether it may end and may begin it."""
    if found["tag"]:
        return found["tag"].lower(), bool(found["slash"]), not found["slash"]
    if found["signs"]:
        return found["signs"], True, True
    if found["mention"] or found["end"]:
        return "[[", bool(found["end"]), bool(found["mention"])
    if found["open"]:
        return "[", False, True
    return "[" if found["close"] else "", bool(found["close"]), False
